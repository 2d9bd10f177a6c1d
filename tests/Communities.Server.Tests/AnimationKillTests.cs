using Communities.Actors;
using Communities.Local;
using Communities.Suites;
using Communities.Web;
using Communities.Web.Tests;

namespace Communities.Server.Tests;

/// <summary>
/// What comes by itself (steps of newcomers, reminders, slots, newsletters, the ends of contests and rooms) comes once,
/// however often the program is killed while it comes, and also where its time came while the program did not run.
/// </summary>
public sealed partial class AnimationKillTests : IDisposable
{
    private const string Place = "live";
    private const string Owner = "boss";
    private const int Members = 8;
    private const int Slots = 6;
    private const int Gatherings = 4;
    private const int Issues = 2;

    // As often as the journal is written to before it serves.
    private const int WritesMax = 12;

    // Each kind of round; after more of them no letter might be left at which to kill it.
    private static readonly int _rounds = KilledServer.Rounds(usual: 2, big: 5);
    private static readonly Call _owner = new(Owner, new Standing(Role.Owner, 4, IsOperator: true));

    private readonly KilledServer _killed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _killed.Dispose();

    [Fact]
    public async Task What_comes_by_itself_comes_once_through_every_kill()
    {
        await using var mail = new MailServer();
        var (token, lines) = (await Prepare(DateTimeOffset.UtcNow), new List<Task<int?>>());
        Configure(mail.Options);
        for (var round = 0; round < _rounds; round++)
        {
            // What was due meanwhile comes at once: slots, ends, messages, and what follows from each.
            using var server = _killed.Start();
            mail.OnTaken = _ => server.Kill();
            await _killed.Commits(_killed.Chance.Next(1, WritesMax), server.Serving());
            await server.Kill();
        }

        for (var round = 0; round < _rounds; round++)
        {
            using var server = _killed.Start();
            using var http = KilledServer.Client(await server.Serving(), token);
            var fatal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var left = _killed.Chance.Next(2, 7);

            // The mail server has it, and the program never hears of that.
            mail.OnTaken = async _ =>
            {
                await Task.WhenAny(Say(http, lines));
                if (Interlocked.Decrement(ref left) != 0) return;
                await Task.WhenAll(Say(http, lines), server.Kill());
                fatal.TrySetResult();
            };
            await fatal.Task.WaitAsync(Ct);
            await Task.WhenAll(lines);
        }

        mail.OnTaken = null;
        using (var last = _killed.Start())
        {
            await last.Serving();
            await KilledServer.Until(() => Task.FromResult(Wanted().All(
                wanted => mail.All.Any(taken => (taken.To, taken.Subject) == wanted))));
            await AllOver(last, token);
            last.Terminate(); // It settles what it has sent.
            await last.Ended();
        }

        // Each once, but for what was under way when a connection broke: the same letter again, as receivers can tell.
        var letters = mail.All.GroupBy(taken => (taken.To, taken.Subject)).ToList();
        Assert.Equal(Wanted().Order(), letters.Select(letter => letter.Key).Order());
        Assert.All(letters, letter => Assert.Single(letter.Select(taken => taken.Header("Message-ID")).Distinct()));
        var again = mail.All.Count - letters.Count;
        Assert.InRange(again, _rounds, 2 * _rounds * new MailOptions().Connections);

        var happened = await Journal();
        Assert.Equal(Slots, Once(happened, "slot.published"));
        Assert.Equal(Slots, happened.Count(envelope => envelope.Name == "thread.opened" && Title(envelope)
            .StartsWith("Slot ", StringComparison.Ordinal)));
        Assert.Equal(Gatherings, Once(happened, "gathering.reminded"));
        Assert.Equal(Members, Once(happened, "member.step-sent"));
        Assert.Equal(Members * (1 + Gatherings), Told(happened));
        Ended(happened);
        Heard(happened, lines);
        await _killed.Verified();
    }

    // What the members are to be sent: a step each, a reminder of each gathering, and each issue; who is banned, why.
    private static IEnumerable<(string To, string Subject)> Wanted()
    {
        yield return (Address(Members + 1), Texts.Of("en").MailSanctionSubject("Live"));
        for (var member = 1; member <= Members; member++)
        {
            var to = Address(member);
            yield return (to, "Tea is ready");
            for (var i = 1; i <= Issues; i++) yield return (to, $"Issue {i}");
            for (var i = 1; i <= Gatherings; i++)
                yield return (to, Texts.Of("en").LetterSoonSubject($"Gathering {i}"));
        }
    }

    private static string Address(int member) => $"m{member}@example.org";

    private void Configure(MailOptions mail)
    {
        foreach (var (name, value) in new (string, string?)[]
            {
                ("BaseUrl", "http://127.0.0.1"), ("Mail__Host", mail.Host), ("Mail__Port", $"{mail.Port}"),
                ("Mail__Tls", "false"), ("Mail__From", mail.From), ("Mail__User", mail.User),
                ("Mail__Password", mail.Password),
            })
            _killed.Environment[$"Communities__{name}"] = value!;
    }

