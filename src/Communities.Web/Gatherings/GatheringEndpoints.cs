using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.GatheringCommand;

namespace Communities.Web;

/// <summary>A gathering to be planned, or as it is to be.</summary>
/// <param name="Form">What it is: room, interview, game, meetup, conference or barcamp.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Starts">When it starts.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Zone">On whose clocks it is shown: an IANA name; the community's own where it is left out.</param>
/// <param name="Text">What happens there, in Markdown.</param>
/// <param name="Place">The address.</param>
/// <param name="Link">The address online, for those who come.</param>
/// <param name="Capacity">How many can come; 0 for as many as want.</param>
/// <param name="Hosts">Who hosts it beside.</param>
/// <param name="Reminders">How many minutes before the start people are reminded; a day and an hour by default.</param>
/// <param name="Category">The category of its threads.</param>
internal sealed record GatheringBody(
    GatheringForm Form, string Title, DateTimeOffset Starts, DateTimeOffset Ends, string? Zone = null,
    string? Text = null, string? Place = null, string? Link = null, int Capacity = 0,
    IReadOnlyList<string>? Hosts = null, IReadOnlyList<int>? Reminders = null, string? Category = null)
{
    public GatheringPlan As(Place place) => new(
        Form, Title, Text, Starts.ToUniversalTime(), Ends.ToUniversalTime(), Zone ?? place.Community.Zone, Place, Link,
        Capacity, [.. Hosts ?? []], Reminders is null ? GatheringPlan.DefaultReminders : [.. Reminders], Category);
}

/// <summary>The gathering that was planned.</summary>
/// <param name="Id">Its id, which is its thread's, too.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record PlannedGathering(string Id, long Version);

/// <summary>Whether one comes: going, interested or none; who finds it full waits.</summary>
internal sealed record RsvpBody(Rsvp Rsvp);

/// <summary>Why, in one line; or nothing.</summary>
internal sealed record GatheringCancelBody(string? Reason = null);

/// <summary>The code at the door; null where there is none any more.</summary>
internal sealed record DoorBody(string? Code = null);

/// <summary>Who has come, and who has not after all.</summary>
internal sealed record AttendanceBody(IReadOnlyList<string>? Came = null, IReadOnlyList<string>? Missed = null);

/// <summary>What is told of a gathering afterwards.</summary>
internal sealed record RecapBody(string Title, string Text, string? Category = null);

/// <summary>A session that is proposed.</summary>
internal sealed record SessionProposalBody(string Title, string? Text = null);

/// <summary>The rooms and the times of a board.</summary>
internal sealed record BoardBody(IReadOnlyList<string> Rooms, IReadOnlyList<DateTimeOffset> Times);

/// <summary>Where a session is on the board, counted from 1; twice 0 for nowhere.</summary>
internal sealed record SessionPlaceBody(int Room, int Time);

/// <summary>Gatherings: planned, come to, hosted.</summary>
internal static class GatheringEndpoints
{
    public static void MapGatheringEndpoints(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/communities/{community}/gatherings").WithTags("Gatherings");
        all.MapGet("", List).WithName("ListGatherings")
            .WithSummary("Gatherings that come, soonest first; with past=true those that were, latest first.");
        all.MapPost("", PlanOne).WithName("PlanGathering")
            .WithSummary("Plans a gathering; for members of trust level 3 and moderators.");
        var one = all.MapGroup("/{gathering}");
        one.MapGet("", Read).WithName("ReadGathering").WithSummary("A gathering with its hosts and its board.");
        one.MapPut("", ChangeOne).WithName("ChangeGathering")
            .WithSummary("Plans it otherwise; for its hosts. Whoever comes is told of another time or place.");
        one.MapPost("/cancel", CancelOne).WithName("CancelGathering").WithSummary("Calls it off; for its hosts.");
        one.MapPut("/rsvp", RespondTo).WithName("Rsvp")
            .WithSummary("Says whether one comes; where it is full, one waits and moves up by itself.");
        one.MapGet("/guests", ListGuests).WithName("ListGuests")
            .WithSummary("Who has answered or has come; for its hosts.");
        one.MapDelete("/guests/{member}", ExcuseOne).WithName("ExcuseGuest")
            .WithSummary("Takes somebody off the list; for its hosts.");
        one.MapPut("/attendance", TickOff).WithName("TickOff").WithSummary("Says who has come; for its hosts.");
        one.MapPut("/door", SetDoor).WithName("SetDoorCode").WithSummary("Sets or ends the code at the door.");
        one.MapPost("/check-in", Enter).WithName("CheckIn").WithSummary("Shows by the code that one has come.");
        one.MapPost("/recap", RecapOne).WithName("RecapGathering")
            .WithSummary("Opens the thread that tells what it was, and thanks those who came; for its hosts.");
        one.MapPost("/sessions", ProposeOne).WithName("ProposeSession").WithSummary("Proposes a session.");
        one.MapDelete("/sessions/{session:int}", RetractOne).WithName("RetractSession")
            .WithSummary("Takes a session back; for who proposed it and hosts.");
        one.MapPut("/sessions/{session:int}/vote", VoteFor).WithName("VoteForSession")
            .WithSummary("Would come to a session.");
        one.MapDelete("/sessions/{session:int}/vote", UnvoteFor).WithName("UnvoteForSession")
            .WithSummary("Would not come to a session after all.");
        one.MapPut("/sessions/{session:int}/place", PlaceOne).WithName("PlaceSession")
            .WithSummary("Puts a session on the board, or takes it off; for its hosts.");
        one.MapPut("/board", SetBoardOf).WithName("SetBoard").WithSummary("The rooms and times; for its hosts.");
    }

