using Communities.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A page of a thread that the reader may see, with all that stands around it.</summary>
internal sealed record FoundThread(Reader Reader, Place Place, CommunityView Community, ThreadView Thread)
{
    /// <summary>The thread's address.</summary>
    public string Path => $"/c/{Thread.Community}/threads/{Thread.Id}";

    /// <summary>The thread of this address with its nearest page, or null where there is none for the reader.</summary>
    public static async ValueTask<FoundThread?> In(
        HttpContext http, IViews views, string community, string thread, int page, CancellationToken ct,
        Reader? reader = null)
    {
        reader ??= Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        if (!place.IsSeen || !Keys.IsThread(thread)) return null;
        var around = await views.Community(community, place.Viewer, ct);
        if (around is null) return null;
        var view = await views.Thread(community, thread, Math.Max(1, page), place.Viewer, ct);
        if (view is null && page > 1 && await views.Thread(community, thread, 1, place.Viewer, ct) is { } first)
            view = await views.Thread(community, thread, first.PageCount, place.Viewer, ct);
        return view is null ? null : new(reader, place, around, view);
    }

    /// <summary>The post of this number where it stands on this page, or null.</summary>
    public PostView? Post(int number)
    {
        foreach (var post in Thread.Posts)
            if (post.Number == number) return post;
        return null;
    }

    /// <summary>True for who keeps order in its category.</summary>
    public bool IsModerated => Place.Standing.Moderates(Thread.Category);

    /// <summary>True for its author, and for who keeps order here.</summary>
    public bool MayChange(AuthorView? author) => IsModerated
        || (Reader.Caller.IsSignedIn && author?.Account == Reader.Caller.Account);

    /// <summary>The page.</summary>
    /// <param name="replyTo">The post that is being answered.</param>
    /// <param name="draft">What stands in the composer.</param>
    /// <param name="preview">What it will look like.</param>
    /// <param name="saved">What was kept of it.</param>
    /// <param name="meanwhile">What others have written while it was.</param>
    /// <param name="nudge">What is said before it is posted.</param>
    /// <param name="isSummary">It is to sum the thread up.</param>
    public IResult Show(
        PostView? replyTo = null, string? draft = null, MarkupString? preview = null, DraftView? saved = null,
        (int First, int Count) meanwhile = default, Nudge? nudge = null, bool isSummary = false) =>
        Web.Show.Page<ThreadPage>(Reader, new()
        {
            [nameof(ThreadPage.Thread)] = Thread,
            [nameof(ThreadPage.Community)] = Community,
            [nameof(ThreadPage.Place)] = Place,
            [nameof(ThreadPage.ReplyTo)] = replyTo,
            [nameof(ThreadPage.Draft)] = draft,
            [nameof(ThreadPage.Preview)] = preview,
            [nameof(ThreadPage.Saved)] = saved,
            [nameof(ThreadPage.Meanwhile)] = meanwhile,
            [nameof(ThreadPage.Nudge)] = nudge,
            [nameof(ThreadPage.IsSummary)] = isSummary,
        }, meanwhile.Count > 0 ? StatusCodes.Status409Conflict : null);

    /// <summary>One post of it, to be put into a page that is open already.</summary>
    public IResult ShowOne(PostView post) => Web.Show.Page<PostPart>(Reader, new()
    {
        [nameof(PostPart.Thread)] = Thread,
        [nameof(PostPart.Place)] = Place,
        [nameof(PostPart.Post)] = post,
    });
}
