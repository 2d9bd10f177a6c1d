using System.Globalization;
using System.Text.Json;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.SlotCommand;

namespace Communities.Web;

/// <summary>Slots of the calendar as their authors write them, and as managers plan them.</summary>
internal static class SlotForms
{
    /// <summary>How many drafts a member has in the calendar at once: who has more ideas finishes some first.</summary>
    public const int OwnMax = 20;

    internal static readonly Refusal TooMany = new(
        "slot.many", $"You have {OwnMax} drafts in the calendar already; please finish one first.");

    public static void MapSlotForms(this IEndpointRouteBuilder pages)
    {
        var calendar = pages.MapGroup("/c/{community}/calendar");
        calendar.MapGet("/new", New);
        calendar.MapPost("/new", Open);
        calendar.MapGet("/{slot}", Read);
        calendar.MapPost("/{slot}", Save);
        calendar.MapPost("/{slot}/{action}", Change);
        pages.MapPost("/c/{community}/studio/calendar/move", Move);
    }

    private static async Task<IResult> New(
        string community, HttpContext http, IViews views, CancellationToken ct, string? on = null, string? kind = null)
    {
        var reader = Reader.Of(http);
        var (place, no) = await Entered(community, reader, http, ct);
        if (place is null) return no!;
        var draft = new SlotDraft
        {
            Author = reader.Caller.Account!,
            Kind = Enum.TryParse<SlotKind>(kind, out var known) ? known : SlotKind.Question,
            At = DateOnly.TryParse(on, CultureInfo.InvariantCulture, out var day)
                ? SlotDraft.Written(day.ToDateTime(new TimeOnly(9, 0))) : "",
        };
        return await Show(reader, place, null, draft, false, http, views, ct);
    }

    private static async Task<IResult> Open(
        string community, IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var (place, not) = await Entered(community, Reader.Of(http), http, ct);
        if (place is null) return not!;
        var draft = SlotDraft.Of(form);
        if (form["act"] == "preview") return await Show(Reader.Of(http), place, null, draft, true, http, views, ct);
        var isManager = place.Standing.Is(Role.Manager);
        if (!isManager) draft = draft with { Author = ask.Caller.Account ?? "", At = "", Repeats = "" };
        var (content, no) = draft.Fault() is { } fault
            ? (null, fault) : await Checked.Content(draft, place, actors, ct);
        if (no is null && await IsFull(place, views, ct)) no = TooMany;
        var once = form[Asking.KeyField].ToString();
        var slot = await ask.NewSlot(community, once, ct);
        var time = no is null ? draft.Time(place.Community.Zone) : null;
        var answer = no is not null ? null : await ask.Ask(
            Keys.OfSlot(community, slot), new SlotCommand.Open(content!, time, draft.Rule(time, null)), once, ct);
        return (no ?? answer?.Refusal) is { } refusal
            ? await Show(Reader.Of(http, refusal), place, null, draft, false, http, views, ct)
            : Web.Show.Done($"/c/{community}/calendar/{slot}", ask.PositionOf(answer!), Notices.Draft);
    }

    private static async Task<IResult> Read(
        string community, string slot, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        var (place, no) = await Entered(community, reader, http, ct);
        if (place is null) return no!;
        return await views.Slot(community, slot, place.Viewer, ct) is { } found
            ? await Show(reader, place, found, SlotDraft.Of(found), false, http, views, ct)
            : Web.Show.No(http, Slot.Missing);
    }

    // What it says first, then when, then what follows: each is a decision of its own, and only what changed is asked.
    private static async Task<IResult> Save(
        string community, string slot, IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var (place, not) = await Entered(community, Reader.Of(http), http, ct);
        if (place is null) return not!;
        if (await views.Slot(community, slot, place.Viewer, ct) is not { } found)
            return Web.Show.No(http, Slot.Missing);
        var draft = SlotDraft.Of(form);
        if (form["act"] == "preview") return await Show(Reader.Of(http), place, found, draft, true, http, views, ct);
        var isManager = place.Standing.Is(Role.Manager);
        if (!isManager) draft = draft with { Author = found.Author.Account };
        var (content, no) = draft.Fault() is { } fault
            ? (null, fault) : await Checked.Content(draft, place, actors, ct);
        var commands = new List<SlotCommand>();
        if (content is not null && !Alike(content, found.Content))
            commands.Add(new Edit(
                content, draft.IsForAll, await Checked.IsAlone(ask.Caller, place, views, ct)));
        if (isManager && no is null)
        {
            var time = draft.Time(found.Time?.Zone ?? place.Community.Zone);
            var rule = draft.Rule(time, found.Recurrence);
            if (time != found.Time) commands.Add(new Plan(time));
            if (!Alike(rule, found.Recurrence)) commands.Insert(rule is null ? 0 : commands.Count, new Repeat(rule));
        }

        var position = 0L;
        foreach (var command in no is null ? commands : [])
        {
            var answer = await ask.Ask(
                Keys.OfSlot(community, slot), command, $"{form[Asking.KeyField]}/{command.GetType().Name}", ct);
            no = answer.Refusal;
            if (no is not null) break;
            position = ask.PositionOf(answer);
        }

        return no is not null
            ? await Show(Reader.Of(http, no), place, found, draft, false, http, views, ct)
            : Web.Show.Done($"/c/{community}/calendar/{slot}", position, Notices.Saved);
    }

