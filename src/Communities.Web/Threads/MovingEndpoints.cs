using System.Collections.Immutable;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>Posts to be moved to the end of another thread.</summary>
/// <param name="Posts">Their numbers.</param>
/// <param name="To">The id of that thread.</param>
/// <param name="Reason">Why, in one line that everybody reads.</param>
internal sealed record MoveBody(ImmutableArray<int> Posts, string To, string? Reason = null);

/// <summary>Posts that become a thread of their own.</summary>
/// <param name="Posts">Their numbers; the lowest becomes its opening post.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Category">The slug of its category.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Reason">Why, in one line that everybody reads.</param>
internal sealed record SplitBody(
    ImmutableArray<int> Posts, string Title, string? Category = null, ImmutableArray<string>? Tags = null,
    string? Reason = null);

/// <summary>Where all posts of a thread go.</summary>
internal sealed record MergeBody(string Into, string? Reason = null);

/// <summary>Posts moved from thread to thread, by moderators.</summary>
internal static class MovingEndpoints
{
    public static void MapMovingEndpoints(this RouteGroupBuilder api)
    {
        var thread = api.MapGroup("/communities/{community}/threads/{thread}").WithTags("Order");
        thread.MapPost("/move", Move).WithName("MovePosts").WithSummary(
            "Moves posts to the end of another thread; their old addresses lead there. For moderators.");
        thread.MapPost("/split", Split).WithName("SplitThread")
            .WithSummary("Moves posts to a new thread; their old addresses lead there. For moderators.");
        thread.MapPost("/merge", Merge).WithName("MergeThread").WithSummary(
            "Moves all posts to the end of another thread; old addresses lead there. For moderators.");
    }

    /// <summary>Why nothing can be moved to this thread, or null.</summary>
    /// <param name="actors">Where it is looked at.</param>
    /// <param name="place">The community of both threads, and who asks.</param>
    /// <param name="target">The id of the thread.</param>
    /// <param name="source">The id of the thread that all posts come from; null where only some do.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <remarks>
    /// A thread cannot know another one; whoever asks it must look. What happens in between loses nothing: a thread
    /// takes posts in whatever it is by then.
    /// </remarks>
    public static async ValueTask<Refusal?> TargetFault(
        IActors actors, Place place, string? target, string? source, CancellationToken ct)
    {
        var community = place.Slug;
        if (!Keys.IsThread(target)) return ThreadEndpoints.NoSuchThread;
        var there = await actors.See<Thread>(Keys.OfThread(community, target!), ct);
        var coming = source is null ? Thread.MovedMax
            : (await actors.See<Thread>(Keys.OfThread(community, source), ct)).Posts.Count;
        return there.IsMissing ? ThreadEndpoints.NoSuchThread
            : !place.Standing.Moderates(there.Category) ? Refusals.ModeratorsOnly
            : there.IsRemoved ? new("thread.removed", "This thread was removed.")
            : there.IsArchived ? new("thread.archived", "This thread is archived: it stays as it is.")
            : there.Posts.Count + coming > Thread.NumberMax
                ? new("thread.full", "This thread is as long as a thread can be. Please continue in a new one.")
            : null;
    }

    /// <summary>True for who keeps order somewhere here; whether it is in that thread, the thread decides.</summary>
    public static bool MayMove(Place place) =>
        place.Standing.Is(Role.Moderator) || place.Standing.Categories is not null;

    private static async Task<Results<Ok<Changed>, Problem>> Move(
        string community, string thread, MoveBody body, Asking ask, IActors actors, CancellationToken ct) =>
        await Fault(community, body.To, null, ask, actors, ct) is { } no
            ? no
            : await ask.Change(
                Keys.OfThread(community, thread), new MovePosts(body.Posts, body.To, null, body.Reason), ct);

    private static async Task<Results<Created<OpenedThread>, Problem>> Split(
        string community, string thread, SplitBody body, Asking ask, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var (tags, fault) = Labels.Of(place, body.Category, body.Tags ?? []);
        if (fault is not null) return Problem.Of(fault, ask.Caller);
        var id = await ask.NewThread(community, ct: ct);
        var heading = new Heading(body.Title, body.Category, tags);
        var answer = await ask.Ask(
            Keys.OfThread(community, thread), new MovePosts(body.Posts, id, heading, body.Reason), ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/threads/{id}", new OpenedThread(id, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Merge(
        string community, string thread, MergeBody body, Asking ask, IActors actors, CancellationToken ct) =>
        await Fault(community, body.Into, thread, ask, actors, ct) is { } no
            ? no
            : await ask.Change(Keys.OfThread(community, thread), new Merge(body.Into, body.Reason), ct);

    private static async ValueTask<Problem?> Fault(
        string community, string? target, string? source, Asking ask, IActors actors, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        if (!MayMove(place)) return Problem.Of(Refusals.ModeratorsOnly, ask.Caller);
        return await TargetFault(actors, place, target, source, ct) is { } fault
            ? Problem.Of(fault, ask.Caller)
            : null;
    }
}
