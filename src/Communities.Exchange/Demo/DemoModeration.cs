using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// How order was kept in a sample community: settings, rules, policies, and cases in every state. It is asked of the
/// actors behind the import, at its own times, since exchange files hold no cases.
/// </summary>
public sealed class DemoModeration(IActors actors, DemoCommunity community, DateTimeOffset now)
{
    private const int PastCases = 34;
    private const string Other = "nobody-yet";

    private readonly DemoTexts _texts = community.Texts;
    private readonly ModerationSettings _settings = ModerationSettings.Default;
    private readonly Random _chance = new(community.Slug.Length);

    /// <summary>Plays all of it; what an actor refuses is left at that.</summary>
    public async Task Play()
    {
        await Set();
        await Promulgate();
        await Remember();
        await Happen();
    }

    private async Task Set()
    {
        var at = now.AddDays(-150);
        var templates = _texts.Rows("templates").Select(row => new ReasonTemplate(row[0], row[1]));
        await Ask(community.Slug, new CommunityCommand.SetModeration(
            _settings with { Templates = [.. templates], IsNamed = true }), DemoCommunity.Owner, at);
        var rows = _texts.Rows("automod").ToList();
        var newcomers = new AutomodScope(SparedTrust: 1);
        AutomodRule[] rules =
        [
            new("links", rows[0][0], AutomodTest.Links, [], 1, 0, newcomers,
                new(AutomodActionKind.Block, rows[0][1]), true),
            new("insults", rows[1][0], AutomodTest.Words, [.. rows[1][1].Split(", ")], 0, 0,
                AutomodScope.Everybody, new(AutomodActionKind.Hold), true),
            new("again", rows[2][0], AutomodTest.Repeated, [], 3, 10, AutomodScope.Everybody,
                new(AutomodActionKind.Flag), true),
        ];
        foreach (var (i, rule) in rules.Index())
            await Ask(
                community.Slug, new CommunityCommand.SetAutomodRule(rule), DemoCommunity.Owner, at.AddDays(30 * i));
    }

    // A second version in force, and a third to come.
    private async Task Promulgate()
    {
        var (rules, news) = (_texts.Whole("rules"), _texts.Lines("policy"));
        var key = Keys.OfPolicy(community.Slug, Policy.Netiquette);
        await Ask(
            key, new PolicyCommand.Publish($"{rules}\n{news[1]}", news[0]), DemoCommunity.Owner, now.AddDays(-80));
        await Ask(
            key, new PolicyCommand.Publish($"{rules}\n{news[1]}\n{news[3]}", news[2], now.AddDays(9)),
            DemoCommunity.Owner, now.AddDays(-2));
    }

    // What was reported over the last months, and decided within hours: most of it stays, as it does anywhere.
    private async Task Remember()
    {
        var posts = community.Records.Where(record => record.Kind == Record.Post && NumberOf(record) > 1
            && record.Time > now.AddDays(-170) && record.Time < now.AddDays(-6)).ToList();
        var trouble = _texts.Rows("trouble").ToList();
        for (var i = 0; i < PastCases && posts.Count > 0; i++)
        {
            var post = posts[(posts.Count - 1) * i / PastCases];
            var row = trouble[_chance.Next(trouble.Count - 1)];
            var it = new Incident(post.Thread!, NumberOf(post), post.Author!, post.Text!, TitleOf(post.Thread!), row);
            var at = post.Time.AddHours(1 + _chance.Next(6));
            if (it.Author == DemoCommunity.Moderator || it.Author == DemoCommunity.Owner) continue;
            await Report(it, Somebody(it.Author), at);
            MeasureKind[] did = (i % 5) switch
            {
                0 => [MeasureKind.Hide],
                3 when i % 2 == 0 => [MeasureKind.Warn],
                _ => [MeasureKind.Keep],
            };
            await Decide(it, at.AddMinutes(20 + _chance.Next(600)), [.. did.Select(kind => new Measure(kind))]);
        }
    }

