using System.Collections.Immutable;
using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A slot of the calendar as a form brings it, before it is one.</summary>
public sealed record SlotDraft
{
    // As a field of the type date sends it; "05/12/2026" is another day on each side of the sea.
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Refusal DayMalformed = new("day.malformed", "A day is written as 2026-12-25.");
    private static readonly char[] Separators = [' ', ',', ';', '\n', '\r', '\t'];

    /// <summary>What it is.</summary>
    public SlotKind Kind { get; init; } = SlotKind.Question;

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text, in Markdown.</summary>
    public string Text { get; init; } = "";

    /// <summary>The slug of a category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Tags as typed.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The account that publishes it.</summary>
    public string Author { get; init; } = "";

    /// <summary>What is voted on, one a line.</summary>
    public string Options { get; init; } = "";

    /// <summary>How one votes.</summary>
    public VotingWay Way { get; init; }

    /// <summary>How many days it takes votes, as typed.</summary>
    public string OpenDays { get; init; } = "";

    /// <summary>Accounts of guests, as typed.</summary>
    public string Guests { get; init; } = "";

    /// <summary>How many days later it is live, as typed.</summary>
    public string DaysAfter { get; init; } = "3";

    /// <summary>At what time then, as typed.</summary>
    public string LiveTime { get; init; } = "18:00";

    /// <summary>For how many minutes, as typed.</summary>
    public string Minutes { get; init; } = "60";

    /// <summary>When it is published, as typed; empty for an idea.</summary>
    public string At { get; init; } = "";

    /// <summary>Whether and how it comes again: a <see cref="Rhythm"/>, or empty.</summary>
    public string Repeats { get; init; } = "";

    /// <summary>Every how many weeks or months, as typed.</summary>
    public string Every { get; init; } = "1";

    /// <summary>On which days of the week.</summary>
    public ImmutableArray<DayOfWeek> Days { get; init; } = [];

    /// <summary>The last day, as typed; empty for no end.</summary>
    public string Until { get; init; } = "";

    /// <summary>How often, as typed; empty for no end.</summary>
    public string Count { get; init; } = "";

    /// <summary>Days left out, as typed, between spaces.</summary>
    public string Skipped { get; init; } = "";

    /// <summary>Those that follow in its series say the same.</summary>
    public bool IsForAll { get; init; } = true;

    /// <summary>What a form holds.</summary>
    internal static SlotDraft Of(IFormCollection form) => new()
    {
        Kind = Enum.TryParse<SlotKind>(form["kind"], out var kind) ? kind : (SlotKind)(-1),
        Title = form["title"].ToString().Trim(),
        Text = form["text"].ToString(),
        Category = form["category"].ToString() is { Length: > 0 } category ? category : null,
        Tags = form["tags"].ToString(),
        Author = Typed.Account(form["author"]),
        Options = form["options"].ToString(),
        Way = Enum.TryParse<VotingWay>(form["way"], out var way) ? way : VotingWay.Single,
        OpenDays = form["open-days"].ToString(),
        Guests = form["guests"].ToString(),
        DaysAfter = form["days-after"].ToString(),
        LiveTime = form["live-time"].ToString(),
        Minutes = form["minutes"].ToString(),
        At = form["at"].ToString(),
        Repeats = form["repeats"].ToString(),
        Every = form["every"].ToString(),
        Days = [.. form["days"].Select(day => Enum.TryParse<DayOfWeek>(day, out var one) ? one : (DayOfWeek)(-1))],
        Until = form["until"].ToString(),
        Count = form["count"].ToString(),
        Skipped = form["skipped"].ToString(),
        IsForAll = form["for"] != "one",
    };

