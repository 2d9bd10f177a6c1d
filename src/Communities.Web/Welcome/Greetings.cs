using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>How introductions are greeted: by when, and how well that goes.</summary>
/// <param name="All">How many introductions there were.</param>
/// <param name="Waiting">How many nobody has answered.</param>
/// <param name="InTime">How many somebody answered in time.</param>
/// <param name="Due">How many were answered, or should have been by now: those that a share is of.</param>
/// <param name="MedianMinutes">Half of those answered had their first answer within so many minutes; or null.</param>
internal sealed record Greetings(int All, int Waiting, int InTime, int Due, int? MedianMinutes)
{
    /// <summary>How far back it is counted.</summary>
    public static readonly TimeSpan CountedFor = TimeSpan.FromDays(90);

    /// <summary>Of those answered or due, how many in a hundred were answered in time; null for none.</summary>
    public int? Percent => Due == 0 ? null : (int)Math.Round(100.0 * InTime / Due);

    /// <summary>Of these introductions.</summary>
    public static Greetings Of(IReadOnlyList<IntroductionView> all, DateTimeOffset now)
    {
        var minutes = all.Where(one => one.GreetedAt is not null)
            .Select(one => (int)(one.GreetedAt!.Value - one.At).TotalMinutes).Order().ToList();
        return new Greetings(
            all.Count,
            all.Count(one => one.GreetedAt is null),
            all.Count(one => one.IsInTime),
            all.Count(one => one.GreetedAt is not null || one.GreetBy < now),
            minutes.Count == 0 ? null : minutes[(minutes.Count - 1) / 2]);
    }

    /// <summary>The same opening, to be answered by a time where it is a newcomer's introduction.</summary>
    /// <remarks>Who keeps order here opens other threads in that category, too, and is no newcomer.</remarks>
    public static ThreadCommand.Open Timed(ThreadCommand.Open opening, Place place, DateTimeOffset now) => opening with
    {
        GreetBy = place.Community.Introductions is { } set && set.Category == opening.Category
            && place.Standing.Role < Role.Moderator && place.Member.Totals.Introductions == 0
                ? now.AddHours(set.GreetHours)
                : null,
    };
}
