using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Interviews: what members ask, by votes, and what guests answer.</summary>
internal static class InterviewPages
{
    public static void MapInterviewPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/interviews", List);
        var one = pages.MapGroup("/c/{community}/interviews/{interview}");
        one.MapGet("", Read);
        one.MapGet("/part", ReadPart);
        one.MapPost("/questions", Ask);
        one.MapPost("/questions/{number:int}/vote", Vote);
        one.MapPost("/questions/{number:int}/answer", Reply);
        one.MapPost("/change", Change);
        one.MapPost("/close", Close);
        one.MapPost("/{action}", Lead);
    }

    private static async Task<IResult> List(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<InterviewsPage>(reader, new()
        {
            [nameof(InterviewsPage.Community)] = view,
            [nameof(InterviewsPage.Place)] = place,
            [nameof(InterviewsPage.Interviews)] = await views.Interviews(community, place.Viewer, ct),
        });
    }

    private static Task<IResult> Read(
        string community, string interview, HttpContext http, IViews views, CancellationToken ct) =>
        ShowPage(community, interview, Reader.Of(http), http, views, ct);

    private static async Task<IResult> ReadPart(
        string community, string interview, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        return place.IsSeen && await views.Interview(community, interview, place.Viewer, ct) is { } found
            ? Show.Page<QuestionsPart>(reader, new()
            {
                [nameof(QuestionsPart.Found)] = found,
                [nameof(QuestionsPart.Place)] = place,
            })
            : Show.No(http, Interview.Missing);
    }

    private static Task<IResult> Ask(
        string community, string interview, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct) =>
        Say(community, interview, new ThreadCommand.Reply(form["text"].ToString()), "ask", form, http, ask, views, ct);

    private static Task<IResult> Reply(
        string community, string interview, int number, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct) => Say(
            community, interview, new ThreadCommand.Reply(form["text"].ToString(), number), $"q{number}", form, http,
            ask, views, ct);

    private static Task<IResult> Vote(
        string community, string interview, int number, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct) => Say(
            community, interview,
            form["vote"] == "off" ? new ThreadCommand.Unreact(number, Reactions.Like)
                : new ThreadCommand.React(number, Reactions.Like),
            $"q{number}", form, http, ask, views, ct);

    // What is asked of the thread, where there is an interview that who asks sees.
    private static async Task<IResult> Say(
        string community, string interview, ThreadCommand command, string anchor, IFormCollection form,
        HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (await Seen(community, interview, ask, views, ct) is null) return Show.No(http, Interview.Missing);
        var answer = await ask.Ask(Keys.OfThread(community, interview), command, form[Asking.KeyField], ct);
        if (answer.Refusal is { } no)
            return await ShowPage(community, interview, Reader.Of(http, no), http, views, ct);
        if (answer.First<ThreadEvent.Replied>() is { ReplyTo: null } asked) anchor = $"q{asked.Number}";
        var part = http.Request.Headers.ContainsKey("X-Part") ? "/part" : "";
        return Show.Done($"/c/{community}/interviews/{interview}{part}#{anchor}", ask.PositionOf(answer));
    }

    private static async Task<IResult> Change(
        string community, string interview, IFormCollection form, HttpContext http, Asking ask, IActors actors,
        IViews views, CancellationToken ct)
    {
        if (await Seen(community, interview, ask, views, ct) is not { Interview: var it })
            return Show.No(http, Interview.Missing);
        var zone = (await ask.Caller.In(community, ct)).Community.Zone;
        var guests = Typed.Accounts(form["guests"].ToString());
        if (ClockTime.In(zone, form["live"]) is not var (live, first)
            || ClockTime.In(zone, form["ends"]) is not var (ends, last))
            return await ShowPage(community, interview, Reader.Of(http, ClockTime.Malformed), http, views, ct);
        var no = await Checked.Guests(community, guests.Except(it.Guests.Select(guest => guest.Account)), actors, ct);
        var answer = no is not null ? null : await ask.Ask(
            Keys.OfInterview(community, interview),
            new InterviewCommand.Change(guests, it.Phase == InterviewPhase.Live ? it.LiveAt : live, ends),
            form[Asking.KeyField], ct);
        return (no ?? answer?.Refusal) is { } refusal
            ? await ShowPage(community, interview, Reader.Of(http, refusal), http, views, ct)
            : Show.Done(
                $"/c/{community}/interviews/{interview}", ask.PositionOf(answer!),
                Notices.Of(ClockTime.First(first, last), Notices.Saved));
    }

    // The summary is a post of whoever closes it, as any other; then the interview is closed with it. Sent twice, both
    // are done once.
    private static async Task<IResult> Close(
        string community, string interview, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (await Seen(community, interview, ask, views, ct) is not { Interview: var it })
            return Show.No(http, Interview.Missing);
        var once = form[Asking.KeyField].ToString();
        var place = await ask.Caller.In(community, ct);
        var no = !place.Standing.Is(Role.Manager) && it.Host.Account != ask.Caller.Account ? Interview.Foreign
            : it.Phase is InterviewPhase.Closed or InterviewPhase.Cancelled ? Interview.Over : null;
        var posted = no is not null ? null : await ask.Ask(
            Keys.OfThread(community, interview), new ThreadCommand.Reply(form["text"].ToString()), once + "/post", ct);
        var answer = posted?.First<ThreadEvent.Replied>() is { } summary
            ? await ask.Ask(
                Keys.OfInterview(community, interview), new InterviewCommand.Close(summary.Number), once + "/close", ct)
            : posted;
        return (no ?? answer?.Refusal) is { } refusal
            ? await ShowPage(community, interview, Reader.Of(http, refusal), http, views, ct)
            : Show.Done($"/c/{community}/interviews/{interview}", ask.PositionOf(answer!), Notices.InterviewClosed);
    }

    private static async Task<IResult> Lead(
        string community, string interview, string action, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct)
    {
        InterviewCommand? command = action switch
        {
            "begin" => new InterviewCommand.Begin(),
            "cancel" => new InterviewCommand.Cancel(),
            _ => null,
        };
        if (command is null || await Seen(community, interview, ask, views, ct) is null)
            return Show.No(http, Interview.Missing);
        var answer = await ask.Ask(Keys.OfInterview(community, interview), command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowPage(community, interview, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/interviews/{interview}", ask.PositionOf(answer), Notices.Saved);
    }

    private static async ValueTask<InterviewDetail?> Seen(
        string community, string interview, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        return place.IsSeen ? await views.Interview(community, interview, place.Viewer, ct) : null;
    }

    private static async Task<IResult> ShowPage(
        string community, string interview, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view)
            || await views.Interview(community, interview, place.Viewer, ct) is not { } found)
            return Show.No(http, Interview.Missing);
        return Show.Page<InterviewPage>(reader, new()
        {
            [nameof(InterviewPage.Community)] = view,
            [nameof(InterviewPage.Place)] = place,
            [nameof(InterviewPage.Found)] = found,
        });
    }
}
