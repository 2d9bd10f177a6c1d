using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>
/// A site with a public, an unlisted and a private community, and somebody of each role in all of them.
/// </summary>
public sealed partial class PermissionCast : IAsyncLifetime
{
    public const string Open = "open";
    public const string Unlisted = "unlisted";
    public const string Closed = "closed";

    /// <summary>A community of this name there is not.</summary>
    public const string Nowhere = "nowhere";

    /// <summary>What only texts of the private community say; <c>quokka</c> finds them.</summary>
    public const string Secret = "numbat";

    /// <summary>What only texts of the unlisted community say, which nothing of the whole site may show.</summary>
    public const string Quiet = "bilby";

    private static readonly (string Account, Role Role)[] _members =
    [
        ("member", Role.Member), ("author", Role.Member), ("moderator", Role.Moderator), ("manager", Role.Manager),
        ("owner", Role.Owner), ("keeper", Role.Member), ("suspended", Role.Member),
    ];

    private static readonly string[] _strangers = ["stranger", "operator"];

    private readonly ApiSite _site = new();
    private readonly Dictionary<string, HttpClient> _clients = [];

    // For each community the line that is asked, and what stands between its braces, while nobody has changed anything.
    private readonly Dictionary<string, (PermissionLine Line, Dictionary<string, string> Values)> _untouched = [];
    private string _formCookie = "";
    private string _formToken = "";
    private int _made;

