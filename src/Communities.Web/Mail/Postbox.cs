using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>
/// Sends e-mails that hold a secret, one behind the other, so that no request waits for an SMTP server or tells by its
/// time whether one was sent.
/// </summary>
/// <remarks>
/// Kept in memory alone: what the links hold is known to nobody but this process and the person, and the journal has
/// only digests of it. Who misses an e-mail asks for another one. All other letters are owed: <see cref="Mailer"/>.
/// </remarks>
internal sealed partial class Postbox(Smtp smtp, TimeProvider time, ILogger<Postbox> log) : BackgroundService
{
    // What an SMTP server that is away for a minute leaves waiting on a busy site; beyond it the newest is not taken.
    private const int WaitingMax = 1_000;

    // A server that restarts, and one that puts off whom it does not know yet, is back by then.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly Channel<Letter> _waiting = Channel.CreateBounded<Letter>(
        new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>True where the site sends e-mail.</summary>
    public bool IsOpen => smtp.IsOpen;

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
        var (outcome, said) = await smtp.Send(letter, ct);
        if (outcome != SmtpOutcome.Taken) Unsent(said); // Neither to whom nor what: that is theirs.
        return outcome is SmtpOutcome.Taken or SmtpOutcome.Unwritable;
    }

    [LoggerMessage(
        EventId = 20, Level = LogLevel.Warning, Message = "An e-mail could not be sent now: {Why} It is tried again.")]
    private partial void Unsent(string why);
}
