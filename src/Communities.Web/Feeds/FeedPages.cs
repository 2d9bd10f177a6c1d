using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Feeds of a community, a category, a tag, a thread and a member, and the page that lists them.</summary>
internal static class FeedPages
{
    public static void MapFeedPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/feed.{format}", OfCommunity).WithMetadata(new CachedAttribute(Shows.Community));
        community.MapGet("/members/{member}/feed.{format}", OfMember)
            .WithMetadata(new CachedAttribute(Shows.Community));
        community.MapGet("/threads/{thread}/feed.{format}", OfThread).WithMetadata(new CachedAttribute(Shows.Thread));
        community.MapGet("/feeds", List);
        community.MapPost("/feeds/renew", Renew);
    }

    private static async Task<IResult> OfCommunity(
        string community, string format, HttpContext http, IViews views, FeedKeys keys, CancellationToken ct,
        string? category = null, string? tag = null)
    {
        if (await Found.In(community, format, http, views, keys, ct) is not { } found)
            return Show.No(http, Refusals.NoSuchCommunity);
        var known = found.Community.Categories.FirstOrDefault(one => one.Slug == category);
        if (category is not null && known is null) return Show.No(http, Refusals.NoSuchCategory);
        var opened = await views.Opened(community, category, tag, found.Place.Viewer, ct);
        var title = string.Join(" · ", ((string?[])[known?.Name, tag is null ? null : $"#{tag}", found.Community.Name])
            .Where(part => part is not null));
        var query = known is not null ? $"?category={known.Slug}"
            : tag is null ? ""
            : $"?tag={Uri.EscapeDataString(tag)}";
        return found.Send(title, $"/c/{community}{query}", opened.Select(thread => new FeedItem(
            found.At($"/c/{community}/threads/{thread.Id}"), thread.Title, thread.Author.Name, thread.At,
            thread.RevisedAt, found.Html(thread.Text), thread.Tags)));
    }

    private static async Task<IResult> OfThread(
        string community, string thread, string format, HttpContext http, IViews views, FeedKeys keys,
        CancellationToken ct)
    {
        if (await Found.In(community, format, http, views, keys, ct) is not { } found || !Keys.IsThread(thread)
            || await views.Thread(community, thread, 1, found.Place.Viewer, ct) is not { } view)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        if (view.PageCount > 1)
            view = await views.Thread(community, thread, view.PageCount, found.Place.Viewer, ct) ?? view;
        var path = $"/c/{community}/threads/{view.Id}";
        var posts = view.Posts.Where(post => post.Text is not null && post.Removal == Removal.None).Reverse();
        return found.Send(view.Title, path, posts.Select(post => new FeedItem(
            found.At($"{path}?post={post.Number}"), $"{view.Title} #{post.Number}", post.Author.Name, post.At,
            post.RevisedAt, found.Html(post.Text!), view.Tags)));
    }

    private static async Task<IResult> OfMember(
        string community, string member, string format, HttpContext http, IViews views, FeedKeys keys,
        CancellationToken ct)
    {
        if (await Found.In(community, format, http, views, keys, ct) is not { } found || !Keys.IsAccount(member)
            || await views.Member(community, member, found.Place.Viewer, ct) is not { } person)
            return Show.No(http, new Refusal("address.missing", "There is nothing at this address."));
        var posts = await views.PostsBy(community, member, null, found.Place.Viewer, ct);
        return found.Send(
            $"{person.Name} · {found.Community.Name}", $"/c/{community}/members/{member}",
            posts.Items.Select(hit => new FeedItem(
                found.At($"/c/{community}/threads/{hit.Thread}?post={hit.Number}"), hit.Title, hit.Author.Name, hit.At,
                hit.At, $"<p>{Signs.Encode(hit.Snippet)}</p>", [])));
    }

    private static async Task<IResult> List(
        string community, HttpContext http, IViews views, FeedKeys keys, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var needsKey = view.Visibility == Visibility.Private && reader.Caller.IsSignedIn;
        return Show.Page<FeedsPage>(reader, new()
        {
            [nameof(FeedsPage.Community)] = view,
            [nameof(FeedsPage.Tags)] = await views.Tags(community, place.Viewer, ct),
            [nameof(FeedsPage.Key)] = needsKey ? await keys.KeyOf(reader.Caller.Account!, ct) : null,
        });
    }

    // The form is read for its token alone.
    private static async Task<IResult> Renew(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        _ = form;
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        if (!(await ask.Caller.In(community, ct)).IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var answer = await ask.Ask(Keys.OfAccount(account), new AccountCommand.RenewFeeds(), ct: ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/feeds", done: Notices.Saved);
    }

    // A community that whoever reads the feed may see, and how what is in it is told.
    private sealed record Found(Place Place, CommunityView Community, string Format, string Site, string Address)
    {
        public static async ValueTask<Found?> In(
            string community, string format, HttpContext http, IViews views, FeedKeys keys, CancellationToken ct)
        {
            if (!FeedWriter.Formats.Contains(format)) return null;
            var caller = await keys.ReaderOf(http);
            if (await caller.Enter(community, views, ct) is not (var place, var view)) return null;
            var site = SiteAddress.Of(http);

            // What a feed says of itself is copied: its key is not among it.
            var query = QueryString.Create(http.Request.Query.Where(part => part.Key != FeedKeys.Parameter));
            return new(place, view, format, site, $"{site}{http.Request.Path}{query}");
        }

        public string At(string path) => Site + path;

        public string Html(string markdown) => SiteAddress.Absolute(Markup.Html(markdown).Value, Site);

        public IResult Send(string title, string page, IEnumerable<FeedItem> items)
        {
            var feed = new Feed(title, At(page), Address, Community.Language, [.. items]);
            var (content, type) = FeedWriter.Write(feed, Format);
            return Results.Bytes(content, type);
        }
    }
}
