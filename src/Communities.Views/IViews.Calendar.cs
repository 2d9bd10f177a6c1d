namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// What stands in the editorial calendar between these times, the first one included, in order, 1,000 at most;
    /// nothing for who keeps no order there.
    /// </summary>
    ValueTask<IReadOnlyList<SlotView>> Slots(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// Slots that have no time yet, those that wait for a review first, then the latest, 200 at most; nothing for who
    /// keeps no order there.
    /// </summary>
    ValueTask<IReadOnlyList<SlotView>> Ideas(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>The viewer's own slots that are neither cancelled nor published, latest first, 100 at most.</summary>
    ValueTask<IReadOnlyList<SlotView>> OwnSlots(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>A slot, or null where the viewer neither keeps order there nor writes it.</summary>
    ValueTask<SlotView?> Slot(string community, string slot, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SlotView>> Slots(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => SlotViews.Between(database, community, from, to, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SlotView>> Ideas(string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => SlotViews.Ideas(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SlotView>> OwnSlots(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => SlotViews.Own(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<SlotView?> Slot(string community, string slot, Viewer viewer, CancellationToken ct = default) =>
        Read(database => SlotViews.Get(database, community, slot, viewer), ct);
}

/// <summary>A slot of the editorial calendar.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Content">What it says; once published, with its day and number written in.</param>
/// <param name="Author">In whose name it is published.</param>
/// <param name="Time">When, as it was written; null for an idea.</param>
/// <param name="At">That moment, or when it was published.</param>
/// <param name="Recurrence">What follows it; null where nothing does.</param>
/// <param name="Day">The day of its series that it stands for.</param>
/// <param name="Occurrence">Which of its series it is, from 1.</param>
/// <param name="IsSubmitted">Its author asks for a review.</param>
/// <param name="IsMissed">Its time went by before anybody scheduled it.</param>
/// <param name="DiffersFromSeries">Those that follow say something else.</param>
/// <param name="Note">What was said when it was given back.</param>
/// <param name="WrittenBy">The account that wrote at it last.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="ReviewedBy">The account that found it good.</param>
/// <param name="Thread">The thread that it became.</param>
public sealed record SlotView(
    string Community,
    string Id,
    SlotStatus Status,
    SlotContent Content,
    AuthorView Author,
    SlotTime? Time,
    DateTimeOffset? At,
    Recurrence? Recurrence,
    DateOnly? Day,
    int Occurrence,
    bool IsSubmitted,
    bool IsMissed,
    bool DiffersFromSeries,
    string? Note,
    string WrittenBy,
    DateTimeOffset WrittenAt,
    string? ReviewedBy,
    string? Thread)
{
    /// <summary>What it is called, its day and number written in.</summary>
    public string Title => Time is null ? Content.Title : Content.On(Time.Day, Occurrence).Title;

    /// <summary>What is odd about its time on the clocks of its zone.</summary>
    public Wrinkle Wrinkle => Time is null ? Wrinkle.None : ZonedTime.At(Time.Local, Time.Zone).Wrinkle;

    /// <summary>The days after it on which its series goes on, up to this one.</summary>
    public IEnumerable<DateOnly> Following(DateOnly until) =>
        Recurrence is null || Day is not { } day || Status is SlotStatus.Published or SlotStatus.Cancelled ? []
            : Recurrence.After(day, Occurrence).TakeWhile(next => next <= until);
}
