using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>What a gathering is, when and where: what its hosts write, and may change.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What happens there, in Markdown; may be empty.</param>
/// <param name="Starts">When it starts.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Zone">On whose clocks these times were written: an IANA name.</param>
/// <param name="Place">The address, where it is at a place.</param>
/// <param name="Link">The address online, which only those who come are shown; null for none.</param>
/// <param name="Capacity">How many can come; 0 for as many as want.</param>
/// <param name="Hosts">Who welcomes people there beside its planner.</param>
/// <param name="Reminders">How many minutes before the start people are reminded.</param>
/// <param name="Category">The category of its threads; null for none.</param>
public sealed record GatheringPlan(
    GatheringForm Form, string Title, string? Text, DateTimeOffset Starts, DateTimeOffset Ends, string Zone,
    string? Place, string? Link, int Capacity, ImmutableArray<string> Hosts, ImmutableArray<int> Reminders,
    string? Category = null)
{
    /// <summary>The most hosts beside the planner: what stands in a line.</summary>
    public const int HostsMax = 10;

    /// <summary>The most reminders: more of them are noise.</summary>
    public const int RemindersMax = 4;

    /// <summary>The earliest reminder, in minutes before the start: four weeks.</summary>
    public const int ReminderMax = 4 * 7 * 24 * 60;

    private const int FirstYear = 1970;
    private const int LastYear = 9000;

    /// <summary>The longest gathering: a conference, a game of some weeks.</summary>
    public static readonly TimeSpan LastsMax = TimeSpan.FromDays(31);

    /// <summary>A day and an hour before: when people can still arrange to come, and when they set out.</summary>
    public static ImmutableArray<int> DefaultReminders { get; } = [24 * 60, 60];

    /// <summary>True for what happens in a live room of the community.</summary>
    public static bool HasRoom(GatheringForm form) => form is GatheringForm.Room or GatheringForm.Game;

    /// <summary>True for what has a board of sessions.</summary>
    public static bool HasBoard(GatheringForm form) => form is GatheringForm.Conference or GatheringForm.Barcamp;

    /// <summary>True for what happens online.</summary>
    public static bool IsOnline(GatheringForm form) =>
        form is GatheringForm.Room or GatheringForm.Interview or GatheringForm.Game;

    /// <summary>What is wrong with it, or null.</summary>
    internal Refusal? Fault(Turn turn, bool hasBegun = false) =>
        !Enum.IsDefined(Form) ? new("form.unknown", "There is no such form of gathering.")
        : Communities.Text.LineFault("title", Title, Communities.Text.TitleMax) is { } untitled ? untitled
        : Communities.Text.Fault("text", Text, Communities.Text.AboutMax, mayBeEmpty: true) is { } unfit ? unfit
        : !ZonedTime.IsZone(Zone) ? ZonedTime.Unknown
        : TimeFault(turn, hasBegun) is { } untimely ? untimely
        : Communities.Text.LineFault("place", Place, Communities.Text.LineMax, mayBeEmpty: IsOnline(Form)) is { } lost
            ? lost
        : LinkFault() is { } broken ? broken
        : Capacity is < 0 or > Gathering.PeopleMax
            ? new("capacity.range", $"There is room for 1 to {Gathering.PeopleMax}, or for everybody.")
        : Hosts.IsDefault || Hosts.Length > HostsMax || !Hosts.All(Keys.IsAccount)
            ? new("hosts.many", $"A gathering has {HostsMax} hosts at most, each a member.")
        : Reminders.IsDefault || Reminders.Length > RemindersMax || Reminders.Any(r => r is < 1 or > ReminderMax)
            ? new("reminder.range", $"People are reminded {RemindersMax} times at most, 1 minute to 4 weeks before.")
        : Category is not null && !Keys.IsTag(Category) ? Refusals.NoSuchCategory
        : null;

    /// <summary>The same without repetitions, reminders in order.</summary>
    internal GatheringPlan Clean() => this with
    {
        Hosts = [.. Hosts.Distinct()],
        Reminders = [.. Reminders.Distinct().OrderDescending()],
        Place = string.IsNullOrWhiteSpace(Place) ? null : Place.Trim(),
        Link = string.IsNullOrWhiteSpace(Link) ? null : Link.Trim(),
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text,
    };

    // What the program brings may be long over.
    private Refusal? TimeFault(Turn turn, bool hasBegun) =>
        turn.Standing.Role != Role.System && !hasBegun && Schedule.Fault(Starts, turn) is { } fault ? fault
        : turn.Standing.Role != Role.System && Ends <= turn.At ? new("time.past", "That time has passed already.")
        : Starts.Year < FirstYear || Ends.Year > LastYear ? new("time.far", "No calendar reaches as far as that.")
        : Ends <= Starts ? new("end.range", "The end has to come after the start.")
        : Ends - Starts > LastsMax ? new("end.far", "A gathering lasts a month at most.")
        : null;

    private Refusal? LinkFault() =>
        string.IsNullOrWhiteSpace(Link)
            ? Form == GatheringForm.Interview ? new("link.empty", "Please say where the interview is.") : null
        : Communities.Text.LineFault("link", Link, Communities.Text.LineMax) is { } fault ? fault
        : IsAddress(Link.Trim()) ? null
        : new("link.malformed", "A link is an address that begins with https:// or http://, or one of ours.");

    private static bool IsAddress(string link) => link.StartsWith("/c/", StringComparison.Ordinal)
        || (Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp));
}

/// <summary>What a gathering is.</summary>
public enum GatheringForm
{
    /// <summary>Online: people write with each other in a live room, of which a thread stays.</summary>
    Room = 0,

    /// <summary>Online: somebody answers questions.</summary>
    Interview = 1,

    /// <summary>Online: a game, with a live room beside it.</summary>
    Game = 2,

    /// <summary>At a place: people meet.</summary>
    Meetup = 3,

    /// <summary>At a place: talks, on a board that the hosts make.</summary>
    Conference = 4,

    /// <summary>At a place: sessions that those who come propose and vote for.</summary>
    Barcamp = 5,
}

/// <summary>What somebody answers to whether they come.</summary>
public enum Rsvp
{
    /// <summary>Does not come, or has not said.</summary>
    None = 0,

    /// <summary>May come.</summary>
    Interested = 1,

    /// <summary>Would come if there were room.</summary>
    Waiting = 2,

    /// <summary>Comes.</summary>
    Going = 3,
}
