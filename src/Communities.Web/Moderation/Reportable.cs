using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>What can be reported, as who reports sees it: the server finds it, whatever a browser says.</summary>
internal static class Reportable
{
    // What was moved lies at most a few threads further; a ring there cannot be.
    private const int MovesMax = 10;

    /// <summary>There is nothing there to report.</summary>
    public static Refusal Missing { get; } = new("subject.missing", "There is nothing there that could be reported.");

    /// <summary>What this subject is at this moment, or null where this viewer does not see it.</summary>
    public static async ValueTask<ReportedContent?> Find(
        IViews views, Place place, Subject subject, CancellationToken ct) => !place.IsSeen ? null : subject.Kind switch
        {
            SubjectKind.Post => await OfPost(views, place, subject, ct),
            SubjectKind.Thread => await OfThread(views, place, subject, ct),
            SubjectKind.Member => await OfMember(views, place, subject, ct),
            _ => await OfMessage(views, place, subject, ct),
        };

    private static async ValueTask<ReportedContent?> OfPost(
        IViews views, Place place, Subject subject, CancellationToken ct)
    {
        var (thread, number) = (subject.Id, subject.Number);
        for (var moves = 0; moves < MovesMax; moves++)
        {
            var view = await views.Thread(place.Slug, thread, ThreadPages.PageOf(number), place.Viewer, ct);
            if (view?.Posts.FirstOrDefault(post => post.Number == number) is { Text: { } text } post)
                return new ReportedContent(
                    post.Author.Account, view.Category, text, post.Revision, view.Title, null, IsStaff(post.Author));
            if (await views.PlaceOf(place.Slug, thread, number, place.Viewer, ct) is not { } moved) return null;
            (thread, number) = (moved.Thread, moved.Number);
        }

        return null;
    }

    private static async ValueTask<ReportedContent?> OfThread(
        IViews views, Place place, Subject subject, CancellationToken ct) =>
        await views.Thread(place.Slug, subject.Id, 1, place.Viewer, ct) is { IsRemoved: false } view
            ? new ReportedContent(
                view.Author.Account, view.Category, view.Posts.FirstOrDefault()?.Text ?? "", view.LastNumber,
                view.Title, null, IsStaff(view.Author))
            : null;

    private static async ValueTask<ReportedContent?> OfMember(
        IViews views, Place place, Subject subject, CancellationToken ct) =>
        await views.Member(place.Slug, subject.Id, place.Viewer, ct) is { } member
            ? new ReportedContent(
                member.Account, null, member.Biography, Math.Max(1, member.Counters.Posts), member.Name, null,
                member.Role >= Role.Moderator)
            : null;

    private static async ValueTask<ReportedContent?> OfMessage(
        IViews views, Place place, Subject subject, CancellationToken ct) =>
        subject.Number < int.MaxValue
        && await views.Conversation(place.Slug, subject.Id, subject.Number + 1, place.Viewer, ct) is { } conversation
        && conversation.Messages.FirstOrDefault(message => message.Number == subject.Number) is { } found
            ? new ReportedContent(
                found.Author.Account, null, found.Text, 1, conversation.Subject, null, IsStaff(found.Author))
            : null;

    private static bool IsStaff(AuthorView author) => author.Role >= Role.Moderator;
}
