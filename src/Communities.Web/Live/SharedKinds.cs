namespace Communities.Web;

/// <summary>
/// The kinds of actor of which pages show something to others: what happens to them makes kept pages stale, and is told
/// live. The others belong to one account (drafts, inboxes, readings), and nobody else hears of them.
/// </summary>
internal static class SharedKinds
{
    private static readonly HashSet<string> All = [Community.Kind, Member.Kind, Thread.Kind, Poll.Kind, Gathering.Kind];

    /// <summary>True where what happens to actors of this kind concerns others.</summary>
    public static bool Has(string kind) => All.Contains(kind);
}
