using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    // Beside those, so that what is tried without them does not depend on where they are.
    private static readonly string?[] MoreStrings = [.. Strings, .. Naughty()];

    public static TheoryData<Type> Commands { get; } =
        [.. Domain.Kinds.SelectMany(kind => kind.Host(new Families()).GetNestedTypes().Where(type => type.IsSealed))];

    [Theory, MemberData(nameof(Commands))]
    public void No_command_throws_whatever_it_holds(Type type)
    {
        var attempt = Domain.Kinds.First(kind => kind.Commands.Has(type)).Host(new Attempts());
        for (var round = 0; round < Rounds; round++)
        {
            var command = Hostile(type, new Draw(round, round % 3 == 0 ? MoreStrings : Strings))!;
            attempt(command, new(Role.None, Trust: 4, MayJoin: true, MayApply: true, IsNew: round % 2 == 0));
        }
    }

    private sealed class Families : IActorHost<Type>
    {
        public Type Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind)
            where TActor : class, IActor<TActor, TCommand, TEvent>
            where TCommand : class, ICommand<TActor>
            where TEvent : class => typeof(TCommand);
    }

    private sealed class Attempts : IActorHost<Action<object, Standing>>
    {
        public Action<object, Standing> Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind)
            where TActor : class, IActor<TActor, TCommand, TEvent>
            where TCommand : class, ICommand<TActor>
            where TEvent : class
        {
            var states = Histories(kind.Name)
                .Select(history => new Given<TActor, TCommand, TEvent>(KeyOf(kind.Name), history).State).ToList();
            return (command, standing) =>
            {
                foreach (var state in states)
                    foreach (var role in Enum.GetValues<Role>())
                        if (!Try(kind, state, (TCommand)command, standing with { Role = role })) break;
            };
        }
    }

    // False where the program alone may say this: that comes from reactors and alarms, and never from outside.
    private static bool Try<TActor, TCommand, TEvent>(
        ActorKind<TActor, TCommand, TEvent> kind, TActor state, TCommand command, Standing standing)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class
    {
        var decision = state.Decide(command, new Turn("alice", standing, Spec.Start, KeyOf(kind.Name)));
        foreach (var happened in decision)
        {
            state = state.Apply(happened, Spec.By("alice"));
            var json = kind.Events.Encode(happened);
            var read = kind.Events.Encode(kind.Events.Decode(kind.Events.NameOf(happened), json));
            // What the program itself says, and the digests of accounts and files, is made by the server: half a
            // character there need not survive.
            if (standing.Role != Role.System && kind.Name is not ("account" or "upload")) Assert.Equal(json, read);
        }

        return decision.Refusal?.Code != "program.needed";
    }

    private static string KeyOf(string kind) => kind switch
    {
        "account" or "pushes" or "allowance" => "~/alice",
        "identifier" => "~/digest",
        "recipient" => "~/devs.alice",
        "site" => "~",
        "community" or "watchers" => "devs",
        "member" or "inbox" or "drafts" => "devs/alice",
        "reading" => "devs/01k0000000000000/alice",
        "group" => "devs/helpers",
        "policy" => "devs/netiquette",
        "knowledge" => "devs/brakes",
        "case" => "devs/post-01k0000000000000-3",
        "link" => "devs/0123456789abcdef0123456789abcdef",
        _ => "devs/01k0000000000000",
    };

    // From the beginning, and after what gives each rule of the kind something to decide about.
    private static IEnumerable<object[]> Histories(string kind) => [[], .. kind switch
    {
        "account" =>
        [
            [new AccountEvent.Opened("Alice", null, "en"), new AccountEvent.SessionStarted("x", "x")],
            [
                new AccountEvent.Opened("Alice", "x", "en"), new AccountEvent.SessionStarted("x", "x"),
                new AccountEvent.AuthenticatorAdded("x", 7), new AccountEvent.RecoveryCodesIssued(["x"]),
                new AccountEvent.PasskeyAdded(new("x", "x", "x", [])), new AccountEvent.Linked(new("x", "x", "x")),
                new AccountEvent.EmailProposed("x", "x"), new AccountEvent.ResetIssued("x"),
            ],
        ],
        "community" =>
        [
            [
                new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
                new CommunityEvent.CategoryAdded(new("help", "Help")),
            ],
        ],
        "member" =>
            [[new MemberEvent.Joined("Alice", Role.Member)], [new MemberEvent.Applied("Alice", "Please.")]],
        "contest" =>
        [
            [First<ContestEvent>(), new ContestEvent.Entered(2)],
            [
                First<ContestEvent>(), new ContestEvent.Entered(2),
                new ContestEvent.VotingBegan(Spec.Start.AddYears(5), []),
            ],
        ],
        "group" =>
        [
            [
                new GroupEvent.Founded("Helpers", null, GroupAccess.Request, GroupCallers.Everybody),
                new GroupEvent.Joined("alice"), new GroupEvent.OwnerSet("alice", true),
                new GroupEvent.Asked("bob", ["alice"]),
            ],
        ],
        "invitation" => [[new InvitationEvent.Issued("bob", 5, Spec.Start.AddDays(1), null, "sealed")]],
        "case" =>
        [
            [OnDisk.FirstDecision],
            [OnDisk.FirstDecision, new CaseEvent.Appealed(1, "It was a joke"), new CaseEvent.Claimed()],
        ],
        "gathering" =>
        [
            [First<GatheringEvent>()],
            [
                .. OnDisk.Events.Where(e => e is GatheringEvent.Planned or GatheringEvent.CodeSet
                    or GatheringEvent.SessionProposed or GatheringEvent.BoardSet or GatheringEvent.Answered),
            ],
            [.. OnDisk.Events.Where(e => e is GatheringEvent.Planned or GatheringEvent.Ended)],
        ],
        "thread" => ((object[][])[
            [], [new ThreadEvent.Accepted(2, "bob")], [new ThreadEvent.Closed(Spec.Start.AddDays(1))],
            [new ThreadEvent.Slowed(60)], [new ThreadEvent.Removed(2, Removal.ByAuthor, "bob", 1)],
            [new ThreadEvent.Removed(1, Removal.ByModerator, "alice", 2)],
            [new ThreadEvent.Removed(1, Removal.Hidden, "alice", 2, null, "x")],
            [new ThreadEvent.Replied(3, "x", Screening: new(true, false, 0, []))]]).Select(more => (object[])
        [
            new ThreadEvent.Opened("How?", "So?", null, []), Spec.By("bob"), new ThreadEvent.Replied(2, "x"), .. more,
        ]),
        _ => (IEnumerable<object[]>)[[OnDisk.Events.First(happened => Kind(happened) == kind)]],
    }];

    private static TEvent First<TEvent>() => OnDisk.Events.OfType<TEvent>().First();

    private static string Kind(object happened) =>
        Domain.Kinds.First(kind => kind.Events.Has(happened.GetType())).Name;

    private static object? Hostile(Type type, Draw draw) =>
        type == typeof(string) ? draw.Text()
        : type == typeof(int) ? Pick(draw, int.MinValue, -1, 0, 1, 2, 3, 60, int.MaxValue)
        : type == typeof(long) ? Pick(draw, long.MinValue, -1L, 0L, long.MaxValue)
        : type == typeof(bool) ? Pick(draw, true, false)
        : type == typeof(DateTimeOffset) ? Pick(draw,
            DateTimeOffset.MinValue, Spec.Start, Spec.Start.AddHours(1), DateTimeOffset.MaxValue)
        : type == typeof(DateTime) ? Pick(draw, DateTime.MinValue, Spec.Start.DateTime, DateTime.MaxValue)
        : type == typeof(DateOnly) ? Pick(draw, DateOnly.MinValue, new DateOnly(2026, 3, 29), DateOnly.MaxValue)
        : type == typeof(TimeOnly) ? Pick(draw, TimeOnly.MinValue, new TimeOnly(2, 30), TimeOnly.MaxValue)
        : type == typeof(ImmutableArray<string>) ? Pick<ImmutableArray<string>>(draw,
            default, [], [null!], [draw.Text()!], [.. Enumerable.Repeat("x", 1_000)])
        : type == typeof(ImmutableArray<int>) ? Pick<ImmutableArray<int>>(draw, [], [20_000], [-700_000, 2_900_000])
        : type == typeof(ImmutableArray<DateTimeOffset>) ? Pick<ImmutableArray<DateTimeOffset>>(draw,
            default, [], [DateTimeOffset.MaxValue], [Spec.Start.AddDays(2).AddHours(1), Spec.Start])
        : type == typeof(ImmutableArray<MovedPost>) ? Pick<ImmutableArray<MovedPost>>(draw,
            default, [], [new(2, "bob", Spec.Start)],
            [new(-1, "", DateTimeOffset.MaxValue, null, -1, Removal.ByAuthor, [])])
        : type == typeof(Screening) ? Pick(draw, null, new Screening(true, false, 0, []))
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(HostileTests).GetMethod(nameof(Several), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [draw])
        : type.IsEnum ? Enum.ToObject(type, draw.Next(-1, 8))
        : type.IsAbstract ? Hostile(
            Pick(draw, [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>(false).Select(a => a.DerivedType)]), draw)
        : Nullable.GetUnderlyingType(type) is { } inner ? draw.Next(3) == 0 ? null : Hostile(inner, draw)
        : Built(type, draw);

    private static ImmutableArray<T> Several<T>(Draw draw) => Pick<ImmutableArray<T>>(draw,
        default, [], [default!], [(T)Hostile(typeof(T), draw)!],
        [.. Enumerable.Range(0, 5).Select(_ => (T)Hostile(typeof(T), draw)!)]);

    private static object Built(Type type, Draw draw)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Hostile(p.ParameterType, draw))]);
    }

    private static T Pick<T>(Draw draw, params T[] all) => all[draw.Next(all.Length)];

    private static IEnumerable<string> Naughty() =>
        Repository.SharedData("robustness/blns/blns.json") is { } file
            ? JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(file))!
            : [];

    private sealed class Draw(int seed, string?[] strings)
    {
        private readonly Random _random = new(seed);

        public int Next(int end) => _random.Next(end);

        public int Next(int first, int end) => _random.Next(first, end);

        public string? Text() => strings[Next(strings.Length)];
    }
}
