using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.NewsletterCommand;
using static Communities.NewsletterEvent;

namespace Communities;

/// <summary>An issue of a community's newsletter: written, tried, sent once, and kept to be read.</summary>
/// <remarks>
/// Its recipients are gone through by whoever claims it, from a checkpoint here: whoever is owed it twice is sent it
/// once (<see cref="Recipient"/>).
/// </remarks>
public sealed record Newsletter : IActor<Newsletter, NewsletterCommand, NewsletterEvent>
{
    /// <summary>How many buckets recipients are in, each always in the same.</summary>
    public const int Buckets = 65_536;

    /// <summary>How long a letter of an issue is worth sending, should the mail server be away.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromDays(7);

    /// <summary>A node that has not gone on for so long has ended, and another one does.</summary>
    public static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public static string Kind => "newsletter";

    /// <inheritdoc/>
    public static Newsletter Initial { get; } = new();

    /// <summary>How far it is.</summary>
    public NewsletterStatus Status { get; init; }

    /// <summary>When it is sent, where that is planned.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Recipients of buckets before this one are owed it.</summary>
    public int Bucket { get; init; }

    /// <summary>How many are owed it.</summary>
    public int Total { get; init; }

    /// <summary>Who goes through the recipients; null for nobody.</summary>
    public string? Node { get; init; }

    /// <summary>When that node last went on.</summary>
    public DateTimeOffset? TouchedAt { get; init; }

    /// <summary>True when nobody has written it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Status == NewsletterStatus.Missing;

    /// <inheritdoc/>
    public Decision<NewsletterEvent> Decide(NewsletterCommand command, Turn turn) => command switch
    {
        Claim or Advance or Finish or Send { Told: not null } when turn.Standing.Role != Role.System =>
            Refusals.ProgramOnly,
        Claim c => Status != NewsletterStatus.Sending
            || (Node is { } other && other != c.Node && turn.At < TouchedAt + ClaimLife) ? [] : [new Claimed(c.Node)],
        Advance c => Status != NewsletterStatus.Sending || c.Bucket <= Bucket ? []
            : [new Advanced(c.Bucket, Total + c.Count)],
        Finish => Status == NewsletterStatus.Sending ? [new Finished(Total)] : [],

        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Save c when c.Content.Fault() is { } fault => fault,
        Save when Status >= NewsletterStatus.Sending => Gone,
        Save c => [new Saved(c.Content)],
        _ when IsMissing => Missing,
        Try when turn.By.Length == 0 => Refusals.MembersOnly,
        Try => [new Tried(turn.By)],
        Send when Status is NewsletterStatus.Sending or NewsletterStatus.Sent => [], // Asked twice, done once.
        _ when Status >= NewsletterStatus.Sending => command is Discard && Status == NewsletterStatus.Discarded
            ? [] : Gone,

        Plan c when Schedule.Fault(c.At, turn) is { } fault => fault,
        Plan c => ScheduledAt == c.At ? [] : [new Planned(c.At)],
        Unplan => Status == NewsletterStatus.Scheduled ? [new Unplanned()] : [],
        Send { Told: { } told } => [new Began(), new Advanced(Buckets, told), new Finished(told)],
        // Of an alarm that comes in spite of a later plan, nothing comes.
        Send when turn.Standing.Role == Role.System && !(turn.At >= ScheduledAt) => [],
        Send => [new Began()],
        Discard => [new Discarded()],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Newsletter Apply(NewsletterEvent happened, Moment moment) => happened switch
    {
        Saved => IsMissing ? this with { Status = NewsletterStatus.Draft } : this,
        Tried => this,
        Planned e => this with { Status = NewsletterStatus.Scheduled, ScheduledAt = e.At },
        Unplanned => this with { Status = NewsletterStatus.Draft, ScheduledAt = null },
        Began => this with { Status = NewsletterStatus.Sending, ScheduledAt = null },
        Claimed e => this with { Node = e.Node, TouchedAt = moment.At },
        Advanced e => this with { Bucket = e.Bucket, Total = e.Total, TouchedAt = moment.At },
        Finished => this with { Status = NewsletterStatus.Sent, Node = null },
        Discarded => this with { Status = NewsletterStatus.Discarded, ScheduledAt = null },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>There is no such issue.</summary>
    public static Refusal Missing { get; } = new("newsletter.missing", "There is no such issue of the newsletter.");

    private static Refusal Gone { get; } =
        new("newsletter.final", "This issue has been sent, or given up; please write another one.");
}
