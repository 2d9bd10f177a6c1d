using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How a community recognises its members, for its managers to set.</summary>
internal static class RecognitionStudio
{
    public static void MapRecognitionStudio(this IEndpointRouteBuilder pages)
    {
        var studio = pages.MapGroup("/c/{community}/studio/recognition");
        studio.MapGet("", Read);
        studio.MapPost("", Set);
        studio.MapPost("/ambassadors", Entrust);
        studio.MapPost("/badges", Make);
        studio.MapPost("/badges/remove", Remove);
    }

    private static Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct) =>
        ShowPage(community, Reader.Of(http), http, views, ct);

    private static async Task<IResult> ShowPage(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, reader, http, views, ct);
        if (entry is null) return no!;
        return Show.Page<RecognitionStudioPage>(reader, new()
        {
            [nameof(RecognitionStudioPage.Community)] = entry.View,
            [nameof(RecognitionStudioPage.Place)] = entry.Place,
            [nameof(RecognitionStudioPage.Ambassadors)] =
                await views.Ambassadors(community, entry.Place.Viewer, ct) ?? new("", []),
            [nameof(RecognitionStudioPage.All)] = await views.Badges(community, entry.Place.Viewer, ct),
        });
    }

    private static Task<IResult> Set(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct) =>
        Done(community, community, new CommunityCommand.SetRecognition(
            form["ranked"].Count == 0, form["expected"].ToString().Trim()), form, http, ask, views, ct);

    private static async Task<IResult> Entrust(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var account = Typed.Account(form["account"]);
        if (!Keys.IsAccount(account))
        {
            var refused = Reader.Of(http, new Refusal("account.missing", "There is no such account."));
            return await ShowPage(community, refused, http, views, ct);
        }

        // Of who is no member the actor says "please join", which is meant for whom it concerns.
        var place = await ask.Caller.In(community, ct);
        return place.Standing.Is(Role.Manager) && await views.Member(community, account, place.Viewer, ct) is null
            ? await ShowPage(community, Reader.Of(http, QuestionEndpoints.NoSuchMember), http, views, ct)
            : await Done(
                community, Keys.OfMember(community, account),
                new MemberCommand.Entrust(form["on"] == "1", form["word"].ToString().Trim()), form, http, ask, views,
                ct);
    }

    private static Task<IResult> Make(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var rule = Enum.TryParse<BadgeMeasure>(form["measure"], out var measure)
            ? new BadgeRule(measure, Typed.Number(form["needed"]) ?? 0)
            : null;
        return Done(community, community, new CommunityCommand.SetBadge(new OwnBadge(
            form["badge"].ToString().Trim().ToLowerInvariant(), form["name"].ToString().Trim(),
            form["sign"].ToString(), form["sentence"].ToString().Trim(), rule), form.ContainsKey("new")),
            form, http, ask, views, ct);
    }

    private static Task<IResult> Remove(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct) =>
        Done(
            community, community, new CommunityCommand.RemoveBadge(form["badge"].ToString()), form, http, ask, views,
            ct);

    private static async Task<IResult> Done<TActor>(
        string community, string key, ICommand<TActor> command, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct)
        where TActor : class, IActor
    {
        var answer = await ask.Ask(key, command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowPage(community, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/studio/recognition", ask.PositionOf(answer), Notices.Saved);
    }
}