    // The last days: one case of each kind that a queue can hold.
    private async Task Happen()
    {
        var trouble = _texts.Rows("trouble").ToList();
        var appeals = _texts.Rows("appeal").ToList();

        var spam = await Write(trouble[0], "dealz", 40);
        foreach (var hours in (int[])[39, 38, 37]) await Report(spam, Somebody(spam.Author), now.AddHours(-hours));
        await Decide(spam, now.AddHours(-36), new(MeasureKind.Remove), new(MeasureKind.Ban));

        var overturned = await Write(trouble[1], Somebody(), 30);
        await Report(overturned, DemoCommunity.Participant, now.AddHours(-29));
        await Decide(overturned, now.AddHours(-28), new(MeasureKind.Hide), new(MeasureKind.Warn));
        await Ask(Key(overturned), new CaseCommand.Appeal(1, appeals[0][0]), overturned.Author, now.AddHours(-20));
        await Ask(
            Key(overturned), new CaseCommand.AnswerAppeal(1, true, appeals[0][1]), DemoCommunity.Owner,
            now.AddHours(-18));

        var appealed = await Write(trouble[2], DemoCommunity.Participant, 16);
        await Report(appealed, Somebody(appealed.Author), now.AddHours(-15));
        await Decide(appealed, now.AddHours(-14), new(MeasureKind.Hide), new(MeasureKind.Warn));
        await Ask(Key(appealed), new CaseCommand.Appeal(1, appeals[1][0]), appealed.Author, now.AddHours(-3));

        var change = await Write(trouble[3], Somebody(), 12);
        await Report(change, Somebody(change.Author), now.AddHours(-11));
        await Decide(change, now.AddHours(-10), new Measure(MeasureKind.RequestEdit));

        var open = await Write(trouble[4], Somebody(), 7);
        await Report(open, Somebody(open.Author), now.AddHours(-6));
        await Report(open, DemoCommunity.Participant, now.AddHours(-5));
        await Ask(Key(open), new CaseCommand.Annotate(trouble[4][3]), DemoCommunity.Moderator, now.AddHours(-4.5));

        var illegal = await Write(trouble[5], Somebody(), 5);
        await Report(illegal, Somebody(illegal.Author), now.AddHours(-4));
        await Ask(Key(illegal), new CaseCommand.Escalate(trouble[5][2]), DemoCommunity.Moderator, now.AddHours(-3));

        var fresh = await Write(trouble[6], Somebody(), 2);
        await Report(fresh, Somebody(fresh.Author), now.AddHours(-1));
        await Ask(Key(fresh), new CaseCommand.Claim(), DemoCommunity.Owner, now.AddMinutes(-5));

        await Write(trouble[1], Somebody(), 1, new Screening(true, false, 0, ["insults"], 88));
    }

    // A reply to a thread in which people write these days.
    private async Task<Incident> Write(string[] row, string author, double hoursAgo, Screening? screening = null)
    {
        var at = now.AddHours(-hoursAgo);
        await actors.Ask(
            Keys.OfAccount(author), new AccountCommand.Open(author, null, community.Language), Call.System());
        await Ask(
            Keys.OfMember(community.Slug, author), new MemberCommand.Join(author), author, at.AddMinutes(-30));
        var thread = community.LivelyThreads[_chance.Next(community.LivelyThreads.Count)];
        var answer = await actors.Ask(
            Keys.OfThread(community.Slug, thread), new ThreadCommand.Reply(row[1], Screening: screening),
            new Call(author, new Standing(Role.Member, 1), At: at));
        return new Incident(
            thread, answer.First<ThreadEvent.Replied>()?.Number ?? 1, author, row[1], TitleOf(thread), row);
    }

    // Straight to the case, at its own time: what members send passes through reactors, which live today.
    private async Task Report(Incident it, string by, DateTimeOffset at)
    {
        var reason = _settings.ReasonOf(it.Row[0])!;
        await actors.Ask(
            Key(it),
            new CaseCommand.Receive(
                by, reason.Slug, reason.Rule, 3, new ReportedContent(it.Author, null, it.Text, Title: it.Title),
                _settings.Thresholds, it.Row[2], reason.IsIllegal),
            Call.System(at: at));
    }

    private Task Decide(Incident it, DateTimeOffset at, params ImmutableArray<Measure> measures)
    {
        var isKept = measures is [{ Kind: MeasureKind.Keep }];
        var reason = _settings.ReasonOf(it.Row[0])!;
        return Ask(
            Key(it),
            new CaseCommand.Decide(
                measures, isKept ? null : reason.Slug, isKept ? "" : reason.Rule, isKept ? "" : it.Row[3]),
            DemoCommunity.Moderator, at);
    }

    private async Task Ask<TActor>(
        string key, ICommand<TActor> command, string by, DateTimeOffset at)
        where TActor : class, IActor
    {
        var held = by == DemoCommunity.Owner ? Role.Owner
            : by == DemoCommunity.Moderator ? Role.Moderator
            : Role.Member;
        await actors.Ask(key, command, new Call(by, new Standing(held, 2, MayJoin: true), At: at));
    }

    private string TitleOf(string thread) =>
        community.Records.First(record => record.Kind == Record.OfThread && record.Id == thread).Title!;

    private string Key(Incident it) => Keys.OfCase(community.Slug, it.Subject);

    // Not one of the three whose sign-ins are printed.
    private string Somebody(string butNot = Other)
    {
        string account;
        do account = community.Members[_chance.Next(30, community.Members.Count)];
        while (account == butNot);
        return account;
    }

    private static int NumberOf(Record post) =>
        int.Parse(post.Id.AsSpan(post.Id.IndexOf('/', StringComparison.Ordinal) + 1),
            System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Incident(string Thread, int Number, string Author, string Text, string Title, string[] Row)
    {
        public Subject Subject { get; } = Subject.OfPost(Thread, Number);
    }
}
