using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>An issue as a program writes it.</summary>
/// <param name="Words">In one language, or in each of the site's.</param>
/// <param name="Threads">The ids of threads that it shows.</param>
/// <param name="Gatherings">Shows what comes next.</param>
/// <param name="Results">Shows what votes came to lately.</param>
internal sealed record NewsletterBody(
    IReadOnlyList<NewsletterWords> Words, IReadOnlyList<string>? Threads = null, bool Gatherings = false,
    bool Results = false)
{
    public NewsletterContent Content => new([.. Words], [.. Threads ?? []], Gatherings, Results);
}

/// <summary>An issue that was written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record SavedNewsletter(string Id, long Version);

/// <summary>When an issue is to be sent.</summary>
internal sealed record PlanBody(DateTimeOffset At);

/// <summary>All issues that who asks may see.</summary>
internal sealed record NewsletterList(IReadOnlyList<NewsletterView> Items);

/// <summary>What came of the letters of an issue.</summary>
internal sealed record NewsletterFiguresView(
    int Waiting, int Sent, int Skipped, int GivenUp, int Bounced, int Clicked, int Unsubscribed,
    IReadOnlyList<NewsletterLinkView> Links);

/// <summary>A link of an issue, and how many followed it.</summary>
internal sealed record NewsletterLinkView(string Link, int Clicks);

/// <summary>Newsletters through the API.</summary>
internal static class NewsletterEndpoints
{
    public static void MapNewsletterEndpoints(this RouteGroupBuilder api)
    {
        var issues = api.MapGroup("/communities/{community}/newsletters").WithTags("Newsletters");
        issues.MapGet("", ReadAll).WithName("ReadNewsletters")
            .WithSummary("The issues of a newsletter, latest first; drafts for managers only.");
        issues.MapPost("", Write).WithName("WriteNewsletter").WithSummary("Writes an issue; for managers.");
        issues.MapGet("/{edition}", Read).WithName("ReadNewsletter").WithSummary("An issue of a newsletter.");
        issues.MapPut("/{edition}", Rewrite).WithName("RewriteNewsletter")
            .WithSummary("Writes an issue anew, before it is sent; for managers.");
        issues.MapDelete("/{edition}", (string community, string edition, Asking ask, CancellationToken ct) =>
                ask.Change(Keys.OfNewsletter(community, edition), new NewsletterCommand.Discard(), ct))
            .WithName("DiscardNewsletter").WithSummary("Gives an issue up, before it is sent; for managers.");
        issues.MapPost("/{edition}/try", (string community, string edition, Asking ask, CancellationToken ct) =>
                ask.Change(Keys.OfNewsletter(community, edition), new NewsletterCommand.Try(), ct))
            .WithName("TryNewsletter").WithSummary("Sends an issue to who asks, and to nobody else; for managers.");
        issues.MapPut("/{edition}/plan", (
                string community, string edition, PlanBody body, Asking ask, CancellationToken ct) =>
                ask.Change(Keys.OfNewsletter(community, edition), new NewsletterCommand.Plan(body.At), ct))
            .WithName("PlanNewsletter").WithSummary("Sends an issue at a time; for managers.");
        issues.MapDelete("/{edition}/plan", (string community, string edition, Asking ask, CancellationToken ct) =>
                ask.Change(Keys.OfNewsletter(community, edition), new NewsletterCommand.Unplan(), ct))
            .WithName("UnplanNewsletter").WithSummary("Does not send it at its time; for managers.");
        issues.MapPost("/{edition}/send", (string community, string edition, Asking ask, CancellationToken ct) =>
                ask.Change(Keys.OfNewsletter(community, edition), new NewsletterCommand.Send(), ct))
            .WithName("SendNewsletter")
            .WithSummary("Sends an issue now, once to everybody who has the newsletter; for managers.");
        issues.MapGet("/{edition}/figures", ReadFigures).WithName("ReadNewsletterFigures")
            .WithSummary("What came of the letters of an issue; for managers.");
    }

    private static async Task<Results<Ok<NewsletterList>, Problem>> ReadAll(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return place.IsSeen
            ? TypedResults.Ok(new NewsletterList(await views.Newsletters(community, place.Viewer, ct)))
            : Problem.Of(Refusals.NoSuchCommunity, caller);
    }

    private static async Task<Results<Ok<NewsletterView>, Problem>> Read(
        string community, string edition, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Newsletter(community, edition, place.Viewer, ct) : null,
            place.IsSeen ? Newsletter.Missing : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<SavedNewsletter>, Problem>> Write(
        string community, NewsletterBody body, Asking ask, CancellationToken ct)
    {
        var edition = await ask.NewNewsletter(community, ct: ct);
        var answer = await ask.Ask(
            Keys.OfNewsletter(community, edition), new NewsletterCommand.Save(body.Content), ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/newsletters/{edition}",
                new SavedNewsletter(edition, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Rewrite(
        string community, string edition, NewsletterBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var key = Keys.OfNewsletter(community, edition);
        var place = await ask.Caller.In(community, ct);
        if (place.IsSeen && place.Standing.Is(Role.Manager) && (await actors.See<Newsletter>(key, ct)).IsMissing)
            return Problem.Of(Newsletter.Missing, ask.Caller);
        return await ask.Change(key, new NewsletterCommand.Save(body.Content), ct);
    }

    private static async Task<Results<Ok<NewsletterFiguresView>, Problem>> ReadFigures(
        string community, string edition, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (place.RefusalBelow(Role.Manager) is { } no) return Problem.Of(no, caller);
        if (await views.Newsletter(community, edition, place.Viewer, ct) is null)
            return Problem.Of(Newsletter.Missing, caller);
        var figures = await views.LetterFigures(community, LetterKind.Newsletter, edition, ct);
        return TypedResults.Ok(new NewsletterFiguresView(
            figures.Waiting, figures.Sent, figures.Skipped, figures.GivenUp, figures.Bounced, figures.Clicked,
            figures.Unsubscribed, [.. figures.Links.Select(link => new NewsletterLinkView(link.Link, link.Clicks))]));
    }
}
