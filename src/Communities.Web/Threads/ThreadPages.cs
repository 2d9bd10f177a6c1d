using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Threads as people read them.</summary>
internal static class ThreadPages
{
    /// <summary>The posts on a page of a thread, as the views cut it.</summary>
    public const int PageSize = 50;

    public static void MapThreadPages(this IEndpointRouteBuilder pages)
    {
        var thread = pages.MapGroup("/c/{community}/threads/{thread}");
        thread.MapGet("", Read).WithMetadata(new CachedAttribute(Shows.Thread));
        thread.MapGet("/posts/{number:int}/part", ReadOne);
        thread.MapGet("/posts/{number:int}/revisions", Revisions);
        thread.MapGet("/posts/{number:int}/edit", Edit);
        thread.MapGet("/edit", Organise);
        pages.MapGet("/c/{community}/new", New);
    }

    private static async Task<IResult> Read(
        string community, string thread, HttpContext http, IViews views, ViewCounter counter, CancellationToken ct,
        int? page = null, int? post = null, string? on = null, int? reply = null, int? quote = null, int? more = null,
        int? summary = null)
    {
        var answered = reply ?? quote ?? more;
        var at = answered is { } number ? PageOf(number) : page ?? 1;
        if (await FoundThread.In(http, views, community, thread, at, ct) is not { } found)
            return await Elsewhere.Of(
                http, views, community, thread, post ?? answered ?? ((Math.Max(1, at) - 1) * PageSize) + 1,
                post is not null, ct) ?? Show.No(http, ThreadEndpoints.NoSuchThread);
        if (post is { } sought)
            return await Elsewhere.Of(http, views, community, thread, sought, isExact: true, ct)
                ?? To(found, Math.Clamp(sought, 1, found.Thread.LastNumber));
        if (DayOf(on) is { } day)
            return To(found, await views.FirstSince(community, thread, day, found.Place.Viewer, ct)
                ?? found.Thread.LastNumber);
        if (page is null && found.Thread.Posts.Count == 0 && found.Thread.PageCount > 1) // All of it has moved on.
            return To(found, found.Thread.LastNumber);
        if (at != found.Thread.PageNumber) return Results.LocalRedirect($"{found.Path}?page={found.Thread.PageCount}");

        if (more is not null) return ShowMore(found, more.Value, http);
        counter.Opened(http, community, thread);
        var to = found.Post(answered ?? 0) is { Text: not null, Removal: Removal.None } visible ? visible : null;
        var saved = found.Place.Standing.Is(Role.Member)
            ? await DraftForms.Of(found.Reader, views, community, Drafts.InThread(thread), ct)
            : null;
        var quoted = quote is not null && to is not null ? Quoted(found, to, saved) : null;
        return found.Show(
            to ?? found.Post(saved?.ReplyTo ?? 0), quoted, null, saved, isSummary: summary is not null);
    }

    private static IResult ShowMore(FoundThread found, int number, HttpContext http) => found.Post(number) is { } post
        ? Show.Page<PostPage>(found.Reader, new()
        {
            [nameof(PostPage.Thread)] = found.Thread,
            [nameof(PostPage.Community)] = found.Community,
            [nameof(PostPage.Place)] = found.Place,
            [nameof(PostPage.Post)] = post,
        })
        : Show.No(http, Refusals.NoSuchPost);

    private static async Task<IResult> ReadOne(
        string community, string thread, int number, HttpContext http, IViews views, CancellationToken ct) =>
        await FoundThread.In(http, views, community, thread, PageOf(number), ct) is { } found
            && found.Post(number) is { } post
            ? found.ShowOne(post)
            : await Elsewhere.Of(http, views, community, thread, number, isExact: true, ct)
                ?? Show.No(http, Refusals.NoSuchPost);

