using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Newsletters as managers write, try and send them.</summary>
internal static class NewsletterStudio
{
    /// <summary>How far back threads are looked for that are worth showing.</summary>
    private static readonly TimeSpan BestOf = TimeSpan.FromDays(31);

    private const int BestMax = 12;

    private static readonly Refusal SureNeeded = new(
        "sending.pending", "Please tick that it may go out: what was sent cannot be taken back.");

    public static void MapNewsletterStudio(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/studio/newsletter", ReadAll);
        pages.MapGet("/c/{community}/studio/newsletter/new", (
            string community, HttpContext http, IViews views, NewsletterIssue issues, CancellationToken ct) =>
            ShowOne(community, null, null, false, Reader.Of(http), http, views, issues, ct));
        pages.MapPost("/c/{community}/studio/newsletter/new", async (
            string community, IFormCollection form, HttpContext http, Asking ask, IViews views,
            NewsletterIssue issues, CancellationToken ct) =>
            await Act(community, null, form, http, ask, views, issues, ct));
        pages.MapGet("/c/{community}/studio/newsletter/{edition}", (
            string community, string edition, HttpContext http, IViews views, NewsletterIssue issues,
            CancellationToken ct) =>
            ShowOne(community, edition, null, false, Reader.Of(http), http, views, issues, ct));
        pages.MapPost("/c/{community}/studio/newsletter/{edition}", async (
            string community, string edition, IFormCollection form, HttpContext http, Asking ask, IViews views,
            NewsletterIssue issues, CancellationToken ct) =>
            await Act(community, edition, form, http, ask, views, issues, ct));
    }

