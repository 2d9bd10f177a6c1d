using System.Collections.Immutable;
using System.Globalization;
using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// How a sample community is animated: a journey for newcomers, a calendar, gatherings gone by and to come, a contest
/// and thanks. Like <see cref="DemoModeration"/> it is asked of the actors behind the import, at its own times.
/// </summary>
/// <param name="actors">Whom it asks.</param>
/// <param name="community">The community, which has been imported.</param>
/// <param name="now">When it all ends.</param>
/// <param name="whenQuiet">Waits for what follows from what was asked.</param>
public sealed partial class DemoMonth(
    IActors actors, DemoCommunity community, DateTimeOffset now, Func<Task> whenQuiet)
{
    private const string NoPlace = "";

    private readonly DemoTexts _texts = community.Texts;
    private readonly Random _chance = new(community.Slug.Length);
    private readonly List<string> _refused = [];

    /// <summary>What was refused, of which nothing should be.</summary>
    public IReadOnlyList<string> Refused => _refused;

    private string Zone => _texts.Lines("zone")[0];

    // Some of those who write most, but none whose sign-ins are printed.
    private IEnumerable<string> Regulars => community.Members.Where(member => member is not (DemoCommunity.Owner
        or DemoCommunity.Moderator or DemoCommunity.Participant)).Take(24);

    /// <summary>Plays all of it; what an actor refuses is left at that, and kept in <see cref="Refused"/>.</summary>
    public async Task Play()
    {
        await Welcome();
        await Recognise();
        await Plan();
        await Interview();
        await Gather();
        await Compete();
        await whenQuiet();
    }

    private async Task Welcome()
    {
        var (at, lines) = (now.AddDays(-60), _texts.Lines("welcome"));
        var row = _texts.Rows("welcome").First();
        await Owner(community.Slug, new CommunityCommand.SetZone(Zone), at);
        await Owner(
            community.Slug, new CommunityCommand.AddCategory(
                new Category(row[0], row[1], row[2], null, int.Parse(row[4], CultureInfo.InvariantCulture))), at);
        await Owner(
            community.Slug,
            new CommunityCommand.SetIntroductions(new Introductions(row[0], lines[1], [.. lines.Skip(2)])), at);
        await Owner(
            community.Slug, new CommunityCommand.SetJourney(Journey.Default with { IsOn = true }), at);
        await Owner(
            community.Slug, new CommunityCommand.SetQuestions(QuestionSettings.Default with
            {
                Categories = [new AnswerTarget(_texts.Rows("categories").First()[0], 24, IsSolved: true)],
            }),
            at);
    }

    private async Task Recognise()
    {
        var badge = _texts.Rows("badges").First();
        await Owner(
            community.Slug, new CommunityCommand.SetRecognition(false, _texts.Whole("expected")), now.AddDays(-50));
        await Owner(
            community.Slug, new CommunityCommand.SetBadge(new OwnBadge(badge[0], badge[1], badge[3], badge[2])),
            now.AddDays(-50));
        foreach (var (i, account) in Regulars.Take(3).Index())
        {
            var key = Keys.OfMember(community.Slug, account);
            await Owner(key, new MemberCommand.Entrust(true), now.AddDays(-40 + i));
            await Owner(key, new MemberCommand.Award(badge[0]), now.AddDays(-20 + i));
            await Ask(key, new MemberCommand.Thank(_texts.Whole("thanks")), DemoCommunity.Participant, now.AddDays(-3));
        }
    }

    // kind | title | category | text | weekly, idea or days from now | option | option …
    private async Task Plan()
    {
        foreach (var (i, row) in _texts.Rows("slots").Index())
        {
            var at = now.AddDays(-4).AddMinutes(i);
            var kind = Enum.Parse<SlotKind>(row[0]);
            var poll = kind == SlotKind.Poll
                ? new SlotPoll([.. row[5..]], new PollTerms(VotingWay.Single, 1, 1), 7)
                : null;
            var content = new SlotContent(
                kind, row[1], row[3], i % 2 == 0 ? DemoCommunity.Owner : DemoCommunity.Moderator, row[2], poll,
                Language: community.Language);
            var day = DateOnly.FromDateTime(ZonedTime.Local(now, Zone).Date.AddDays(
                int.TryParse(row[4], out var days) ? days : 1));
            var time = row[4] == "idea" ? null : new SlotTime(day.ToDateTime(new TimeOnly(9, 0)), Zone);
            var rhythm = row[4] == "weekly" ? new Recurrence(Rhythm.Weekly, day, new TimeOnly(9, 0)) : null;
            var key = Keys.OfSlot(community.Slug, NewId(at));
            await Owner(key, new SlotCommand.Open(content, time, rhythm), at);
            if (time is null) continue;
            await Owner(key, new SlotCommand.Review(IsAlone: true), at.AddHours(3));
            if (i != 2) await Owner(key, new SlotCommand.Schedule(), at.AddHours(4)); // One still waits for that.
        }
    }

    // form | title | text | place | days from now | hour | hours | capacity | recap's title | recap
    private async Task Gather()
    {
        foreach (var row in _texts.Rows("gatherings"))
        {
            var numbers = row[4..8].Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            var day = ZonedTime.Local(now, Zone).Date.AddDays(numbers[0]);
            var starts = ZonedTime.At(day.AddHours(numbers[1]), Zone).At;
            var (form, at) = (Enum.Parse<GatheringForm>(row[0]), starts.AddDays(numbers[0] < 0 ? -9 : -28));
            if (at > now) at = now.AddDays(-1);
            var id = NewId(at);
            var key = Keys.OfGathering(community.Slug, id);
            await Owner(key, new GatheringCommand.Plan(new GatheringPlan(
                form, row[1], row[2], starts, starts.AddHours(numbers[2]), Zone,
                row[3].Length > 0 ? row[3] : NoPlace, null, numbers[3], [DemoCommunity.Moderator],
                GatheringPlan.DefaultReminders)), at);
            var coming = Regulars.Where((_, i) => (i + numbers[0]) % 2 == 0).ToList();
            if (row.Length > 9)
            {
                await LookBack(key, [.. coming.Take(9)], starts.AddHours(numbers[2]), row[8..10]);
                continue;
            }

            foreach (var (i, account) in coming.Index())
                await Ask(
                    key, new GatheringCommand.Respond(i % 5 == 4 ? Rsvp.Interested : Rsvp.Going), account,
                    at.AddMinutes(40 * (i + 1)));
            if (GatheringPlan.HasBoard(form)) await Propose(key, coming, starts, at.AddHours(20));
        }
    }

    private async Task Propose(string key, List<string> coming, DateTimeOffset starts, DateTimeOffset at)
    {
        var rooms = _texts.Lines("rooms-of-the-day");
        await Owner(
            key, new GatheringCommand.SetBoard([.. rooms], [starts.AddHours(1), starts.AddHours(3)]), at.AddHours(-1));
        foreach (var (i, title) in _texts.Lines("sessions-of-the-day").Index())
        {
            await Ask(key, new GatheringCommand.Propose(title), coming[i], at.AddMinutes(i));
            foreach (var voter in coming.Skip(3 + i).Take(5 - i))
                await Ask(key, new GatheringCommand.Vote(i + 1), voter, at.AddHours(1 + i));
        }

        // The third stays open: it is the next that the hosts put on the board.
        for (var i = 1; i <= 2; i++) await Owner(key, new GatheringCommand.PlaceSession(i, i, 1), at.AddHours(5));
    }

    private async Task LookBack(string key, ImmutableArray<string> came, DateTimeOffset ended, string[] recap)
    {
        await whenQuiet(); // Its alarms have rung at once: nobody could answer any more, but they did come.
        await Owner(key, new GatheringCommand.Attend(came), ended.AddHours(1));
        await Owner(key, new GatheringCommand.Recap(recap[0], recap[1]), ended.AddHours(20));
    }

    // title | rules | category | words
    private async Task Compete()
    {
        var (row, at) = (_texts.Rows("contest").First(), now.AddDays(-5));
        var id = NewId(at);
        await Owner(
            Keys.OfContest(community.Slug, id),
            new ContestCommand.Open(
                row[0], row[1], row[2], new ContestTerms(now.AddDays(5), now.AddDays(12), VotesEach: 2), [], row[3]),
            at);
        await whenQuiet(); // Its thread is open.
        foreach (var (i, text) in _texts.Lines("entries").Index())
        {
            var account = Regulars.ElementAt(i);
            var answer = await Ask(
                Keys.OfThread(community.Slug, id), new ThreadCommand.Reply(text), account, at.AddHours(9 * (i + 1)));
            if (answer.First<ThreadEvent.Replied>() is not { } entry) continue;
            await whenQuiet();
            await Ask(
                Keys.OfContest(community.Slug, id), new ContestCommand.Enter(entry.Number), account,
                at.AddHours(9 * (i + 1)).AddMinutes(1));
        }
    }

    private string NewId(DateTimeOffset at) => Keys.NewThread(at, (uint)_chance.NextInt64(uint.MaxValue));

    private Task<Answer> Owner<TActor>(string key, ICommand<TActor> command, DateTimeOffset at)
        where TActor : class, IActor => Ask(key, command, DemoCommunity.Owner, at);

    private async Task<Answer> Ask<TActor>(string key, ICommand<TActor> command, string by, DateTimeOffset at)
        where TActor : class, IActor
    {
        var held = by == DemoCommunity.Owner ? Role.Owner : Role.Member;
        var answer = await actors.Ask(key, command, new Call(by, new Standing(held, 2, MayJoin: true), At: at));
        if (answer.Refusal is { } no) _refused.Add($"{command.GetType().Name}: {no.Reason}");
        return answer;
    }
}
