using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// The members of a sample community as readers: they have seen most of what they were told, and the latest not yet.
/// </summary>
/// <param name="actors">Whom it asks.</param>
/// <param name="community">The community, of which all has happened.</param>
public sealed class DemoReaders(IActors actors, DemoCommunity community)
{
    /// <summary>The most that somebody has not seen yet: what gathers in a day or two.</summary>
    public const int UnseenMost = 4;

    /// <summary>Plays all of it.</summary>
    public async Task Play()
    {
        foreach (var (i, account) in community.Members.Index())
        {
            var key = Keys.OfMember(community.Slug, account);
            // Those whose sign-ins are printed have something to look at.
            var left = i < 3 ? UnseenMost - i : i % (UnseenMost + 1);
            var unseen = (await actors.See<Inbox>(key)).Unseen;
            if (unseen.Count > left)
                await actors.Ask(key, new InboxCommand.See(unseen[^(left + 1)].Id), Call.System());
        }
    }
}
