using System.Collections.Frozen;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Exchange;

/// <summary>The events that a file can carry as they are, under their own names.</summary>
internal static class Facts
{
    // What follows from other events, what was asked of a community by others, and links that open a door here.
    private static readonly FrozenSet<string> _left = new[]
    {
        "community.tallied", "community.staff-set", "community.staff-told", "community.policy-announced",
        "community.policy-enforced", "policy.drafted", "policy.draft-dropped", "member.tallied", "member.applied",
        "member.withdrawn", "member.declined", "member.invited", "member.reviewed", "member.policy-told",
        "member.nudged", "member.nudge-followed", "poll.attached", "upload.removed", "conversation.read",
        "conversation.muted", "conversation.unmuted",
        "member.answer-requested", "member.answer-declined", "member.asked-set", "community.journey-offered",
        "thread.taken-up", "thread.followed", "thread.renewed", "member.excused",
        "member.written-of", "community.ambassador-set", "community.keeper-set",
        "gathering.moved-up", "gathering.code-set", "newsletter.tried", "newsletter.claimed", "newsletter.advanced",
        "group.called", "community.guarded",
    }.ToFrozenSet();

    // Accounts belong to no community; what members keep to themselves is not the community's to carry.
    private static readonly FrozenSet<string> _kinds =
        new[]
        {
            Community.Kind, Member.Kind, Thread.Kind, Upload.Kind, Poll.Kind, Conversation.Kind, Policy.Kind,
            Knowledge.Kind, Gathering.Kind, Contest.Kind, Slot.Kind, Interview.Kind, Newsletter.Kind, Group.Kind,
            Case.Kind,
        }.ToFrozenSet();

    // Kinds that have a word of their own, by the event that each carries.
    private static readonly FrozenDictionary<string, string> _words = new Dictionary<string, string>
    {
        [Record.Upload] = "upload.stored",
        [Record.Poll] = "poll.opened",
        [Record.Ballot] = "poll.voted",
        [Record.Conversation] = "conversation.started",
        [Record.Message] = "conversation.messaged",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> _kindsOfEvents =
        _words.ToFrozenDictionary(word => word.Value, word => word.Key);

    private static readonly FrozenDictionary<string, Codec> _codecs = Domain.Kinds
        .Where(kind => _kinds.Contains(kind.Name))
        .SelectMany(kind => kind.Events.Names.Select(name => (Name: name, Codec: kind.Events)))
        .Where(fact => !_left.Contains(fact.Name))
        .ToFrozenDictionary(fact => fact.Name, fact => fact.Codec);

    private static readonly FrozenDictionary<string, Codec>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _codecs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the name of such an event.</summary>
    public static bool Has(string kind) => _codecs.ContainsKey(kind);

    /// <summary>
    /// True for what reports and decisions did to a member: it is behind the cases that it rests on.
    /// </summary>
    public static bool IsJudgement(object? fact) => fact is MemberEvent.Sanctioned or MemberEvent.Struck
        or MemberEvent.Lifted or MemberEvent.SanctionEnded or MemberEvent.Reported or MemberEvent.Judged
        or MemberEvent.Suspected or MemberEvent.Cleared;

    /// <summary>The event that a kind with a word of its own carries; null for any other kind.</summary>
    public static string? EventOf(string kind) => _words.GetValueOrDefault(kind);

    /// <summary>The kind of record for an event of this name.</summary>
    public static string KindOf(string name) => _kindsOfEvents.GetValueOrDefault(name, name);

    /// <summary>The event of this name.</summary>
    /// <exception cref="JsonException">The JSON is not of that event.</exception>
    public static object Decode(string kind, ReadOnlySpan<byte> json) => _lookup[kind].Decode(kind, json);

    /// <summary>The name of the event.</summary>
    public static string NameOf(object fact) => CodecOf(fact).NameOf(fact);

    /// <summary>The event's own fields.</summary>
    public static byte[] Encode(object fact) => CodecOf(fact).Encode(fact);

    private static Codec CodecOf(object fact) =>
        Domain.Kinds.Select(kind => kind.Events).First(events => events.Has(fact.GetType()));
}
