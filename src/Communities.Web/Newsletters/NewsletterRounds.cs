using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>
/// Goes through who has a newsletter when an issue is sent, and owes it to each: some hundred at a time, from a
/// checkpoint, so that a list may be as long as it likes and a restart goes on where it was.
/// </summary>
internal sealed partial class NewsletterRounds : BackgroundService
{
    /// <summary>Recipients at a time: what is in memory, and what is owed again after a crash, to no effect.</summary>
    private const int Batch = 500;

    /// <summary>How often it looks for what another process left.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly IActors _actors;
    private readonly IViews _views;
    private readonly WebOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<NewsletterRounds> _log;

    public NewsletterRounds(
        IActors actors, IViews views, WebOptions options, TimeProvider time, ILogger<NewsletterRounds> log) =>
        (_actors, _views, _options, _time, _log) = (actors, views, options, time, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = _views.Subscribe(applied =>
        {
            foreach (var envelope in applied)
                if (envelope.Name == "newsletter.began") _news.Writer.TryWrite(true);
        });
        await using var clock = _time.CreateTimer(_ => _news.Writer.TryWrite(true), null, TimeSpan.Zero, Look);
        await foreach (var _ in _news.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                foreach (var issue in await _views.NewslettersUnderWay(stoppingToken)) await Go(issue, stoppingToken);
            }
            catch (Exception e) when (e is JournalUnavailableException or ViewsUnavailableException)
            {
                Stopped(e);
            }
        }
    }

    private async Task Go(NewsletterView issue, CancellationToken ct)
    {
        var key = Keys.OfNewsletter(issue.Community, issue.Id);
        var claim = await Ask(new NewsletterCommand.Claim(_options.Node));
        if (claim.Events.Count == 0) return;
        var owe = new RecipientCommand.Owe(
            $"newsletter-{issue.Id}", LetterKind.Newsletter, issue.Id, issue.BeganAt + Newsletter.FreshFor);
        while (true)
        {
            var state = await _actors.See<Newsletter>(key, ct);
            if (state is not { Status: NewsletterStatus.Sending } || state.Node != _options.Node) return;
            var rows = await _views.Subscribers(issue.Community, state.Bucket, Batch, ct);
            if (rows.Count == 0) break;
            await Task.WhenAll(rows.Select(row => _actors.Ask(
                Keys.OfRecipient(issue.Community, row.Who), owe, Call.System(), ct).AsTask()));
            await Ask(new NewsletterCommand.Advance(rows[^1].Bucket + 1, rows.Count));
        }

        await Ask(new NewsletterCommand.Finish());

        ValueTask<Answer> Ask(NewsletterCommand command) => _actors.Ask(key, command, Call.System(), ct);
    }

    [LoggerMessage(EventId = 35, Level = LogLevel.Warning, Message = "A newsletter stands still for now.")]
    private partial void Stopped(Exception exception);
}
