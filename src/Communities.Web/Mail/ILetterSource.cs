using Communities.Views;

namespace Communities.Web;

/// <summary>
/// Writes the letters of one kind, for whoever is owed one (<see cref="RecipientCommand.Owe"/>).
/// </summary>
/// <remarks>
/// Asked when the letter is about to be sent, so that it tells what is true by then and shows nothing that was removed
/// since. Register it with <c>AddSingleton&lt;ILetterSource, …&gt;()</c>; greeting, footer and ways to end it are
/// added.
/// </remarks>
internal interface ILetterSource
{
    /// <summary>Which it writes.</summary>
    LetterKind Kind { get; }

    /// <summary>Writes one; null where there is nothing to say (any more).</summary>
    ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct);
}

/// <summary>What a letter is to be about, and for whom.</summary>
/// <param name="Key">The recipient's key.</param>
/// <param name="Community">The community's slug.</param>
/// <param name="CommunityName">What it is called.</param>
/// <param name="Place">Its state.</param>
/// <param name="Account">The recipient's account; null for an address without one.</param>
/// <param name="Name">What the recipient is called; empty for an address.</param>
/// <param name="Recipient">What the recipient wants, and did.</param>
/// <param name="Delivery">As it was owed.</param>
/// <param name="Kind">As it was owed.</param>
/// <param name="Of">As it was owed: what it is about.</param>
/// <param name="Texts">The words, in the recipient's language.</param>
/// <param name="Zone">The recipient's zone, for times.</param>
/// <param name="Viewer">As whom to read the views: it shows what the recipient may see.</param>
/// <param name="Now">The time.</param>
internal sealed record LetterOrder(
    string Key, string Community, string CommunityName, Community Place, string? Account, string Name,
    Recipient Recipient, string Delivery, LetterKind Kind, string Of, Texts Texts, TimeZoneInfo Zone, Viewer Viewer,
    DateTimeOffset Now)
{
    /// <summary>A time as the recipient reads it, to the minute and with its zone.</summary>
    public string Exact(DateTimeOffset at) => Texts.Exact(TimeZoneInfo.ConvertTime(at, Zone));
}
