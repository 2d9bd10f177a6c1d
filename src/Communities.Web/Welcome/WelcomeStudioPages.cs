using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>
/// Welcoming in the studio: who waits for an answer, the journey, and how people introduce themselves.
/// </summary>
internal static class WelcomeStudioPages
{
    /// <summary>A message of the journey that is not there.</summary>
    public static Refusal NoSuchStep { get; } = new("step.missing", "There is no such step.");

    public static void MapWelcomeStudioPages(this IEndpointRouteBuilder pages)
    {
        var studio = pages.MapGroup("/c/{community}/studio/welcome");
        studio.MapGet("", Read);
        studio.MapPost("/journey", Switch);
        studio.MapPost("/introductions", Introduce);
        studio.MapGet("/new-step", (
            string community, HttpContext http, IViews views, CancellationToken ct) =>
            ShowStep(community, StepDraft.New, Reader.Of(http), http, views, ct));
        studio.MapPost("/new-step", Add);
        studio.MapGet("/steps/{step}", ReadStep);
        studio.MapPost("/steps/{step}", ChangeStep);
    }

    private static Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct) =>
        Overview(community, Reader.Of(http), http, views, ct);

    private static async Task<IResult> Switch(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var answer = await Set(
            community, place.Community.Journey with { IsOn = form["on"] == "1" }, form, ask, ct);
        return answer.Refusal is { } no
            ? await Overview(community, Reader.Of(http, no), http, views, ct)
            : Saved(community, ask, answer);
    }

    private static async Task<IResult> Introduce(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var hours = Typed.Number(form["hours"]) ?? -1;
        var set = new Introductions(
            form["category"].ToString(),
            form["prompt"].ToString() is { } prompt && !string.IsNullOrWhiteSpace(prompt) ? prompt.Trim() : null,
            [.. form["question"].Select(question => (question ?? "").Trim()).Where(question => question.Length > 0)],
            hours);
        var answer = await ask.Ask(
            community, set.Category.Length > 0 ? new CommunityCommand.SetIntroductions(set)
                : new CommunityCommand.SetIntroductions(null, set),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await Overview(community, Reader.Of(http, no), http, views, ct, set)
            : Show.Done($"/c/{community}/studio/welcome", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> Add(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var journey = place.Community.Journey;
        var (kind, id) = StepDraft.Added(form, journey);
        var draft = StepDraft.Of(form, id, kind);
        if (form["act"] == "preview")
            return await ShowStep(community, draft with { IsShown = true }, Reader.Of(http), http, views, ct);
        var answer = await Set(community, journey with { Steps = journey.Steps.Add(draft.Step) }, form, ask, ct);
        return answer.Refusal is { } no
            ? await ShowStep(community, draft, Reader.Of(http, no), http, views, ct)
            : Saved(community, ask, answer);
    }

    private static async Task<IResult> ReadStep(
        string community, string step, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        var draft = place.Community.Journey.Step(step) is { } known ? StepDraft.Of(known) : null;
        return await ShowStep(community, draft, reader, http, views, ct);
    }

    private static async Task<IResult> ChangeStep(
        string community, string step, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (place.Community.Journey is var journey && journey.Step(step) is not { } known)
            return await ShowStep(community, null, Reader.Of(http), http, views, ct);
        var draft = StepDraft.Of(form, known.Id, known.Kind);
        if (form["act"] == "preview")
            return await ShowStep(
                community, draft with { IsKnown = true, IsShown = true }, Reader.Of(http), http, views, ct);
        var steps = form["act"] == "remove" ? journey.Steps.Remove(known) : journey.Steps.Replace(known, draft.Step);
        var answer = await Set(community, journey with { Steps = steps }, form, ask, ct);
        return answer.Refusal is { } no
            ? await ShowStep(community, draft with { IsKnown = true }, Reader.Of(http, no), http, views, ct)
            : Saved(community, ask, answer);
    }

    private static ValueTask<Answer> Set(
        string community, Journey journey, IFormCollection form, Asking ask, CancellationToken ct) =>
        ask.Ask(community, new CommunityCommand.SetJourney(journey), form[Asking.KeyField], ct);

    private static IResult Saved(string community, Asking ask, Answer answer) =>
        Show.Done($"/c/{community}/studio/welcome", ask.PositionOf(answer), Notices.Saved);

    private static async Task<IResult> Overview(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct,
        Introductions? set = null)
    {
        if (reader is { Refused: { } refused, Caller.IsSignedIn: false }) return Show.No(http, refused);
        var (entry, no) = await StudioEntry.Of(community, Role.Moderator, reader, http, views, ct);
        if (entry is null) return no!;
        var (from, to) = (reader.Now - Greetings.CountedFor, reader.Now.AddDays(1));
        return Show.Page<WelcomeStudioPage>(reader, new()
        {
            [nameof(WelcomeStudioPage.Community)] = entry.View,
            [nameof(WelcomeStudioPage.Place)] = entry.Place,
            [nameof(WelcomeStudioPage.Counts)] = await views.Journeys(community, from, to, entry.Place.Viewer, ct),
            [nameof(WelcomeStudioPage.Introductions)] = await views.Introductions(
                community, from, to, entry.Place.Viewer, ct),
            [nameof(WelcomeStudioPage.Set)] =
                set ?? entry.Place.Community.Introductions ?? entry.Place.Community.KeptIntroductions,
        });
    }

    private static async Task<IResult> ShowStep(
        string community, StepDraft? draft, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (reader is { Refused: { } refused, Caller.IsSignedIn: false }) return Show.No(http, refused);
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, reader, http, views, ct);
        if (entry is null) return no!;
        return draft is null
            ? Show.No(http, NoSuchStep)
            : Show.Page<StepPage>(reader, new()
            {
                [nameof(StepPage.Community)] = entry.View,
                [nameof(StepPage.Place)] = entry.Place,
                [nameof(StepPage.Draft)] = draft,
            });
    }
}
