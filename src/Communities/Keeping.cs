using Communities.Actors;

namespace Communities;

/// <summary>Keeps a community's list of those who keep order in some of its categories.</summary>
internal static class Keeping
{
    /// <summary>From members to their community.</summary>
    public static Reactor Reactor { get; } = new(
        "keeping",
        new HashSet<string> { Domain.EventName<MemberEvent.Kept>(), Domain.EventName<MemberEvent.Left>() },
        (happened, key, _) => happened switch
        {
            MemberEvent.Kept e => [Reaction.Send(
                Keys.CommunityOf(key), new CommunityCommand.SetKeeper(Keys.LocalOf(key), e.Categories))],
            MemberEvent.Left => [Reaction.Send(
                Keys.CommunityOf(key), new CommunityCommand.SetKeeper(Keys.LocalOf(key), []))],
            _ => [],
        });
}
