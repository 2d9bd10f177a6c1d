using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

// Posts that wait for moderators, and what decisions upon each other change without readers seeing more or less.
[JsonDerivedType(typeof(Published), "thread.published"), JsonDerivedType(typeof(Withheld), "thread.withheld")]
public abstract partial record ThreadEvent
{
    /// <summary>A post that waited for a moderator is seen for the first time (number 1: the thread).</summary>
    /// <param name="Number">The post's number.</param>
    /// <param name="Author">Who wrote it.</param>
    /// <param name="Posts">How many posts readers gain.</param>
    /// <param name="Category">The category of the thread.</param>
    /// <param name="News">What its text refers to; null where nobody is told.</param>
    /// <param name="To">Whom it answers.</param>
    /// <param name="Watchers">Who else wants to hear of every post.</param>
    /// <param name="Decision">The id of the decision that let it be seen.</param>
    /// <param name="Greets">It is the first that somebody else answers an introduction with.</param>
    public sealed record Published(
        int Number, string Author, int Posts, string? Category = null, News? News = null, string? To = null,
        ImmutableArray<string>? Watchers = null, string? Decision = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Greets = false) : ThreadEvent;

    /// <summary>
    /// What keeps a post from readers changed, and what they see did not: it is away for another reason, or stays
    /// (both none) without a decision that did not matter any more.
    /// </summary>
    /// <param name="Number">The post's number.</param>
    /// <param name="How">Why readers do not see it now.</param>
    /// <param name="Before">Why they did not see it before.</param>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="Decision">The id of the decision that was made, or lifted.</param>
    public sealed record Withheld(
        int Number, Removal How, Removal Before, string? Reason = null, string? Decision = null) : ThreadEvent;
}
