using Communities.Actors;
using static Communities.InboxCommand;
using static Communities.InboxEvent;

namespace Communities;

public sealed partial record Inbox
{
    // What becomes of notices: nothing, a new one, or one more of the same.
    private Decision<InboxEvent> Notifying(Notify command, string owner, DateTimeOffset now)
    {
        // Several come at once behind a batch of events; what they become together is told once.
        var (inbox, told) = (this, new List<Notified>());
        foreach (var notice in command.All)
        {
            if (notice.At < now - Notice.NewsFor || !inbox.Wants(notice, owner) || inbox.Knows(notice)) continue;
            var notified = inbox.Told(notice with { At = null });
            inbox = inbox.Apply(notified, default);
            if (told.Find(earlier => earlier.Id == notified.Instead) is { } earlier)
            {
                told.Remove(earlier);
                notified = notified with { Instead = earlier.Instead };
            }

            told.Add(notified);
        }

        var many = inbox.Unseen.Count - UnseenMax;
        return many > 0
            ? [.. told, new Seen([.. inbox.Unseen.Take(many).Select(unseen => unseen.Id)])]
            : [.. told];
    }

    private bool Wants(Notice notice, string owner) =>
        notice.By != owner
        && (IsOpen || Reasons.BeforeJoining.Contains(notice.Reason))
        && !Settings.Off.Contains(notice.Reason)
        && (notice.By is not { Length: > 0 } by || Hears(by))
        && (notice.Thread is not { } thread || notice.Reason == Reasons.Reminder || Reasons.Owed.Contains(notice.Reason)
            || Reasons.OfGatherings.Contains(notice.Reason)
            || LevelOf(Places.OfThread(thread)) != Level.Muted)
        && (LevelOf(Places.Community) != Level.Muted || Reasons.Always.Contains(notice.Reason));

    // A post is told of once, for the first reason that came; and what a reactor repeats is none.
    private bool Knows(Notice notice) => notice.Number is { } number && Reasons.OfPosts.Contains(notice.Reason)
        && Unseen.Exists(unseen => unseen.Thread == notice.Thread && Reasons.OfPosts.Contains(unseen.Reason)
            && (unseen.Last == number || (unseen.Reason == notice.Reason
                && unseen.First <= number && number < unseen.Last)));

    private Notified Told(Notice notice)
    {
        var same = Unseen.FindLast(unseen => IsSame(unseen, notice));
        return same is null
            ? new Notified(Last + 1, notice, First: notice.Number)
            : new Notified(Last + 1, notice, same.Count + 1, same.First == 0 ? null : same.First, same.Id);
    }

    // Answers in a thread are one; reactions are one for each post.
    private static bool IsSame(Unseen unseen, Notice notice) =>
        unseen.Reason == notice.Reason && unseen.Thread == notice.Thread && unseen.Subject == notice.Subject
        && (notice.Reason is Reasons.Reply or Reasons.Watched or Reasons.Quote || unseen.Last == (notice.Number ?? 0));
}