    private static async Task<IResult> ReadAll(
        string community, HttpContext http, IViews views, Subscribing subscribing, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, Reader.Of(http), http, views, ct);
        if (entry is null) return no!;
        var issues = await views.Newsletters(community, entry.Place.Viewer, ct);
        var figures = new Dictionary<string, LetterFigures>();
        foreach (var issue in issues.Where(issue => issue.BeganAt is not null).Take(BestMax))
            figures[issue.Id] = await views.LetterFigures(community, LetterKind.Newsletter, issue.Id, ct);
        return Show.Page<NewsletterStudioPage>(entry.Reader, new()
        {
            [nameof(NewsletterStudioPage.Community)] = entry.View,
            [nameof(NewsletterStudioPage.Place)] = entry.Place,
            [nameof(NewsletterStudioPage.Issues)] = issues,
            [nameof(NewsletterStudioPage.Figures)] = figures,
            [nameof(NewsletterStudioPage.Audience)] = await views.MailAudience(community, ct),
            [nameof(NewsletterStudioPage.HasMail)] = subscribing.IsOpen,
        });
    }

    private static async Task<IResult> Act(
        string community, string? edition, IFormCollection form, HttpContext http, Asking ask, IViews views,
        NewsletterIssue issues, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var language = place.Community.Language;
        var draft = NewsletterDraft.Of(form, language);
        var act = form["act"].ToString();
        if (act == "preview") return await Page(Reader.Of(http), isPreview: true);
        var once = form[Asking.KeyField].ToString();
        var key = Keys.OfNewsletter(community, edition ?? await ask.NewNewsletter(community, once, ct));
        if (edition is not null && !Keys.IsThread(edition)) return Show.No(http, Newsletter.Missing);

        // What the form says is kept first; what was sent already has no form with words.
        Answer? kept = null;
        if (form.ContainsKey($"subject-{language}"))
        {
            kept = await ask.Ask(key, new NewsletterCommand.Save(draft.Content), once + "save", ct);
            if (kept.Refusal is { } wrong) return await Page(Reader.Of(http, wrong), isPreview: false);
        }

        if (act == "send" && form["sure"] != "on") return await Page(Reader.Of(http, SureNeeded), isPreview: false);
        var planned = act == "plan" ? ClockTime.In(place.Community.Zone, draft.At) : null;
        if (act == "plan" && planned is null)
            return await Page(Reader.Of(http, ClockTime.Malformed), isPreview: false);
        (NewsletterCommand? Command, string Done) next = act switch
        {
            "try" => (new NewsletterCommand.Try(), Notices.NewsletterTried),
            "plan" when planned is var (at, wrinkle) => (
                new NewsletterCommand.Plan(at), Notices.Of(wrinkle, Notices.NewsletterPlanned)),
            "unplan" => (new NewsletterCommand.Unplan(), Notices.NewsletterUnplanned),
            "send" => (new NewsletterCommand.Send(), Notices.NewsletterSent),
            "discard" => (new NewsletterCommand.Discard(), Notices.NewsletterDiscarded),
            _ => (null, Notices.Saved),
        };
        var answer = next.Command is { } command ? await ask.Ask(key, command, once, ct) : kept;
        if (answer is null) return Show.No(http, Newsletter.Missing);
        if (answer.Refusal is { } no) return await Page(Reader.Of(http, no), isPreview: false);
        var to = act == "discard" ? NewsletterPaths.Studio(community)
            : NewsletterPaths.Editor(community, Keys.LocalOf(key));
        return Show.Done(to, ask.PositionOf(answer), next.Done);

        Task<IResult> Page(Reader reader, bool isPreview) =>
            ShowOne(community, edition, draft, isPreview, reader, http, views, issues, ct);
    }

    private static async Task<IResult> ShowOne(
        string community, string? edition, NewsletterDraft? draft, bool isPreview, Reader reader, HttpContext http,
        IViews views, NewsletterIssue issues, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, reader, http, views, ct);
        if (entry is null) return no!;
        var (place, viewer) = (entry.Place, entry.Place.Viewer);
        var issue = edition is null ? null : await views.Newsletter(community, edition, viewer, ct);
        if (edition is not null && issue is null) return Show.No(http, Newsletter.Missing);
        var isOpen = issue is null or { Status: NewsletterStatus.Draft or NewsletterStatus.Scheduled };
        var shown = !isOpen ? new NewsletterDraft(issue!.Content, "")
            : draft ?? (issue is null ? NewsletterDraft.New(place.Community.Language) : new(issue.Content, ""));
        var previews = new List<(string Language, LetterBody Body)>();
        if ((isPreview || !isOpen) && !shown.Content.Words.IsDefaultOrEmpty)
            foreach (var language in Languages.Known)
                previews.Add((language, await issues.Compose(
                    community, shown.Content, issue?.BeganAt ?? reader.Now, Texts.Of(language),
                    NewsletterIssue.Everybody(place.Community.Visibility), ct)));
        var best = isOpen
            ? (await views.Threads(
                new ThreadQuery(community, ThreadSort.Top, reader.Now - BestOf, Size: BestMax), viewer, ct)).Items
            : [];
        return Show.Page<NewsletterEditPage>(entry.Reader, new()
        {
            [nameof(NewsletterEditPage.Community)] = entry.View,
            [nameof(NewsletterEditPage.Place)] = place,
            [nameof(NewsletterEditPage.Issue)] = issue,
            [nameof(NewsletterEditPage.IsOpen)] = isOpen,
            [nameof(NewsletterEditPage.Draft)] = shown,
            [nameof(NewsletterEditPage.Best)] = best,
            [nameof(NewsletterEditPage.Picked)] =
                await views.PickedThreads(community, shown.Content.Threads, viewer, ct),
            [nameof(NewsletterEditPage.Previews)] = previews,
            [nameof(NewsletterEditPage.Audience)] = await views.MailAudience(community, ct),
            [nameof(NewsletterEditPage.Figures)] = issue?.BeganAt is null ? null
                : await views.LetterFigures(community, LetterKind.Newsletter, issue.Id, ct),
        });
    }
}
