namespace Communities.Web;

/// <summary>What a feed tells, whatever its format.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Page">The address of the page that shows the same.</param>
/// <param name="Address">Its own address.</param>
/// <param name="Language">The language of what is in it.</param>
/// <param name="Items">What is new, latest first.</param>
internal sealed record Feed(
    string Title, string Page, string Address, string Language, IReadOnlyList<FeedItem> Items)
{
    /// <summary>When something in it last changed; the beginning of time where it is empty.</summary>
    public DateTimeOffset UpdatedAt =>
        Items.Count == 0 ? DateTimeOffset.UnixEpoch : Items.Max(item => item.UpdatedAt);
}

/// <summary>A post in a feed.</summary>
/// <param name="Address">Where it is read, which is its identity, too.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Author">Who wrote it; empty where the account is gone.</param>
/// <param name="At">When.</param>
/// <param name="UpdatedAt">When its text became what it is.</param>
/// <param name="Html">The text.</param>
/// <param name="Tags">Its thread's tags.</param>
internal sealed record FeedItem(
    string Address, string Title, string Author, DateTimeOffset At, DateTimeOffset UpdatedAt, string Html,
    IReadOnlyList<string> Tags);
