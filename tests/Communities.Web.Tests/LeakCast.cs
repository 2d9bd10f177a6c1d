using System.Net.Http.Headers;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>
/// A word that stands in one text which not everybody may read, and another by which that text would be found.
/// </summary>
/// <param name="Word">What tells that somebody read the text.</param>
/// <param name="Sought">What finds it.</param>
/// <param name="Must">The roles that read it somewhere.</param>
/// <param name="May">Other roles that may.</param>
public sealed record Plant(string Word, string Sought, string[] Must, string[] May);

/// <summary>
/// A site on which texts of every kind are kept from readers in every way, and somebody of each role who looks for
/// them.
/// </summary>
public sealed class LeakCast : IAsyncLifetime
{
    private const string Place = PermissionCast.Open;

    /// <summary>
    /// Those of the table of rights, and who keeps order in the category of everything that is planted.
    /// </summary>
    public static readonly string[] Roles = [.. PermissionLine.Roles, .. PermissionLine.Others, "warden"];

    private static readonly string[] _staff = ["moderator", "manager", "owner", "operator"];
    private static readonly string[] _keepers = [.. _staff, "warden"];
    private static readonly string[] _authorAndKeepers = ["author", .. _keepers];

    private static readonly (string Account, Role Role)[] _members =
    [
        ("member", Role.Member), ("author", Role.Member), ("moderator", Role.Moderator), ("manager", Role.Manager),
        ("keeper", Role.Member), ("suspended", Role.Member), ("warden", Role.Member),
    ];

    private static readonly Screening _held = new(IsHeld: true, IsFlagged: true, 0, ["words"]);

    private readonly ApiSite _site = new();
    private readonly Dictionary<string, HttpClient> _clients = [];
    private readonly List<Plant> _plants = [];
    private readonly List<(string Thread, int[] Numbers)> _threads = [];
    private string _poll = "", _conversation = "", _upload = "";

    /// <summary>All that is planted.</summary>
    public IReadOnlyList<Plant> Plants => _plants;

    public ApiSite Site => _site;

    public HttpClient Client(string role) => _clients[role];

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.Found(Place, "owner", Visibility.Public, _members);
        foreach (var slug in (string[])["main", "other"])
            await Ask(Place, new CommunityCommand.AddCategory(new Category(slug, slug)));
        await Ask(Keys.OfMember(Place, "keeper"), new MemberCommand.Keep(["other"]));
        await Ask(Keys.OfMember(Place, "warden"), new MemberCommand.Keep(["main"]));
        await Ask(Keys.OfMember(Place, "suspended"), new MemberCommand.Sanction(
            "member-suspended.1", new Measure(MeasureKind.Suspend), "Be kind."));
        foreach (var role in Roles) _clients[role] = await ClientOf(role);

