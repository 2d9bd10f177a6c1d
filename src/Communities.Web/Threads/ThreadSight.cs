namespace Communities.Web;

/// <summary>Who may know of a thread, asked of the thread itself where no view is read.</summary>
internal static class ThreadSight
{
    /// <summary>
    /// True where there is such a thread for who asks: one that waits or is withheld is there for who opened it and
    /// for who keeps order in its category, and one that was erased for nobody.
    /// </summary>
    public static bool IsSeenBy(this Thread thread, Place place) => !thread.IsMissing
        && (!thread.IsRemoved
            || (thread.Posts[0].Removal != Removal.Erased
                && (place.Standing.Moderates(thread.Category)
                    || (place.Viewer.Account is { } account && thread.Posts[0].Author == account))));
}