    /// <summary>What a slot is now.</summary>
    internal static SlotDraft Of(SlotView slot)
    {
        var (content, rule) = (slot.Content, slot.Recurrence);
        var draft = new SlotDraft
        {
            Kind = content.Kind, Title = content.Title, Text = content.Text, Category = content.Category,
            Tags = string.Join(", ", content.Tags), Author = content.Author, At = Written(slot.Time?.Local),
        };
        if (content.Poll is { } poll)
            draft = draft with
            {
                Options = string.Join('\n', poll.Options), Way = poll.Terms.Way, OpenDays = Written(poll.OpenDays),
            };
        if (content.Interview is { } live)
            draft = draft with
            {
                Guests = string.Join(", ", live.Guests), DaysAfter = Written(live.DaysAfter),
                LiveTime = live.Time.ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = Written(live.Minutes),
            };
        return rule is null ? draft : draft with
        {
            Repeats = rule.Rhythm.ToString(), Every = Written(rule.Every), Days = rule.Days,
            Until = rule.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Count = Written(rule.Count),
            Skipped = string.Join(' ', rule.Skipped.Select(
                day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        };
    }

    /// <summary>The words for a time of this draft's field.</summary>
    public static string Written(DateTime? local) => local is { } at ? ClockTime.Typed(at) : "";

    /// <summary>What it says, with these tags, in this language.</summary>
    internal SlotContent Content(ImmutableArray<string> tags, string language)
    {
        ImmutableArray<string> options = [.. Options.Split('\n').Select(o => o.Trim()).Where(o => o.Length > 0)];
        return new SlotContent(Kind, Title, Text, Author, Category)
        {
            Tags = tags,
            Language = language,
            Poll = Kind != SlotKind.Poll ? null : new SlotPoll(
                options, PollDraft.TermsOf(Way, options.Length, null, null, true, ResultsShown.Always),
                Number(OpenDays)),
            Interview = Kind != SlotKind.Interview ? null : new SlotInterview(
                Typed.Accounts(Guests), Number(DaysAfter) ?? 0,
                TimeOnly.TryParse(LiveTime, CultureInfo.InvariantCulture, out var time) ? time : default,
                Number(Minutes) ?? 0),
        };
    }

    /// <summary>What was typed and is no time, no day or no order of them; or null.</summary>
    internal Refusal? Fault() =>
        !string.IsNullOrWhiteSpace(At) && ClockTime.Local(At) is null ? ClockTime.Malformed
        : Kind == SlotKind.Interview && !TimeOnly.TryParse(LiveTime, CultureInfo.InvariantCulture, out _)
            ? ClockTime.Malformed
        : Repeats.Length == 0 ? null
        : string.IsNullOrWhiteSpace(At) ? Slot.TimeFirst
        : SkippedTyped.Append(Until).Any(day => !string.IsNullOrWhiteSpace(day) && Day(day) is null) ? DayMalformed
        : null;

    /// <summary>When it is published, on the clocks of this zone; null for an idea.</summary>
    internal SlotTime? Time(string zone) => string.IsNullOrWhiteSpace(At) ? null
        : ClockTime.Local(At) is { } local ? new SlotTime(local, zone)
        : throw Faults.Bad("time.malformed", "at is a time such as 2026-03-02T09:00.");

    /// <summary>What follows it, reckoned from where its series began, or from this time where it begins one.</summary>
    internal Recurrence? Rule(SlotTime? time, Recurrence? before)
    {
        if (Repeats.Length == 0 || time is null) return null;
        if (!Enum.TryParse<Rhythm>(Repeats, out var rhythm)) rhythm = (Rhythm)(-1);
        var isNew = before is null || before.Rhythm != rhythm;
        return new Recurrence(
            rhythm, isNew ? time.Day : before!.Start, isNew ? TimeOnly.FromDateTime(time.Local) : before!.Time,
            Number(Every) ?? 1, isNew ? 0 : before!.Day, Day(Until), Number(Count))
        {
            Days = rhythm == Rhythm.Weekly ? [.. Days.Distinct().OrderBy(day => ((int)day + 6) % 7)] : [],
            Skipped = [.. SkippedTyped.Select(Day).OfType<DateOnly>().Distinct().Order()],
        };
    }

    private static string Written(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private string[] SkippedTyped => Skipped.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    // What is no number is none that a slot takes.
    private static int? Number(string typed) => string.IsNullOrWhiteSpace(typed) ? null
        : Typed.Number(typed) ?? -1;
}
