using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>
/// What a post takes with it from one thread to another: all that its new thread must know, not its text.
/// </summary>
/// <param name="Number">Its number in the thread that it leaves.</param>
/// <param name="Author">The account that wrote it; empty where the account is gone.</param>
/// <param name="At">When it was written.</param>
/// <param name="GraceFrom">As in <see cref="Post.GraceFrom"/>; null where that is when it was written.</param>
/// <param name="Revision">The number of its present revision.</param>
/// <param name="Removal">Who took it away before it was moved, if anybody did.</param>
/// <param name="Reactions">Who reacted how, as <c>alice:like</c>, in order; null where nobody did.</param>
/// <param name="Counted">Reactions that an import brought as a number.</param>
/// <param name="Poll">The id of the poll that came with it, if one did.</param>
/// <param name="Hold">What keeps it from readers besides, if anything does.</param>
public sealed record MovedPost(
    int Number,
    [property: JsonConverter(typeof(NameConverter))] string Author,
    DateTimeOffset At,
    DateTimeOffset? GraceFrom = null,
    int Revision = 1,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Removal Removal = Removal.None,
    ImmutableArray<string>? Reactions = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Counted = 0,
    string? Poll = null,
    Hold? Hold = null)
{
    /// <summary>True while readers see it.</summary>
    [JsonIgnore]
    public bool IsVisible => Removal == Removal.None;

    /// <summary>How many reactions it has.</summary>
    [JsonIgnore]
    public int ReactionCount => Counted + (Reactions is { IsDefault: false } given ? given.Length : 0);

    internal static MovedPost Of(int number, Post post, string? poll, Hold? hold) => new(
        number, post.Author, post.At, post.GraceFrom == post.At ? null : post.GraceFrom, post.Revision, post.Removal,
        post.Reactions is { Count: > 0 } given ? [.. given.Order(StringComparer.Ordinal)] : null, post.Counted, poll,
        hold);

    internal Post Arrived() => new()
    {
        Author = Author,
        At = At,
        GraceFrom = GraceFrom ?? At,
        Revision = Revision,
        Removal = Removal,
        Reactions = Reactions is { IsDefaultOrEmpty: false } given ? [.. given] : null,
        Counted = Counted,
    };
}

/// <summary>What a thread is called, and where it belongs.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Category">The slug of its category, or null for none.</param>
/// <param name="Tags">Its tags.</param>
public sealed record Heading(string Title, string? Category, ImmutableArray<string> Tags);
