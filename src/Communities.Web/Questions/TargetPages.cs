using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How soon questions shall be answered, by category; set by managers.</summary>
internal static class TargetPages
{
    public static void MapTargetPages(this IEndpointRouteBuilder pages)
    {
        var studio = pages.MapGroup("/c/{community}/studio/questions");
        studio.MapGet("/targets", (string community, HttpContext http, IViews views, CancellationToken ct) =>
            ShowTargets(community, Reader.Of(http), http, views, null, ct));
        studio.MapPost("/targets", Change);
    }

    private static async Task<IResult> ShowTargets(
        string community, Reader reader, HttpContext http, IViews views, QuestionSettings? draft,
        CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, reader, http, views, ct);
        if (entry is null) return no!;
        var query = QuestionAsked.Of(http, community).Query(entry.Place, reader.Now);
        return Show.Page<TargetsPage>(entry.Reader, new()
        {
            [nameof(TargetsPage.Community)] = entry.View,
            [nameof(TargetsPage.Place)] = entry.Place,
            [nameof(TargetsPage.Load)] = await views.QuestionLoad(query, entry.Place.Viewer, ct),
            [nameof(TargetsPage.Settings)] = draft ?? entry.Place.Community.Questions,
        });
    }

    private static async Task<IResult> Change(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var settings = new QuestionSettings(
            Number(form["hours"]), form.ContainsKey("solved"),
            [
                .. place.Community.Categories.Where(one => form.ContainsKey($"own-{one.Slug}")).Select(one =>
                    new AnswerTarget(
                        one.Slug, Number(form[$"hours-{one.Slug}"]), form.ContainsKey($"solved-{one.Slug}"))),
            ],
            Number(form["holds"]));
        var answer = await ask.Ask(community, new CommunityCommand.SetQuestions(settings), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowTargets(community, Reader.Of(http, no), http, views, settings, ct)
            : Show.Done($"/c/{community}/studio/questions/targets", ask.PositionOf(answer), Notices.Saved);
    }

    // Nothing written is 0: none; what is no number is out of any range.
    private static int Number(string? text) => string.IsNullOrWhiteSpace(text) ? 0
        : Typed.Number(text) ?? -1;
}
