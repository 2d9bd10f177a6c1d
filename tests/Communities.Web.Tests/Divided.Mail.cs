using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<IReadOnlyList<DueLetter>> DueLetters(
        string node, DateTimeOffset since, DateTimeOffset now, int most, CancellationToken ct = default) =>
        views.DueLetters(node, since, now, most, ct);

    public ValueTask<SentLetter?> LetterOf(string token, CancellationToken ct = default) => views.LetterOf(token, ct);

    public ValueTask<IReadOnlyList<SubscriberRow>> Subscribers(
        string community, int bucket, int most, CancellationToken ct = default) =>
        views.Subscribers(community, bucket, most, ct);

    public ValueTask<MailAudience> MailAudience(string community, CancellationToken ct = default) =>
        views.MailAudience(community, ct);

    public ValueTask<LetterFigures> LetterFigures(
        string community, LetterKind kind, string of, CancellationToken ct = default) =>
        views.LetterFigures(community, kind, of, ct);

    public ValueTask<IReadOnlyList<NewsletterView>> Newsletters(
        string community, Viewer viewer, CancellationToken ct = default) => views.Newsletters(community, viewer, ct);

    public ValueTask<NewsletterView?> Newsletter(
        string community, string id, Viewer viewer, CancellationToken ct = default) =>
        views.Newsletter(community, id, viewer, ct);

    public ValueTask<IReadOnlyList<NewsletterView>> NewslettersUnderWay(CancellationToken ct = default) =>
        views.NewslettersUnderWay(ct);

    public ValueTask<IReadOnlyList<PickedThread>> PickedThreads(
        string community, IReadOnlyList<string> threads, Viewer viewer, CancellationToken ct = default) =>
        views.PickedThreads(community, threads, viewer, ct);

    public ValueTask<IReadOnlyList<EndedPoll>> EndedPolls(
        string community, DateTimeOffset since, Viewer viewer, CancellationToken ct = default) =>
        views.EndedPolls(community, since, viewer, ct);
}
