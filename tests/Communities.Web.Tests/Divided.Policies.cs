using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<PolicyView?> Policy(
        string place, string name, Viewer viewer, CancellationToken ct = default) =>
        views.Policy(place, name, viewer, ct);

    public ValueTask<string?> PolicyText(
        string place, string name, int number, Viewer viewer, CancellationToken ct = default) =>
        views.PolicyText(place, name, number, viewer, ct);

    public ValueTask<ThreadFacts?> ThreadFacts(
        string community, string thread, Viewer viewer, DateTimeOffset now, CancellationToken ct = default) =>
        views.ThreadFacts(community, thread, viewer, now, ct);

    public ValueTask<IReadOnlyList<NudgeCount>> Nudges(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.Nudges(community, from, to, viewer, ct);
}
