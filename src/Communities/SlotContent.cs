using System.Collections.Immutable;
using System.Globalization;
using Communities.Actors;

namespace Communities;

/// <summary>What a slot of the editorial calendar says once it is published.</summary>
/// <remarks>
/// In title and text, <c>{date}</c> stands for the day on which it comes and <c>{n}</c> for which of its series it is.
/// </remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Title">The thread's title.</param>
/// <param name="Text">The thread's opening post, in Markdown.</param>
/// <param name="Author">The account in whose name it is published.</param>
/// <param name="Category">The thread's category; null for none.</param>
/// <param name="Poll">What is voted on; null where nothing is.</param>
/// <param name="Interview">Who is asked, and when; null where it is no interview.</param>
/// <param name="Language">In which language its days are written.</param>
public sealed record SlotContent(
    SlotKind Kind, string Title, string Text, string Author, string? Category = null, SlotPoll? Poll = null,
    SlotInterview? Interview = null, string? Language = null)
{
    /// <summary>Room for a link to its interview.</summary>
    private const int LinkMax = 200;

    private static readonly Dictionary<string, string[]> Months = new()
    {
        ["en"] =
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        ["fr"] =
        [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
    };

    /// <summary>The thread's tags.</summary>
    public ImmutableArray<string> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is wrong with it, or null.</summary>
    internal Refusal? Fault() =>
        !Enum.IsDefined(Kind) ? new("slot.unknown", "There is no such kind of slot.")
        : Thread.HeadFault(Title, Category, Tags) is { } fault ? fault
        : Communities.Text.Fault("text", Text, Communities.Text.PostMax) is { } none ? none
        : !Keys.IsAccount(Author) ? new("writer.missing", "A slot is published in the name of a member.")
        : (Kind == SlotKind.Poll) != (Poll is not null)
            ? new("slot.malformed", "A poll has options to vote on, and nothing else has.")
        : (Kind == SlotKind.Interview) != (Interview is not null)
            ? new("slot.malformed", "An interview has guests, and nothing else has.")
        : Poll?.Fault() ?? Interview?.Fault();

    /// <summary>The same with its day and number written in.</summary>
    public SlotContent On(DateOnly day, int occurrence) => this with
    {
        Title = Communities.Text.CleanLine(Filled(Title, day, occurrence), Communities.Text.TitleMax),
        Text = Communities.Text.CleanBody(Filled(Text, day, occurrence), Communities.Text.PostMax - LinkMax),
    };

    /// <summary>The same, leading to the page of its interview, which has this id.</summary>
    internal SlotContent LeadingTo(string community, string interview) => Interview is null ? this : this with
    {
        Text = $"{Text}\n\n[{(Language == "fr" ? "Poser vos questions et voter" : "Ask your questions and vote")}]"
            + $"(/c/{community}/interviews/{interview})",
    };

    private string Filled(string text, DateOnly day, int occurrence) => text
        .Replace("{n}", occurrence.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{date}", Written(day), StringComparison.Ordinal);

    private string Written(DateOnly day)
    {
        var months = Months.GetValueOrDefault(Language ?? "en", Months["en"]);
        var number = day.Day == 1 && Language == "fr" ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{number} {months[day.Month - 1]} {day.Year}";
    }
}

/// <summary>A poll that a slot brings.</summary>
/// <param name="Options">What one chooses from; the question is the slot's title.</param>
/// <param name="Terms">How one votes.</param>
/// <param name="OpenDays">How many days it takes votes, to <see cref="OpenMax"/>; null for no end.</param>
public sealed record SlotPoll(ImmutableArray<string> Options, PollTerms Terms, int? OpenDays = null)
{
    /// <summary>The longest vote that ends by itself: a year.</summary>
    public const int OpenMax = 365;

    internal Refusal? Fault() =>
        OpenDays is < 1 or > OpenMax ? new("open.range", $"A poll takes votes for 1 to {OpenMax} days.")
        : Terms is null ? new("way.unknown", "One chooses a single option, several, or ranks them.")
        : Communities.Poll.Fault(Options, Terms);
}

/// <summary>The live part of an interview that a slot announces.</summary>
/// <param name="Guests">The accounts that answer.</param>
/// <param name="DaysAfter">How many days after its announcement it is live; 0 for the same day.</param>
/// <param name="Time">At what time then, on the clocks of the slot.</param>
/// <param name="Minutes">For how long.</param>
public sealed record SlotInterview(ImmutableArray<string> Guests, int DaysAfter, TimeOnly Time, int Minutes)
{
    /// <summary>The longest time for questions beforehand: a season.</summary>
    public const int DaysMax = 90;

    internal Refusal? Fault() =>
        Communities.Interview.GuestsFault(Guests) is { } fault ? fault
        : DaysAfter is < 0 or > DaysMax
            ? new("lead.range", $"An interview is live 0 to {DaysMax} days after it was announced.")
        : TimeSpan.FromMinutes(Minutes) < Communities.Interview.Shortest
            || TimeSpan.FromMinutes(Minutes) > Communities.Interview.Longest
            ? Communities.Interview.WrongLength
        : null;
}

/// <summary>What a slot of the calendar is.</summary>
public enum SlotKind
{
    /// <summary>A matter with two sides at least.</summary>
    Debate = 0,

    /// <summary>A question to everybody: the question of the week.</summary>
    Question = 1,

    /// <summary>A vote.</summary>
    Poll = 2,

    /// <summary>Somebody answers what members ask: questions first, answers live.</summary>
    Interview = 3,

    /// <summary>Members tell what they have tried.</summary>
    Experience = 4,
}
