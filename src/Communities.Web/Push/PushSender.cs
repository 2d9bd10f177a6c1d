using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>What a service worker shows.</summary>
/// <param name="Title">Who did what.</param>
/// <param name="Body">In which thread, and in what words.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Tag">What replaces what is shown already.</param>
internal sealed record PushText(string Title, string Body, string Url, string Tag);

/// <summary>Pushes what members are told to their devices, as far as they want it, each notice once.</summary>
/// <remarks>
/// Every process sees every notice; the one that claims it at the account's pushes sends it. What nobody sends since a
/// process ended just then waits in the inbox: a push is a courtesy.
/// </remarks>
internal sealed partial class PushSender : BackgroundService
{
    // Beyond it the oldest are not pushed: a flood of pushes helps nobody.
    private const int WaitingMax = 10_000;

    /// <summary>What is older is no news: views that are made anew show everything once more.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(1);

    private readonly Channel<Envelope> _waiting = Channel.CreateBounded<Envelope>(
        new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly IActors _actors;
    private readonly IViews _views;
    private readonly PushClient _client;
    private readonly TimeProvider _time;
    private readonly ILogger<PushSender> _log;

    public PushSender(
        IActors actors, IViews views, PushClient client, TimeProvider time, ILogger<PushSender> log) =>
        (_actors, _views, _client, _time, _log) = (actors, views, client, time, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = _views.Subscribe(Take);
        await foreach (var envelope in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Push(envelope, stoppingToken);
            }
            catch (Exception e) when (e is JournalUnavailableException or ViewsUnavailableException)
            {
                Unpushed(e);
            }
        }
    }

    /// <summary>Sends what this notice says, if it is news, wanted, and not claimed by another process.</summary>
    internal async Task Push(Envelope envelope, CancellationToken ct)
    {
        if (Domain.Happened(envelope) is not InboxEvent.Notified told) return;
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var key = Keys.OfAccount(account);
        var devices = (await _actors.See<Pushes>(key, ct)).Devices;
        if (devices.IsEmpty || !await IsWanted(envelope.Actor.Key, told.Notice.Reason, ct)) return;
        var name = $"{community}/{told.Id}";
        var claim = await _actors.Ask(
            key, new PushesCommand.Claim(name), Call.System($"push:{name}"), ct);
        if (claim.IsRepeat || claim.Events.Count == 0) return;
        if (await _views.Notice(account, community, told.Id, ct) is not { } notice) return;

        var language = (await _actors.See<Account>(key, ct)).Preferences.Language;
        var text = Bytes(Texts.Of(language), notice);
        foreach (var device in devices)
            if (await _client.Send(device, text, TopicOf(notice), ct) == PushOutcome.Gone)
                await _actors.Ask(key, new PushesCommand.Unsubscribe(device.Endpoint), Call.System(), ct);
    }

    private void Take(IReadOnlyList<Envelope> applied)
    {
        var since = _time.GetUtcNow() - News;
        foreach (var envelope in applied)
            if (envelope.Name == "inbox.notified" && envelope.At > since) _waiting.Writer.TryWrite(envelope);
    }

    private async ValueTask<bool> IsWanted(string inbox, string reason, CancellationToken ct) =>
        (await _actors.See<Inbox>(inbox, ct)).Settings.Push switch
        {
            Pushing.All => true,
            Pushing.Direct => Reasons.Direct.Contains(reason),
            _ => false,
        };

    private static byte[] Bytes(Texts texts, NoticeView notice)
    {
        var body = string.Join(" — ", new[] { notice.Title, notice.Excerpt }.Where(part => part is { Length: > 0 }));
        if (body.Length == 0) body = notice.CommunityName;
        return JsonSerializer.SerializeToUtf8Bytes(
            new PushText(texts.Told(notice), body, NoticeLinks.Following(notice), TopicOf(notice)),
            WebJson.Default.PushText);
    }

    // 32 characters of base64url at most, as RFC 8030 has it.
    private static string TopicOf(NoticeView notice) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{notice.Community} {notice.Reason} {notice.Thread} {notice.Subject}")).AsSpan(0, 24));

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "A notice could not be pushed now.")]
    private partial void Unpushed(Exception exception);
}
