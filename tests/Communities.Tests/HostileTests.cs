using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Tests;

/// <summary>
/// Every command of every actor, filled with what nobody should send, in every state: it is decided or refused, never
/// an exception; what is decided can be applied, written and read.
/// </summary>
public sealed class HostileTests
{
    private const int Rounds = 150;

    private static readonly string?[] Strings =
    [
        null, "", " ", "x", "like", "help", "en", "\n", "\0", "\ud800", "\udc00x", "\u202e", "\u200d", "\ufeff", "a/b",
        "<script>alert(1)</script>", "'; DROP TABLE posts; --", "{\"a\":1}", "../../etc/passwd", new('x', 70),
        new(' ', 200_000), new('x', 200_000),
    ];

    public static TheoryData<Type> Commands { get; } =
    [
        .. ((Type[])[
                typeof(AccountCommand), typeof(IdentifierCommand), typeof(CommunityCommand), typeof(MemberCommand),
                typeof(ThreadCommand), typeof(InvitationCommand), typeof(GroupCommand), typeof(CaseCommand),
                typeof(GatheringCommand),
                typeof(ContestCommand),
            ]).SelectMany(family => family.GetNestedTypes().Where(type => type.IsSubclassOf(family))),
    ];

    [Theory, MemberData(nameof(Commands))]
    public void No_command_throws_whatever_it_holds(Type type)
    {
        // Those of the shared data come on top of ours, so that ours are the same where there are none.
        Ask(type, new Spite(Strings));
        if (Naughty is not []) Ask(type, new Spite([.. Strings, .. Naughty]));
    }

