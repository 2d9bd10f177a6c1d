using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>
/// Fetches the pages that posts show, for their cards. Every web of a site hears of them; the first to claim one does
/// it, and what a lost one had claimed the others find again.
/// </summary>
internal sealed partial class LinkFetching(
    IActors actors, IViews views, Func<string, CancellationToken, Task<FetchedPage?>> fetch, WebOptions options,
    TimeProvider time, ILogger<LinkFetching> log) : BackgroundService
{
    /// <summary>How often what nobody has fetched is looked for.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    // Those of a busy minute; what is dropped is found again.
    private const int WaitingMax = 1_000;

    // Pages answer slowly, and a few at a time are no burden.
    private const int AtATime = 4;

    private readonly Channel<WantedLink> _waiting = Channel.CreateBounded<WantedLink>(
        new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Fetches this page and tells its card, unless another web does.</summary>
    internal async Task Fetch(WantedLink link, CancellationToken ct)
    {
        var key = Keys.OfLink(link.Community, link.Url);
        if ((await actors.Ask(key, new LinkCommand.Claim(), Call.System(), ct)).Refusal is not null) return;
        var page = await fetch(link.Url, ct);
        var head = page is null ? null : PageHead.Of(page);
        LinkCommand told = head?.Title is { } title
            ? new LinkCommand.Tell(title, head.Summary, head.Site)
            : new LinkCommand.Fail();
        await actors.Ask(key, told, Call.System(), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.LinkCards) return;
        using var subscription = views.Subscribe(Hear);
        await Task.WhenAll([
            Look(stoppingToken), .. Enumerable.Range(0, AtATime).Select(_ => Work(stoppingToken))]);
    }

    private void Hear(IReadOnlyList<Envelope> applied)
    {
        foreach (var envelope in applied)
            if (envelope.Actor.Kind == LinkCard.Kind && Domain.Happened(envelope) is LinkEvent.Wanted wanted)
                _waiting.Writer.TryWrite(new WantedLink(envelope.Actor.Prefix, wanted.Url));
    }

    private async Task Look(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                foreach (var link in await views.WantedLinks(ct)) _waiting.Writer.TryWrite(link);
            }
            catch (ViewsUnavailableException e)
            {
                Unfetched(e);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task Work(CancellationToken ct)
    {
        await foreach (var link in _waiting.Reader.ReadAllAsync(ct))
            try
            {
                await Fetch(link, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever stands at an address that a member named, it must not stop the program.
                Unfetched(e);
            }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Pages that posts show cannot be fetched now.")]
    private partial void Unfetched(Exception exception);
}
