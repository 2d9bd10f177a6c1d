using System.Net;
using System.Net.Http.Headers;
using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>
/// A site with a community to look at: a visitor, a member, a moderator and an owner of each language.
/// </summary>
public partial class PagesSite : ApiSite, IAsyncLifetime
{
    private static readonly string[] _people = ["owner", "mod", "mia"];
    private readonly Dictionary<string, string> _threads = [];

    /// <summary>A thread of a few posts of the member.</summary>
    public string Thread => _threads["en"];

    /// <summary>A thread of 121 posts, one a day.</summary>
    public string LongThread { get; private set; } = "";

    /// <summary>An issue of the newsletter, which is sent.</summary>
    public string Newsletter { get; } = "01k000000000000n";

    /// <summary>The key in a letter to mia.</summary>
    public string Letter => Services.GetRequiredService<LetterKeys>()
        .Of(Keys.OfRecipient("repair", "mia"), "digest-1", LetterKind.Digest);

    /// <summary>The key by which an address says yes.</summary>
    public string Confirmation => Services.GetRequiredService<LetterKeys>()
        .OfConfirmation(Keys.OfSubscriber("repair", "zoe@example.org"), Time.GetUtcNow().AddDays(1));

    /// <summary>A ranked poll, in the open, with votes of all but the member.</summary>
    public string Poll { get; } = "01k0000000000009";

    /// <summary>A barcamp with two sessions, one of them on the board, a guest and a code at the door.</summary>
    public const string Barcamp = "01k0000000000011";

    /// <summary>A live room that is open, in which something was written.</summary>
    public const string Room = "01k0000000000021";

    /// <summary>A meetup that is over, to which somebody came.</summary>
    public const string Over = "01k0000000000031";

    /// <summary>The id of a contest with an entry.</summary>
    public string Contest { get; } = "01k0000000000008";

    /// <summary>The id of an open case about a post: reported twice, with a note.</summary>
    public string Case { get; private set; } = "";

    /// <summary>A post about which there is a decision, and an objection to it.</summary>
    public string Decided { get; private set; } = "";

