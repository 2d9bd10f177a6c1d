using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Threads that are worth reviving, each with why; and what comes of them.</summary>
internal static class RevivalPages
{
    public static void MapRevivalPages(this IEndpointRouteBuilder pages)
    {
        var studio = pages.MapGroup("/c/{community}/studio/questions");
        studio.MapGet("/revive", Read);
        studio.MapPost("/{thread}/rest", Rest);
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Moderator, Reader.Of(http), http, views, ct);
        if (entry is null) return no!;
        var (viewer, now) = (entry.Place.Viewer, entry.Reader.Now);
        var query = QuestionAsked.Of(http, community).Query(entry.Place, now);
        return Show.Page<RevivalsPage>(entry.Reader, new()
        {
            [nameof(RevivalsPage.Community)] = entry.View,
            [nameof(RevivalsPage.Place)] = entry.Place,
            [nameof(RevivalsPage.Load)] = await views.QuestionLoad(query, viewer, ct),
            [nameof(RevivalsPage.Revivals)] = await views.Revivals(community, now, viewer, ct),
        });
    }

    private static async Task<IResult> Rest(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        var answer = await ask.Ask(
            Keys.OfThread(community, thread), new ThreadCommand.Rest(), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/studio/questions/revive", ask.PositionOf(answer), Notices.ThreadRested);
    }
}
