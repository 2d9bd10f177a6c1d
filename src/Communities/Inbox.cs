using System.Collections.Immutable;
using System.Diagnostics;
using Communities.Actors;
using static Communities.InboxCommand;
using static Communities.InboxEvent;

namespace Communities;

/// <summary>
/// What one member of a community is told of, and wants to be: levels, silence, and the notices not seen yet.
/// </summary>
/// <remarks>
/// Open from joining to leaving; what comes while it is closed is dropped. Notices for one reason about one thing are
/// one for as long as they are not seen: the later one takes the place of the earlier, under a number of its own.
/// </remarks>
public sealed partial record Inbox : IActor<Inbox, InboxCommand, InboxEvent>
{
    /// <summary>The most notices not seen: beyond it nobody reads them, and the oldest counts as seen.</summary>
    public const int UnseenMax = 200;

    /// <summary>The most levels set: categories, tags and members, and muted threads.</summary>
    public const int LevelsMax = 1_000;

    /// <summary>The most members blocked.</summary>
    public const int BlocksMax = 1_000;

    /// <inheritdoc/>
    public static string Kind => "inbox";

    /// <inheritdoc/>
    public static Inbox Initial { get; } = new();

    /// <summary>True from joining to leaving.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The number of the last notice.</summary>
    public int Last { get; init; }

    /// <summary>The notices not seen yet, oldest first.</summary>
    public ImmutableList<Unseen> Unseen { get; init; } = [];

    /// <summary>The levels other than normal, by <see cref="Places"/>; of threads, only those that are muted.</summary>
    public ImmutableDictionary<string, Level> Levels { get; init; } = ImmutableDictionary<string, Level>.Empty;

    /// <summary>The accounts that this member does not want to hear from, nor to be written to by.</summary>
    public ImmutableHashSet<string> Blocks { get; init; } = [];

    /// <summary>What the member is told of, and how.</summary>
    public InboxSettings Settings { get; init; } = InboxSettings.Default;

    /// <summary>The level of a place.</summary>
    public Level LevelOf(string place) => Levels.GetValueOrDefault(place);

    /// <summary>False where this account is blocked or muted here.</summary>
    public bool Hears(string account) =>
        !Blocks.Contains(account) && LevelOf(Places.OfMember(account)) != Level.Muted;

    /// <inheritdoc/>
    public Decision<InboxEvent> Decide(InboxCommand command, Turn turn) => command switch
    {
        Open or Close or Notify or Read or Settle or SetThread when turn.Standing.Role != Role.System =>
            Refusals.ProgramOnly,
        Open => IsOpen ? [] : [new Opened()],
        Close => IsOpen ? [new Closed()] : [],
        Notify c when c.All.Any(notice => !Reasons.All.Contains(notice.Reason)) =>
            new Refusal("reason.unknown", "There is no such reason."),
        Notify c => Notifying(c, Keys.LocalOf(turn.Key), turn.At),
        Read c => Seeing(unseen => unseen.Thread == c.Thread && unseen.Last <= c.To),
        Settle c => Seeing(unseen => unseen.Subject == c.Subject),
        SetThread c => Setting(Places.OfThread(c.Thread), c.Level == Level.Muted ? Level.Muted : Level.Normal),

        _ when turn.By != Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System => Refusals.OwnOnly,
        See c => Seeing(unseen => unseen.Id <= c.UpTo),
        SeeOne c => Seeing(unseen => unseen.Id == c.Id),
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        MarkAllRead => [new AllRead(), .. Seeing(unseen => unseen.Thread is not null)],

        SetLevel c when !Places.IsPlace(c.Place) || Places.IsThread(c.Place) => Places.Unknown,
        SetLevel c when !Enum.IsDefined(c.Level) => Places.NoLevel,
        SetLevel c when c.Place == Places.OfMember(Keys.LocalOf(turn.Key)) =>
            new Refusal("level.own", "Nobody watches or mutes themselves."),
        SetLevel c => Setting(c.Place, c.Level),

        Block c when !Keys.IsAccount(c.Account) || c.Account == Keys.LocalOf(turn.Key) =>
            new Refusal("block.unknown", "That is nobody you can block."),
        Block c when Blocks.Contains(c.Account) => [],
        Block when Blocks.Count >= BlocksMax =>
            new Refusal("block.many", $"{BlocksMax} members can be blocked at most."),
        Block c => [new Blocked(c.Account)],
        Unblock c => Blocks.Contains(c.Account) ? [new Unblocked(c.Account)] : [],

        Prefer c when c.Settings.Fault is { } fault => fault,
        Prefer c => c.Settings.Equals(Settings) ? [] : [new Preferred(c.Settings)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Inbox Apply(InboxEvent happened, Moment moment) => happened switch
    {
        Opened => this with { IsOpen = true },
        Closed => this with { IsOpen = false, Unseen = [] },
        Notified e => this with
        {
            Last = e.Id,
            Unseen = Unseen.RemoveAll(unseen => unseen.Id == e.Instead).Add(new Unseen(
                e.Id, e.Notice.Reason, e.Notice.Thread, e.First ?? 0, e.Notice.Number ?? 0, e.Notice.Subject, e.Count)),
        },
        Seen e => this with { Unseen = Unseen.RemoveAll(unseen => e.Ids.Contains(unseen.Id)) },
        AllRead => this,
        LevelSet e => this with
        {
            Levels = e.Level == Level.Normal ? Levels.Remove(e.Place) : Levels.SetItem(e.Place, e.Level),
        },
        Blocked e => this with { Blocks = Blocks.Add(e.Account) },
        Unblocked e => this with { Blocks = Blocks.Remove(e.Account) },
        Preferred e => this with { Settings = e.Settings },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Decision<InboxEvent> Seeing(Predicate<Unseen> which) =>
        Unseen.FindAll(which) is { Count: > 0 } seen ? [new Seen([.. seen.Select(unseen => unseen.Id)])] : [];

    private Decision<InboxEvent> Setting(string place, Level level) =>
        LevelOf(place) == level ? []
        : level != Level.Normal && !Levels.ContainsKey(place) && Levels.Count >= LevelsMax
            ? new Refusal("level.many", $"{LevelsMax} levels can be set at most.")
        : [new LevelSet(place, level)];
}

/// <summary>A notice not seen yet; it stands for several where they have one reason and one subject.</summary>
/// <param name="Id">Its number in this inbox.</param>
/// <param name="Reason">Why.</param>
/// <param name="Thread">The thread it is about.</param>
/// <param name="First">The number of the first post; 0 for none.</param>
/// <param name="Last">The number of the last post; 0 for none.</param>
/// <param name="Subject">What it is about where that is no thread.</param>
/// <param name="Count">For how many it stands.</param>
public sealed record Unseen(int Id, string Reason, string? Thread, int First, int Last, string? Subject, int Count);
