using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// What others have written in a thread since a form was shown: who answers should have read it. A form says the number
/// of the last post that it was shown below; a script that has told of what arrived says that one instead.
/// </summary>
internal static class Meanwhile
{
    /// <summary>The hidden field with that number.</summary>
    public const string Seen = "seen";

    /// <summary>
    /// The number of the first post that is new to the writer, and how many there are; 0, 0 for none.
    /// </summary>
    public static async ValueTask<(int First, int Count)> Of(
        IFormCollection form, Caller caller, IViews views, string community, string thread, CancellationToken ct)
    {
        if (Typed.Number(form[Seen]) is not { } seen || seen < 1) return default;
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return default;

        // Whatever is new begins on this page, or there is none; of a page full of news, that page is enough.
        var page = await views.Thread(community, thread, ThreadPages.PageOf(seen + 1), place.Viewer, ct);
        var news = (page?.Posts ?? []).Where(post =>
            post.Number > seen && post.Removal == Removal.None && post.Author.Account != caller.Account).ToList();
        return news.Count == 0 ? default : (news[0].Number, news.Count);
    }
}
