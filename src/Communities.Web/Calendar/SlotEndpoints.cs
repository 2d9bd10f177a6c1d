using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What a slot says.</summary>
/// <param name="Kind">debate, question, poll, interview or experience.</param>
/// <param name="Title">The thread's title.</param>
/// <param name="Text">Its opening post, in Markdown.</param>
/// <param name="Author">In whose name it is published; who asks, where it says nothing.</param>
/// <param name="Category">Its category.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Poll">What is voted on, for a poll.</param>
/// <param name="Interview">Who answers and when, for an interview.</param>
internal sealed record SlotBody(
    SlotKind Kind, string Title, string Text, string? Author = null, string? Category = null,
    IReadOnlyList<string>? Tags = null, SlotPollBody? Poll = null, SlotInterviewBody? Interview = null);

/// <summary>A poll that a slot brings.</summary>
internal sealed record SlotPollBody(
    ImmutableArray<string> Options, VotingWay Way = VotingWay.Single, int? OpenDays = null);

/// <summary>The live part of an interview that a slot announces.</summary>
internal sealed record SlotInterviewBody(ImmutableArray<string> Guests, int DaysAfter, TimeOnly Time, int Minutes);

/// <summary>A slot to be put into the calendar.</summary>
internal sealed record NewSlotBody(SlotBody Content, SlotTimeBody? Time = null, Recurrence? Recurrence = null);

/// <summary>A slot's words anew.</summary>
/// <param name="Content">What it says now.</param>
/// <param name="ForAll">Those that follow in its series say the same.</param>
internal sealed record EditSlotBody(SlotBody Content, bool ForAll = true);

/// <summary>A time on the clocks of a place: the community's, where it names none.</summary>
internal sealed record SlotTimeBody(DateTime Local, string? Zone = null);

/// <summary>When a slot is published; nothing makes an idea of it again.</summary>
internal sealed record PlanSlotBody(SlotTimeBody? Time = null);

/// <summary>What follows a slot; nothing ends its series.</summary>
internal sealed record RepeatSlotBody(Recurrence? Recurrence = null);

/// <summary>A word to its author.</summary>
internal sealed record ReturnSlotBody(string? Note = null);

/// <summary>What becomes of the series of a cancelled slot.</summary>
internal sealed record CancelSlotBody(bool EndsSeries = false);

/// <summary>The zone by whose clocks a community plans: Europe/Paris.</summary>
internal sealed record ZoneBody(string Zone);

/// <summary>The slot that was opened.</summary>
internal sealed record OpenedSlot(string Id, long Version);

/// <summary>The editorial calendar.</summary>
internal static class SlotEndpoints
{
    // What a list shows where it is not told: what was lately, and the coming month.
    private static readonly TimeSpan Before = TimeSpan.FromDays(7);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(31);

