#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// The page of whoever runs the site.
public partial class Texts
{
    private const int StepOfUnits = 1_000; // As disks are sold, and as most tools say it.

    public virtual string Operations => "Operations";
    public virtual string OperationsHint =>
        "How the program is at this moment. Only those who run the site see this page.";
    public virtual string LookAgain => "Look again";
    public virtual string ArchiveTrouble =>
        "The archive does not get on. Nothing is lost: it is tried again until it does.";
    public virtual string JournalEvents => "Events";
    public virtual string JournalEventsHint => "All that ever happened here, in the journal.";
    public virtual string ViewsLag => "Not readable yet";
    public virtual string ArchiveLag => "Not archived yet";
    public virtual string ActorsInMemory => "Actors in memory";
    public virtual string LivePages => "Live pages";
    public virtual string LivePagesHint => "Open pages that are told what is new.";
    public virtual string LastMinute => "The last minute";
    public virtual string CommandsAnswered => "Commands";
    public virtual string TurnTime => "Answered within";
    public virtual string JournalWait => "Durable within";
    public virtual string JournalBatch => "Events at once";
    public virtual string JournalBatchHint => "On average, in one commit of the journal.";
    public virtual string NothingMeasured => "Nothing to measure in this minute.";
    public virtual string Reactors => "Reactors";
    public virtual string ReactorsHint =>
        "What follows from events elsewhere: counters, founders, times that were set.";
    public virtual string Reactor => "Reactor";
    public virtual string EventsWaiting => "Events not seen yet";
    public virtual string DataSize => "Data";
    public virtual string DataSizeHint => "Everything in the data directory.";
    public virtual string StartedAt => "Started";
    public virtual string RebuildViews => "Rebuild the views";
    public virtual string RebuildViewsHint =>
        "Lists, pages and search are made anew from the journal. People read and write as before meanwhile.";
    public virtual string RebuildNever => "This was not needed since the program started.";
    public virtual string RebuildRunning => "Under way. It began:";
    public virtual string RebuildFinished => "Done:";
    public virtual string RebuildFailed => "It failed, and what was there before goes on answering:";

    public string UpToEvent(long position) => string.Format(Culture, UpToEventPattern, Number(position));

    /// <summary>A number with one digit behind the point.</summary>
    public string Decimal(double number) => number.ToString("N1", Culture);

    /// <summary>So many in a second.</summary>
    public string PerSecond(double rate) => string.Format(Culture, PerSecondPattern, Decimal(rate));

    /// <summary>Half took it, as it stands above; the rest of what was measured.</summary>
    public string MostWithin(string time) => string.Format(Culture, MostWithinPattern, time);

    public string RefusedAndFailed(long refused, long failed) =>
        string.Format(Culture, RefusedAndFailedPattern, Number(refused), Number(failed));

    /// <summary>A short time: 0.4 ms, 12 ms, 1.5 s.</summary>
    public string Duration(double seconds) =>
        seconds >= 1 ? Decimal(seconds) + "\u00A0s"
        : (seconds * 1_000).ToString(seconds >= 0.01 ? "N0" : "N1", Culture) + "\u00A0ms";

    /// <summary>A kind of actor, in the plural.</summary>
    public virtual string ActorKind(string kind) => kind switch
    {
        "account" => "accounts",
        "community" => "communities",
        "member" => "members",
        "thread" => "threads",
        _ => kind,
    };

    public string MostBehind(long events, int partition) =>
        string.Format(Culture, MostBehindPattern, Number(events), partition);

    public string VersionIs(string version) => string.Format(Culture, VersionPattern, version);

    /// <summary>A size in the largest unit of which there is one: 1.2 MB, 1,2 Mo.</summary>
    public string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= StepOfUnits && unit < ByteUnits.Length - 1; unit++) size /= StepOfUnits;
        return size.ToString(unit == 0 ? "N0" : "N1", Culture) + "\u00A0" + ByteUnits[unit];
    }

    protected virtual string[] ByteUnits { get; } = ["bytes", "kB", "MB", "GB", "TB"];

    protected virtual string UpToEventPattern => "Up to event {0}";

    protected virtual string PerSecondPattern => "{0} a second";

    protected virtual string MostWithinPattern => "Half of them; 99 of 100 within {0}";

    protected virtual string RefusedAndFailedPattern => "{0} refused and {1} failed in this minute";

    protected virtual string MostBehindPattern => "{0} of them in partition {1}";

    protected virtual string VersionPattern => "Version {0}";
}
