using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What keeps a post from readers besides who removed it, or waits until it may be seen.</summary>
/// <remarks>
/// Decisions lie upon each other: the latest says what readers see, and each can be lifted out again without touching
/// the others, so that undoing one restores exactly what was there without it.
/// </remarks>
/// <param name="Below">What it would be without any decision.</param>
/// <param name="By">The decisions upon it, in the order in which they came.</param>
/// <param name="News">What there is to tell of it once it is seen for the first time; null where that has been.</param>
/// <param name="WasAnswer">It was the accepted answer when a decision took it away.</param>
public sealed record Hold(
    Removal Below,
    ImmutableArray<Held> By,
    News? News = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool WasAnswer = false)
{
    /// <summary>The latest decision upon it; null where there is none.</summary>
    [JsonIgnore]
    public string? Decision => By.IsEmpty ? null : By[^1].Decision;

    internal bool IsBy(string decision) => By.Any(held => held.Decision == decision);

    // What it is without this decision.
    internal Removal Without(string decision)
    {
        for (var i = By.Length - 1; i >= 0; i--)
            if (By[i].Decision != decision) return By[i].How;
        return Below;
    }

    // A decision that is there already is one that is lifted. Null: nothing is left to remember.
    internal static Hold? After(Hold? hold, Removal before, Removal after, string? decision)
    {
        if (decision is null) return null;
        if (hold?.IsBy(decision) == true)
            return hold with { By = hold.By.RemoveAll(held => held.Decision == decision) };
        // A moderator removed it directly, and this is the decision that was recorded for that.
        var isRecorded = before == Removal.ByModerator && after == Removal.ByModerator;
        hold ??= new(before, []);
        return (hold.By.IsEmpty ? hold with { Below = isRecorded ? Removal.None : before } : hold) with
        {
            By = hold.By.Add(new(decision, after)),
        };
    }
}

/// <summary>What one decision makes of a post.</summary>
/// <param name="Decision">Its id.</param>
/// <param name="How">Whether readers see the post, and why not otherwise.</param>
public readonly record struct Held(string Decision, Removal How);

/// <summary>
/// What there is to tell of a post that nobody has seen yet: whom and what its text refers to, for the thread keeps no
/// text.
/// </summary>
/// <param name="ReplyTo">The post that it answers.</param>
/// <param name="Called">The names that it calls.</param>
/// <param name="Quoted">The keys of the members whom it quotes.</param>
/// <param name="Links">The addresses that it shows.</param>
/// <param name="Tags">The tags of the thread that it opens.</param>
public sealed record News(
    int? ReplyTo,
    ImmutableArray<string> Called,
    ImmutableArray<string> Quoted,
    ImmutableArray<string> Links,
    ImmutableArray<string> Tags)
{
    // The program may bring a post without a text.
    internal static News Of(string? text, int? replyTo, ImmutableArray<string> tags) => new(
        replyTo, Mentions.In(text ?? ""),
        [.. Quotes.In(text ?? "").Select(quote => Keys.OfMember(quote.Community, quote.Account)).Distinct()],
        Communities.Links.In(text ?? ""), tags);
}
