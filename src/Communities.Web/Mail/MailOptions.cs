using System.Net.Mail;

namespace Communities.Web;

/// <summary>How the site sends e-mail. Without a host it sends none, and says so where one would be sent.</summary>
public sealed class MailOptions
{
    /// <summary>The SMTP server's name; null: no e-mail is sent.</summary>
    public string? Host { get; set; }

    /// <summary>Its port. 587 is that of submission; 465, which begins with TLS, is not spoken.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// Sends nothing before STARTTLS has encrypted the connection. Off only for a server on this machine.
    /// </summary>
    public bool Tls { get; set; } = true;

    /// <summary>The user to sign in there as; null: none.</summary>
    public string? User { get; set; }

    /// <summary>The user's password. In the environment rather than on a command line, which others can read.</summary>
    public string? Password { get; set; }

    /// <summary>Whom e-mails come from: an address, or <c>Our forum &lt;forum@example.org&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Where letters come back to that nobody can deliver: <c>bounces@example.org</c>, with <c>+</c> and a token before
    /// the @; null: to <see cref="From"/>, and nothing is learnt of it.
    /// </summary>
    public string? Bounces { get; set; }

    /// <summary>Letters that are sent at the same time, 1 to 64: what a mail server takes from one client.</summary>
    public int Connections { get; set; } = 4;

    /// <summary>Who has not confirmed an e-mail address can read, but not write.</summary>
    public bool Required { get; set; }

    /// <summary>True where e-mail is sent.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    /// <summary>What is missing or contradicts, in one sentence; null where nothing does.</summary>
    /// <param name="baseUrl">The address by which people reach the site.</param>
    public string? Fault(Uri? baseUrl) =>
        !IsOn && Required ? "Communities:Mail:Required needs Communities:Mail:Host: no address could be confirmed."
        : !IsOn ? null
        : From is null || !MailAddress.TryCreate(From, out _) ? "Communities:Mail:From must be an e-mail address."
        : Bounces is { Length: > 0 } && !MailAddress.TryCreate(Bounces, out _)
            ? "Communities:Mail:Bounces must be an e-mail address."
        : Connections is < 1 or > 64 ? "Communities:Mail:Connections is 1 to 64."
        : Port is < 1 or > 65_535 ? "Communities:Mail:Port is 1 to 65535."
        : baseUrl is null ? "Communities:Mail needs Communities:BaseUrl, with which the links in e-mails begin."
        : null;
}
