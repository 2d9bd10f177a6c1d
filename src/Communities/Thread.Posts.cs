using System.Collections.Immutable;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>What may be done with one post: removed, restored, reacted to.</content>
public sealed partial record Thread
{
    private static Refusal ErasedPost { get; } = new("post.erased", "This post was erased for good.");

    /// <summary>What is wrong with what a thread is called and where it stands, or null.</summary>
    internal static Refusal? HeadFault(string title, string? category, ImmutableArray<string> tags) =>
        Text.LineFault("title", title, Text.TitleMax) is { } fault ? fault
        : category is not null && !Keys.IsTag(category) ? Refusals.NoSuchCategory
        : tags.IsDefault ? new("tag.malformed", "Tags are a list, which may be empty.")
        : tags.Length > TagsMax ? new("tag.many", $"A thread has {TagsMax} tags at most.")
        : !tags.All(Keys.IsTag) ? new("tag.malformed", "A tag is 1 to 40 small letters, digits and hyphens.")
        : null;

    private Decision<ThreadEvent> Removing(Remove c, Turn turn)
    {
        if (!IsHere(c.Number)) return Missing(c.Number);
        if (IsMendable(c.Number, turn)) return WithheldPost;
        if (!Has(c.Number)) return []; // Asked twice, done once.
        if (!IsBy(c.Number, turn)) return Refusals.ForeignPost;
        if (Text.LineFault("reason", c.Reason, Text.LineMax, mayBeEmpty: true) is { } fault) return fault;
        if (c.Number == 1 && !IsModerated(turn) && Shown(1) > Authors.GetValueOrDefault(turn.By))
            return new Refusal("thread.answered", "Others have answered here; please ask a moderator to remove it.");
        var by = IsOwn(c.Number, turn) ? Removal.ByAuthor : Removal.ByModerator;
        var removed = new Removed(
            c.Number, by, Author(c.Number), Shown(c.Number), c.Reason,
            Category: by == Removal.ByModerator ? Category : null);
        return Accepted == c.Number ? [Unaccepting(c.Number), removed] : [removed];
    }

    private Decision<ThreadEvent> Restoring(Restore c, Turn turn)
    {
        if (!IsHere(c.Number)) return Missing(c.Number);
        if (Posts[c.Number - 1].IsVisible) return [];
        if (IsRemoved && c.Number > 1) return new Refusal("thread.removed", "Restore the thread first.");
        if (!IsModerated(turn) && !(IsOwn(c.Number, turn) && Posts[c.Number - 1].Removal == Removal.ByAuthor))
            return Refusals.ModeratorsOnly;
        return IsErased(c.Number) ? ErasedPost : Returning(c.Number);
    }

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
