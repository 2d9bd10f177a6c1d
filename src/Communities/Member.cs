using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <summary>An account in one community: its role there, and what it has done there.</summary>
/// <remarks>What a member counts stays when the member leaves, and is there again when the member comes back.</remarks>
public sealed record Member : IActor<Member, MemberCommand, MemberEvent>
{
    /// <inheritdoc/>
    public static string Kind => "member";

    /// <inheritdoc/>
    public static Member Initial { get; } = new();

    /// <summary>The role held; <see cref="Role.None"/> before joining and after leaving.</summary>
    public Role Role { get; init; }

    /// <summary>The trust level, 0 (new) to 4 (leader).</summary>
    public int Trust { get; init; }

    /// <summary>What the tallies have brought so far.</summary>
    public MemberTotals Totals { get; init; }

    /// <summary>The days (UTC) on which the member was active.</summary>
    public DaySet ActiveDays { get; init; } = DaySet.Empty;

    /// <summary>What it counts.</summary>
    [JsonIgnore]
    public MemberCounters Counters => new(
        Totals.Threads, Totals.Posts, Totals.Given, Totals.Received, Totals.Accepted, ActiveDays.Count);

    /// <inheritdoc/>
    public Decision<MemberEvent> Decide(MemberCommand command, Turn turn) => command switch
    {
        Tally or Join { Role: not Role.Member } when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Tally c => c.IsNothing(ActiveDays) ? [] : [new Tallied(c.Totals, c.Days)],

        Join when !IsOwn(turn) && !turn.Standing.Is(Role.Manager) => Refusals.OwnOnly,
        Join when !turn.Standing.MayJoin && !turn.Standing.Is(Role.Manager) =>
            new Refusal("community.closed", "This community takes new members by invitation only."),
        Join c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Join when Role != Role.None => [],
        Join c => [new Joined(c.Name, c.Role)],

        _ when Role == Role.None => Refusals.MembersOnly,

        Leave when !IsOwn(turn) => Refusals.OwnOnly,
        Leave when Role == Role.Owner =>
            new Refusal("owner.needed", "An owner cannot leave before another owner has given them another role."),
        Leave => [new Left()],

        Describe when !IsOwn(turn) && !turn.Standing.Is(Role.Manager) => Refusals.OwnOnly,
        Describe c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Describe c when Text.Fault("biography", c.Biography, Text.AboutMax, mayBeEmpty: true) is { } fault => fault,
        Describe c => [new Described(c.Name, c.Biography ?? "")],

        Appoint c when c.Role is < Role.Member or > Role.Owner => new Refusal("role.unknown", "There is no such role."),
        Appoint when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Appoint when turn.By == Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System =>
            new Refusal("role.own", "Nobody changes their own role; please ask somebody else."),
        Appoint c when !turn.Standing.Is(Role.Owner) && (c.Role >= Role.Manager || Role >= Role.Manager) =>
            new Refusal("role.higher", "Only an owner may appoint or dismiss managers and owners."),
        Appoint c => c.Role == Role ? [] : [new Appointed(c.Role)],

        Visit when !IsOwn(turn) => Refusals.OwnOnly,
        Visit => ActiveDays.Contains(DaySet.DayOf(turn.At)) ? [] : [new Visited()],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Member Apply(MemberEvent happened, Moment moment) => happened switch
    {
        Joined e => this with { Role = e.Role },
        Left => this with { Role = Role.None },
        Described => this,
        Appointed e => this with { Role = e.Role },
        Visited => this with { ActiveDays = ActiveDays.Add(DaySet.DayOf(moment.At)) },
        Tallied e => this with { Totals = Totals + e.Totals, ActiveDays = ActiveDays.Add(e.Days) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static bool IsOwn(Turn turn) =>
        turn.Standing.Role == Role.System || turn.By == Keys.LocalOf(turn.Key);
}

/// <summary>What a member can be asked.</summary>
[JsonDerivedType(typeof(Join), "join"), JsonDerivedType(typeof(Leave), "leave")]
[JsonDerivedType(typeof(Describe), "describe"), JsonDerivedType(typeof(Appoint), "appoint")]
[JsonDerivedType(typeof(Visit), "visit"), JsonDerivedType(typeof(Tally), "tally")]
public abstract record MemberCommand : ICommand<Member>
{
    /// <summary>Joins the community under this display name. Only the program gives another role than member.</summary>
    public sealed record Join(string Name, Role Role = Role.Member) : MemberCommand;

    /// <summary>Leaves the community; posts stay.</summary>
    public sealed record Leave : MemberCommand;

    /// <summary>Says what the member is called here, and who that is.</summary>
    public sealed record Describe(string Name, string? Biography) : MemberCommand;

    /// <summary>Gives the member this role.</summary>
    public sealed record Appoint(Role Role) : MemberCommand;

    /// <summary>Was here today.</summary>
    public sealed record Visit : MemberCommand;

    /// <summary>The program only: what threads have counted for this member since the last tally.</summary>
    public sealed record Tally(MemberTotals Totals, ImmutableArray<int> Days) : MemberCommand, IMergeable
    {
        /// <inheritdoc/>
        public IMergeable? Merge(IMergeable later) => later is not Tally tally ? null
            : new Tally(Totals + tally.Totals, [.. Days.Union(tally.Days).Order()]);

        internal bool IsNothing(DaySet known) => Totals == default && Days.All(known.Contains);
    }
}

/// <summary>What happens to members.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Joined), "member.joined"), JsonDerivedType(typeof(Left), "member.left")]
[JsonDerivedType(typeof(Described), "member.described"), JsonDerivedType(typeof(Appointed), "member.appointed")]
[JsonDerivedType(typeof(Visited), "member.visited"), JsonDerivedType(typeof(Tallied), "member.tallied")]
public abstract record MemberEvent
{
    /// <summary>The member joined, or came back.</summary>
    public sealed record Joined(string Name, Role Role) : MemberEvent;

    /// <summary>The member left.</summary>
    public sealed record Left : MemberEvent;

    /// <summary>The member is called this, and says this about themselves, in Markdown.</summary>
    public sealed record Described(string Name, string Biography) : MemberEvent;

    /// <summary>The member has this role.</summary>
    public sealed record Appointed(Role Role) : MemberEvent;

    /// <summary>The member was here on a day that had not counted yet.</summary>
    public sealed record Visited : MemberEvent;

    /// <summary>Threads counted this for the member.</summary>
    public sealed record Tallied(MemberTotals Totals, ImmutableArray<int> Days) : MemberEvent;
}

/// <summary>Sums that threads bring to a member; a tally is a change of them.</summary>
/// <param name="Threads">Threads opened and not removed.</param>
/// <param name="Posts">Posts written and not removed themselves, opening posts among them.</param>
/// <param name="Given">Reactions given.</param>
/// <param name="Received">Reactions received.</param>
/// <param name="Accepted">Posts accepted as the answer.</param>
public readonly record struct MemberTotals(
    int Threads = 0, int Posts = 0, int Given = 0, int Received = 0, int Accepted = 0)
{
    /// <summary>Both together.</summary>
    public static MemberTotals operator +(MemberTotals a, MemberTotals b) => new(
        a.Threads + b.Threads, a.Posts + b.Posts, a.Given + b.Given, a.Received + b.Received, a.Accepted + b.Accepted);
}

/// <summary>What a member counts: <see cref="MemberTotals"/> and the days (UTC) of activity.</summary>
public readonly record struct MemberCounters(
    int Threads, int Posts, int Given, int Received, int Accepted, int ActiveDays);
