using Communities.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Leads from where posts were to where they are: old addresses keep meaning the same posts.</summary>
internal static class Elsewhere
{
    /// <summary>The query parameter that names the thread whose address was asked for.</summary>
    public const string WasParameter = "was";

    private static readonly string[] Hints =
        ["post.moved", "post.missing", "thread.merged", "thread.missing"];

    /// <summary>The page on which a post is that was moved, or null where it was not.</summary>
    /// <param name="http">The request.</param>
    /// <param name="views">Where it is looked up.</param>
    /// <param name="community">The community.</param>
    /// <param name="thread">The thread in which the post was.</param>
    /// <param name="number">Its number there.</param>
    /// <param name="isExact">
    /// The post itself was asked for, and not a page of posts: then the address leads right to it. Else the browser may
    /// know of a post that it does not tell servers, and keeps it.
    /// </param>
    /// <param name="ct">Ends the wait.</param>
    public static async ValueTask<IResult?> Of(
        HttpContext http, IViews views, string community, string thread, int number, bool isExact,
        CancellationToken ct)
    {
        var place = await Caller.Of(http).In(community, ct);
        if (!place.IsSeen || !Keys.IsThread(thread)) return null;
        if (await views.PlaceOf(community, thread, number, place.Viewer, ct) is not { } now) return null;
        var page = ThreadPages.PageOf(now.Number);
        var path = $"/c/{community}/threads/{now.Thread}?page={page}";
        return Results.LocalRedirect(isExact ? $"{path}#p{now.Number}" : $"{path}&{WasParameter}={thread}");
    }

    /// <summary>
    /// Answers with a redirect where an address of a post, or of a thread that is read, no longer leads to it.
    /// </summary>
    public static RouteGroupBuilder FollowMovedPosts(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            var problem = ((answer as INestedHttpResult)?.Result ?? answer) as Problem;
            if (problem is null || !Hints.Contains(problem.Refusal.Code)) return answer;
            return await Redirected(context.HttpContext) is { } address
                ? TypedResults.Redirect(address, permanent: false, preserveMethod: true)
                : answer;
        });

    private static async ValueTask<string?> Redirected(HttpContext http)
    {
        var (request, values) = (http.Request, http.Request.RouteValues);
        if (values["community"] is not string community || values["thread"] is not string thread) return null;
        var isOnePost = values.TryGetValue("number", out var named);
        if (!isOnePost && !HttpMethods.IsGet(request.Method)) return null; // What was meant for a thread stays there.
        var page = Typed.Number(request.Query["page"]) is > 0 and var asked ? asked : 1;
        var number = isOnePost ? Typed.Number(named as string) ?? 0 : ((page - 1) * ThreadPages.PageSize) + 1;
        var place = await Caller.Of(http).In(community, http.RequestAborted);
        var views = (IViews)http.RequestServices.GetService(typeof(IViews))!;
        var now = place.IsSeen
            ? await views.PlaceOf(community, thread, number, place.Viewer, http.RequestAborted) : null;
        if (now is null) return null;
        var path = request.Path.Value!.Replace(
            $"/threads/{thread}", $"/threads/{now.Thread}", StringComparison.Ordinal);
        return isOnePost
            ? path.Replace($"/posts/{named}", $"/posts/{now.Number}", StringComparison.Ordinal) + request.QueryString
            : $"{path}?page={ThreadPages.PageOf(now.Number)}";
    }
}
