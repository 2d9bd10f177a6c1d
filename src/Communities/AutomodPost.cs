using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>What somebody is about to write, and who it is.</summary>
/// <param name="Author">The account.</param>
/// <param name="Title">The title of a new thread, or of an edited one; null elsewhere.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="At">When.</param>
/// <param name="Posts">How many posts the author has written before.</param>
/// <param name="Trust">The author's trust level.</param>
/// <param name="Membership">Since when the author has been a member.</param>
/// <param name="AccountAge">How old the account is.</param>
/// <param name="IsSpared">True for those whom no rule looks at.</param>
/// <param name="IsEdit">True where the post is there already: it counts for no rate and no repetition.</param>
/// <param name="Request">What names the request, so that its repeat does not count; null where nothing does.</param>
/// <param name="Before">
/// What stood in the place of the text: what a rule would have found there already, it does not find now. Null where
/// nothing did, or where the text is to be looked at as a whole.
/// </param>
public sealed record AutomodPost(
    string Author, string? Title, string Text, DateTimeOffset At, int Posts, int Trust, TimeSpan Membership,
    TimeSpan AccountAge, bool IsSpared = false, bool IsEdit = false, string? Request = null, string? Before = null);

/// <summary>What rules say of a text.</summary>
/// <param name="Title">The title to post.</param>
/// <param name="Text">The text to post.</param>
/// <param name="Tags">The tags that a new thread gets besides.</param>
/// <param name="Screening">What the thread is to know; null where no rule found anything.</param>
/// <param name="Refusal">Why nothing is posted, or null.</param>
public sealed record AutomodVerdict(
    string? Title, string Text, ImmutableArray<string> Tags, Screening? Screening, Refusal? Refusal)
{
    /// <summary>The ids of the rules that do not let it be posted.</summary>
    public ImmutableArray<string> Blocks { get; init; } = [];

    /// <summary>True where a rule found something.</summary>
    public bool IsFound => Screening is not null || Refusal is not null;

    /// <summary>The code of a refusal that is a rule's own sentence, said in every language as it is.</summary>
    public const string OwnSentence = "post.refused";

    /// <summary>A rule does not let it be posted, and says no more.</summary>
    public static Refusal Screened { get; } =
        new("post.screened", "A rule of this community does not let that be posted.");

    internal static AutomodVerdict Untouched(AutomodPost post) => new(post.Title, post.Text, [], null, null);
}
