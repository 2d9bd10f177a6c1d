using System.Globalization;
using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// The newcomers of a sample community's last month: they join, are taken along step by step, and do much of it, some
/// of it, or nothing. Each command is what a member or an alarm would have asked, at its own time.
/// </summary>
/// <param name="actors">Whom it asks.</param>
/// <param name="community">The community, of which the journey is switched on.</param>
/// <param name="now">When it all ends.</param>
/// <param name="whenQuiet">Waits for what follows from what was asked: what a member did is counted by then.</param>
public sealed class DemoJourneys(
    IActors actors, DemoCommunity community, DateTimeOffset now, Func<Task> whenQuiet)
{
    private const int GreetedAfterHours = 2;

    private readonly DemoTexts _texts = DemoTexts.Load($"{community.Slug}-newcomers");
    private readonly List<string> _accounts = [];
    private readonly List<string> _refused = [];
    private (string Key, int Post) _shown; // What the latest newcomers saw first.
    private uint _asked;

    /// <summary>The newcomers' accounts, in the order in which they joined.</summary>
    public IReadOnlyList<string> Accounts => _accounts;

    /// <summary>What was refused, of which nothing should be.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>Plays all of it; what an actor refuses is left at that, and kept in <see cref="Refused"/>.</summary>
    public async Task Play()
    {
        _shown = (Keys.OfThread(community.Slug, community.LivelyThreads[0]), 1);
        foreach (var row in _texts.Rows("newcomers"))
            await Arrive(new Newcomer(
                row[0], Names.Slug(row[0], 30), now.AddDays(-double.Parse(row[1], CultureInfo.InvariantCulture)),
                row[3..]), Deeds(row[2]));
    }

    // What the journey says and what the newcomer does, as it came.
    private async Task Arrive(Newcomer who, Queue<(string Deed, double Hours)> deeds)
    {
        _accounts.Add(who.Account);
        await Ask(Keys.OfAccount(who.Account), new AccountCommand.Open(who.Name, null, community.Language), who.Joined);
        var key = Keys.OfMember(community.Slug, who.Account);
        await Ask(key, new MemberCommand.Join(who.Name), who.Joined, who.Account);
        var offered = await Ask(community.Slug, new CommunityCommand.OfferJourney(who.Account), who.Joined);
        if (offered.First<CommunityEvent.JourneyOffered>() is not { } its) return;
        await Ask(key, new MemberCommand.BeginJourney(its.Steps), who.Joined);
        while (true)
        {
            var step = (await actors.See<Member>(key)).Walk?.NextAt ?? DateTimeOffset.MaxValue;
            var deed = deeds.TryPeek(out var next) ? who.Joined.AddHours(next.Hours) : DateTimeOffset.MaxValue;
            if (step > now && deed > now) return;
            if (step <= deed)
            {
                await Ask(key, new MemberCommand.TakeStep(), step);
                continue;
            }

            await Do(who, deeds.Dequeue().Deed, deed);
            await whenQuiet();
        }
    }

    private Task Do(Newcomer who, string deed, DateTimeOffset at) => deed switch
    {
        "introduce" => Introduce(who, at),
        "react" => Ask(_shown.Key, new ThreadCommand.React(_shown.Post, Reactions.Like), at, who.Account),
        "answer" => Ask(_shown.Key, new ThreadCommand.Reply(who.Said[3]), at, who.Account),
        "profile" => Ask(
            Keys.OfMember(community.Slug, who.Account), new MemberCommand.Describe(who.Name, Biography(who)), at,
            who.Account),
        _ => Inquire(who, at),
    };

    // title | text | greeting | what the newcomer answers: who has no greeting yet still waits for it.
    private async Task Introduce(Newcomer who, DateTimeOffset at)
    {
        var (state, greeting) = (await actors.See<Community>(community.Slug), who.Said.ElementAtOrDefault(2));
        var key = Keys.OfThread(community.Slug, NewId(at));
        await Ask(
            key, new ThreadCommand.Open(
                who.Said[0], who.Said[1], state.Introductions?.Category, [],
                GreetBy: at.AddHours(state.Introductions?.GreetHours ?? Introductions.GreetFirst)),
            at, who.Account, isOver: greeting is { Length: > 0 });
        if (greeting is not { Length: > 0 }) return;
        await Ask(key, new ThreadCommand.Reply(greeting), at.AddHours(GreetedAfterHours), Regular(_accounts.Count % 3));
        _shown = (key, 2);
    }

    // A first question like those of others, and what somebody advised.
    private async Task Inquire(Newcomer who, DateTimeOffset at)
    {
        var faults = community.Texts.Rows("faults").ToList();
        var (fault, chance) = (faults[_accounts.Count * 5 % faults.Count], new Random(_accounts.Count));
        var key = Keys.OfThread(community.Slug, NewId(at));
        await Ask(
            key, new ThreadCommand.Open(
                Fill(community.Texts.Alternatives("titles")[1]), Fill(community.Texts.Alternatives("asks")[2]),
                fault[0], [Names.Slug(fault[1], 30)]),
            at, who.Account);
        if (at.AddHours(5) <= now) await Ask(key, new ThreadCommand.Reply(fault[4]), at.AddHours(5), Regular(7));

        string Fill(string text) => DemoCommunity.Fill(text, fault, chance);
    }

    private string Biography(Newcomer who)
    {
        var all = community.Texts.Alternatives("bios");
        return all[who.Name.Length % all.Length];
    }

    private static Queue<(string Deed, double Hours)> Deeds(string field) => new(field
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(deed => deed.Split(' '))
        .Select(deed => (deed[0], double.Parse(deed[1], CultureInfo.InvariantCulture)))
        .OrderBy(deed => deed.Item2));

    // Behind those whose sign-ins are printed; the first of them are ambassadors.
    private string Regular(int which) => community.Members[3 + which];

    private string NewId(DateTimeOffset at) => Keys.NewThread(at, 40_000 + ++_asked);

    // What is told as over rings no alarm of the past at once, and reaches nobody as news.
    private async Task<Answer> Ask<TActor>(
        string key, ICommand<TActor> command, DateTimeOffset at, string by = "", bool isOver = true)
        where TActor : class, IActor
    {
        var standing = by.Length == 0 ? Standing.System : new Standing(Role.Member, MayJoin: true);
        var id = isOver ? $"{Call.RetellingPrefix}newcomers/{++_asked}" : null;
        var answer = await actors.Ask(key, command, new Call(by, standing, id, at));
        if (answer.Refusal is { } no) _refused.Add($"{command.GetType().Name}: {no.Reason}");
        return answer;
    }

    private sealed record Newcomer(string Name, string Account, DateTimeOffset Joined, string[] Said);
}