    private static async Task<IResult> Change(
        string community, string slot, string action, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var (place, not) = await Entered(community, Reader.Of(http), http, ct);
        if (place is null) return not!;
        if (await views.Slot(community, slot, place.Viewer, ct) is not { } found)
            return Web.Show.No(http, Slot.Missing);
        var isAlone = action is "review" or "approve" && await Checked.IsAlone(ask.Caller, place, views, ct);
        SlotCommand[] commands = action switch
        {
            "submit" => [new Submit()],
            "review" => [new Review(isAlone)],
            "approve" => [new Review(isAlone), new SlotCommand.Schedule()],
            "schedule" => [new SlotCommand.Schedule()],
            "return" => [new Return(form["note"].ToString().Trim() is { Length: > 0 } note ? note : null)],
            "publish" => [new Publish(place.Community.Zone)],
            "cancel" => [new Cancel()],
            "end" => [new Cancel(EndsSeries: true)],
            _ => [],
        };
        if (commands.Length == 0) return Web.Show.No(http, Slot.Missing);
        var position = 0L;
        foreach (var command in commands)
        {
            var answer = await ask.Ask(
                Keys.OfSlot(community, slot), command, $"{form[Asking.KeyField]}/{command.GetType().Name}", ct);
            if (answer.Refusal is { } no)
                return await Show(
                    Reader.Of(http, no), place, found, SlotDraft.Of(found), false, http, views, ct);
            position = ask.PositionOf(answer);
        }

        return Web.Show.Done($"/c/{community}/calendar/{slot}", position, action switch
        {
            "submit" => Notices.SlotSubmitted,
            "approve" or "schedule" => Notices.SlotScheduled,
            "publish" => Notices.SlotPublished,
            "cancel" or "end" => Notices.SlotCancelled,
            _ => Notices.Saved,
        });
    }

    /// <summary>True where who asks has as many drafts as one may have.</summary>
    public static async ValueTask<bool> IsFull(Place place, IViews views, CancellationToken ct) =>
        !place.Standing.Is(Role.Manager)
        && (await views.OwnSlots(place.Slug, place.Viewer, ct)).Count >= OwnMax;

    // To another day, at the time that it has; from the grid by hand, or by the form under it.
    private static async Task<IResult> Move(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var (entry, not) = await StudioEntry.Of(community, Role.Manager, Reader.Of(http), http, views, ct);
        if (entry is null) return not!;
        var slot = form["slot"].ToString();
        if (!Keys.IsThread(slot) || await views.Slot(community, slot, entry.Place.Viewer, ct) is not { } found)
            return Web.Show.No(http, Slot.Missing);
        if (!DateOnly.TryParse(form["day"], CultureInfo.InvariantCulture, out var day))
            throw Faults.Bad("time.malformed", "day is a day such as 2026-03-02.");
        var time = found.Time is { } had ? had.On(day, TimeOnly.FromDateTime(had.Local))
            : new SlotTime(day.ToDateTime(new TimeOnly(9, 0)), entry.Place.Community.Zone);
        var answer = await ask.Ask(Keys.OfSlot(community, slot), new Plan(time), form[Asking.KeyField], ct);
        var back = $"/c/{community}/studio/calendar?view={Uri.EscapeDataString(form["view"].ToString())}"
            + $"&on={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return answer.Refusal is { } no
            ? await CalendarPages.Show(
                entry with { Reader = Reader.Of(http, no) }, form["view"].ToString(), day, views, ct)
            : Web.Show.Done(back + $"#{slot}", ask.PositionOf(answer), Notices.SlotMoved);
    }

    private static async ValueTask<(Place? Place, IResult? No)> Entered(
        string community, Reader reader, HttpContext http, CancellationToken ct)
    {
        var place = await reader.Caller.In(community, ct);
        return place.RefusalBelow(Role.Member) is not { } no ? (place, null)
            : place.IsSeen && !reader.Caller.IsSignedIn && HttpMethods.IsGet(http.Request.Method)
                ? (null, Web.Show.SignIn(reader))
            : (null, Web.Show.No(http, no));
    }

    // Records that hold lists are not equal by value; what the journal would hold is.
    private static bool Alike<TWritten>(TWritten a, TWritten b) => Written(a) == Written(b);

    private static string Written<TWritten>(TWritten it) => it is null ? ""
        : JsonSerializer.Serialize(it, Domain.Json.GetTypeInfo(typeof(TWritten)));

    private static async Task<IResult> Show(
        Reader reader, Place place, SlotView? slot, SlotDraft draft, bool isPreview, HttpContext http, IViews views,
        CancellationToken ct)
    {
        if (await views.Community(place.Slug, place.Viewer, ct) is not { } community)
            return Web.Show.No(http, Refusals.NoSuchCommunity);
        return Web.Show.Page<SlotPage>(reader, new()
        {
            [nameof(SlotPage.Community)] = community,
            [nameof(SlotPage.Place)] = place,
            [nameof(SlotPage.Slot)] = slot,
            [nameof(SlotPage.Draft)] = draft,
            [nameof(SlotPage.IsPreview)] = isPreview,
            [nameof(SlotPage.MayReview)] = slot is { Status: SlotStatus.Draft } && place.Standing.Is(Role.Manager)
                && (slot.WrittenBy != reader.Caller.Account
                    || await Checked.IsAlone(reader.Caller, place, views, ct)),
        });
    }
}
