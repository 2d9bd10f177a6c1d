using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.ReadingCommand;

namespace Communities.Web;

/// <summary>Bookmarks as a page, and what forms say of a member's reading.</summary>
internal static class ReadingPages
{
    /// <summary>In how many days a reminder can be asked for.</summary>
    public static readonly int[] Reminders = [1, 3, 7, 30, 90];

    public static void MapReadingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/bookmarks", Bookmarks);
        var thread = pages.MapGroup("/c/{community}/threads/{thread}");
        thread.MapGet("/read", Read);
        thread.MapPost("/level", SetLevel);
        thread.MapPost("/posts/{number:int}/bookmark", Bookmark);
    }

    private static async Task<IResult> Bookmarks(
        HttpContext http, IViews views, CancellationToken ct, string? cursor = null)
    {
        var reader = Reader.Of(http);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        return Show.Page<BookmarksPage>(reader, new()
        {
            [nameof(BookmarksPage.Bookmarks)] = await views.Bookmarks(account, cursor, ct),
        });
    }

    // What a page without script shows in place of a script: an image that is none. It says nothing that having read
    // the page does not say.
    private static async Task<IResult> Read(
        string community, string thread, HttpContext http, Asking ask, IActors actors, CancellationToken ct, int to = 1)
    {
        var answer = await ReadingEndpoints.Ask(
            community, thread, last => new MarkRead(1, Math.Clamp(to, 1, last)), ask, actors, ct);
        http.Response.Headers.CacheControl = "no-store";
        return answer.Refusal is { } no ? Show.No(http, no) : Results.NoContent();
    }

    private static async Task<IResult> SetLevel(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, IActors actors,
        CancellationToken ct)
    {
        var level = InboxPages.LevelIn(form["level"]);
        var answer = await ReadingEndpoints.Ask(
            community, thread, _ => new SetLevel(level), ask, actors, ct, form[Asking.KeyField]);
        return InboxPages.Back(http, form, answer, ask, $"/c/{community}/threads/{thread}");
    }

    private static async Task<IResult> Bookmark(
        string community, string thread, int number, IFormCollection form, HttpContext http, Asking ask,
        IActors actors, TimeProvider time, CancellationToken ct)
    {
        var remindAt = Typed.Number(form["remind"]) is { } days && Reminders.Contains(days)
            ? time.GetUtcNow().AddDays(days) : (DateTimeOffset?)null;
        var answer = await ReadingEndpoints.Ask(
            community, thread,
            last => form["off"].Count > 0
                ? new Unbookmark(number)
                : new Bookmark(number <= last ? number : 0, form["note"].ToString().Trim(), remindAt),
            ask, actors, ct, form[Asking.KeyField]);
        return InboxPages.Back(http, form, answer, ask, $"/c/{community}/threads/{thread}?post={number}");
    }
}
