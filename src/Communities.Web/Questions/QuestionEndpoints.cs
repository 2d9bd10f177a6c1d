using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How questions shall be answered, as a whole.</summary>
internal sealed record TargetsBody(int Hours, bool IsSolved, IReadOnlyList<AnswerTarget> Categories, int HoldsDays);

/// <summary>Whom to ask for an answer.</summary>
internal sealed record AskBody(string Member);

/// <summary>What a reader says of the accepted answer, which is this post.</summary>
internal sealed record VerdictBody(int Post, bool Holds, string? Reason = null);

/// <summary>How questions are answered.</summary>
/// <param name="Load">How many wait.</param>
/// <param name="Figures">How soon they were answered in the period, by category, the sum of all as the last.</param>
/// <param name="Requests">What came of requests in the period; zeros for who is no moderator.</param>
internal sealed record QuestionFigures(
    QuestionLoad Load, IReadOnlyList<AnswerFigures> Figures, RequestFigures Requests);

/// <summary>Questions through the API: lists, figures, targets, requests, answers looked at again, revival.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestionEndpoints(this RouteGroupBuilder api)
    {
        var questions = api.MapGroup("/communities/{community}/questions").WithTags("Questions");
        questions.MapGet("", List).WithName("ReadQuestions").WithSummary(
            "Questions that wait: ?show=unanswered, late, unsolved or doubted (moderators), the oldest first.");
        questions.MapGet("/figures", Figures).WithName("ReadQuestionFigures").WithSummary(
            "How many questions wait, and how soon those of ?from= to ?to= were answered, by category.");
        questions.MapGet("/targets", Targets).WithName("ReadTargets")
            .WithSummary("How soon threads shall be answered, by category.");
        questions.MapPut("/targets", SetTargets).WithName("SetTargets")
            .WithSummary("Says how soon threads shall be answered, as a whole; for managers.");
        questions.MapGet("/revivals", Revivals).WithName("ReadRevivals")
            .WithSummary("Threads worth reviving, each with why; for moderators.");
        questions.MapGet("/{thread}/members", Members).WithName("ReadFittingMembers")
            .WithSummary("Who has answered what is alike and may be asked, best first; for moderators.");
        questions.MapGet("/{thread}/requests", Requests).WithName("ReadAnswerRequests")
            .WithSummary("Who was asked to answer, and what came of it; for moderators.");
        questions.MapPost("/{thread}/requests", Ask).WithName("RequestAnswer")
            .WithSummary("Asks a member to answer; for moderators. Nobody is asked more than once a week.");
        questions.MapDelete("/{thread}/requests", PassOn).WithName("DeclineAnswer")
            .WithSummary("Says that somebody else should answer; for who was asked.");
        var thread = api.MapGroup("/communities/{community}/threads/{thread}").WithTags("Questions");
        thread.MapPost("/verdicts", Say).WithName("SayWhetherAnswerHolds")
            .WithSummary("Says whether the accepted answer still holds; for members of trust level 1 or more.");
        thread.MapPut("/posts/{number}/summary", Summarise).WithName("MarkSummary")
            .WithSummary("Says that a post sums the thread up; for moderators.");
        thread.MapDelete("/posts/{number}/summary", Unsummarise).WithName("UnmarkSummary")
            .WithSummary("Says that a post is no summary after all; for moderators.");
        thread.MapPost("/rest", Rest).WithName("LeaveThread")
            .WithSummary("Leaves a thread as it is: nobody suggests to revive it; for moderators.");
    }

    private static async Task<Results<Ok<Page<QuestionRow>>, Problem>> List(
        string community, HttpContext http, Caller caller, IViews views, TimeProvider time, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var asked = QuestionAsked.Of(http, community);
        return asked.Show == QuestionShow.Doubted && !place.Standing.Is(Role.Moderator)
            ? Problem.Of(Refusals.ModeratorsOnly, caller)
            : TypedResults.Ok(await views.Questions(asked.Query(place, time.GetUtcNow()), place.Viewer, ct));
    }

    private static async Task<Results<Ok<QuestionFigures>, Problem>> Figures(
        string community, string? from, string? to, HttpContext http, Caller caller, IViews views, TimeProvider time,
        CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var until = Addresses.Time("to", to) ?? time.GetUtcNow();
        var since = Addresses.Time("from", from) ?? until.AddDays(-QuestionPages.Periods[0]);
        var query = QuestionAsked.Of(http, community).Query(place, time.GetUtcNow());
        return TypedResults.Ok(new QuestionFigures(
            await views.QuestionLoad(query, place.Viewer, ct),
            await views.AnswerFigures(query, since, until, place.Viewer, ct),
            await views.RequestFigures(community, since, until, place.Viewer, ct)));
    }

    private static async Task<Results<Ok<TargetsBody>, Problem>> Targets(
        string community, Caller caller, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var settings = place.Community.Questions;
        return TypedResults.Ok(
            new TargetsBody(settings.Hours, settings.IsSolved, settings.Categories, settings.HoldsDays));
    }

    private static Task<Results<Ok<Changed>, Problem>> SetTargets(
        string community, TargetsBody body, Asking ask, CancellationToken ct) =>
        ask.Change(
            community,
            new CommunityCommand.SetQuestions(
                new(body.Hours, body.IsSolved, [.. body.Categories ?? []], body.HoldsDays)), ct);

    private static async Task<Results<Ok<Page<Revival>>, Problem>> Revivals(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct)
    {
        var (place, no) = await Staff(community, caller, ct);
        return no is not null ? Problem.Of(no, caller) : TypedResults.Ok(new Page<Revival>(
            await views.Revivals(community, time.GetUtcNow(), place.Viewer, ct), null));
    }

    private static async Task<Results<Ok<Page<FittingMember>>, Problem>> Members(
        string community, string thread, Caller caller, IViews views, TimeProvider time, CancellationToken ct)
    {
        var (place, no) = await Staff(community, caller, ct);
        no ??= await Missing(community, thread, place, views, ct);
        return no is not null ? Problem.Of(no, caller) : TypedResults.Ok(new Page<FittingMember>(
            await views.FittingMembers(community, thread, time.GetUtcNow(), place.Viewer, ct), null));
    }

    private static async Task<Results<Ok<Page<AnswerRequestView>>, Problem>> Requests(
        string community, string thread, Caller caller, IViews views, CancellationToken ct)
    {
        var (place, no) = await Staff(community, caller, ct);
        no ??= await Missing(community, thread, place, views, ct);
        return no is not null ? Problem.Of(no, caller) : TypedResults.Ok(new Page<AnswerRequestView>(
            await views.AnswerRequests(community, thread, place.Viewer, ct), null));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Ask(
        string community, string thread, AskBody body, Asking ask, CancellationToken ct) =>
        !Keys.IsAccount(body.Member)
            ? Problem.Of(NoSuchMember, ask.Caller)
            : await ask.Change(
                Keys.OfMember(community, body.Member), new MemberCommand.RequestAnswer(thread), ct);

    private static async Task<Results<Ok<Changed>, Problem>> PassOn(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Caller.Account is not { } account
            ? Problem.Of(Refusals.MembersOnly, ask.Caller)
            : await ask.Change(Keys.OfMember(community, account), new MemberCommand.DeclineAnswer(thread), ct);

    private static Task<Results<Ok<Changed>, Problem>> Say(
        string community, string thread, VerdictBody body, Asking ask, CancellationToken ct) =>
        ask.Change(
            Keys.OfThread(community, thread),
            body.Holds ? (ThreadCommand)new ThreadCommand.ConfirmAnswer(body.Post)
                : new ThreadCommand.DoubtAnswer(body.Post, body.Reason), ct);

    private static Task<Results<Ok<Changed>, Problem>> Summarise(
        string community, string thread, int number, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new ThreadCommand.Summarise(number), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unsummarise(
        string community, string thread, int number, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new ThreadCommand.Summarise(number, IsUndone: true), ct);

    private static Task<Results<Ok<Changed>, Problem>> Rest(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new ThreadCommand.Rest(), ct);

    /// <summary>That there is no such member to be asked.</summary>
    public static Refusal NoSuchMember { get; } = new("member.missing", "There is no such member here.");

    private static async ValueTask<(Place Place, Refusal? No)> Staff(
        string community, Caller caller, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return (place, place.RefusalBelow(Role.Moderator));
    }

    private static async ValueTask<Refusal?> Missing(
        string community, string thread, Place place, IViews views, CancellationToken ct) =>
        Keys.IsThread(thread) && await views.Thread(community, thread, 1, place.Viewer, ct) is not null ? null
            : ThreadEndpoints.NoSuchThread;
}
