using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.WatchersCommand;
using static Communities.WatchersEvent;

namespace Communities;

/// <summary>
/// Who watches which places of a community, so that a new thread is announced to whom it may interest.
/// </summary>
/// <remarks>
/// Members set their levels in their inboxes; a reactor brings them here. Only the program asks anything of it. Who has
/// muted the category or a tag of a thread is not told of it, whatever else of it they watch.
/// </remarks>
public sealed record Watchers : IActor<Watchers, WatchersCommand, WatchersEvent>
{
    /// <summary>The most accounts that watch, or mute, one place: so many are told in a second.</summary>
    public const int PlaceMax = 10_000;

    // An event names so many at most: it is a message on the wire of a cluster, too.
    private const int ToldAtOnce = 500;

    /// <inheritdoc/>
    public static string Kind => "watchers";

    /// <inheritdoc/>
    public static Watchers Initial { get; } = new();

    /// <summary>The accounts that watch a place, by <see cref="Places"/>.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Watching { get; init; } =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>The accounts that have muted a category or a tag.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Muting { get; init; } =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <inheritdoc/>
    public Decision<WatchersEvent> Decide(WatchersCommand command, Turn turn) => command switch
    {
        _ when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        SetLevel c when LevelOf(c.Account, c.Place) == Heard(c.Level) => [],
        SetLevel { Level: Level.Watching } c when Watching.GetValueOrDefault(c.Place)?.Count >= PlaceMax =>
            new Refusal("watchers.many", $"A place is watched by {PlaceMax} members at most."),
        SetLevel { Level: Level.Muted } c when Muting.GetValueOrDefault(c.Place)?.Count >= PlaceMax =>
            new Refusal("watchers.many", $"A place is muted by {PlaceMax} members at most."),
        SetLevel c => [new LevelSet(c.Account, c.Place, Heard(c.Level))],
        Announce c => [.. c.All.SelectMany(Announcing)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Watchers Apply(WatchersEvent happened, Moment moment) => happened switch
    {
        LevelSet e => this with
        {
            Watching = With(Watching, e, e.Level == Level.Watching),
            Muting = With(Muting, e, e.Level == Level.Muted),
        },
        Announced => this,
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Level LevelOf(string account, string place) =>
        Watching.GetValueOrDefault(place)?.Contains(account) == true ? Level.Watching
        : Muting.GetValueOrDefault(place)?.Contains(account) == true ? Level.Muted
        : Level.Normal;

    // What is counted as unread is the views' matter.
    private static Level Heard(Level level) => level is Level.Watching or Level.Muted ? level : Level.Normal;

    private IEnumerable<WatchersEvent> Announcing(Opening opening)
    {
        if (Watching.IsEmpty) return [];
        var places = opening.Tags.Select(Places.OfTag).ToList();
        if (opening.Category is { } category) places.Add(Places.OfCategory(category));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places.Append(Places.Community).Append(Places.OfMember(opening.By)))
            told.UnionWith(Watching.GetValueOrDefault(place) ?? []);
        foreach (var place in places) told.ExceptWith(Muting.GetValueOrDefault(place) ?? []);
        told.Remove(opening.By);
        return told.Order(StringComparer.Ordinal).Chunk(ToldAtOnce)
            .Select(some => new Announced(opening.Thread, opening.By, [.. some]));
    }

    private static ImmutableDictionary<string, ImmutableHashSet<string>> With(
        ImmutableDictionary<string, ImmutableHashSet<string>> levels, LevelSet e, bool isIn)
    {
        var there = levels.GetValueOrDefault(e.Place) ?? [];
        var accounts = isIn ? there.Add(e.Account) : there.Remove(e.Account);
        return accounts.IsEmpty ? levels.Remove(e.Place) : levels.SetItem(e.Place, accounts);
    }
}

/// <summary>A thread that was opened.</summary>
public sealed record Opening(string Thread, string By, string? Category, ImmutableArray<string> Tags);

/// <summary>What watchers can be asked, by the program alone.</summary>
[JsonDerivedType(typeof(SetLevel), "set-level"), JsonDerivedType(typeof(Announce), "announce")]
public abstract record WatchersCommand : ICommand<Watchers>
{
    /// <summary>This account wants to hear so much of this place.</summary>
    public sealed record SetLevel(string Account, string Place, Level Level) : WatchersCommand;

    /// <summary>This thread was opened, and then those.</summary>
    public sealed record Announce(Opening Opening, ImmutableArray<Opening>? More = null) : WatchersCommand, IMergeable
    {
        // Copying what was merged before shall not cost more than the turns that are saved.
        private const int MergedMax = 100;

        /// <inheritdoc/>
        public IMergeable? Merge(IMergeable later) => later is not Announce next || More?.Length >= MergedMax ? null
            : this with { More = [.. More ?? [], next.Opening, .. next.More ?? []] };

        internal IEnumerable<Opening> All => [Opening, .. More ?? []];
    }
}

/// <summary>What happens to watchers.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(LevelSet), "watchers.level-set"), JsonDerivedType(typeof(Announced), "watchers.announced")]
public abstract record WatchersEvent
{
    /// <summary>This account watches or mutes this place, or does neither any more.</summary>
    public sealed record LevelSet(string Account, string Place, Level Level) : WatchersEvent;

    /// <summary>These accounts are told of a thread that this one opened.</summary>
    public sealed record Announced(string Thread, string By, ImmutableArray<string> To) : WatchersEvent;
}