    // Yesterday, by its own clock: whatever is planned for today then waits for the program. Gives the owner's token.
    private async Task<string> Prepare(DateTimeOffset now)
    {
        Directory.CreateDirectory(_killed.Data);
        var yesterday = now.AddDays(-1);
        await using var engine = await LocalEngine.Start(
            new LocalOptions { Directory = _killed.Data, Time = new ManualTime(yesterday) },
            Domain.Kinds, Domain.Reactors, Ct);
        await Account(engine, Owner, null);
        var (token, issued) = ApiTokens.New(Owner, "test");
        await Ask(engine, Keys.OfAccount(Owner), issued, Call.System());
        await Ask(engine, Place, new CommunityCommand.Found("Live", null, "en", Visibility.Public, Owner), _owner);
        await engine.WhenQuiet(Ct);
        await Ask(engine, Place, new CommunityCommand.SetJourney(new Journey(true, [new JourneyStep(
            "tea", StepKind.Custom, 24, IsByMail: true,
            [new StepText("en", "Tea is ready", "Come in, **{name}**.")])])), _owner);
        for (var member = 1; member <= Members; member++)
        {
            await Account(engine, $"m{member}", Address(member));
            var call = new Call(
                $"m{member}", new Standing(Role.None, MayJoin: true), At: yesterday.AddSeconds(member));
            await Ask(engine, Keys.OfMember(Place, $"m{member}"), new MemberCommand.Join($"M {member}"), call);
            await Ask(engine, Keys.OfRecipient(Place, $"m{member}"),
                new RecipientCommand.Choose(new MailChoices(Newsletter: true)), As(member));
        }

        await Ban(engine, yesterday);
        for (var i = 1; i <= Contests; i++) await Contest(engine, i, now);
        foreach (var (room, ends) in Rooms(now)) await Room(engine, room, now, ends);
        for (var i = 1; i <= Slots; i++) await Slot(engine, i, now);
        for (var i = 1; i <= Gatherings; i++) await Gathering(engine, i, now);
        for (var i = 1; i <= Issues; i++)
        {
            var key = Keys.OfNewsletter(Place, Keys.NewThread(yesterday, (uint)(300 + i)));
            var words = new NewsletterWords("en", $"Issue {i}", "What happened.");
            await Ask(engine, key, new NewsletterCommand.Save(new NewsletterContent([words], [])), _owner);
            await Ask(engine, key, new NewsletterCommand.Plan(now.AddSeconds(i * 3)), _owner);
        }

        await engine.WhenQuiet(Ct);
        return token;
    }

    // Its minute passed while the program did not run.
    private static async Task Slot(LocalEngine engine, int number, DateTimeOffset now)
    {
        var at = now.AddDays(-1);
        var key = Keys.OfSlot(Place, Keys.NewThread(at, (uint)(100 + number)));
        await Ask(
            engine, key,
            new SlotCommand.Open(
                new SlotContent(SlotKind.Question, $"Slot {number}", "What do you think?", Owner),
                new SlotTime(now.AddMinutes(-number).UtcDateTime, ZonedTime.Utc)),
            _owner);
        await Ask(engine, key, new SlotCommand.Review(IsAlone: true), _owner);
        await Ask(engine, key, new SlotCommand.Schedule(), _owner);
    }

    // People are reminded an hour before: that hour begins while the program is being killed.
    private static async Task Gathering(LocalEngine engine, int number, DateTimeOffset now)
    {
        var key = Keys.OfGathering(Place, Keys.NewThread(now.AddDays(-1), (uint)(200 + number)));
        var starts = now.AddHours(1).AddSeconds(number * 2);
        await Ask(engine, key, new GatheringCommand.Plan(new GatheringPlan(
            GatheringForm.Meetup, $"Gathering {number}", null, starts, starts.AddHours(2), ZonedTime.Utc, "The hall",
            null, 0, [], [60])), _owner);
        for (var member = 1; member <= Members; member++)
            await Ask(engine, key, new GatheringCommand.Respond(Rsvp.Going), As(member));
    }

    private static async Task Account(LocalEngine engine, string account, string? address)
    {
        var (id, hash) = (Keys.OfAccount(account), new string('a', 64));
        await Ask(engine, id, new AccountCommand.Open(account, null, "en"), Call.System());
        if (address is null) return;
        await Ask(engine, id, new AccountCommand.ProposeEmail(address, hash), Call.System());
        await Ask(engine, id, new AccountCommand.ConfirmEmail(hash), Call.System());
    }

    private static Call As(int member) => new($"m{member}", new Standing(Role.Member));

    private static async Task Ask<TActor>(LocalEngine engine, string key, ICommand<TActor> command, Call call)
        where TActor : class, IActor
    {
        var answer = await engine.Ask(key, command, call, Ct);
        Assert.True(answer.Refusal is null, $"{command.GetType().Name}: {answer.Refusal?.Reason}");
    }

    private async Task<List<Envelope>> Journal()
    {
        await using var journal = SqliteJournal.Open(Path.Combine(_killed.Data, "journal.db"));
        var all = new List<Envelope>();
        while (await journal.Read(all.Count == 0 ? 0 : all[^1].Position, 1_000, Ct) is { Count: > 0 } more)
            all.AddRange(more);
        return all;
    }

    // How many actors it happened to; to none of them twice.
    private static int Once(List<Envelope> happened, string name)
    {
        var by = happened.Where(envelope => envelope.Name == name).GroupBy(envelope => envelope.Actor).ToList();
        Assert.All(by, of => Assert.Single(of));
        return by.Count;
    }

    // Notices of steps and of gatherings to the members, none of them twice.
    private static int Told(List<Envelope> happened)
    {
        var told = happened.Where(envelope => envelope.Name == "inbox.notified")
            .Select(envelope => (envelope.Actor, ((InboxEvent.Notified)Domain.Happened(envelope)).Notice))
            .Where(told => told.Notice.Reason is Reasons.Step or Reasons.GatheringSoon
                && !told.Actor.Key.EndsWith($"/{Owner}", StringComparison.Ordinal))
            .Select(told => (told.Actor, told.Notice.Reason, told.Notice.Thread, told.Notice.Subject)).ToList();
        Assert.Equal(told.Distinct().Count(), told.Count);
        return told.Count;
    }

    private static string Title(Envelope envelope) => ((ThreadEvent.Opened)Domain.Happened(envelope)).Title;
}
