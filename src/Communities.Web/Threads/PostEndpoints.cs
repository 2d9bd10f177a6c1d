using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>
/// A post to be added, in Markdown, perhaps to a certain post, perhaps with a poll, by its id, perhaps to sum up.
/// </summary>
internal sealed record ReplyBody(string Text, int? ReplyTo = null, string? Poll = null, bool IsSummary = false);

/// <summary>The post that was added.</summary>
/// <param name="Number">Its number in the thread.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record Posted(int Number, long Version);

/// <summary>How one reacts: like, thanks, insightful, funny or disagree.</summary>
internal sealed record ReactionBody(string Kind);

/// <summary>Which post answers the question.</summary>
internal sealed record AcceptBody(int Post);

/// <summary>Posts: written, edited, removed, restored, reacted to and accepted.</summary>
internal static class PostEndpoints
{
    public static void MapPostEndpoints(this RouteGroupBuilder api)
    {
        var thread = api.MapGroup("/communities/{community}/threads/{thread}").WithTags("Posts");
        thread.MapPost("/posts", Reply).WithName("Reply").WithSummary("Adds a post to a thread; for members.");
        thread.MapPut("/posts/{number}", Edit).WithName("EditPost")
            .WithSummary("Puts another text in place of a post's; for its author and moderators.");
        thread.MapDelete("/posts/{number}", Remove).WithName("RemovePost")
            .WithSummary("Takes a post away (number 1: the whole thread); for its author and moderators.");
        thread.MapPost("/posts/{number}/restore", Restore).WithName("RestorePost")
            .WithSummary("Brings a removed post back.");
        thread.MapGet("/posts/{number}", Read).WithName("ReadPost")
            .WithSummary("One post; where it was moved to another thread, the answer leads there.");
        thread.MapGet("/posts/{number}/revisions", ReadRevisions).WithName("ReadRevisions")
            .WithSummary("The texts that a post had and has, oldest first.");
        thread.MapPost("/posts/{number}/reactions", React).WithName("React")
            .WithSummary("Reacts to a post; for members.");
        thread.MapDelete("/posts/{number}/reactions/{kind}", Unreact).WithName("Unreact")
            .WithSummary("Takes one's reaction back.");
        thread.MapPost("/accept", Accept).WithName("AcceptAnswer")
            .WithSummary("Says which post answers; for who asked and moderators.");
        thread.MapDelete("/accept", Unaccept).WithName("UnacceptAnswer")
            .WithSummary("Says that nothing answers after all.");
    }

    private static async Task<Results<Created<Posted>, Problem>> Reply(
        string community, string thread, ReplyBody body, Asking ask, CancellationToken ct)
    {
        var answer = await ask.Ask(
            Keys.OfThread(community, thread),
            new Reply(body.Text, body.ReplyTo, body.Poll, IsSummary: body.IsSummary), ct: ct);
        if (answer.Refusal is { } no) return Problem.Of(no, ask.Caller);
        var number = answer.First<ThreadEvent.Replied>()!.Number;
        return TypedResults.Created(
            $"{Api.Root}/communities/{community}/threads/{thread}?page={(number - 1) / 50 + 1}",
            new Posted(number, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<PostView>, Problem>> Read(
        string community, string thread, int number, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var view = await views.Thread(community, thread, ThreadPages.PageOf(number), place.Viewer, ct);
        return caller.Found(view?.Posts.FirstOrDefault(post => post.Number == number), Refusals.NoSuchPost);
    }

    private static Task<Results<Ok<Changed>, Problem>> Edit(
        string community, string thread, int number, TextBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Edit(number, body.Text), ct);

    private static Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string thread, int number, Asking ask, CancellationToken ct, string? reason = null) =>
        ask.Change(Keys.OfThread(community, thread), new Remove(number, reason), ct);

    private static Task<Results<Ok<Changed>, Problem>> Restore(
        string community, string thread, int number, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Restore(number), ct);

    private static async Task<Results<Ok<Page<RevisionView>>, Problem>> ReadRevisions(
        string community, string thread, int number, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var revisions = await views.Revisions(community, thread, number, place.Viewer, ct);
        return caller.Found(
            revisions.Count > 0 ? new Page<RevisionView>(revisions, null) : null, Refusals.NoSuchPost);
    }

    private static Task<Results<Ok<Changed>, Problem>> React(
        string community, string thread, int number, ReactionBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new React(number, body.Kind), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unreact(
        string community, string thread, int number, string kind, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Unreact(number, kind), ct);

    private static Task<Results<Ok<Changed>, Problem>> Accept(
        string community, string thread, AcceptBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Accept(body.Post), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unaccept(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Unaccept(), ct);
}
