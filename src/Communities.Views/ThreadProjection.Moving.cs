using System.Collections.Immutable;
using Communities.Actors;
using static Communities.ThreadEvent;

namespace Communities.Views;

/// <content>Threads that are shown or not, and posts that go from one to another.</content>
internal sealed partial class ThreadProjection
{
    private void Move(ThreadState thread, ThreadEvent happened, Envelope envelope)
    {
        switch (happened)
        {
            case Unlisted: Show(thread, () => thread.IsUnlisted = true); break;
            case Listed: Show(thread, () => thread.IsUnlisted = false); break;
            case Archived: thread.IsArchived = true; break;
            case Unarchived: thread.IsArchived = false; break;
            case Merged: Show(thread, () => thread.IsMerged = true); break;
            case Revived: Show(thread, () => thread.IsMerged = false); break;
            case Followed e: thread.Followed = e.Thread; break;
            case Overflowed: break; // They are still where they came from, until they arrive.
            case PostsMoved e: Leave(thread, e.Posts); break;
            case Received e: Receive(thread, e, envelope); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    private void Show(ThreadState thread, Action change)
    {
        Count(thread, -1);
        change();
        Count(thread, +1);
    }

    private void Leave(ThreadState thread, ImmutableArray<MovedPost> posts)
    {
        foreach (var post in posts)
        {
            _moves.Leave(PostOf(thread, post.Number));
            search.Change(PostOf(thread, post.Number), null);
            thread.Reactions -= post.ReactionCount;
            if (!post.IsVisible) continue;
            var author = members.Number(thread.Community, post.Author);
            TakePart(thread, author, -1);
            thread.RemovedReplies++;
            if (post.Number > 1 && thread.IsOther(author)) thread.HearOthers(-1, 0);
        }

        thread.AreFacesStale = true;
    }

    private void Receive(ThreadState thread, Received e, Envelope envelope)
    {
        var from = Of(Keys.OfThread(thread.Community, e.Source));
        if (thread.LastNumber == 0) OpenFor(thread, from, e);
        _posts.Flush(); // What was counted for them goes with them.
        _moves.Bring(from, thread, e, envelope.At.ToUnixTimeMilliseconds());
        foreach (var (i, post) in e.Posts.Index())
        {
            var number = e.First + i;
            search.Arrive(PostOf(thread, number), TitleOf(thread, number));
            thread.Reactions += post.ReactionCount;
            var author = members.Number(thread.Community, post.Author);
            if (post.IsVisible) TakePart(thread, author, +1);
            else if (number > 1) thread.RemovedReplies++;
            if (post.IsVisible && number > 1 && thread.IsOther(author))
                thread.HearOthers(+1, post.At.ToUnixTimeMilliseconds());
        }

        thread.LastNumber = e.First + e.Posts.Length - 1;
        for (var i = e.Posts.Length - 1; i >= 0 && thread.LastShown < e.First; i--)
            if (e.Posts[i].Removal != Removal.Pending) thread.LastShown = e.First + i;
        (thread.HasReceived, thread.AreFacesStale) = (true, true);
    }

    // A thread that posts open is called what was asked for, or else like the one that they come from.
    private void OpenFor(ThreadState thread, ThreadState from, Received e)
    {
        var first = e.Posts[0];
        (thread.Author, thread.OpenedAt) =
            (members.Number(thread.Community, first.Author), first.At.ToUnixTimeMilliseconds());
        (thread.LastAuthor, thread.LastAt) = (thread.Author, thread.OpenedAt);
        (thread.Title, thread.Category) = e.Heading is { } named ? (named.Title, named.Category)
            : (from.Title, from.Category);
        thread.Removal = first.Removal;
        Tag(thread, e.Heading is { } heading ? heading.Tags : [.. from.Tags]);
        Count(thread, +1);
        var row = database.Prepare("SELECT text FROM posts WHERE id = ?").Bind(PostOf(from, first.Number));
        if (row.Step()) thread.Excerpt = PlainText.Excerpt(row.Text(0));
        row.Reset();
    }
}
