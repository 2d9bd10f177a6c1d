using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// Who can be written to. A conversation cannot know who is a member and who blocks whom; whoever asks it must look.
/// </summary>
internal static class Reaching
{
    /// <summary>Why who asks cannot write to these members of the community, or null.</summary>
    public static async ValueTask<Refusal?> Fault(
        Asking ask, IActors actors, string community, IEnumerable<string> to, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Refusals.NoSuchCommunity;
        if (!place.IsMember) return Refusals.MembersOnly;
        var me = ask.Caller.Account!;
        var own = await actors.See<Inbox>(Keys.OfMember(community, me), ct);
        foreach (var account in to)
        {
            if (account == me) continue;
            if (!Keys.IsAccount(account)) return Missing;
            var key = Keys.OfMember(community, account);
            if ((await actors.See<Member>(key, ct)).Role == Role.None) return Missing;
            if (own.Blocks.Contains(account)) return Blocked;
            if ((await actors.See<Inbox>(key, ct)).Blocks.Contains(me)) return Conversation.Unreachable;
        }

        return null;
    }

    /// <summary>
    /// Why who asks cannot go on in this conversation, or null: where two talk, each of them can end it by a block. In
    /// a larger one who blocks is only told of nothing, and may leave.
    /// </summary>
    public static async ValueTask<Refusal?> SendFault(
        Asking ask, IActors actors, string community, string conversation, CancellationToken ct)
    {
        var state = await actors.See<Conversation>(Keys.OfConversation(community, conversation), ct);
        return state.Participants.Count == 2 && state.Has(ask.Caller.Account)
            ? await Fault(ask, actors, community, state.Participants.Keys, ct)
            : null;
    }

    private static Refusal Missing { get; } = new("recipient.missing", "There is no such member to write to.");

    private static Refusal Blocked { get; } = new("recipient.blocked", "You have blocked one of these members.");
}
