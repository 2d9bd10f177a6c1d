using System.Collections.Immutable;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>
/// A thread to be opened, with its first post in Markdown, perhaps to continue a full one, or to take up an
/// old one, by its id.
/// </summary>
internal sealed record OpenBody(
    string Title, string Text, string? Category = null, ImmutableArray<string>? Tags = null, string? Poll = null,
    string? Follows = null, string? Renews = null);

/// <summary>Where a thread belongs.</summary>
internal sealed record OrganiseBody(string Title, string? Category = null, ImmutableArray<string>? Tags = null);

/// <summary>The thread that was opened.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record OpenedThread(string Id, long Version);

/// <summary>Threads: listed, opened, read and organised.</summary>
internal static class ThreadEndpoints
{
    public static void MapThreadEndpoints(this RouteGroupBuilder api)
    {
        var threads = api.MapGroup("/communities/{community}/threads").WithTags("Threads");
        threads.MapGet("", List).WithName("ListThreads").WithMetadata(new CachedAttribute(Shows.Community))
            .WithSummary(
                "Threads: latest (pinned ones first), top (of a day, week, month or all), unanswered, or, for "
                + "moderators, unlisted.");
        threads.MapPost("", Open).WithName("OpenThread").WithSummary("Opens a thread; for members.");
        threads.MapGet("/{thread}", Read).WithName("ReadThread").WithMetadata(new CachedAttribute(Shows.Thread))
            .WithSummary("A thread with one page of its posts, 50 a page.");
        threads.MapPut("/{thread}", Organise).WithName("OrganiseThread")
            .WithSummary("Gives a thread this title, category and these tags; for its author and moderators.");
    }

    private static async Task<Results<Ok<Page<ThreadRow>>, Problem>> List(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct,
        string? sort = null, string? period = null, string? category = null, string? tag = null, string? cursor = null,
        int size = 30)
    {
        var query = new ThreadQuery(
            community, SortOf(sort), SinceOf(period, time.GetUtcNow()), category, tag, cursor,
            size is >= 1 and <= 100 ? size : throw Faults.Bad("size.range", "A page has 1 to 100 items."));
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Threads(query, place.Viewer, ct) : null, Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<OpenedThread>, Problem>> Open(
        string community, OpenBody body, Asking ask, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var (tags, fault) = Labels.Of(place, body.Category, body.Tags ?? []);
        if (fault is not null) return Problem.Of(fault, ask.Caller);
        var thread = await ask.NewThread(community, ct: ct);
        var answer = await ask.Ask(
            Keys.OfThread(community, thread),
            new Open(body.Title, body.Text, body.Category, tags, body.Poll, body.Follows, Renews: body.Renews), ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/threads/{thread}",
                new OpenedThread(thread, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<ThreadView>, Problem>> Read(
        string community, string thread, Caller caller, IViews views, ViewCounter counter, HttpContext http,
        CancellationToken ct, int page = 1)
    {
        if (page < 1) throw Faults.Bad("page.range", "Pages are numbered from 1.");
        var place = await caller.In(community, ct);
        var view = place.IsSeen ? await views.Thread(community, thread, page, place.Viewer, ct) : null;
        if (view is not null) counter.Opened(http, community, thread);
        return caller.Found(view, place.IsSeen ? NoSuchThread : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Organise(
        string community, string thread, OrganiseBody body, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var had = place.IsSeen && place.Community.TagGroups.Exists(group => group.IsReserved)
            ? (await views.Thread(community, thread, 1, place.Viewer, ct))?.Tags
            : null;
        var (tags, fault) = Labels.Of(place, body.Category, body.Tags ?? [], had);
        return fault is not null
            ? Problem.Of(fault, ask.Caller)
            : await ask.Change(Keys.OfThread(community, thread), new Organise(body.Title, body.Category, tags), ct);
    }

    internal static Actors.Refusal NoSuchThread { get; } = new("thread.missing", "There is no such thread.");

    /// <summary>A thread cannot know its community's categories; whoever asks it must look.</summary>
    internal static Actors.Refusal? CategoryFault(Place place, string? category) =>
        !place.IsSeen ? Refusals.NoSuchCommunity
        : category is null || place.Community.Categories.Exists(known => known.Slug == category) ? null
        : Refusals.NoSuchCategory;

    internal static ThreadSort SortOf(string? sort) => sort switch
    {
        null or "latest" => ThreadSort.Latest,
        "top" => ThreadSort.Top,
        "unanswered" => ThreadSort.Unanswered,
        "unlisted" => ThreadSort.Unlisted,
        "unread" => ThreadSort.Unread,
        _ => throw Faults.Bad(
            "sort.unknown", "Threads are sorted by latest, top, unanswered, unread or unlisted."),
    };

    internal static DateTimeOffset? SinceOf(string? period, DateTimeOffset now) => period switch
    {
        null or "all" => null,
        "day" => now.AddDays(-1),
        "week" => now.AddDays(-7),
        "month" => now.AddMonths(-1),
        _ => throw Faults.Bad("period.unknown", "A period is day, week, month or all."),
    };
}