    private static async Task<IResult> Revisions(
        string community, string thread, int number, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await Elsewhere.Of(http, views, community, thread, number, isExact: true, ct) is { } elsewhere)
            return elsewhere;
        if (await FoundThread.In(http, views, community, thread, PageOf(number), ct) is not { } found)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        var revisions = await views.Revisions(community, thread, number, found.Place.Viewer, ct);
        return revisions.Count == 0
            ? Show.No(http, Refusals.NoSuchPost)
            : Show.Page<RevisionsPage>(found.Reader, new()
            {
                [nameof(RevisionsPage.Thread)] = found.Thread,
                [nameof(RevisionsPage.Number)] = number,
                [nameof(RevisionsPage.Revisions)] = revisions,
            });
    }

    private static async Task<IResult> Edit(
        string community, string thread, int number, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await FoundThread.In(http, views, community, thread, PageOf(number), ct) is not { } found)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        if (!found.Reader.Caller.IsSignedIn) return Show.SignIn(found.Reader);
        if (!found.MayChange(found.Post(number)?.Author)) return Show.No(http, Foreign);
        var saved = await DraftForms.Of(found.Reader, views, community, Drafts.OfPost(thread, number), ct);
        return found.Post(number) is { Text: { } text, Removal: Removal.None or Removal.Hidden or Removal.Pending }
            ? Show.Page<EditPostPage>(found.Reader, new()
            {
                [nameof(EditPostPage.Thread)] = found.Thread,
                [nameof(EditPostPage.Number)] = number,
                [nameof(EditPostPage.Draft)] = saved?.Text ?? text,
                [nameof(EditPostPage.Saved)] = saved,
            })
            : Show.No(http, Refusals.NoSuchPost);
    }

    private static async Task<IResult> Organise(
        string community, string thread, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await FoundThread.In(http, views, community, thread, 1, ct) is not { } found)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        if (!found.Reader.Caller.IsSignedIn) return Show.SignIn(found.Reader);
        return found.MayChange(found.Thread.Author)
            ? await ThreadForms.ShowNew(
                found.Reader, found.Place, views, ThreadDraft.Of(found.Thread), found.Thread, null, ct)
            : Show.No(http, Foreign);
    }

    private static async Task<IResult> New(
        string community, HttpContext http, IViews views, CancellationToken ct, string? category = null,
        string? follows = null, string? renews = null)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        if (category is not null && follows is null && place.Community.Introductions?.Category == category
            && place.Standing.Role == Role.Member && place.Member.Totals.Introductions == 0)
            return Results.LocalRedirect($"/c/{community}/introductions/new");
        var draft = ThreadDraft.Empty with { Category = category };
        if (Keys.IsThread(follows) && await views.Thread(community, follows!, 1, place.Viewer, ct) is { } full)
            draft = ThreadDraft.Of(full) with
            {
                Follows = full.Id, Title = Text.CleanLine(reader.Texts.FollowUpTitle(full.Title, 2), Text.TitleMax),
            };
        if (Keys.IsThread(renews) && await views.Thread(community, renews!, 1, place.Viewer, ct) is { } old)
            draft = ThreadDraft.Of(old) with { Renews = old.Id };
        return await ThreadForms.ShowNew(reader, place, views, draft, null, null, ct);
    }

    private static Refusal Foreign { get; } = new("post.foreign", "Only its author or a moderator may do that.");

    /// <summary>The page that this post stands on.</summary>
    public static int PageOf(int number) => Math.Max(1, (number - 1) / PageSize + 1);

    /// <summary>Its text as a quotation, ready to be answered, behind what has been written already.</summary>
    private static string Quoted(FoundThread found, PostView post, DraftView? saved) =>
        (saved is { Text.Length: > 0 } ? $"{saved.Text.TrimEnd()}\n\n" : "")
        + Quotes.Of(
            new Quote(post.Author.Account, found.Thread.Community, found.Thread.Id, post.Number), post.Text!);

    private static IResult To(FoundThread found, int number) =>
        Results.LocalRedirect($"{found.Path}{(PageOf(number) is > 1 and var page ? $"?page={page}" : "")}#p{number}");

    private static DateTimeOffset? DayOf(string? day) =>
        DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date, TimeSpan.Zero)
            : null;
}
