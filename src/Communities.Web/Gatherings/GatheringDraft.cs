using System.Collections.Immutable;
using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A gathering as a form brings it: times as they stand on the clocks of its zone.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What happens there, in Markdown.</param>
/// <param name="Starts">When it starts, as typed.</param>
/// <param name="Ends">When it ends, as typed.</param>
/// <param name="Zone">On whose clocks.</param>
/// <param name="Place">The address.</param>
/// <param name="Link">The address online.</param>
/// <param name="Capacity">How many can come, as typed; empty for as many as want.</param>
/// <param name="Hosts">Who hosts it beside, as typed.</param>
/// <param name="Reminders">How many minutes before the start people are reminded.</param>
/// <param name="Category">The category of its threads; empty for none.</param>
public sealed record GatheringDraft(
    GatheringForm Form, string Title, string Text, string Starts, string Ends, string Zone, string Place, string Link,
    string Capacity, string Hosts, ImmutableArray<int> Reminders, string Category)
{
    /// <summary>The reminders that a form offers, in minutes: a week, two days, a day, three hours, an hour.</summary>
    public static ImmutableArray<int> Offered { get; } = [7 * 24 * 60, 2 * 24 * 60, 24 * 60, 180, 60];

    /// <summary>A gathering that nobody has thought of yet: tomorrow evening.</summary>
    public static GatheringDraft Empty(string zone, DateTimeOffset now)
    {
        var evening = ZonedTime.Local(now, zone).Date.AddDays(7).AddHours(18);
        return new(
            GatheringForm.Room, "", "", ClockTime.Typed(evening), ClockTime.Typed(evening.AddHours(2)), zone, "", "",
            "", "", GatheringPlan.DefaultReminders, "");
    }

    /// <summary>What stands in the form of one that is there.</summary>
    public static GatheringDraft Of(GatheringView view) => new(
        view.Form, view.Title, view.Text, ClockTime.Typed(view.Starts, view.Zone),
        ClockTime.Typed(view.Ends, view.Zone), view.Zone, view.Place ?? "", view.Link ?? "",
        view.Capacity == 0 ? "" : view.Capacity.ToString(CultureInfo.InvariantCulture), string.Join(' ', view.Hosts),
        [.. view.Reminders], view.Category ?? "");

    /// <summary>The same a week later, for one that is to be held again.</summary>
    public GatheringDraft Again(DateTimeOffset now)
    {
        if (ClockTime.Local(Starts) is not { } starts || ClockTime.Local(Ends) is not { } ends) return this;
        var lasts = ends - starts;
        var today = ZonedTime.Local(now, Zone);
        while (starts <= today) starts = starts.AddDays(7);
        return this with { Starts = ClockTime.Typed(starts), Ends = ClockTime.Typed(starts + lasts) };
    }

    /// <summary>What a form holds.</summary>
    public static GatheringDraft Of(IFormCollection form) => new(
        Enum.TryParse<GatheringForm>(form["form"], out var kind) ? kind : (GatheringForm)(-1),
        form["title"].ToString().Trim(), form["text"].ToString().ReplaceLineEndings("\n"),
        form["starts"].ToString(), form["ends"].ToString(), form["zone"].ToString(), form["place"].ToString().Trim(),
        form["link"].ToString().Trim(), form["capacity"].ToString().Trim(), form["hosts"].ToString().Trim(),
        [.. form["remind"].Select(minutes => Number(minutes))], form["category"].ToString());

    /// <summary>The plan that this is, and what is odd about its times on those clocks; or why it is none.</summary>
    public (GatheringPlan? Plan, Wrinkle Wrinkle, Refusal? No) Read()
    {
        if (!ZonedTime.IsZone(Zone)) return (null, default, ZonedTime.Unknown);
        if (ClockTime.In(Zone, Starts) is not var (starts, first) || ClockTime.In(Zone, Ends) is not var (ends, last))
            return (null, default, ClockTime.Malformed);
        return (
            new GatheringPlan(
                Form, Title, Text, starts, ends, Zone, Place, Link,
                Capacity.Length == 0 ? 0 : Math.Max(Number(Capacity), -1), [.. HostNames], Reminders,
                Category.Length == 0 ? null : Category),
            ClockTime.First(first, last), null);
    }

    /// <summary>The accounts that are named as hosts.</summary>
    public IEnumerable<string> HostNames => Typed.Accounts(Hosts);

    // What is no number is none that a gathering takes; "no room at all" is not what an empty field says.
    private static int Number(string? typed) => Typed.Number(typed) is > 0 and var number ? number : -1;
}