    public static void MapSlotEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Calendar");
        community.MapGet("/zone", ReadZone).WithName("ReadZone").WithSummary("The zone by whose clocks it plans.");
        community.MapPut("/zone", SetZone).WithName("SetZone").WithSummary("Sets it; for managers.");
        var slots = community.MapGroup("/slots");
        slots.MapGet("", List).WithName("ListSlots")
            .WithSummary("The calendar between two times, 1,000 slots at most; for moderators.");
        slots.MapGet("/ideas", Ideas).WithName("ListIdeas").WithSummary("Slots without a time; for moderators.");
        slots.MapGet("/own", Own).WithName("ListOwnSlots").WithSummary("Those that who asks writes.");
        slots.MapPost("", Open).WithName("OpenSlot")
            .WithSummary("Puts a draft into the calendar; members propose, managers plan.");
        var slot = slots.MapGroup("/{slot}");
        slot.MapGet("", Read).WithName("ReadSlot").WithSummary("A slot; for its author and moderators.");
        slot.MapPut("", Edit).WithName("EditSlot")
            .WithSummary("Changes what it says; its author's draft, or managers.");
        slot.MapPut("/time", Plan).WithName("PlanSlot").WithSummary("Gives it a time, or none; for managers.");
        slot.MapPut("/recurrence", Repeat).WithName("RepeatSlot").WithSummary("Makes a series of it; for managers.");
        slot.MapPost("/submit", Submit).WithName("SubmitSlot").WithSummary("Asks managers to review it.");
        slot.MapPost("/review", Review).WithName("ReviewSlot")
            .WithSummary("Finds it good; for managers, another than who wrote it where there is one.");
        slot.MapPost("/return", Return).WithName("ReturnSlot").WithSummary("Makes a draft of it again; for managers.");
        slot.MapPost("/schedule", Schedule).WithName("ScheduleSlot")
            .WithSummary("Lets it be published by itself at its time; for managers.");
        slot.MapPost("/publish", Publish).WithName("PublishSlot").WithSummary("Publishes it now; for managers.");
        slot.MapPost("/cancel", Cancel).WithName("CancelSlot").WithSummary("Takes it out of the calendar.");
    }

    private static async Task<Results<Ok<ZoneBody>, Problem>> ReadZone(
        string community, Caller caller, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(place.IsSeen ? new ZoneBody(place.Community.Zone) : null, Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> SetZone(
        string community, ZoneBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetZone(body.Zone), ct);

    private static Task<Results<Ok<Page<SlotView>>, Problem>> List(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct, string? from = null,
        string? to = null) => Kept(community, caller, place => views.Slots(
            community, Addresses.Time("from", from) ?? time.GetUtcNow() - Before,
            Addresses.Time("to", to) ?? time.GetUtcNow() + Ahead, place.Viewer, ct), ct);

    private static Task<Results<Ok<Page<SlotView>>, Problem>> Ideas(
        string community, Caller caller, IViews views, CancellationToken ct) =>
        Kept(community, caller, place => views.Ideas(community, place.Viewer, ct), ct);

    private static async Task<Results<Ok<Page<SlotView>>, Problem>> Own(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return place.RefusalBelow(Role.Member) is { } no ? Problem.Of(no, caller)
            : TypedResults.Ok(new Page<SlotView>(await views.OwnSlots(community, place.Viewer, ct), null));
    }

    private static async Task<Results<Ok<SlotView>, Problem>> Read(
        string community, string slot, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Slot(community, slot, place.Viewer, ct) : null,
            place.IsSeen ? Slot.Missing : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<OpenedSlot>, Problem>> Open(
        string community, NewSlotBody body, Asking ask, IActors actors, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (place.RefusalBelow(Role.Member) is { } outside) return Problem.Of(outside, ask.Caller);
        var (content, no) = await Checked.Content(Of(body.Content, place, ask.Caller), place, actors, ct);
        if (no is null && await SlotForms.IsFull(place, views, ct)) no = SlotForms.TooMany;
        if (no is not null) return Problem.Of(no, ask.Caller);
        var slot = await ask.NewSlot(community, ct: ct);
        var answer = await ask.Ask(
            Keys.OfSlot(community, slot), new SlotCommand.Open(content!, Of(body.Time, place), body.Recurrence),
            ct: ct);
        return answer.Refusal is { } refusal
            ? Problem.Of(refusal, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/slots/{slot}", new OpenedSlot(slot, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Edit(
        string community, string slot, EditSlotBody body, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (await Missing(place, slot, ask, views, ct) is { } missing) return missing;
        var (content, no) = await Checked.Content(Of(body.Content, place, ask.Caller), place, actors, ct);
        return no is not null
            ? Problem.Of(no, ask.Caller)
            : await ask.Change(
                Keys.OfSlot(community, slot),
                new SlotCommand.Edit(content!, body.ForAll, await Checked.IsAlone(ask.Caller, place, views, ct)), ct);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Plan(
        string community, string slot, PlanSlotBody body, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        return await Change(place, slot, new SlotCommand.Plan(Of(body.Time, place)), ask, views, ct);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Repeat(
        string community, string slot, RepeatSlotBody body, Asking ask, IViews views, CancellationToken ct) =>
        await Change(
            await ask.Caller.In(community, ct), slot, new SlotCommand.Repeat(body.Recurrence), ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Submit(
        string community, string slot, Asking ask, IViews views, CancellationToken ct) =>
        await Change(await ask.Caller.In(community, ct), slot, new SlotCommand.Submit(), ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Review(
        string community, string slot, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var isAlone = await Checked.IsAlone(ask.Caller, place, views, ct);
        return await Change(place, slot, new SlotCommand.Review(isAlone), ask, views, ct);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Return(
        string community, string slot, ReturnSlotBody body, Asking ask, IViews views, CancellationToken ct) =>
        await Change(await ask.Caller.In(community, ct), slot, new SlotCommand.Return(body.Note), ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Schedule(
        string community, string slot, Asking ask, IViews views, CancellationToken ct) =>
        await Change(await ask.Caller.In(community, ct), slot, new SlotCommand.Schedule(), ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Publish(
        string community, string slot, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        return await Change(place, slot, new SlotCommand.Publish(place.Community.Zone), ask, views, ct);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Cancel(
        string community, string slot, CancelSlotBody body, Asking ask, IViews views, CancellationToken ct) =>
        await Change(await ask.Caller.In(community, ct), slot, new SlotCommand.Cancel(body.EndsSeries), ask, views, ct);

    // Who may not see a slot is told that there is none, whatever is asked of it.
    private static async Task<Results<Ok<Changed>, Problem>> Change(
        Place place, string slot, SlotCommand command, Asking ask, IViews views, CancellationToken ct) =>
        await Missing(place, slot, ask, views, ct) is { } missing ? missing
            : await ask.Change(Keys.OfSlot(place.Slug, slot), command, ct);

    private static async ValueTask<Problem?> Missing(
        Place place, string slot, Asking ask, IViews views, CancellationToken ct) =>
        !place.IsSeen ? Problem.Of(Refusals.NoSuchCommunity, ask.Caller)
        : !ask.Caller.IsSignedIn ? Problem.Of(Refusals.MembersOnly, ask.Caller)
        : await views.Slot(place.Slug, slot, place.Viewer, ct) is null ? Problem.Of(Slot.Missing, ask.Caller)
        : null;

    private static async Task<Results<Ok<Page<SlotView>>, Problem>> Kept(
        string community, Caller caller, Func<Place, ValueTask<IReadOnlyList<SlotView>>> read, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return place.RefusalBelow(Role.Moderator) is { } no ? Problem.Of(no, caller)
            : TypedResults.Ok(new Page<SlotView>(await read(place), null));
    }

    private static SlotContent Of(SlotBody body, Place place, Caller caller) => new(
        body.Kind, body.Title, body.Text, body.Author ?? caller.Account ?? "", body.Category,
        body.Poll is { } poll
            ? new SlotPoll(
                poll.Options,
                PollDraft.TermsOf(
                    poll.Way, poll.Options.IsDefault ? 0 : poll.Options.Length, null, null, true, ResultsShown.Always),
                poll.OpenDays)
            : null,
        body.Interview is { } live
            ? new SlotInterview(live.Guests.IsDefault ? [] : live.Guests, live.DaysAfter, live.Time, live.Minutes)
            : null,
        place.Community.Language)
    {
        Tags = [.. body.Tags ?? []],
    };

    private static SlotTime? Of(SlotTimeBody? time, Place place) =>
        time is null ? null : new SlotTime(time.Local, time.Zone ?? place.Community.Zone);
}
