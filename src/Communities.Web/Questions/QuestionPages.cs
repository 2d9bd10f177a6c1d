using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Questions that wait for an answer: for members, and in the studio, where they are worked.</summary>
internal static class QuestionPages
{
    /// <summary>The periods, in days, for which the figures are shown.</summary>
    public static readonly int[] Periods = [30, 90, 365];

    public static void MapQuestionPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/questions", ForMembers);
        pages.MapPost("/c/{community}/questions/{thread}/pass-on", PassOn);
        var studio = pages.MapGroup("/c/{community}/studio/questions");
        studio.MapGet("", Read);
        studio.MapGet("/figures", Figures);
        studio.MapGet("/{thread}", ReadOne);
        studio.MapPost("/{thread}/ask", Ask);
    }

    private static async Task<IResult> ForMembers(
        string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var asked = QuestionAsked.Of(http, community);
        if (asked.Show is not QuestionShow.Unsolved) asked = asked with { Show = QuestionShow.Unanswered };
        var query = asked.Query(place, reader.Now, isLatestFirst: true);
        return Show.Page<OpenQuestionsPage>(reader, new()
        {
            [nameof(OpenQuestionsPage.Community)] = view,
            [nameof(OpenQuestionsPage.Place)] = place,
            [nameof(OpenQuestionsPage.Asked)] = asked,
            [nameof(OpenQuestionsPage.Load)] = await views.QuestionLoad(query, place.Viewer, ct),
            [nameof(OpenQuestionsPage.Questions)] = await views.Questions(query, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Moderator, Reader.Of(http), http, views, ct);
        if (entry is null) return no!;
        var asked = QuestionAsked.Of(http, community);
        var query = asked.Query(entry.Place, entry.Reader.Now);
        return Show.Page<QuestionsPage>(entry.Reader, new()
        {
            [nameof(QuestionsPage.Community)] = entry.View,
            [nameof(QuestionsPage.Place)] = entry.Place,
            [nameof(QuestionsPage.Asked)] = asked,
            [nameof(QuestionsPage.Load)] = await views.QuestionLoad(query, entry.Place.Viewer, ct),
            [nameof(QuestionsPage.Questions)] = await views.Questions(query, entry.Place.Viewer, ct),
        });
    }

    private static Task<IResult> ReadOne(
        string community, string thread, HttpContext http, IViews views, CancellationToken ct) =>
        ShowOne(community, thread, Reader.Of(http), http, views, ct);

    private static async Task<IResult> ShowOne(
        string community, string thread, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Moderator, reader, http, views, ct);
        if (entry is null) return no!;
        var (place, asked) = (entry.Place, QuestionAsked.Of(http, community));
        if (!Keys.IsThread(thread) || await views.Thread(community, thread, 1, place.Viewer, ct) is not { } view)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        return Show.Page<QuestionPage>(entry.Reader, new()
        {
            [nameof(QuestionPage.Community)] = entry.View,
            [nameof(QuestionPage.Place)] = place,
            [nameof(QuestionPage.Asked)] = asked,
            [nameof(QuestionPage.Thread)] = view,
            [nameof(QuestionPage.Answer)] = await AnswerOf(view, place, views, ct),
            [nameof(QuestionPage.Others)] = await views.Questions(asked.Query(place, reader.Now), place.Viewer, ct),
            [nameof(QuestionPage.Fitting)] = (await views.FittingMembers(
                community, thread, reader.Now, place.Viewer, ct))
                .Where(one => one.Member.Account != reader.Caller.Account).ToList(), // Nobody asks themselves.
            [nameof(QuestionPage.Requests)] = await views.AnswerRequests(community, thread, place.Viewer, ct),
            [nameof(QuestionPage.Similar)] = (await views.Similar(community, view.Title, null, place.Viewer, ct))
                .Where(one => one.Id != thread).ToList(),
        });
    }

    // The accepted answer, wherever in the thread it stands.
    private static async ValueTask<PostView?> AnswerOf(
        ThreadView thread, Place place, IViews views, CancellationToken ct)
    {
        if (thread.Accepted == 0) return null;
        var page = ThreadPages.PageOf(thread.Accepted);
        var view = page == thread.PageNumber ? thread
            : await views.Thread(thread.Community, thread.Id, page, place.Viewer, ct);
        return view?.Posts.FirstOrDefault(post => post.Number == thread.Accepted && post.Text is not null);
    }

    private static async Task<IResult> Ask(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var account = form["member"].ToString();
        if (!Keys.IsAccount(account)) return Show.No(http, QuestionEndpoints.NoSuchMember);
        var answer = await ask.Ask(
            Keys.OfMember(community, account), new MemberCommand.RequestAnswer(thread), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, thread, Reader.Of(http, no), http, views, ct)
            : Show.Done(
                QuestionAsked.Of(http, community).Of(thread), ask.PositionOf(answer), Notices.AnswerRequested);
    }

    private static async Task<IResult> PassOn(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.No(http, Refusals.MembersOnly);
        var answer = await ask.Ask(
            Keys.OfMember(community, account), new MemberCommand.DeclineAnswer(thread), form[Asking.KeyField], ct);
        if (answer.Refusal is { } no) return Show.No(http, no);
        var position = ask.PositionOf(answer);
        if (Typed.Number(form["notice"]) is { } notice)
            await ask.Ask(Keys.OfMember(community, account), new InboxCommand.SeeOne(notice), ct: ct);
        return Show.Done(
            form.TryGetValue("back", out var back) ? Show.Local(back) : $"/c/{community}/questions", position,
            Notices.AnswerPassedOn);
    }

    private static async Task<IResult> Figures(
        string community, HttpContext http, IViews views, CancellationToken ct, int? days = null)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Moderator, Reader.Of(http), http, views, ct);
        if (entry is null) return no!;
        var period = days is { } asked && Periods.Contains(asked) ? asked : Periods[0];
        var (to, viewer) = (entry.Reader.Now, entry.Place.Viewer);
        var (from, query) = (to.AddDays(-period), QuestionAsked.Of(http, community).Query(entry.Place, to));
        return Show.Page<AnswerFiguresPage>(entry.Reader, new()
        {
            [nameof(AnswerFiguresPage.Community)] = entry.View,
            [nameof(AnswerFiguresPage.Place)] = entry.Place,
            [nameof(AnswerFiguresPage.Period)] = period,
            [nameof(AnswerFiguresPage.Load)] = await views.QuestionLoad(query, viewer, ct),
            [nameof(AnswerFiguresPage.Figures)] = await views.AnswerFigures(query, from, to, viewer, ct),
            [nameof(AnswerFiguresPage.Before)] =
                (await views.AnswerFigures(query, from.AddDays(-period), from, viewer, ct)).LastOrDefault(),
            [nameof(AnswerFiguresPage.Requests)] = await views.RequestFigures(community, from, to, viewer, ct),
        });
    }
}
