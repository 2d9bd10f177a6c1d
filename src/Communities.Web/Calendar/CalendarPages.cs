using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The editorial calendar: for managers by month and week, for who writes in it their own.</summary>
internal static class CalendarPages
{
    private const string Week = "week";

    // A page goes so far back and ahead; nobody plans further, and dates end somewhere.
    private const int YearsMost = 20;

    public static void MapCalendarPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/studio/calendar", Read);
        pages.MapGet("/c/{community}/calendar", ReadOwn);
        pages.MapSlotForms();
    }

    /// <summary>The grid of the month or week that this day is in.</summary>
    public static async Task<IResult> Show(
        StudioEntry entry, string? view, DateOnly? on, IViews views, CancellationToken ct)
    {
        var (zone, viewer) = (entry.Place.Community.Zone, entry.Place.Viewer);
        var today = DateOnly.FromDateTime(ZonedTime.Local(entry.Reader.Now, zone));
        var day = on is { } asked && Math.Abs(asked.Year - today.Year) <= YearsMost ? asked : today;
        var span = view == Week ? CalendarSpan.WeekOf(day) : CalendarSpan.MonthOf(day);
        var slots = await views.Slots(
            entry.Place.Slug, ZonedTime.At(span.First.ToDateTime(default), zone).At,
            ZonedTime.At(span.Last.AddDays(1).ToDateTime(default), zone).At, viewer, ct);

        // A series shows where it goes on, from the one that stands for it now, wherever that is.
        var coming = await views.Slots(
            entry.Place.Slug, entry.Reader.Now.AddYears(-1), entry.Reader.Now.AddYears(1), viewer, ct);
        return Web.Show.Page<CalendarPage>(entry.Reader, new()
        {
            [nameof(CalendarPage.Community)] = entry.View,
            [nameof(CalendarPage.Place)] = entry.Place,
            [nameof(CalendarPage.Span)] = span,
            [nameof(CalendarPage.Day)] = day,
            [nameof(CalendarPage.Today)] = today,
            [nameof(CalendarPage.Slots)] = slots,
            [nameof(CalendarPage.Series)] = coming.Where(slot => slot.Recurrence is not null).ToList(),
            [nameof(CalendarPage.Ideas)] = await views.Ideas(entry.Place.Slug, viewer, ct),
        });
    }

    private static async Task<IResult> Read(
        string community, HttpContext http, IViews views, CancellationToken ct, string? view = null, string? on = null)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, Reader.Of(http), http, views, ct);
        if (entry is null) return no!;
        return await Show(
            entry, view, DateOnly.TryParse(on, CultureInfo.InvariantCulture, out var day) ? day : null, views, ct);
    }

    private static async Task<IResult> ReadOwn(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Web.Show.No(http, Refusals.NoSuchCommunity);
        if (!reader.Caller.IsSignedIn) return Web.Show.SignIn(reader);
        if (!place.Standing.Is(Role.Member)) return Web.Show.No(http, Refusals.MembersOnly);
        return Web.Show.Page<OwnSlotsPage>(reader, new()
        {
            [nameof(OwnSlotsPage.Community)] = view,
            [nameof(OwnSlotsPage.Place)] = place,
            [nameof(OwnSlotsPage.Slots)] = await views.OwnSlots(community, place.Viewer, ct),
        });
    }
}

/// <summary>The days that a page of the calendar shows: whole weeks, Monday first.</summary>
/// <param name="First">The first day, a Monday.</param>
/// <param name="Last">The last one, a Sunday.</param>
/// <param name="Month">The month that it is about; null for a week.</param>
public sealed record CalendarSpan(DateOnly First, DateOnly Last, DateOnly? Month)
{
    /// <summary>The week that this day is in.</summary>
    public static CalendarSpan WeekOf(DateOnly day) => new(Monday(day), Monday(day).AddDays(6), null);

    /// <summary>The month that this day is in, with the days around it that fill its weeks.</summary>
    public static CalendarSpan MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(Monday(first), Monday(first.AddMonths(1).AddDays(-1)).AddDays(6), first);
    }

    /// <summary>Its days, week by week.</summary>
    public IEnumerable<DateOnly[]> Weeks
    {
        get
        {
            for (var day = First; day <= Last; day = day.AddDays(7))
                yield return [.. Enumerable.Range(0, 7).Select(day.AddDays)];
        }
    }

    /// <summary>A day of the span before it, and one of that behind it.</summary>
    public (DateOnly Before, DateOnly After) Around => Month is { } month
        ? (month.AddMonths(-1), month.AddMonths(1))
        : (First.AddDays(-7), First.AddDays(7));

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
