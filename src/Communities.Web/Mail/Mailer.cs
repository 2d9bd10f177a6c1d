using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>Sends the letters that are owed, each once, also after a restart.</summary>
/// <remarks>
/// What waits is found in the views, by every process; the one that claims a letter at its recipient writes it, hands
/// it to the mail server, and settles it before its connection is used again. So a process that is killed leaves at
/// most one letter a connection of which nobody knows whether it arrived; those are sent again, with the same
/// Message-ID, by which receivers know them.
/// </remarks>
internal sealed partial class Mailer : BackgroundService
{
    /// <summary>Letters looked up at a time.</summary>
    private const int Batch = 1_000;

    // More are looked up when fewer than these are in hand: enough to keep every connection busy meanwhile.
    private const int FewInHand = 250;

    /// <summary>How often it looks whether something is due by now.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    // While the mail server is away.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Channel<DueLetter> _due = Channel.CreateBounded<DueLetter>(Batch);
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<DueLetter, bool> _inHand = new();
    private readonly IActors _actors;
    private readonly IViews _views;
    private readonly Correspondence _letters;
    private readonly Smtp _smtp;
    private readonly WebOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Mailer> _log;

    public Mailer(
        IActors actors, IViews views, Correspondence letters, Smtp smtp, WebOptions options, TimeProvider time,
        ILogger<Mailer> log) =>
        (_actors, _views, _letters, _smtp, _options, _time, _log) =
            (actors, views, letters, smtp, options, time, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_smtp.IsOpen) return;
        var started = _time.GetUtcNow();
        using var subscription = _views.Subscribe(applied =>
        {
            foreach (var envelope in applied)
                if (envelope.Name == "recipient.owed") _news.Writer.TryWrite(true);
        });
        await using var clock = _time.CreateTimer(_ => _news.Writer.TryWrite(true), null, Look, Look);
        await Task.WhenAll([
            LookUp(started, stoppingToken),
            .. Enumerable.Range(0, _options.Mail.Connections).Select(_ => Work(stoppingToken))]);
    }

    private async Task LookUp(DateTimeOffset started, CancellationToken ct)
    {
        while (true)
        {
            var found = 0;
            try
            {
                foreach (var letter in await _views.DueLetters(_options.Node, started, _time.GetUtcNow(), Batch, ct))
                {
                    if (!_inHand.TryAdd(letter, true)) continue;
                    found++;
                    await _due.Writer.WriteAsync(letter, ct);
                }
            }
            catch (ViewsUnavailableException e)
            {
                Unsent(e);
            }

            if (found == 0) await _news.Reader.ReadAsync(ct);
        }
    }

    private async Task Work(CancellationToken ct)
    {
        await foreach (var letter in _due.Reader.ReadAllAsync(ct))
        {
            var position = 0L;
            try
            {
                position = await Send(letter, ct);
            }
            catch (Exception e) when (e is JournalUnavailableException or ViewsUnavailableException)
            {
                Unsent(e); // It stays claimed, and is due again when the claim has run out.
            }

            _ = PutDown(letter, position, ct);
        }
    }

    // The views may still say that it waits.
    private async Task PutDown(DueLetter letter, long position, CancellationToken ct)
    {
        try
        {
            if (position > 0) await _views.WaitFor(position, ct);
        }
        catch (Exception e) when (e is OperationCanceledException or ViewsUnavailableException)
        {
            if (e is ViewsUnavailableException) Unsent(e);
        }

        _inHand.TryRemove(letter, out _);
        if (_inHand.Count < FewInHand) _news.Writer.TryWrite(true);
    }

    // Until it is settled, or another process has it.
    private async Task<long> Send(DueLetter letter, CancellationToken ct)
    {
        for (var pause = FirstPause;; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var claim = await _actors.Ask(letter.Key, new RecipientCommand.Claim(
                letter.Delivery, _options.Node, RandomNumberGenerator.GetHexString(20, lowercase: true)),
                Call.System(), ct);
            if (claim.First<RecipientEvent.Claimed>() is not { } claimed) return claim.Position;
            var (outcome, said) = await Try(letter, claimed.Token, ct);
            if (outcome is { } settled)
            {
                // Also while the program stops: else it is sent again by the next one.
                var answer = await _actors.Ask(
                    letter.Key, new RecipientCommand.Settle(letter.Delivery, settled, said), Call.System());
                return answer.Position;
            }

            Away(said);
            await Task.Delay(pause, _time, ct);
        }
    }

    // Null where the server is away.
    private async Task<(LetterOutcome? Outcome, string Said)> Try(
        DueLetter due, string token, CancellationToken ct)
    {
        Letter? letter;
        try
        {
            letter = await _letters.Write(due, token, ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or JournalUnavailableException
            or ViewsUnavailableException))
        {
            Unwritten(e, due.Delivery); // A mistake in who writes it: others are sent all the same.
            return (LetterOutcome.Failed, "It could not be written.");
        }

        if (letter is null) return (LetterOutcome.Skipped, "");
        var (outcome, said) = await _smtp.Send(letter, ct);
        return outcome switch
        {
            SmtpOutcome.Taken => (LetterOutcome.Delivered, said),
            SmtpOutcome.Deferred => (LetterOutcome.Failed, said),
            SmtpOutcome.Refused or SmtpOutcome.Unwritable => (LetterOutcome.Rejected, said),
            _ => (null, said),
        };
    }

    [LoggerMessage(EventId = 32, Level = LogLevel.Warning, Message = "Letters could not be sent now.")]
    private partial void Unsent(Exception exception);

    [LoggerMessage(EventId = 33, Level = LogLevel.Warning, Message = "The mail server is away: {Why}")]
    private partial void Away(string why);

    [LoggerMessage(EventId = 34, Level = LogLevel.Error, Message = "The letter {Delivery} could not be written.")]
    private partial void Unwritten(Exception exception, string delivery);
}
