using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<QuestionRow>> Questions(
        QuestionQuery query, Viewer viewer, CancellationToken ct = default) => views.Questions(query, viewer, ct);

    public ValueTask<QuestionLoad> QuestionLoad(QuestionQuery query, Viewer viewer, CancellationToken ct = default) =>
        views.QuestionLoad(query, viewer, ct);

    public ValueTask<IReadOnlyList<AnswerFigures>> AnswerFigures(
        QuestionQuery query, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.AnswerFigures(query, from, to, viewer, ct);

    public ValueTask<IReadOnlyList<FittingMember>> FittingMembers(
        string community, string thread, DateTimeOffset now, Viewer viewer, CancellationToken ct = default) =>
        views.FittingMembers(community, thread, now, viewer, ct);

    public ValueTask<IReadOnlyList<AnswerRequestView>> AnswerRequests(
        string community, string thread, Viewer viewer, CancellationToken ct = default) =>
        views.AnswerRequests(community, thread, viewer, ct);

    public ValueTask<RequestFigures> RequestFigures(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        views.RequestFigures(community, from, to, viewer, ct);

    public ValueTask<IReadOnlyList<Revival>> Revivals(
        string community, DateTimeOffset now, Viewer viewer, CancellationToken ct = default) =>
        views.Revivals(community, now, viewer, ct);
}
