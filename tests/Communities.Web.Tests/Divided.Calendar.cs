using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<IReadOnlyList<SlotView>> Slots(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.Slots(community, from, to, viewer, ct);

    public ValueTask<IReadOnlyList<SlotView>> Ideas(string community, Viewer viewer, CancellationToken ct = default) =>
        views.Ideas(community, viewer, ct);

    public ValueTask<IReadOnlyList<SlotView>> OwnSlots(
        string community, Viewer viewer, CancellationToken ct = default) => views.OwnSlots(community, viewer, ct);

    public ValueTask<SlotView?> Slot(string community, string slot, Viewer viewer, CancellationToken ct = default) =>
        views.Slot(community, slot, viewer, ct);

    public ValueTask<IReadOnlyList<InterviewView>> Interviews(
        string community, Viewer viewer, CancellationToken ct = default) => views.Interviews(community, viewer, ct);

    public ValueTask<InterviewDetail?> Interview(
        string community, string interview, Viewer viewer, CancellationToken ct = default) =>
        views.Interview(community, interview, viewer, ct);
}