    public DateTimeOffset LongThreadOpened { get; } = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What a browser of this account, or of a visitor, does without script.</summary>
    public HttpClient Browser(string account, string language, bool follows = true)
    {
        var browser = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = follows, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
        };
        browser.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        if (account.Length > 0)
            browser.DefaultRequestHeaders.Authorization = new("Bearer", As(Named(account, language)).Result.Token);
        return browser;
    }

    /// <summary>The same address as this account sees it: its own thread.</summary>
    public string ThreadOf(string language) => _threads[language];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        foreach (var language in Languages.Known)
            foreach (var person in _people)
            {
                var account = Named(person, language);
                await As(account, isOperator: person == "owner");
                await Actors.Ask(
                    Keys.OfAccount(account),
                    new AccountCommand.Prefer(account, Preferences.Default with { Language = language }),
                    Call.System());
            }

        await Found("repair", "owner", Visibility.Public, ("owner-fr", Role.Owner), ("mod", Role.Moderator),
            ("mod-fr", Role.Moderator), ("mia", Role.Member), ("mia-fr", Role.Member));
        await Found("hidden", "owner", Visibility.Private);
        await Actors.Ask("repair", new CommunityCommand.AddCategory(new Category("bikes", "Bicycles")), Call.System());
        await Actors.Ask("repair", new CommunityCommand.AddCategory(new Category("wheels", "Wheels", Parent: "bikes")),
            Call.System());
        await Purposed();
        await Actors.Ask(
            "repair/netiquette", new PolicyCommand.Publish("1. Be *kind*.\n2. Say what you tried."),
            new Call("owner", Standing.System));
        await Actors.Ask(
            "repair/netiquette",
            new PolicyCommand.Publish("1. Be *kind*.\n2. Say what you tried, and how.", "How, and not only what."),
            new Call("owner", Standing.System));
        await Actors.Ask(
            "repair/netiquette", new PolicyCommand.SaveDraft("1. Be *kind*.", "Shorter."),
            new Call("owner", Standing.System));
        await Actors.Ask(
            "repair/helpers",
            new GroupCommand.Found("Helpers", "Who *help*.", GroupAccess.Request, GroupCallers.Everybody),
            new Call("owner", Standing.System));
        foreach (var language in Languages.Known) _threads[language] = await Discussion(Named("mia", language));
        LongThread = await Long();
        await Asked();
        await Planned();
        await Hold();
        foreach (var language in Languages.Known) await Talked(language);
        await Reported();
        await Warned();
        await this.Gather();
        await CaughtUp();
    }

    private static string Named(string account, string language) => language == "fr" ? $"{account}-fr" : account;

    private async Task<string> Discussion(string account)
    {
        var thread = await Open("repair", account, "How do I true a wheel?", "It wobbles, and the **wheel** rubs.");
        var key = Keys.OfThread("repair", thread);
        await Reply("repair", thread, account, "I have tried a spoke key.");
        await Reply("repair", thread, "mod", "Go slowly.");
        var by = new Call(account, new Standing(Role.Member));
        await Actors.Ask(key, new ThreadCommand.Organise("How do I true a wheel?", "wheels", ["spokes", "été"]), by);
        await Actors.Ask(key, new ThreadCommand.React(3, "like"), by);
        await Actors.Ask(key, new ThreadCommand.Reply("A reply to the second.", 2), by);
        await Actors.Ask(key, new ThreadCommand.Accept(3), by);
        await Actors.Ask(key, new ThreadCommand.Slow(60), Call.System());
        return thread;
    }

    /// <summary>A conversation of the member with the moderator.</summary>
    public string ConversationOf(string language) => language == "fr" ? "01k0000000000007" : "01k0000000000008";

    private async Task Talked(string language)
    {
        var (key, mia) = (Keys.OfConversation("repair", ConversationOf(language)), Named("mia", language));
        var (me, mod) = (new Call(mia, new Standing(Role.Member)), new Call("mod", new Standing(Role.Moderator)));
        await Actors.Ask(key, new ConversationCommand.Start("A spare wheel", "Do you **still** have it?", ["mod"]), me);
        await Actors.Ask(key, new ConversationCommand.Send("Yes, come by."), mod);
    }

    private async Task Hold()
    {
        var now = Time.GetUtcNow();
        var key = Keys.OfContest("repair", Contest);
        var mod = new Call("mod", Standing.System);
        await Actors.Ask(
            key,
            new ContestCommand.Open(
                "The finest bell", "Show *yours*.", null, new(now.AddDays(7), now.AddDays(14)), [], "{results}"),
            mod);
        await Actors.Ask(key, new ThreadCommand.Open("The finest bell", "Show *yours*.", null, []), mod);
        await Actors.Ask(key, new ThreadCommand.Reply("Mine rings."), mod);
        await Actors.Ask(key, new ContestCommand.Enter(2), mod);
        await Actors.Ask(Keys.OfMember("repair", "mia"), new MemberCommand.Entrust(true), mod);
    }

    private async Task Asked()
    {
        var (key, ranked) = (Keys.OfPoll("repair", Poll), new PollTerms(VotingWay.Ranked, 1, 3, IsSecret: false));
        var mod = new Call("mod", new Standing(Role.Moderator));
        var issue = Keys.OfNewsletter("repair", Newsletter);
        await Actors.Ask(issue, new NewsletterCommand.Save(new(
            [new("en", "In March", "A **calm** month.", "See you."), new("fr", "En mars", "Un mois calme.")],
            [Poll], Results: true)), Call.System());
        await Actors.Ask(issue, new NewsletterCommand.Send(), new Call("owner", new Standing(Role.Owner)));
        await Actors.Ask(key, new PollCommand.Open("Which tyre?", ["Slick", "Studded", "Wide"], ranked, null), mod);
        await Actors.Ask(
            Keys.OfThread("repair", Poll), new ThreadCommand.Open("Tyres", "Which one?", null, [], Poll), mod);
        await CaughtUp();
        foreach (var (voter, choice) in new[] { ("mod", 1), ("owner", 1), ("owner-fr", 2), ("mod-fr", 2), ("bob", 3) })
            await Actors.Ask(key, new PollCommand.Vote([choice]), new Call(voter, new Standing(Role.Member)));
    }

    private async Task Warned()
    {
        const string text = "Tyres, **half price**, only here.";
        await Actors.Ask(
            Keys.OfMember("repair", "seller"), new MemberCommand.Join("Seller"), new Call("", Standing.System));
        var subject = Subject.OfPost(await Open("repair", "seller", "Tyres", text), 1);
        var (key, mod) = (Keys.OfCase("repair", subject), new Call("mod", new Standing(Role.Moderator)));
        var rule = ModerationSettings.Default.ReasonOf("spam")!;
        await Actors.Ask(
            key, new CaseCommand.Open(new ReportedContent("seller", null, text, 1, "Tyres")), mod);
        await Actors.Ask(
            key, new CaseCommand.Decide([new(MeasureKind.Warn)], rule.Slug, rule.Rule, "Please do not advertise."),
            mod);
        await Actors.Ask(
            key, new CaseCommand.Appeal(1, "They were for free."), new Call("seller", new Standing(Role.Member)));
        Decided = subject.ToString();
    }

    private async Task Reported()
    {
        var subject = Subject.OfPost(await Open("repair", "mia", "A wheel to sell", "Cheap **wheels** here."), 1);
        var key = Keys.OfCase("repair", subject);
        var content = new ReportedContent("mia", null, "Cheap **wheels** here.", 1, "A wheel to sell", 62);
        foreach (var reporter in (string[])["mia-fr", "owner-fr"])
            await Actors.Ask(
                key,
                new CaseCommand.Receive(
                    reporter, "spam", "No spam.", 2, content, new Thresholds(0, 0, 0), "It is an advertisement."),
                Call.System());
        await Actors.Ask(
            key, new CaseCommand.Annotate("Again."), new Call("mod-fr", new Standing(Role.Moderator)));
        Case = subject.ToString();
    }

    private async Task<string> Long()
    {
        // As long as a post of the real communities is in the middle of them.
        const string Text =
            "I took the wheel out, cleaned the rim with vinegar and put everything back where it belongs. "
            + "Then I rode around the lake twice to hear whether the noise had gone, which it had not, because it "
            + "came from the saddle all along. So look at the whole bicycle first, and write down what you change, "
            + "one thing at a time: it saves you an evening, and the next person who reads this a whole weekend.";
        var thread = Keys.NewThread(LongThreadOpened, 1);
        var key = Keys.OfThread("repair", thread);
        await Actors.Ask(key, new ThreadCommand.Open("A long one", Text, null, []), At("mod", 0));
        for (var day = 1; day <= 120; day++)
            await Actors.Ask(key, new ThreadCommand.Reply(Text), At(day % 2 == 0 ? "mia" : "mod", day));
        return thread;

        Call At(string account, int day) =>
            new(account, new Standing(Role.Member), null, LongThreadOpened.AddDays(day));
    }
}
