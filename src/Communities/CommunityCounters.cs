namespace Communities;

/// <summary>What a community counts; a tally is a change of it.</summary>
/// <param name="Members">Accounts that have joined and not left.</param>
/// <param name="Threads">Threads opened and not removed.</param>
/// <param name="Posts">Visible posts of those threads, opening posts among them.</param>
/// <param name="Reactions">Reactions to posts.</param>
/// <param name="Views">How often readers opened its threads.</param>
public readonly record struct CommunityCounters(
    int Members = 0, int Threads = 0, int Posts = 0, int Reactions = 0, long Views = 0)
{
    /// <summary>Both together.</summary>
    public static CommunityCounters operator +(CommunityCounters a, CommunityCounters b) => new(
        a.Members + b.Members, a.Threads + b.Threads, a.Posts + b.Posts, a.Reactions + b.Reactions, a.Views + b.Views);
}
