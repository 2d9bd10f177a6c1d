using System.Diagnostics;
using Communities.Actors;

namespace Communities;

/// <summary>What somebody wants to be sent by e-mail from one community.</summary>
/// <param name="Newsletter">Its newsletter. Nobody has it who has not asked for it.</param>
/// <param name="Digest">How often what happened is summed up.</param>
/// <param name="Hour">The hour of the day, 0 to 23, in <paramref name="Zone"/>, at which a digest is written.</param>
/// <param name="Zone">The zone of that hour, as <see cref="ZonedTime"/> knows it.</param>
/// <param name="Steps">The steps of arriving, where the community sends them by e-mail too.</param>
/// <param name="Reminders">Reminders of what the person promised to come to.</param>
public sealed record MailChoices(
    bool Newsletter = false, DigestRhythm Digest = DigestRhythm.Off, int Hour = 8, string Zone = "Etc/UTC",
    bool Steps = true, bool Reminders = true)
{
    /// <summary>Before the person said anything.</summary>
    public static MailChoices Default { get; } = new();

    /// <summary>Nothing at all.</summary>
    public static MailChoices None { get; } = new(Steps: false, Reminders: false);

    /// <summary>True where such a letter is wanted; what concerns the person's own standing always is.</summary>
    public bool Want(LetterKind kind) => kind switch
    {
        LetterKind.Newsletter => Newsletter,
        LetterKind.Digest => Digest != DigestRhythm.Off,
        LetterKind.Step => Steps,
        LetterKind.Reminder => Reminders,
        _ => true,
    };

    /// <summary>These choices without the letters of this kind.</summary>
    public MailChoices Without(LetterKind kind) => kind switch
    {
        LetterKind.Newsletter => this with { Newsletter = false },
        LetterKind.Digest => this with { Digest = DigestRhythm.Off },
        LetterKind.Step => this with { Steps = false },
        LetterKind.Reminder => this with { Reminders = false },
        _ => this,
    };

    /// <summary>The next time after this one at which a digest is due; null where none is wanted.</summary>
    /// <remarks>Weekly ones are written on Mondays, monthly ones on the first.</remarks>
    public DateTimeOffset? NextDigest(DateTimeOffset after)
    {
        if (Digest == DigestRhythm.Off) return null;
        var day = ZonedTime.Local(after, Zone).Date;
        for (;; day = day.AddDays(1))
        {
            var falls = Digest switch
            {
                DigestRhythm.Daily => true,
                DigestRhythm.Weekly => day.DayOfWeek == DayOfWeek.Monday,
                DigestRhythm.Monthly => day.Day == 1,
                _ => throw new UnreachableException(Digest.ToString()),
            };
            if (falls && ZonedTime.At(day.AddHours(Hour), Zone).At is var at && at > after) return at;
        }
    }

    internal Refusal? Fault() =>
        !Enum.IsDefined(Digest) ? new("digest.unknown", "A digest is off, daily, weekly or monthly.")
        : Hour is < 0 or > 23 ? new("hour.range", "An hour is 0 to 23.")
        : !ZonedTime.IsZone(Zone) ? ZonedTime.Unknown
        : null;
}

/// <summary>How often what happened is summed up by e-mail.</summary>
public enum DigestRhythm
{
    /// <summary>Never.</summary>
    Off = 0,

    /// <summary>Every day.</summary>
    Daily = 1,

    /// <summary>On Mondays.</summary>
    Weekly = 2,

    /// <summary>On the first of a month.</summary>
    Monthly = 3,
}

/// <summary>Why an e-mail is written. Who writes it is found by this.</summary>
public enum LetterKind
{
    /// <summary>What happened since the one before.</summary>
    Digest = 0,

    /// <summary>An issue of the community's newsletter.</summary>
    Newsletter = 1,

    /// <summary>A step of arriving in the community.</summary>
    Step = 2,

    /// <summary>A reminder of what the person promised to come to.</summary>
    Reminder = 3,

    /// <summary>Asks whoever reads an address whether it was they who asked for letters.</summary>
    Confirmation = 4,

    /// <summary>A decision about the member, who may not be able to look at a page again.</summary>
    Decision = 5,

    /// <summary>An issue of the newsletter, to who makes it, before it is sent.</summary>
    Trial = 6,
}