    public ApiSite Site => _site;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        foreach (var role in PermissionLine.Roles.Concat(PermissionLine.Others))
        {
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = _site.Address,
            };
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            _clients[role] = client;
            if (role == "visitor") continue;
            using var known = await _site.As(role, isOperator: role == "operator");
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", known.Token);
        }

        foreach (var (place, visibility) in new[]
            { (Open, Visibility.Public), (Unlisted, Visibility.Unlisted), (Closed, Visibility.Private) })
        {
            await _site.Found(place, "owner", visibility, [.. _members.Where(member => member.Account != "owner")]);
            await _site.Actors.Ask(
                place, new CommunityCommand.AddCategory(new Category("main", "Main")), Call.System());
            await _site.Actors.Ask(
                place, new CommunityCommand.AddCategory(new Category("other", "Other")), Call.System());
            await _site.Actors.Ask(
                place, new CommunityCommand.SetPurpose(Purpose.Saying($"Purpose of {WordOf(place)}")), Call.System());
            await _site.Actors.Ask(
                place, new CommunityCommand.SetIntroductions(new("other", $"Tell {WordOf(place)}", ["Who?"])),
                Call.System());
            await Know(place);
            await _site.Actors.Ask(
                Keys.OfMember(place, "keeper"), new MemberCommand.Keep(["other"]), Call.System());
            await Suspend(Keys.OfMember(place, "suspended"));
        }

        await TakeFormToken();
    }

    /// <summary>What stands in every text of this community.</summary>
    public static string WordOf(string place) => place switch
    {
        Closed => $"quokka {Secret}",
        Unlisted => $"quokka {Quiet}",
        _ => "quokka",
    };

    /// <summary>Asks as this role, in a community as if nobody had asked anything before.</summary>
    public async Task<PermissionAnswer> Ask(PermissionLine line, string role, string place)
    {
        var real = place == Nowhere ? Closed : place;
        var values = await Prepare(line, role, real);
        values["community"] = place;
        values["mate"] = role == "author" ? "owner" : "author";
        using var request = new HttpRequestMessage(
            new HttpMethod(line.Method), PermissionLine.Fill(line.Path, name => values[name]));
        request.Headers.Add("Cookie", "form=" + _formCookie);
        if (line.Body is not null || (!line.IsApi && line.Method == "POST"))
            request.Content = ContentOf(line, values);
        var ct = TestContext.Current.CancellationToken;
        using var answer = await _clients[role].SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (request.Method != HttpMethod.Get && (int)answer.StatusCode < 400) _untouched.Remove(real);
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return new(
            (int)answer.StatusCode,
            isStream ? "" : await answer.Content.ReadAsStringAsync(ct),
            answer.Headers.Location?.OriginalString);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values) client.Dispose();
        await _site.DisposeAsync();
    }

    // Who only reads, and who is refused, leaves all as it was for who asks next: most requests of most lines.
    private async Task<Dictionary<string, string>> Prepare(PermissionLine line, string role, string place)
    {
        if (_untouched.TryGetValue(place, out var untouched) && untouched.Line == line) return untouched.Values;
        if (untouched.Line is null) await Restore(place);
        var values = new Dictionary<string, string>();
        foreach (var name in Names().Matches(line.Path + line.Body).Select(match => match.Groups[1].Value).Distinct())
            if (name is not ("community" or "mate")) values[name] = await Value(name, place, role, line);
        _untouched[place] = (line, values);
        return values;
    }

    // What stands between braces in addresses and bodies. A feature whose endpoints name something else adds it here.
    private async Task<string> Value(string name, string place, string role, PermissionLine line) => name switch
    {
        "thread" => await NewThread(place),
        "other" => await NewThread(place),
        "subject" => $"post-{await NewThread(place)}-1",
        "poll" => await NewPoll(place),
        "badge" => await NewBadge(place),
        "slot" => await NewSlot(place),
        "interview" => await NewInterview(place),
        "gathering" => await NewGathering(place, line.Path),
        "session" => "1",
        "contest" => await NewContest(place, line.Path),
        "policy" => Policy.Terms,
        "edition" => await NewNewsletter(place, line.Path),
        "letter" or "confirmation" => "none-that-was-ever-written",
        "version" or "revision" => "999",
        "conversation" => await NewConversation(place),
        "number" when line.Path.Contains("/decisions/", StringComparison.Ordinal) => "1",
        "number" when line.Path.Contains("/messages/", StringComparison.Ordinal) => "1",
        "case" => await NewCase(place, line.Path),
        "number" => "2",
        "upload" => await NewUpload(place),
        "member" when line.Path.EndsWith("/thanks", StringComparison.Ordinal) => await NewAmbassador(place),
        "member" => "author",
        "category" => "main",
        "kind" => "like",
        "language" => "fr",
        "status" => "404",
        "step" => "welcome",
        "fresh" => $"fresh-{role}-{Interlocked.Increment(ref _made)}",
        "group" => await NewGroup(place, role),
        "joining" => place == Closed ? "invitation" : "open",
        "visibility" => place == Open ? "public" : place == Unlisted ? "unlisted" : "private",
        "visible" => place == Open ? "Public" : place == Unlisted ? "Unlisted" : "Private", // As forms say it.
        "name" when line.Path.StartsWith("/assets/", StringComparison.Ordinal) =>
            Assets.Url("tokens.css")["/assets/".Length..],
        _ => throw new InvalidOperationException($"{line.Place}: the cast knows no value for {{{name}}}."),
    };

    // A group that the author looks after.
    private async Task<string> NewGroup(string place, string role)
    {
        var group = $"group-{role}-{Interlocked.Increment(ref _made)}";
        await _site.Actors.Ask(
            Keys.OfGroup(place, group),
            new GroupCommand.Found($"Of {WordOf(place)}", null, GroupAccess.Open, GroupCallers.Everybody),
            new Call("author", Standing.System));
        await _site.CaughtUp();
        return group;
    }

    // A thread of the author's with an answer and, third, a post that a moderator removed.
    private async Task<string> NewThread(string place)
    {
        var thread = await _site.Open(place, "author", $"About {WordOf(place)}", $"A text on {WordOf(place)}.");
        var key = Keys.OfThread(place, thread);
        var author = new Call("author", new Standing(Role.Member));
        await _site.Actors.Ask(key, new ThreadCommand.Reply("Answer"), author);
        await _site.Actors.Ask(key, new ThreadCommand.Reply("Away"), author);
        await _site.Actors.Ask(key, new ThreadCommand.Remove(3), Call.System());
        await _site.CaughtUp();
        return thread;
    }

    // A conversation of the author with the owner.
    private async Task<string> NewConversation(string place)
    {
        var conversation = Keys.NewThread(_site.Time.GetUtcNow(), (uint)Random.Shared.Next());
        var start = new ConversationCommand.Start($"On {WordOf(place)}", $"Secret {WordOf(place)}", ["owner"]);
        await _site.Actors.Ask(
            Keys.OfConversation(place, conversation), start, new Call("author", new Standing(Role.Member)));
        await _site.CaughtUp();
        return conversation;
    }

    // A post of the author's that was reported; where a decision is asked for, it was removed, and perhaps appealed.
    private async Task<string> NewCase(string place, string path)
    {
        var subject = Subject.OfPost(await NewThread(place), 2);
        var key = Keys.OfCase(place, subject);
        var content = new ReportedContent("author", "main", $"Answer on {WordOf(place)}");
        await _site.Actors.Ask(
            key, new CaseCommand.Receive("member", "spam", "No spam.", 1, content, Thresholds.None), Call.System());
        if (path.Contains("/decisions/", StringComparison.Ordinal) || Does("reopen") || Does("undo") || Does("answer"))
            await _site.Actors.Ask(
                key, new CaseCommand.Decide([new(MeasureKind.Remove)], "spam", "No spam.", "Please do not."),
                new Call("judge", new Standing(Role.Moderator)));
        if (Does("answer"))
            await _site.Actors.Ask(
                key, new CaseCommand.Appeal(1, "It is none."), new Call("author", new Standing(Role.Member)));
        await _site.CaughtUp();
        return subject.ToString();

        bool Does(string what) => path.EndsWith($"/{what}", StringComparison.Ordinal)
            || path.EndsWith($"={what}}}", StringComparison.Ordinal);
    }

    // A text of the author's, which a post shows.
    private async Task<string> NewUpload(string place)
    {
        _site.Time.Advance(TimeSpan.FromDays(1)); // Nobody sends more in a day than there are roles.
        using var author = await _site.As("author");
        var sent = await author.Send(
            HttpMethod.Post, $"/communities/{place}/uploads?name=a.txt", new StringContent(WordOf(place)));
        await _site.Open(place, "author", $"About {WordOf(place)}", sent.Is(201)["markdown"].GetString()!);
        return sent["id"].GetString()!;
    }

    private HttpContent ContentOf(PermissionLine line, Dictionary<string, string> values)
    {
        var body = Names().Replace(
            line.Body ?? "", match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));
        if (body.StartsWith('{') || line.IsApi)
            return new StringContent(body, Encoding.UTF8, "application/json");
        var form = $"_form={Uri.EscapeDataString(_formToken)}{(body.Length > 0 ? "&" : "")}{body}";
        return new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
    }

    // Who shows an API token has no session, so that a visitor's proof that a form is ours serves them all.
    private async Task TakeFormToken()
    {
        using var page = await _clients["visitor"].GetAsync("/sign-in", TestContext.Current.CancellationToken);
        _formToken = FormField().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        _formCookie = page.Headers.GetValues("Set-Cookie").Select(cookie => FormCookie().Match(cookie))
            .First(match => match.Success).Groups[1].Value;
    }

    [GeneratedRegex(@"\{\*{0,2}([a-z]\w*)(?::\w+)?\}")]
    private static partial Regex Names();

    [GeneratedRegex("name=\"_form\" value=\"([^\"]+)\"")]
    private static partial Regex FormField();

    [GeneratedRegex("^form=([^;]+)")]
    private static partial Regex FormCookie();
}

/// <summary>How the site answered.</summary>
public sealed record PermissionAnswer(int Status, string Text, string? Location)
{
    /// <summary>True where nothing was shown, done or told but where one could sign in.</summary>
    public bool IsNo => Status is 400 or 401 or 404
        || (Status == 302 && Location!.StartsWith("/sign-in", StringComparison.Ordinal));

    /// <summary>What tells one "no" from another: the problem's code, or where somebody was led.</summary>
    public string? Why => Location?.Split('?')[0]
        ?? (Text.StartsWith('{') && JsonDocument.Parse(Text).RootElement.TryGetProperty("code", out var code)
            ? code.GetString()
            : null);
}
