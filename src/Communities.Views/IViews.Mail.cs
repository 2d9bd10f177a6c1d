namespace Communities.Views;

public partial interface IViews
{
    /// <summary>Letters that wait to be sent, those that are due longest first.</summary>
    /// <param name="node">Whose letters, claimed before <paramref name="since"/>, count as due as well.</param>
    /// <param name="since">When that process started.</param>
    /// <param name="now">What is due by then.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Ends waiting.</param>
    ValueTask<IReadOnlyList<DueLetter>> DueLetters(
        string node, DateTimeOffset since, DateTimeOffset now, int most, CancellationToken ct = default);

    /// <summary>The letter that was sent with this token, or null.</summary>
    ValueTask<SentLetter?> LetterOf(string token, CancellationToken ct = default);

    /// <summary>
    /// Who has the newsletter of a community, by bucket: those of buckets from this one on, the last bucket complete
    /// where there are more.
    /// </summary>
    ValueTask<IReadOnlyList<SubscriberRow>> Subscribers(
        string community, int bucket, int most, CancellationToken ct = default);

    /// <summary>How many have the newsletter and the digest of a community.</summary>
    ValueTask<MailAudience> MailAudience(string community, CancellationToken ct = default);

    /// <summary>What came of the letters of this kind about this.</summary>
    ValueTask<LetterFigures> LetterFigures(
        string community, LetterKind kind, string of, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueLetter>> DueLetters(
        string node, DateTimeOffset since, DateTimeOffset now, int most, CancellationToken ct = default) =>
        Read(database => MailViews.Due(database, node, since, now, most), ct);

    /// <inheritdoc/>
    public ValueTask<SentLetter?> LetterOf(string token, CancellationToken ct = default) =>
        Read(database => MailViews.Of(database, token), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SubscriberRow>> Subscribers(
        string community, int bucket, int most, CancellationToken ct = default) =>
        Read(database => MailViews.Subscribers(database, community, bucket, most), ct);

    /// <inheritdoc/>
    public ValueTask<MailAudience> MailAudience(string community, CancellationToken ct = default) =>
        Read(database => MailViews.Audience(database, community), ct);

    /// <inheritdoc/>
    public ValueTask<LetterFigures> LetterFigures(
        string community, LetterKind kind, string of, CancellationToken ct = default) =>
        Read(database => MailViews.Figures(database, community, kind, of), ct);
}

/// <summary>A letter that waits to be sent.</summary>
/// <param name="Community">Whose.</param>
/// <param name="Who">The recipient, as <see cref="Keys.RecipientOf"/> says it.</param>
/// <param name="Delivery">What tells it from others of that recipient.</param>
public sealed record DueLetter(string Community, string Who, string Delivery)
{
    /// <summary>The recipient's key.</summary>
    public string Key => Keys.OfRecipient(Community, Who);
}

/// <summary>A letter that was handed to the mail server.</summary>
public sealed record SentLetter(string Community, string Who, string Delivery, LetterKind Kind, string Of)
{
    /// <summary>The recipient's key.</summary>
    public string Key => Keys.OfRecipient(Community, Who);
}

/// <summary>Somebody who has a newsletter.</summary>
public sealed record SubscriberRow(int Bucket, string Who);

/// <summary>How many are sent what by e-mail.</summary>
public sealed record MailAudience(int Newsletter, int Digest, int Stopped);

/// <summary>What came of letters.</summary>
/// <param name="Waiting">Not sent yet.</param>
/// <param name="Sent">Taken by the mail server, those among them that came back later not.</param>
/// <param name="Skipped">Not sent, since there was nothing to say or nobody to say it to any more.</param>
/// <param name="GivenUp">Put off too often.</param>
/// <param name="Bounced">Came back.</param>
/// <param name="Clicked">Recipients who followed a link.</param>
/// <param name="Unsubscribed">Recipients who wanted no more by a link of it.</param>
/// <param name="Links">By link, how many followed it, most first.</param>
public sealed record LetterFigures(
    int Waiting, int Sent, int Skipped, int GivenUp, int Bounced, int Clicked, int Unsubscribed,
    IReadOnlyList<(string Link, int Clicks)> Links);
