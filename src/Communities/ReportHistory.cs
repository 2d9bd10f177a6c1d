using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>What a member has reported: enough to tell repeats, and how far moderators agreed.</summary>
/// <param name="Day">How many on the last day on which there were any.</param>
/// <param name="Agreed">How often moderators agreed.</param>
/// <param name="Disagreed">How often they did not.</param>
/// <param name="Last">The last ones, the oldest first.</param>
public sealed record ReportHistory(DayCount Day, int Agreed, int Disagreed, ImmutableList<MadeReport> Last)
{
    /// <summary>From so many judged reports on the past says something about the next one.</summary>
    public const int JudgedMin = 5;

    /// <summary>The most by which the past changes a weight, either way: as much as trust can.</summary>
    public const int SwingMax = 4;

    /// <summary>What a report of the staff weighs at least.</summary>
    public const int StaffWeight = 5;

    /// <summary>Nothing yet.</summary>
    public static ReportHistory Empty { get; } = new(default, 0, 0, []);

    /// <summary>
    /// What a report weighs: 1 and the trust level, more or less by how often moderators agreed; never below 0, and
    /// the more slowly the more often somebody reports.
    /// </summary>
    public static int WeightOf(Standing standing, ReportHistory? history)
    {
        var plain = 1 + Math.Clamp(standing.Trust, Trust.New, Trust.Leader);
        if (standing.Is(Role.Moderator)) plain = Math.Max(plain, StaffWeight);
        return Math.Max(0, plain + (history?.Swing ?? 0));
    }

    private int Swing
    {
        get
        {
            var judged = Agreed + Disagreed;
            if (judged < JudgedMin) return 0;
            var leaning = (Agreed - Disagreed) / (double)judged; // From −1, never, to 1, always.
            return (int)Math.Round(Math.Clamp(leaning * Math.Log2(judged - 3), -SwingMax, SwingMax));
        }
    }

    internal MadeReport? Find(Subject subject) => Last.FindLast(made => made.Subject == subject);

    internal ReportHistory With(MemberEvent.Reported e, DateTimeOffset at)
    {
        // The judgement of an earlier report of the same stays counted, and that report goes.
        var last = Last.RemoveAll(made => made.Subject == e.Subject);
        if (last.Count >= Member.ReportsKept) last = last.RemoveAt(0);
        return this with
        {
            Day = Day.On(DaySet.DayOf(at)),
            Last = last.Add(new MadeReport(e.Subject, at, e.Content.Revision)),
        };
    }

    internal ReportHistory With(MemberEvent.Judged e) => this with
    {
        Agreed = Agreed + One(e.IsAgreed == true) - One(e.Before == true),
        Disagreed = Disagreed + One(e.IsAgreed == false) - One(e.Before == false),
        Last = Last.ConvertAll(made => made.Subject == e.Subject ? made with { IsAgreed = e.IsAgreed } : made),
    };

    private static int One(bool counts) => counts ? 1 : 0;
}

/// <summary>A report that somebody made.</summary>
/// <param name="Subject">Of what.</param>
/// <param name="At">When.</param>
/// <param name="Revision">Of which revision of it.</param>
/// <param name="IsAgreed">Whether moderators agreed; null while nobody has decided.</param>
public sealed record MadeReport(Subject Subject, DateTimeOffset At, int Revision, bool? IsAgreed = null);
