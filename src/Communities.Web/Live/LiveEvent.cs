using System.Globalization;
using System.Text;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// Something that happened, as live pages are told it. Never a text: they read that themselves, as who they are.
/// </summary>
/// <param name="Kind">The event's stable name: <c>thread.replied</c>.</param>
/// <param name="Community">Where.</param>
/// <param name="Thread">In which thread, if in one.</param>
/// <param name="Number">To which post, if to one.</param>
/// <param name="Version">The position, to be read with <c>?at-least=</c>.</param>
/// <param name="Poll">The poll that it happened to, if to one.</param>
internal sealed record LiveEvent(
    string Kind, string Community, string? Thread, int? Number, long Version, string? Poll = null)
{
    /// <summary>What keeps a connection open where nothing happens.</summary>
    public static readonly byte[] Beat = ":\n\n"u8.ToArray();

    /// <summary>Counters move with every reading; a page shows them when it is next read.</summary>
    public static bool IsCount(string name) => name is "thread.viewed" or "member.visited"
        || name.EndsWith(".tallied", StringComparison.Ordinal);

    /// <summary>
    /// True where nobody else than its author and moderators may know of it: what waits or is withheld already.
    /// </summary>
    public static bool IsSilent(Envelope envelope) => envelope.Actor.Kind == Communities.Thread.Kind
        && envelope.Name is "thread.opened" or "thread.replied" or "thread.edited" or "thread.withheld"
        && Domain.Happened(envelope) is ThreadEvent.Opened { IsHeld: true } or ThreadEvent.Replied { IsHeld: true }
            or ThreadEvent.Edited { IsAway: true } or ThreadEvent.Withheld;

    public static LiveEvent Of(Envelope envelope)
    {
        var (kind, key) = envelope.Actor;
        return new(
            envelope.Name, envelope.Actor.Prefix, ThreadOf(envelope),
            kind == Communities.Thread.Kind ? NumberOf(Domain.Happened(envelope)) : null, envelope.Position,
            kind == Communities.Poll.Kind ? Keys.LocalOf(key) : null);
    }

    /// <summary>The thread whose page shows it, or null.</summary>
    public static string? ThreadOf(Envelope envelope) =>
        envelope.Actor.Kind == Communities.Thread.Kind ? Keys.LocalOf(envelope.Actor.Key)
        : envelope.Actor.Kind == Communities.Poll.Kind ? Domain.Happened(envelope) switch
        {
            PollEvent.Attached e => e.Thread,
            PollEvent.Voted e => e.Thread,
            PollEvent.Withdrawn e => e.Thread,
            PollEvent.Closed e => e.Thread,
            PollEvent.Reopened e => e.Thread,
            _ => null,
        }
        : null;

    /// <summary>The event as it is sent.</summary>
    public byte[] ToBytes(long position) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"id: {position}\nevent: change\ndata: {JsonSerializer.Serialize(this, WebJson.Default.LiveEvent)}\n\n"));

    /// <summary>Some events were missed: the page had better be read anew.</summary>
    public static byte[] Reload(long position) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"id: {position}\nevent: reload\ndata: {{}}\n\n"));

    private static int? NumberOf(object happened) => happened switch
    {
        ThreadEvent.Opened => 1,
        ThreadEvent.Replied e => e.Number,
        ThreadEvent.Edited e => e.Number,
        ThreadEvent.Removed e => e.Number,
        ThreadEvent.Restored e => e.Number,
        ThreadEvent.Published e => e.Number,
        ThreadEvent.Reacted e => e.Number,
        ThreadEvent.Unreacted e => e.Number,
        ThreadEvent.ReactionsCounted e => e.Number,
        ThreadEvent.Accepted e => e.Number,
        ThreadEvent.Unaccepted e => e.Number,
        ThreadEvent.AnswerConfirmed e => e.Number,
        ThreadEvent.AnswerDoubted e => e.Number,
        ThreadEvent.Summarised e => e.Number,
        ThreadEvent.PostsMoved e => e.Posts[0].Number,
        ThreadEvent.Received e => e.First + e.Posts.Length - 1,
        _ => null,
    };
}
