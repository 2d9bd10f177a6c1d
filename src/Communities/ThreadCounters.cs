namespace Communities;

/// <summary>What a thread counts.</summary>
/// <param name="Posts">Visible posts, the opening post among them; 0 while the thread is removed.</param>
/// <param name="Participants">Different authors of visible posts.</param>
/// <param name="Reactions">Reactions to its posts.</param>
/// <param name="Views">How often it was opened by a reader.</param>
public readonly record struct ThreadCounters(int Posts, int Participants, int Reactions, long Views);
