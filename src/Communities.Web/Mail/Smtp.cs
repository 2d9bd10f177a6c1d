using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;

namespace Communities.Web;

/// <summary>What a mail server said to a letter.</summary>
internal enum SmtpOutcome
{
    /// <summary>It took it.</summary>
    Taken,

    /// <summary>Not now, as far as this letter goes.</summary>
    Deferred,

    /// <summary>Never to this address.</summary>
    Refused,

    /// <summary>The server itself could not be talked to: nothing is known of the letter.</summary>
    Away,

    /// <summary>The letter cannot be written: its address is none that mail can have.</summary>
    Unwritable,
}

/// <summary>
/// Hands letters to the mail server, over connections that are kept for the next ones: a greeting, TLS and a sign-in a
/// letter would cost more than the letter.
/// </summary>
internal sealed class Smtp(WebOptions options, TimeProvider time) : IDisposable
{
    /// <summary>How long a server may take for one e-mail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Servers close a silent connection after some minutes, and a letter on one that is closed is late by a retry.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly ConcurrentStack<(SmtpClient Client, DateTimeOffset Since)> _kept = new();

    /// <summary>True where the site sends e-mail.</summary>
    public bool IsOpen => options.Mail.IsOn;

    /// <summary>Hands a letter over. Once begun it ends by itself, so that what came of it is always known.</summary>
    /// <returns>What came of it, and what the server said, in one line.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop before it began.</exception>
    public Task<(SmtpOutcome Outcome, string Said)> Send(Letter letter, CancellationToken ct) =>
        // On a thread of its own. SendMailAsync waits for the server on threads of the pool, as many as there are
        // letters on the way: with two processors that halts the whole program, and sends a tenth of what can be sent.
        Task.Factory.StartNew(() => Send(letter), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public void Dispose()
    {
        while (_kept.TryPop(out var kept)) kept.Client.Dispose();
    }

    // What the server says to the recipient is about the recipient; what it says to all the rest is not.
    private static SmtpOutcome OutcomeOf(Exception e) => e switch
    {
        SmtpFailedRecipientException { StatusCode: SmtpStatusCode.ServiceNotAvailable } => SmtpOutcome.Away,
        SmtpFailedRecipientException it => (int)it.StatusCode >= 500 ? SmtpOutcome.Refused : SmtpOutcome.Deferred,
        SmtpException
        {
            StatusCode: SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable
                or SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted
                or (SmtpStatusCode)535 or (SmtpStatusCode)538,
        } => SmtpOutcome.Away,
        SmtpException => SmtpOutcome.Deferred,
        FormatException or ArgumentException => SmtpOutcome.Unwritable,
        _ => SmtpOutcome.Away,
    };

    private (SmtpOutcome Outcome, string Said) Send(Letter letter)
    {
        var smtp = Take();
        try
        {
            using var message = Written(letter);
            // Only where the address itself is not ASCII: not every server on the way takes such headers.
            smtp.DeliveryFormat = Ascii.IsValid(letter.To.Split('@')[0])
                ? SmtpDeliveryFormat.SevenBit
                : SmtpDeliveryFormat.International;
            smtp.Send(message);
            _kept.Push((smtp, time.GetUtcNow()));
            return (SmtpOutcome.Taken, "");
        }
        catch (Exception e) when (e is SmtpException or AuthenticationException or FormatException or ArgumentException
            or ObjectDisposedException)
        {
            smtp.Dispose();
            return (OutcomeOf(e), e.Message.ReplaceLineEndings(" "));
        }
    }

    private SmtpClient Take()
    {
        while (_kept.TryPop(out var kept))
        {
            if (kept.Since + Idle > time.GetUtcNow()) return kept.Client;
            kept.Client.Dispose();
        }

        return new SmtpClient(options.Mail.Host, options.Mail.Port)
        {
            Timeout = (int)Patience.TotalMilliseconds,
            EnableSsl = options.Mail.Tls,
            Credentials = options.Mail.User is { } user ? new NetworkCredential(user, options.Mail.Password) : null,
        };
    }

    private MailMessage Written(Letter letter)
    {
        var message = new MailMessage(new MailAddress(options.Mail.From!), new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        var host = options.BaseUrl!.Host;
        message.Headers.Add("Message-ID", $"<{letter.Id ?? Guid.NewGuid().ToString("n")}@{host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // So that no absence note answers it.
        if (letter.List is { } list) message.Headers.Add("List-Id", $"<{list}.{host}>");
        if (letter.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        // What comes back comes to an address that tells which letter it was.
        if (letter.Token is { } token && options.Mail.Bounces is { Length: > 0 } bounces)
            message.Sender = new MailAddress(bounces.Replace("@", $"+{token}@", StringComparison.Ordinal));
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }
}
