namespace Communities.Exchange;

/// <summary>One line of an exchange file: a fact about a community, in a form that any program can read.</summary>
/// <remarks>
/// The kinds <c>member</c>, <c>thread</c>, <c>post</c> and <c>vote</c> are what every forum has. What only this program
/// knows is a kind named like the event (<c>thread.edited</c>), with the event's own fields under <c>data</c>. A file
/// of our own begins with a <c>community</c> record, whose <c>format</c> is <see cref="OwnFormat"/>, or
/// <see cref="FirstFormat"/>. FORMAT.md, beside this file, says what is carried and what is not.
/// </remarks>
public sealed record Record
{
    /// <summary>What our own files say in their first record.</summary>
    public const string OwnFormat = "communities/2";

    /// <summary>
    /// What they said before they told what the program itself had found: from such a file the badges that every
    /// community has are earned by what is counted.
    /// </summary>
    public const string FirstFormat = "communities/1";

    /// <summary>The first record of our own files: the community itself.</summary>
    public const string Community = "community";

    /// <summary>A person's first joining.</summary>
    public const string Member = "member";

    /// <summary>A thread, whose text is its first post.</summary>
    public const string OfThread = "thread";

    /// <summary>A post.</summary>
    public const string Post = "post";

    /// <summary>What somebody thinks of a post.</summary>
    public const string Vote = "vote";

    /// <summary>A file that a member sent; its content came before it, in records of <see cref="Content"/>.</summary>
    public const string Upload = "upload";

    /// <summary>A part of the content of the upload that it names: text in Base64, in order.</summary>
    public const string Content = "content";

    /// <summary>A poll, which a later post brings.</summary>
    public const string Poll = "poll";

    /// <summary>What a member chose in a poll.</summary>
    public const string Ballot = "ballot";

    /// <summary>A private conversation, whose first message follows.</summary>
    public const string Conversation = "conversation";

    /// <summary>A message in a private conversation.</summary>
    public const string Message = "message";

    /// <summary>Which kind of fact.</summary>
    public required string Kind { get; init; }

    /// <summary>Its own name in the file, unique within its kind.</summary>
    public required string Id { get; init; }

    /// <summary>The thread that it belongs to, by its id.</summary>
    public string? Thread { get; init; }

    /// <summary>The post that it answers or is about; of a member's later facts: the member.</summary>
    public string? Parent { get; init; }

    /// <summary>The member who did it; null where the account is gone or nobody in particular did.</summary>
    public string? Author { get; init; }

    /// <summary>When, UTC, whole milliseconds.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>A member's display name, a thread's title, a community's name.</summary>
    public string? Title { get; init; }

    /// <summary>The text. After reading it is Markdown, whatever it was in the file.</summary>
    public string? Text { get; init; }

    /// <summary>What the text is: html, markdown, or null where there is none.</summary>
    public string? Format { get; init; }

    /// <summary>Tags of a thread; of a member <c>account:N</c>; of a vote its type.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The category of a thread; written only where there is one.</summary>
    public string? Category { get; init; }

    /// <summary>The poll that a post brings; written only where there is one.</summary>
    public string? Brings { get; init; }

    /// <summary>By when an introduction should have been answered; written only where a thread is one.</summary>
    public DateTimeOffset? GreetBy { get; init; }

    /// <summary>The full thread that a thread goes on from; written only where there is one.</summary>
    public string? Follows { get; init; }

    /// <summary>The old thread whose subject a thread takes up again; written only where there is one.</summary>
    public string? Renews { get; init; }

    /// <summary>How many, where a vote stands for several.</summary>
    public int? Score { get; init; }

    /// <summary>
    /// The event itself, where the kind is named like one, or where the other keys cannot carry all of it.
    /// </summary>
    public object? Fact { get; init; }

    /// <summary>The line that it stands in, from 1; 0 where it stands in no file.</summary>
    internal long Line { get; init; }
}
