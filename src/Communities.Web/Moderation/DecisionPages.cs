using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Decisions as they are told to whom they concern, objections, and what came of reports.</summary>
/// <remarks>Who was kept out of a private community still reads why, and nothing else of it.</remarks>
internal static class DecisionPages
{
    public static void MapDecisionPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/reports", Reports);
        community.MapGet("/decisions", Record);
        community.MapGet("/decisions/{subject}/{number:int}", Read);
        community.MapPost("/decisions/{subject}/{number:int}/appeal", Appeal);
    }

    private static Refusal Missing { get; } = new("decision.missing", "There is no such decision.");

    private static async Task<IResult> Reports(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<ReportsPage>(reader, new()
        {
            [nameof(ReportsPage.Community)] = view,
            [nameof(ReportsPage.Place)] = place,
            [nameof(ReportsPage.Reports)] = await views.OwnReports(community, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Record(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        var place = await reader.Caller.In(community, ct);
        var decisions = Concerns(place) ? await views.DecisionsOn(community, account, place.Viewer, ct) : [];
        if (!place.IsSeen && decisions.Count == 0) return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<OwnRecordPage>(reader, new()
        {
            [nameof(OwnRecordPage.Place)] = place,
            [nameof(OwnRecordPage.Name)] = await NameOf(views, place, ct),
            [nameof(OwnRecordPage.Decisions)] = decisions,
        });
    }

    private static Task<IResult> Read(
        string community, string subject, int number, HttpContext http, IViews views, IActors actors,
        CancellationToken ct) => ShowOne(community, subject, number, Reader.Of(http), http, views, actors, ct);

    private static async Task<IResult> Appeal(
        string community, string subject, int number, IFormCollection form, HttpContext http, Asking ask, IViews views,
        IActors actors, CancellationToken ct)
    {
        if (!ask.Caller.IsSignedIn) return Show.SignIn(Reader.Of(http));
        var place = await ask.Caller.In(community, ct);
        if (Subject.Parse(subject) is not { } about || await Found(views, place, subject, number, ct) is null)
            return Show.No(http, place.IsSeen ? Missing : Refusals.NoSuchCommunity);
        var appeal = new CaseCommand.Appeal(number, form["text"].ToString());
        var answer = await ask.Ask(Keys.OfCase(community, about), appeal, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, subject, number, Reader.Of(http, no), http, views, actors, ct)
            : Show.Done(
                string.Create(CultureInfo.InvariantCulture, $"/c/{community}/decisions/{subject}/{number}"),
                ask.PositionOf(answer), Notices.Appealed);
    }

    private static async Task<IResult> ShowOne(
        string community, string subject, int number, Reader reader, HttpContext http, IViews views, IActors actors,
        CancellationToken ct)
    {
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        var place = await reader.Caller.In(community, ct);
        if (await Found(views, place, subject, number, ct) is not { } decision)
            return Show.No(http, place.IsSeen ? Missing : Refusals.NoSuchCommunity);

        // Whoever looks at it has been told.
        if (decision.Author.Account == reader.Caller.Account)
            await actors.Ask(
                Keys.OfMember(community, decision.Author.Account), new InboxCommand.Settle(decision.Id), Call.System(),
                ct);
        return Show.Page<StatementPage>(reader, new()
        {
            [nameof(StatementPage.Place)] = place,
            [nameof(StatementPage.Name)] = await NameOf(views, place, ct),
            [nameof(StatementPage.Decision)] = decision,
        });
    }

    private static async ValueTask<DecisionView?> Found(
        IViews views, Place place, string subject, int number, CancellationToken ct) =>
        Concerns(place) ? await views.Decision(place.Slug, subject, number, place.Viewer, ct) : null;

    // A private community says nothing to others than those who belong there, or did.
    private static bool Concerns(Place place) => place.IsSeen || place.Member.JoinedAt is not null;

    private static async ValueTask<string> NameOf(IViews views, Place place, CancellationToken ct) =>
        place.Community.IsFounded
        && await views.Community(place.Slug, new Viewer(null, Standing.System), ct) is { } view
            ? view.Name
            : place.Slug;
}