    private static async Task<Results<Ok<Page<GatheringView>>, Problem>> List(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct, bool past = false,
        string? cursor = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen
                ? await views.Gatherings(new(community, time.GetUtcNow(), past, cursor), place.Viewer, ct)
                : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<PlannedGathering>, Problem>> PlanOne(
        string community, GatheringBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        var id = await ask.NewGathering(community, ct: ct);
        var plan = new Plan(await Known(place, body, actors, ct));
        var answer = await ask.Ask(Keys.OfGathering(community, id), plan, ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/gatherings/{id}",
                new PlannedGathering(id, ask.PositionOf(answer)));
    }

    // What a gathering cannot know itself is made what it refuses, so that who may not plan is told that first.
    private static async ValueTask<GatheringPlan> Known(
        Place place, GatheringBody body, IActors actors, CancellationToken ct)
    {
        var plan = body.As(place);
        if (await GatheringPlanning.HostFault(actors, place.Slug, plan.Hosts, ct) is not null)
            plan = plan with { Hosts = ["?"] };
        return GatheringPlanning.CategoryFault(place, plan.Category) is null ? plan : plan with { Category = "?" };
    }

    private static async Task<Results<Ok<GatheringPageView>, Problem>> Read(
        string community, string gathering, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        return caller.Found(await views.Gathering(community, gathering, place.Viewer, ct), Gathering.Missing);
    }

    private static async Task<Results<Ok<Changed>, Problem>> ChangeOne(
        string community, string gathering, GatheringBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        var plan = await Known(place, body, actors, ct);
        return await ask.Change(Keys.OfGathering(community, gathering), new Change(plan), ct);
    }

    private static Task<Results<Ok<Changed>, Problem>> CancelOne(
        string community, string gathering, GatheringCancelBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Cancel(body.Reason), ct);

    private static Task<Results<Ok<Changed>, Problem>> RespondTo(
        string community, string gathering, RsvpBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Respond(body.Rsvp), ct);

    private static async Task<Results<Ok<Page<GuestView>>, Problem>> ListGuests(
        string community, string gathering, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (await views.Gathering(community, gathering, place.Viewer, ct) is not { } found)
            return Problem.Of(Gathering.Missing, caller);
        return found.Gathering.IsKept
            ? TypedResults.Ok(new Page<GuestView>(await views.Guests(community, gathering, place.Viewer, ct), null))
            : Problem.Of(Gathering.HostsOnly, caller);
    }

    private static Task<Results<Ok<Changed>, Problem>> ExcuseOne(
        string community, string gathering, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Excuse(member), ct);

    private static async Task<Results<Ok<Changed>, Problem>> TickOff(
        string community, string gathering, AttendanceBody body, Asking ask, CancellationToken ct)
    {
        var key = Keys.OfGathering(community, gathering);
        var came = await ask.Ask(key, new Attend([.. body.Came ?? []]), ct: ct);
        if (came.Refusal is not null || body.Missed is not { Count: > 0 } missed) return ask.Changed(came);

        // Named anew: two commands of one request are not one.
        var rest = await ask.Ask(key, new Miss([.. missed]), $"{Guid.NewGuid():N}", ct);
        return ask.Changed(rest.Refusal is null && rest.Position == 0 ? came : rest);
    }

    private static Task<Results<Ok<Changed>, Problem>> SetDoor(
        string community, string gathering, DoorBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new SetCode(body.Code), ct);

    private static Task<Results<Ok<Changed>, Problem>> Enter(
        string community, string gathering, DoorBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new CheckIn(body.Code ?? ""), ct);

    private static Task<Results<Ok<Changed>, Problem>> RecapOne(
        string community, string gathering, RecapBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Recap(body.Title, body.Text, body.Category), ct);

    private static Task<Results<Ok<Changed>, Problem>> ProposeOne(
        string community, string gathering, SessionProposalBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Propose(body.Title, body.Text), ct);

    private static Task<Results<Ok<Changed>, Problem>> RetractOne(
        string community, string gathering, int session, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Retract(session), ct);

    private static Task<Results<Ok<Changed>, Problem>> VoteFor(
        string community, string gathering, int session, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Vote(session), ct);

    private static Task<Results<Ok<Changed>, Problem>> UnvoteFor(
        string community, string gathering, int session, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new Unvote(session), ct);

    private static Task<Results<Ok<Changed>, Problem>> PlaceOne(
        string community, string gathering, int session, SessionPlaceBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfGathering(community, gathering), new PlaceSession(session, body.Room, body.Time), ct);

    private static Task<Results<Ok<Changed>, Problem>> SetBoardOf(
        string community, string gathering, BoardBody body, Asking ask, CancellationToken ct) =>
        ask.Change(
            Keys.OfGathering(community, gathering), new SetBoard([.. body.Rooms ?? []], [.. body.Times ?? []]), ct);
}
