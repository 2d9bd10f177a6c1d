using Communities.Actors;
using static Communities.ThreadEvent;

namespace Communities.Views;

/// <summary>
/// What happened to a thread as a whole, kept where it happened: behind the post that was the last then.
/// </summary>
internal sealed class Happenings(Database database, MemberProjection members)
{
    /// <summary>The account that <see cref="Take"/> looks up for this event; empty for none.</summary>
    public static string AccountIn(ThreadEvent happened, Envelope envelope) => happened switch
    {
        Received e => e.By,
        _ when Kind(happened) is not null => envelope.By,
        _ => "",
    };

    /// <summary>Takes an event in, if it is one that readers are told of between the posts.</summary>
    public void Take(ThreadState thread, ThreadEvent happened, Envelope envelope)
    {
        if (Kind(happened) is not { } kind) return;
        var (after, other, count, until, reason) = happened switch
        {
            Opened e => (1, e.Renews ?? e.Follows, 0, null, null),
            PostsMoved e => (e.Posts[0].Number - 1, e.Target, e.Total, null, e.Reason),
            Received e => (e.First - 1, e.Source, e.Total, null, e.Reason),
            Merged e => (thread.LastNumber, e.Target, 0, null, e.Reason),
            Followed e => (thread.LastNumber, e.Thread, 0, null, null),
            Renewed e => (thread.LastNumber, e.Thread, 0, null, null),
            Closed e => (thread.LastNumber, null, 0, e.ReopenAt, e.Reason),
            Pinned e => (thread.LastNumber, null, 0, e.Until, null),
            Unlisted e => (thread.LastNumber, null, 0, null, e.Reason),
            Archived e => (thread.LastNumber, null, 0, null, e.Reason),
            _ => (thread.LastNumber, (string?)null, 0, (DateTimeOffset?)null, (string?)null),
        };
        database.Prepare("INSERT INTO happenings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .Bind(thread.Number).Bind(after).Bind(envelope.Version).Bind(kind)
            .Bind(envelope.At.ToUnixTimeMilliseconds())
            .Bind(members.Number(thread.Community, AccountIn(happened, envelope))).Bind(other).Bind(count)
            .Bind(until?.ToUnixTimeMilliseconds()).Bind(reason).Run();
    }

    // Posts that are moved together come in several events, of which the first says how many they are.
    private static string? Kind(ThreadEvent happened) => happened switch
    {
        Opened { Renews: not null } => "renews",
        Opened { Follows: not null } => "follows",
        PostsMoved { Total: > 0 } => "moved",
        Received { Total: > 0 } => "received",
        Merged => "merged",
        Followed => "followed",
        Renewed => "renewed",
        Closed => "closed",
        Reopened => "reopened",
        Pinned => "pinned",
        Unpinned => "unpinned",
        Unlisted => "unlisted",
        Listed => "listed",
        Archived => "archived",
        Unarchived => "unarchived",
        _ => null,
    };
}
