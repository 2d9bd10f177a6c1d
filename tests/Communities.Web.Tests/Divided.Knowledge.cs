using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<DomainView?> OffTopic(
        string community, DateTimeOffset now, Viewer viewer, CancellationToken ct = default) =>
        views.OffTopic(community, now, viewer, ct);

    public ValueTask<IReadOnlyList<KnowledgeRow>> KnowledgePages(
        string community, Viewer viewer, CancellationToken ct = default) =>
        views.KnowledgePages(community, viewer, ct);

    public ValueTask<KnowledgeView?> Knowledge(
        string community, string category, Viewer viewer, CancellationToken ct = default) =>
        views.Knowledge(community, category, viewer, ct);

    public ValueTask<IReadOnlyList<KnowledgeRevisionView>> KnowledgeRevisions(
        string community, string category, Viewer viewer, CancellationToken ct = default) =>
        views.KnowledgeRevisions(community, category, viewer, ct);

    public ValueTask<string?> KnowledgeText(
        string community, string category, int revision, Viewer viewer, CancellationToken ct = default) =>
        views.KnowledgeText(community, category, revision, viewer, ct);

    public ValueTask<UntakenAnswers> Untaken(
        string community, string category, Viewer viewer, CancellationToken ct = default) =>
        views.Untaken(community, category, viewer, ct);

    public ValueTask<IReadOnlyList<KnowledgeHit>> FindKnowledge(
        IReadOnlyCollection<string> communities, string words, CancellationToken ct = default) =>
        views.FindKnowledge(communities, words, ct);
}