        await PlantPosts();
        await PlantThreads();
        await PlantMessages();
        await _site.CaughtUp();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values) client.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>
    /// Every address that can be read: of every endpoint in the table of rights, with whatever is planted in its place.
    /// </summary>
    public IEnumerable<string> Addresses()
    {
        var lines = PermissionLine.All.Where(line => line.Method == "GET" && !IsLive(line.Path))
            .Select(line => line.Path);
        return lines.Concat(
        [
            "/c/{community}?sort=top", "/c/{community}?sort=unlisted", "/c/{community}?category=main",
            "/c/{community}?tag=planted", "/c/{community}/members/author?kind=reactions",
            "/c/{community}/members/member?kind=reactions", "/c/{community}/members/author?kind=answers",
            "/c/{community}/members/author/feed.atom", "/c/{community}/threads/{thread}?quote={number}",
            "/c/{community}/threads/{thread}?reply={number}", "/c/{community}/threads/{thread}?post={number}",
            "/c/{community}/threads/{thread}/feed.json", "/c/{community}/feed.rss", "/c/{community}/feed.json",
            "/search?q={sought}", "/search?q={sought}&community={community}&author=author",
            "/api/v1/search?q={sought}", "/c/{community}/similar?title={sought}",
            "/api/v1/communities/{community}/similar?title={sought}",
        ]).SelectMany(Filled).Distinct();
    }

    private static bool IsLive(string path) => path.EndsWith("/live", StringComparison.Ordinal);

    private IEnumerable<string> Filled(string path)
    {
        if (path.Contains("{sought}", StringComparison.Ordinal))
            return _plants.SelectMany(
                plant => Filled(path.Replace("{sought}", plant.Sought, StringComparison.Ordinal)));
        if (path.Contains("{case}", StringComparison.Ordinal))
            return Cases().SelectMany(one => Filled(path.Replace("{case}", one, StringComparison.Ordinal)));
        if (!path.Contains("{thread}", StringComparison.Ordinal)) return [Fill(path, "", 1)];
        return path.Contains("{number", StringComparison.Ordinal)
            ? _threads.SelectMany(thread => thread.Numbers.Select(number => Fill(path, thread.Thread, number)))
            : _threads.Select(thread => Fill(path, thread.Thread, 1));
    }

    private string Fill(string path, string thread, int number) => PermissionLine.Fill(path, name => name switch
    {
        "community" => Place,
        "thread" => thread,
        "number" or "n" => $"{number}",
        "poll" => _poll,
        "conversation" => _conversation,
        "upload" => _upload,
        "member" or "account" => "author",
        "category" => "main",
        "language" => "en",
        "status" => "404",
        "name" => "a.txt",
        _ => "1",
    });

    private IEnumerable<string> Cases() =>
    [
        .. _threads.SelectMany(thread =>
            thread.Numbers.Select(number => Subject.OfPost(thread.Thread, number).ToString())),
        Subject.OfMessage(_conversation, 2).ToString(), Subject.OfMember("author").ToString(),
    ];

    // One thread with a post of each kind, which somebody liked, kept and heard of while it was there.
    private async Task PlantPosts()
    {
        var thread = await Open("Open thread", "Nothing to hide.", "stranger");
        _threads.Add((thread, [2, 3, 4, 5, 6, 7]));
        var key = Keys.OfThread(Place, thread);
        await Ask(Keys.OfReading(Place, thread, "member"), new ReadingCommand.SetLevel(Level.Watching), "member");
        await _site.CaughtUp();
        await Ask(key, new ThreadCommand.Reply(Text("waiting", _authorAndKeepers), Screening: _held), "author");
        await Ask(key, new ThreadCommand.Reply(Text("hidden", _authorAndKeepers)), "author");
        await Ask(key, new ThreadCommand.Reply(Text("removed", _authorAndKeepers)), "author");
        await Ask(key, new ThreadCommand.Reply(Text("erased", [])), "author");
        await Ask(key, new ThreadCommand.Reply(Text("revised", _authorAndKeepers)), "author");
        _site.Time.Advance(TimeSpan.FromHours(1));
        await Ask(key, new ThreadCommand.Edit(6, "Harmless by now."), "author");
        _poll = Keys.NewThread(_site.Time.GetUtcNow(), 77);
        await Ask(Keys.OfPoll(Place, _poll), new PollCommand.Open(
            Text("asked", _authorAndKeepers), ["A", "B"], PollTerms.Default, null), "author");
        await Ask(key, new ThreadCommand.Reply($"A poll and a file. {await Upload()}", Poll: _poll), "author");
        await _site.CaughtUp();

        foreach (var number in (int[])[3, 4, 5, 6, 7])
        {
            await Ask(key, new ThreadCommand.React(number, Reactions.Like), "member");
            await Ask(
                Keys.OfReading(Place, thread, "member"), new ReadingCommand.Bookmark(number, "Mine"), "member");
        }

        await Ask(key, new ThreadCommand.Accept(3));
        await Report(Subject.OfPost(thread, 3), "main");
        await Ask(key, new ThreadCommand.Withhold(3, Removal.Hidden, $"post-{thread}-3.7", "Be kind."));
        await Ask(key, new ThreadCommand.Remove(4, "Off topic"), "moderator", new Standing(Role.Moderator));
        await Ask(key, new ThreadCommand.Withhold(5, Removal.Erased, $"post-{thread}-5.1"));
        await Ask(key, new ThreadCommand.Withhold(6, Removal.Hidden, $"post-{thread}-6.1"));
        await Ask(key, new ThreadCommand.Withhold(7, Removal.Hidden, $"post-{thread}-7.1"));
        await _site.CaughtUp();
    }

    private async Task PlantThreads()
    {
        foreach (var (kind, how) in ((string, Removal)[])
            [("hiddenthread", Removal.Hidden), ("removedthread", Removal.ByModerator), ("gonethread", Removal.Erased)])
        {
            var thread = await Open(
                Text(kind, how == Removal.Erased ? [] : _authorAndKeepers), "Text of it.", "author");
            await Ask(Keys.OfThread(Place, thread), new ThreadCommand.Reply(
                Text("in" + kind, how == Removal.Erased ? [] : _authorAndKeepers)), "member");
            await Ask(Keys.OfThread(Place, thread), new ThreadCommand.Withhold(1, how, $"post-{thread}-1.1"));
            _threads.Add((thread, [1, 2]));
        }

        var waiting = Keys.NewThread(_site.Time.GetUtcNow(), 99);
        await Ask(Keys.OfThread(Place, waiting), new ThreadCommand.Open(
            Text("waitingthread", _authorAndKeepers), "Waits.", "main", ["planted"], Screening: _held), "author");
        _threads.Add((waiting, [1]));
    }

    // Messages are nobody's but those who take part, and what is reported also the moderators'.
    private async Task PlantMessages()
    {
        _conversation = Keys.NewThread(_site.Time.GetUtcNow(), 55);
        var key = Keys.OfConversation(Place, _conversation);
        await Ask(key, new ConversationCommand.Start(
            "Between us", Text("message", ["author", "owner"]), ["owner"]), "author");
        await Ask(key, new ConversationCommand.Send("Reported."), "author");
        await Ask(Keys.OfMember(Place, "author"), new DraftsCommand.Save(
            Drafts.NewThread, Text("draft", ["author"]), "Draft"), "author");
    }

    // What the reporter wrote, what was there then, and what moderators say to each other.
    private async Task Report(Subject subject, string category)
    {
        var cases = PermissionLine.All.Any(line => line.Method == "GET" && line.Path.Contains("{case}"));
        var report = new MemberCommand.Report(
            subject, ModerationSettings.Default.Reasons[0].Slug, Text("report", cases ? _keepers : [], ["member"]),
            new ReportedContent("author", category, Text("snapshot", cases ? _keepers : [], ["member", "author"])),
            ModerationSettings.Default);
        await Ask(Keys.OfMember(Place, "member"), report, "member");
        await _site.CaughtUp();
        await Ask(
            Keys.OfCase(Place, subject), new CaseCommand.Annotate(Text("note", cases ? _keepers : [])), "moderator",
            new Standing(Role.Moderator));
    }

    private string Text(string kind, string[] must, string[]? may = null)
    {
        var plant = new Plant($"numbat{kind}x", $"quokka{kind}x", must, may ?? _keepers.Except(must).ToArray());
        if (must.Length == 0 && may is null) plant = plant with { May = [] };
        if (kind is "message" or "draft") plant = plant with { May = [] };
        _plants.Add(plant);
        return $"{plant.Sought} {plant.Word}";
    }

    private async Task<string> Upload()
    {
        using var author = await _site.As("author");
        var sent = await author.Send(
            HttpMethod.Post, $"/communities/{Place}/uploads?name=a.txt",
            new StringContent(Text("upload", _authorAndKeepers)));
        _upload = sent.Is(201)["id"].GetString()!;
        return sent["markdown"].GetString()!;
    }

    private async Task<string> Open(string title, string text, string account)
    {
        var thread = Keys.NewThread(_site.Time.GetUtcNow(), (uint)_plants.Count);
        await Ask(Keys.OfThread(Place, thread), new ThreadCommand.Open(title, text, "main", ["planted"]), account);
        return thread;
    }

    private async Task Ask<TActor>(
        string key, ICommand<TActor> command, string by = "", Standing? standing = null) where TActor : class, IActor
    {
        var call = by.Length == 0 ? Call.System() : new Call(by, standing ?? new Standing(Role.Member));
        Assert.Null((await _site.Actors.Ask(key, command, call)).Refusal);
    }

    private async Task<HttpClient> ClientOf(string role)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = _site.Address,
        };
        if (role == "visitor") return client;
        using var known = await _site.As(role, isOperator: role == "operator");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", known.Token);
        return client;
    }
}
