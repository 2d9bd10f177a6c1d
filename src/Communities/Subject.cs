using System.Globalization;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What a report or a decision is about: one post, a thread, a member, or a private message.</summary>
/// <remarks>
/// As a text it is the id of its case, so that all reports of one subject come to one case: <c>post-01k…-3</c>,
/// <c>thread-01k…</c>, <c>member-alice</c>, <c>message-01k…-7</c>. A post that moves keeps its case.
/// </remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The thread's id, the conversation's id, or the member's account.</param>
/// <param name="Number">The number of the post or message; 0 for a thread or member.</param>
[JsonConverter(typeof(SubjectConverter))]
public readonly record struct Subject(SubjectKind Kind, string Id, int Number = 0)
{
    /// <summary>A post of a thread.</summary>
    public static Subject OfPost(string thread, int number) => new(SubjectKind.Post, thread, number);

    /// <summary>A thread as a whole.</summary>
    public static Subject OfThread(string thread) => new(SubjectKind.Thread, thread);

    /// <summary>A member.</summary>
    public static Subject OfMember(string account) => new(SubjectKind.Member, account);

    /// <summary>A message of a conversation.</summary>
    public static Subject OfMessage(string conversation, int number) =>
        new(SubjectKind.Message, conversation, number);

    /// <summary>True for what has an id that <see cref="Parse"/> reads.</summary>
    [JsonIgnore]
    public bool IsSound => Parse(ToString()) == this;

    /// <summary>The subject of which this is the id; null where it is none.</summary>
    public static Subject? Parse(string? id)
    {
        if (id is null || id.IndexOf('-', StringComparison.Ordinal) is not (> 0 and var dash)) return null;
        var rest = id[(dash + 1)..];
        return id[..dash] switch
        {
            "thread" when Keys.IsThread(rest) => OfThread(rest),
            "member" when Keys.IsAccount(rest) => OfMember(rest),
            "post" => Numbered(SubjectKind.Post, rest),
            "message" => Numbered(SubjectKind.Message, rest),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        SubjectKind.Post => string.Create(CultureInfo.InvariantCulture, $"post-{Id}-{Number}"),
        SubjectKind.Thread => $"thread-{Id}",
        SubjectKind.Member => $"member-{Id}",
        _ => string.Create(CultureInfo.InvariantCulture, $"message-{Id}-{Number}"),
    };

    // One number has one way of being written, so that a subject has one case.
    private static Subject? Numbered(SubjectKind kind, string rest) =>
        rest.Length > Keys.IdLength + 1 && rest[Keys.IdLength] == '-' && Keys.IsThread(rest[..Keys.IdLength])
        && rest[Keys.IdLength + 1] is >= '1' and <= '9'
        && int.TryParse(
            rest.AsSpan(Keys.IdLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Subject(kind, rest[..Keys.IdLength], number)
            : null;
}

/// <summary>The kinds of subject.</summary>
public enum SubjectKind
{
    /// <summary>A post of a thread, the opening post among them.</summary>
    Post = 0,

    /// <summary>A thread as a whole.</summary>
    Thread = 1,

    /// <summary>A member.</summary>
    Member = 2,

    /// <summary>A private message.</summary>
    Message = 3,
}
