using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>Writes to who is suspended or banned, since they may not look at a page of the site again.</summary>
/// <remarks>
/// Where the site sends e-mail and the account has a confirmed address. Every process sees every sanction; the first
/// that asks the member writes. What is lost with a process still stands on the page of the decision.
/// </remarks>
internal sealed partial class SanctionLetters : BackgroundService
{
    // More at a time than any site decides within minutes; beyond it the oldest are not written of.
    private const int WaitingMax = 1_000;

    /// <summary>What is older is no news: views that are made anew show everything once more.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(1);

    private readonly Channel<Envelope> _waiting = Channel.CreateBounded<Envelope>(
        new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly IActors _actors;
    private readonly IViews _views;
    private readonly Letters _letters;
    private readonly Postbox _postbox;
    private readonly TimeProvider _time;
    private readonly ILogger<SanctionLetters> _log;

    public SanctionLetters(
        IActors actors, IViews views, Letters letters, Postbox postbox, TimeProvider time,
        ILogger<SanctionLetters> log) =>
        (_actors, _views, _letters, _postbox, _time, _log) = (actors, views, letters, postbox, time, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_postbox.IsOpen) return;
        using var subscription = _views.Subscribe(Take);
        await foreach (var envelope in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Write(envelope, stoppingToken);
            }
            catch (Exception e) when (e is JournalUnavailableException or ViewsUnavailableException)
            {
                Unwritten(e);
            }
        }
    }

    private async Task Write(Envelope envelope, CancellationToken ct)
    {
        if (Domain.Happened(envelope) is not MemberEvent.Sanctioned
            { Kind: MeasureKind.Suspend or MeasureKind.Ban } sanction) return;
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var state = await _actors.See<Account>(Keys.OfAccount(account), ct);
        if (state.Email is not { } address) return;
        var claim = await _actors.Ask(
            envelope.Actor.Key, new MemberCommand.WriteOf(sanction.Decision), Call.System(), ct);
        if (claim.Refusal is not null || claim.Events.Count == 0) return;
        var view = await _views.Community(community, new Viewer(null, Standing.System), ct);
        _postbox.Post(_letters.OfSanction(address, state, community, view?.Name ?? community, sanction));
    }

    private void Take(IReadOnlyList<Envelope> applied)
    {
        var since = _time.GetUtcNow() - News;
        foreach (var envelope in applied)
            if (envelope.Name == "member.sanctioned" && envelope.At > since) _waiting.Writer.TryWrite(envelope);
    }

    [LoggerMessage(EventId = 31, Level = LogLevel.Warning, Message = "An e-mail about a decision was not written now.")]
    private partial void Unwritten(Exception exception);
}
