using System.Collections.Immutable;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>What may be done with one post: edited, removed, restored, reacted to.</content>
public sealed partial record Thread
{
    private Decision<ThreadEvent> Editing(Edit c, Turn turn)
    {
        if (!Has(c.Number)) return Missing(c.Number);
        if (!IsBy(c.Number, turn)) return Refusals.ForeignPost;
        if (TextFault(c.Text, turn) is { } fault) return fault;
        var post = Posts[c.Number - 1];
        var isGrace = IsOwn(c.Number, turn) && turn.At - post.GraceFrom <= Grace;
        return [new Edited(c.Number, c.Text, isGrace ? post.Revision : post.Revision + 1)];
    }

    private Decision<ThreadEvent> Removing(Remove c, Turn turn)
    {
        if (!IsHere(c.Number)) return Missing(c.Number);
        if (!Has(c.Number)) return []; // Asked twice, done once.
        if (!IsBy(c.Number, turn)) return Refusals.ForeignPost;
        if (Text.LineFault("reason", c.Reason, Text.LineMax, mayBeEmpty: true) is { } fault) return fault;
        if (c.Number == 1 && !IsModerated(turn) && Vanishing(1) > Authors.GetValueOrDefault(turn.By))
            return new Refusal("thread.answered", "Others have answered here; please ask a moderator to remove it.");
        var by = IsOwn(c.Number, turn) ? Removal.ByAuthor : Removal.ByModerator;
        var removed = new Removed(c.Number, by, Author(c.Number), Vanishing(c.Number), c.Reason);
        return Accepted == c.Number ? [new Unaccepted(c.Number, Author(c.Number)), removed] : [removed];
    }

    private Decision<ThreadEvent> Restoring(Restore c, Turn turn)
    {
        if (!IsHere(c.Number)) return Missing(c.Number);
        if (Posts[c.Number - 1].IsVisible) return [];
        if (IsRemoved && c.Number > 1) return new Refusal("thread.removed", "Restore the thread first.");
        if (!IsModerated(turn) && !(IsOwn(c.Number, turn) && Posts[c.Number - 1].Removal == Removal.ByAuthor))
            return Refusals.ModeratorsOnly;
        return [new Restored(c.Number, Author(c.Number), Vanishing(c.Number))];
    }

    // How many posts readers lose or regain with this one: the whole thread goes with its opening post.
    private int Vanishing(int number) => number == 1 ? Posts.Count - RemovedReplies : 1;

    private Decision<ThreadEvent> Reacting(int number, string kind, Turn turn)
    {
        if (!Has(number)) return Missing(number);
        if (IsUnknown(kind) is { } fault) return fault;
        if (IsOwn(number, turn)) return new Refusal("reaction.own", "Reactions to one's own posts do not count.");
        return Reacted(number, kind, turn) ? [] : [new ThreadEvent.Reacted(number, kind, Author(number))];
    }

    private bool Reacted(int number, string kind, Turn turn) =>
        Exists(number) && Given(number).Contains($"{turn.By}:{kind}");

    private ImmutableHashSet<string> Given(int number) => Posts[number - 1].Reactions ?? [];
}