    private static void Ask(Type type, Spite random)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var command = Hostile(type, random)!;
            foreach (var role in Enum.GetValues<Role>())
            {
                var standing = new Standing(role, Trust: 4, MayJoin: true, MayApply: true, IsNew: round % 2 == 0);
                switch (command)
                {
                    case AccountCommand c:
                        Try<Account, AccountCommand, AccountEvent>(Accounts, c, "~/alice", standing);
                        break;
                    case IdentifierCommand c:
                        Try<Identifier, IdentifierCommand, IdentifierEvent>(
                            [Identifier.Initial, new("alice")], c, "~/digest", standing);
                        break;
                    case CommunityCommand c:
                        Try<Community, CommunityCommand, CommunityEvent>(Communities, c, "devs", standing);
                        break;
                    case MemberCommand c:
                        Try<Member, MemberCommand, MemberEvent>(Members, c, "devs/alice", standing);
                        break;
                    case ContestCommand c:
                        Try<Contest, ContestCommand, ContestEvent>(Contests, c, "devs/01k0000000000000", standing);
                        break;
                    case GroupCommand c:
                        Try<Group, GroupCommand, GroupEvent>(Groups, c, "devs/helpers", standing);
                        break;
                    case InvitationCommand c:
                        Try<Invitation, InvitationCommand, InvitationEvent>(
                            Invitations, c, "devs/01k0000000000000", standing);
                        break;
                    case CaseCommand c:
                        Try<Case, CaseCommand, CaseEvent>(Cases, c, "devs/post-01k0000000000000-3", standing);
                        break;
                    case GatheringCommand c:
                        Try<Gathering, GatheringCommand, GatheringEvent>(
                            Gatherings, c, "devs/01k0000000000000", standing);
                        break;
                    case ThreadCommand c:
                        Try<Thread, ThreadCommand, ThreadEvent>(Threads, c, "devs/01k0000000000000", standing);
                        break;
                }
            }
        }
    }

    [Fact]
    public void Every_command_is_listed_with_a_name() =>
        Assert.All(Commands, row => Assert.Contains(Domain.Kinds, kind => kind.Commands.Has(row.Data)));

    private static void Try<TActor, TCommand, TEvent>(
        TActor[] states, TCommand command, string key, Standing standing)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class
    {
        var events = Domain.Kinds.First(kind => kind.Name == TActor.Kind).Events;
        foreach (var before in states)
        {
            var (state, decision) = (before, before.Decide(command, new Turn("alice", standing, Spec.Start, key)));
            foreach (var happened in decision)
            {
                state = state.Apply(happened, Spec.By("alice"));
                var json = events.Encode(happened);
                var read = events.Encode(events.Decode(events.NameOf(happened), json));
                // The ids and digests of accounts, and what the program alone says, are of its own making: half a
                // character there need not survive.
                if (TActor.Kind != Account.Kind && standing.Role != Role.System) Assert.Equal(json, read);
            }
        }
    }

    private static Account[] Accounts { get; } =
    [
        Account.Initial,
        Spec.Account(new AccountEvent.Opened("Alice", null, "en"), new AccountEvent.SessionStarted("x", "x")).State,
        Spec.Account(
            new AccountEvent.Opened("Alice", "x", "en"), new AccountEvent.SessionStarted("x", "x"),
            new AccountEvent.AuthenticatorAdded("x", 7), new AccountEvent.RecoveryCodesIssued(["x"]),
            new AccountEvent.PasskeyAdded(new("x", "x", "x", [])), new AccountEvent.Linked(new("x", "x", "x")),
            new AccountEvent.EmailProposed("x", "x"), new AccountEvent.ResetIssued("x")).State,
    ];

    private static Community[] Communities { get; } =
    [
        Community.Initial,
        Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.CategoryAdded(new("help", "Help"))).State,
    ];

    private static Member[] Members { get; } =
    [
        Member.Initial, Spec.Member(new MemberEvent.Joined("Alice", Role.Member)).State,
        Spec.Member(new MemberEvent.Applied("Alice", "Please.")).State,
    ];

    private static Contest[] Contests { get; } =
    [
        Contest.Initial,
        Spec.Contest(OnDisk.Events.OfType<ContestEvent>().First(), new ContestEvent.Entered(2)).State,
        Spec.Contest(
            OnDisk.Events.OfType<ContestEvent>().First(), new ContestEvent.Entered(2),
            new ContestEvent.VotingBegan(Spec.Start.AddYears(5), [])).State,
    ];

    private static Group[] Groups { get; } =
    [
        Group.Initial,
        Spec.Group(
            new GroupEvent.Founded("Helpers", null, GroupAccess.Request, GroupCallers.Everybody),
            new GroupEvent.Joined("alice"), new GroupEvent.OwnerSet("alice", true),
            new GroupEvent.Asked("bob", ["alice"])).State,
    ];

    private static Invitation[] Invitations { get; } =
    [
        Invitation.Initial,
        Spec.Invitation(new InvitationEvent.Issued("bob", 5, Spec.Start.AddDays(1), null, "sealed")).State,
    ];

    private static Case[] Cases { get; } =
    [
        Case.Initial,
        Spec.Case(OnDisk.FirstDecision).State,
        Spec.Case(
            OnDisk.FirstDecision, new CaseEvent.Appealed(1, "It was a joke"), new CaseEvent.Claimed()).State,
    ];

    private static Gathering[] Gatherings { get; } =
    [
        Gathering.Initial,
        Spec.Gathering([.. OnDisk.Events.OfType<GatheringEvent>().Where(e => e is GatheringEvent.Planned)]).State,
        Spec.Gathering([
            .. OnDisk.Events.OfType<GatheringEvent>().Where(e => e is GatheringEvent.Planned
                or GatheringEvent.CodeSet or GatheringEvent.SessionProposed or GatheringEvent.BoardSet
                or GatheringEvent.Answered),
        ]).State,
        Spec.Gathering([
            .. OnDisk.Events.OfType<GatheringEvent>().Where(e => e is GatheringEvent.Planned or GatheringEvent.Ended),
        ]).State,
    ];

    private static Thread[] Threads { get; } =
    [
        Thread.Initial,
        .. ((object[][])[
            [], [new ThreadEvent.Accepted(2, "bob")], [new ThreadEvent.Closed(Spec.Start.AddDays(1))],
            [new ThreadEvent.Slowed(60)], [new ThreadEvent.Removed(2, Removal.ByAuthor, "bob", 1)],
            [new ThreadEvent.Removed(1, Removal.ByModerator, "alice", 2)],
            [new ThreadEvent.Removed(1, Removal.Hidden, "alice", 2, null, "x")],
            [new ThreadEvent.Replied(3, "x", Screening: new(true, false, 0, []))]])
        .Select(more => Spec.Thread([
            new ThreadEvent.Opened("How?", "So?", null, []), Spec.By("bob"), new ThreadEvent.Replied(2, "x"), .. more,
        ]).State),
    ];

    private static object? Hostile(Type type, Spite random) =>
        type == typeof(string) ? random.Word()
        : type == typeof(Screening) ? Pick(random, Screenings) // The server finds it, whatever is asked.
        : type == typeof(int) ? Pick(random, int.MinValue, -1, 0, 1, 2, 3, 60, int.MaxValue)
        : type == typeof(long) ? Pick(random, long.MinValue, -1L, 0L, long.MaxValue)
        : type == typeof(bool) ? Pick(random, true, false)
        : type == typeof(DateTimeOffset) ? Pick(random,
            DateTimeOffset.MinValue, Spec.Start, Spec.Start.AddHours(1), DateTimeOffset.MaxValue)
        : type == typeof(ImmutableArray<string>) ? Pick<ImmutableArray<string>>(random,
            default, [], [null!], [random.Word()!], [.. Enumerable.Repeat("x", 1_000)])
        : type == typeof(ImmutableArray<int>) ? Pick<ImmutableArray<int>>(random, [], [20_000], [-700_000, 2_900_000])
        : type == typeof(ImmutableArray<DateTimeOffset>) ? Pick<ImmutableArray<DateTimeOffset>>(random,
            default, [], [DateTimeOffset.MaxValue], [Spec.Start.AddDays(2).AddHours(1), Spec.Start])
        : type == typeof(ImmutableArray<MovedPost>) ? Pick<ImmutableArray<MovedPost>>(random,
            default, [], [new(2, "bob", Spec.Start)],
            [new(-1, "", DateTimeOffset.MaxValue, null, -1, Removal.ByAuthor, [])])
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(HostileTests).GetMethod(nameof(Several), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [random])
        : type.IsEnum ? Enum.ToObject(type, random.Next(-1, 8))
        : Nullable.GetUnderlyingType(type) is { } inner ? random.Next(3) == 0 ? null : Hostile(inner, random)
        : Built(type, random);

    private static ImmutableArray<T> Several<T>(Spite random) => Pick<ImmutableArray<T>>(random,
        default, [], [default!], [(T)Hostile(typeof(T), random)!],
        [.. Enumerable.Range(0, 5).Select(_ => (T)Hostile(typeof(T), random)!)]);

    private static object Built(Type type, Spite random)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Hostile(p.ParameterType, random))]);
    }

    private static T Pick<T>(Random random, params T[] all) => all[random.Next(all.Length)];

    private static readonly Screening?[] Screenings =
        [null, new(true, false, 0, ["x"]), new(false, true, 24, default, 100, "help")];

    private static readonly string[] Naughty = Repository.SharedData("robustness/blns/blns.json") is { } file
        ? JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(file))!
        : [];

    /// <summary>What it says is the same each time.</summary>
    private sealed class Spite(string?[] words) : Random(1)
    {
        public string? Word() => words[Next(words.Length)];
    }
}
