using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.GatheringCommand;

namespace Communities.Web;

/// <summary>What hosts do: who comes and came, the code at the door, the board, the recap; and the studio.</summary>
internal static class GatheringHosting
{
    // No letter or digit that is mistaken for another when it is called across a room.
    private const string DoorLetters = "ACDEFGHJKMNPQRTUVWXY3479";

    private const int DoorLength = 6;

    public static void MapGatheringHosting(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup("/c/{community}/gatherings/{gathering}");
        one.MapGet("/attendance", ReadAttendance);
        one.MapPost("/attendance", Attend);
        one.MapPost("/door", SetDoor);
        one.MapPost("/excuse", Excuse);
        one.MapPost("/board", SetBoard);
        one.MapGet("/recap", ReadRecap);
        one.MapPost("/recap", Recap);
        pages.MapGet("/c/{community}/studio/gatherings", Studio);
    }

    private static async Task<IResult> Studio(
        string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, Reader.Of(http), http, views, ct);
        if (entry is null) return no!;
        var now = entry.Reader.Now;
        return Show.Page<GatheringStudioPage>(entry.Reader, new()
        {
            [nameof(GatheringStudioPage.Community)] = entry.View,
            [nameof(GatheringStudioPage.Place)] = entry.Place,
            [nameof(GatheringStudioPage.Coming)] =
                (await views.Gatherings(new(community, now, Size: 100), entry.Place.Viewer, ct)).Items,
            [nameof(GatheringStudioPage.Past)] =
                (await views.Gatherings(new(community, now, IsPast: true, Size: 100), entry.Place.Viewer, ct)).Items,
        });
    }

    private static Task<IResult> ReadAttendance(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct, int page = 1) =>
        Kept(community, gathering, http, views, ct, found => ShowAttendance(found, page, views, ct));

    private static async ValueTask<IResult> ShowAttendance(
        FoundGathering found, int page, IViews views, CancellationToken ct) =>
        Show.Page<AttendancePage>(found.Reader, new()
        {
            [nameof(AttendancePage.Found)] = found,
            [nameof(AttendancePage.Page)] = Math.Max(1, page),
            [nameof(AttendancePage.Guests)] =
                await views.Guests(found.Place.Slug, found.Gathering.Id, found.Place.Viewer, ct),
        });

    // The form holds who was on it and who was ticked: what changed meanwhile elsewhere stays.
    private static async Task<IResult> Attend(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var came = form["came"].Select(name => name ?? "").ToHashSet();
        var more = Typed.Account(form["more"]);
        ImmutableArray<string> ticked = [.. more.Length > 0 ? came.Append(more) : came];
        ImmutableArray<string> missed = [.. form["listed"].Select(name => name ?? "").Where(n => !came.Contains(n))];
        var (key, once) = (Keys.OfGathering(community, gathering), form[Asking.KeyField].ToString());
        var answer = await ask.Ask(key, new Attend(ticked), once + "/attend", ct);
        if (answer.Refusal is null && missed.Length > 0)
        {
            var rest = await ask.Ask(key, new Miss(missed), once + "/miss", ct);
            if (rest.Refusal is not null || rest.Position > 0) answer = rest;
        }

        return await After(community, gathering, "/attendance", answer, Notices.Saved, http, ask, views, ct);
    }

    private static async Task<IResult> SetDoor(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var code = form["act"] == "end" ? null : RandomNumberGenerator.GetString(DoorLetters, DoorLength);
        var answer = await ask.Ask(
            Keys.OfGathering(community, gathering), new SetCode(code), form[Asking.KeyField], ct);
        return await After(community, gathering, "/attendance", answer, Notices.Saved, http, ask, views, ct);
    }

    private static async Task<IResult> Excuse(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var answer = await ask.Ask(
            Keys.OfGathering(community, gathering), new Excuse(form["account"].ToString()),
            $"{form[Asking.KeyField]}/{form["account"]}", ct);
        return await After(community, gathering, "/attendance", answer, Notices.Saved, http, ask, views, ct);
    }

    private static async Task<IResult> SetBoard(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        var (times, no) = TimesIn(form["times"].ToString(), found.Gathering);
        var rooms = form["rooms"].ToString().ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var answer = no is not null ? new Answer(0, 0, [], no) : await ask.Ask(
            Keys.OfGathering(community, gathering), new SetBoard([.. rooms], times), form[Asking.KeyField], ct);
        return answer.Refusal is { } refusal
            ? Show.No(http, refusal)
            : Show.Done(found.Path + "#sessions", ask.PositionOf(answer), Notices.Saved);
    }

    // "9:30", one a line, is on its first day; "2026-11-25 9:30" on that one.
    private static (ImmutableArray<DateTimeOffset> Times, Refusal? No) TimesIn(string typed, GatheringView gathering)
    {
        var (times, day) = (ImmutableArray.CreateBuilder<DateTimeOffset>(),
            ZonedTime.Local(gathering.Starts, gathering.Zone).Date);
        foreach (var line in typed.ReplaceLineEndings("\n").Split(
                     '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = line.Contains('-', StringComparison.Ordinal)
                ? line : string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {line}");
            if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
                return ([], new Refusal("time.malformed", "Times are written as 9:30, one a line."));
            times.Add(ZonedTime.At(at, gathering.Zone).At);
        }

        return (times.ToImmutable(), null);
    }

    private static Task<IResult> ReadRecap(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct) =>
        Kept(community, gathering, http, views, ct, found => ValueTask.FromResult(
            found.Gathering.IsRecapped
                ? Results.LocalRedirect($"/c/{community}/threads/{Gathering.RecapOf(gathering)}")
                : ShowRecap(found, "", "")));

    private static async Task<IResult> Recap(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        var (title, text) = (form["title"].ToString().Trim(), form["text"].ToString().ReplaceLineEndings("\n"));
        var answer = await ask.Ask(
            Keys.OfGathering(community, gathering), new Recap(title, text, found.Gathering.Category),
            form[Asking.KeyField], ct);
        if (answer.Refusal is not { } no)
            return Show.Done(found.Path, ask.PositionOf(answer), Notices.Recapped);
        return found.Gathering.IsKept && found.Place.Standing.Is(Role.Member)
            ? ShowRecap((await FoundGathering.In(http, views, community, gathering, ct, no))!, title, text)
            : Show.No(http, no);
    }

    private static IResult ShowRecap(FoundGathering found, string title, string text) =>
        Show.Page<RecapPage>(found.Reader, new()
        {
            [nameof(RecapPage.Found)] = found,
            [nameof(RecapPage.Heading)] = title,
            [nameof(RecapPage.Text)] = text,
        });

    private static async Task<IResult> After(
        string community, string gathering, string back, Answer answer, string done, HttpContext http, Asking ask,
        IViews views, CancellationToken ct)
    {
        if (answer.Refusal is not { } no)
            return Show.Done(FoundGathering.PathOf(community, gathering) + back, ask.PositionOf(answer), done);
        return await FoundGathering.In(http, views, community, gathering, ct, no) is
            { Gathering.IsKept: true } found && found.Place.Standing.Is(Role.Member)
                ? await ShowAttendance(found, 1, views, ct)
                : Show.No(http, no);
    }

    private static async Task<IResult> Kept(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct,
        Func<FoundGathering, ValueTask<IResult>> show)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        if (!found.Reader.Caller.IsSignedIn) return Show.SignIn(found.Reader);
        return found.Gathering.IsKept && found.Place.Standing.Is(Role.Member)
            ? await show(found)
            : Show.No(http, Gathering.HostsOnly);
    }
}
