using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>
/// Sends e-mails one behind the other, so that no request waits for an SMTP server or tells by its time whether one
/// was sent.
/// </summary>
/// <remarks>
/// Kept in memory alone: what the links hold is known to nobody but this process and the person, and the journal has
/// only digests of it. Who misses an e-mail asks for another one.
/// </remarks>
internal sealed partial class Postbox(WebOptions options, TimeProvider time, ILogger<Postbox> log) : BackgroundService
{
    // What an SMTP server that is away for a minute leaves waiting on a busy site; beyond it the newest is not taken.
    private const int WaitingMax = 1_000;

    /// <summary>How long a server may take for one e-mail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A server that restarts, and one that puts off whom it does not know yet, is back by then.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly Channel<Letter> _waiting = Channel.CreateBounded<Letter>(
        new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>True where the site sends e-mail.</summary>
    public bool IsOpen => options.Mail.IsOn;

    /// <summary>Takes a letter, which is sent soon; without a server there is nobody to send it.</summary>
    public void Post(Letter letter)
    {
        if (IsOpen) _waiting.Writer.TryWrite(letter);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in _waiting.Reader.ReadAllAsync(stoppingToken))
            if (!await Send(letter, stoppingToken)) _ = SendLater(letter, stoppingToken);
    }

    // Apart from the others, which must not wait for it.
    private async Task SendLater(Letter letter, CancellationToken ct)
    {
        try
        {
            foreach (var pause in Pauses)
            {
                await Task.Delay(pause, time, ct);
                if (await Send(letter, ct)) return;
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private async Task<bool> Send(Letter letter, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var smtp = new SmtpClient(options.Mail.Host, options.Mail.Port)
            {
                EnableSsl = options.Mail.Tls,
                // Only where the address itself is not ASCII: not every server on the way takes such headers.
                DeliveryFormat = Ascii.IsValid(letter.To.Split('@')[0])
                    ? SmtpDeliveryFormat.SevenBit
                    : SmtpDeliveryFormat.International,
                Credentials = options.Mail.User is { } user ? new NetworkCredential(user, options.Mail.Password) : null,
            };
            using var message = Written(letter);
            await smtp.SendMailAsync(message, patience.Token);
            return true;
        }
        catch (Exception e) when (e is SmtpException or OperationCanceledException or FormatException)
        {
            if (ct.IsCancellationRequested) throw new OperationCanceledException(ct);
            Unsent(e.Message.ReplaceLineEndings(" ")); // Neither to whom nor what: that is theirs.
            return e is FormatException;
        }
    }

    private MailMessage Written(Letter letter)
    {
        var message = new MailMessage(new MailAddress(options.Mail.From!), new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{Guid.NewGuid():n}@{options.BaseUrl!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // So that no absence note answers it.
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    [LoggerMessage(
        EventId = 20, Level = LogLevel.Warning, Message = "An e-mail could not be sent now: {Why} It is tried again.")]
    private partial void Unsent(string why);
}
