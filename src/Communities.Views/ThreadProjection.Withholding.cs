using static Communities.ThreadEvent;

namespace Communities.Views;

/// <content>Posts that are taken from readers, for whatever reason, and come back.</content>
internal sealed partial class ThreadProjection
{
    // A post goes or comes back: the whole thread with its opening post.
    private void Show(
        ThreadState thread, int number, string account, Removal removal, long at, string? reason = null,
        string? decision = null)
    {
        var change = removal == Removal.None ? +1 : -1;
        var author = members.Number(thread.Community, account);
        var post = PostOf(thread, number);
        _posts.Remove(post, removal, reason, decision);
        if (removal == Removal.Erased) Erase(thread, number);
        TakePart(thread, author, change);
        search.Change(post, TitleOf(thread, number));
        if (number == 1)
        {
            Count(thread, -1);
            thread.Removal = removal;
            Count(thread, +1);
            return;
        }

        thread.RemovedReplies -= change;
        if (thread.IsOther(author)) thread.HearOthers(change, at);
        thread.AreFacesStale = true;
    }

    // A post is away for another reason; nobody sees more or less, unless it is erased.
    private void Withhold(ThreadState thread, Withheld e)
    {
        if (e.How == Removal.None) return;
        _posts.Withhold(PostOf(thread, e.Number), e.How, e.Reason, e.Decision);
        if (e.How == Removal.Erased) Erase(thread, e.Number);
        if (e.Number == 1) thread.Removal = e.How;
    }

    private void Erase(ThreadState thread, int number)
    {
        _posts.Erase(PostOf(thread, number));
        if (number == 1) (thread.Title, thread.Excerpt) = ("…", "");
    }
}
