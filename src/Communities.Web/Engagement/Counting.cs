using Communities.Actors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>
/// Tells threads how often they were opened, members that they were here, and communities how often their rules kept
/// something from being posted: every few seconds, and at the end.
/// </summary>
internal sealed partial class Counting(
    IActors actors, ViewCounter views, Visits visits, Screener screener, TimeProvider time, ILogger<Counting> log)
    : BackgroundService
{
    /// <summary>
    /// How long a count waits: short enough to be seen to move, long enough to be one write for many readers.
    /// </summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Tell(cancellationToken, isLast: true);
    }

    internal async Task Tell(CancellationToken ct, bool isLast = false)
    {
        foreach (var (member, call, command) in visits.Take())
            await Try(() => actors.Ask(member, command, call, ct));
        foreach (var (thread, count) in views.Take())
            if (!await Try(() => actors.Ask(thread, new ThreadCommand.CountViews(count), Call.System(), ct)))
                views.Return(thread, count);
        foreach (var (community, rules) in screener.Blocked.Take(isLast))
            if (!await Try(() => actors.Ask(community, new BlocksCommand.Count(rules), Call.System(), ct)))
                screener.Blocked.Return(community, rules);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Tell(stoppingToken);
    }

    private async Task<bool> Try(Func<ValueTask<Answer>> ask)
    {
        try
        {
            return (await ask()).Refusal?.Code != EngineRefusals.Busy.Code;
        }
        catch (JournalUnavailableException e)
        {
            Untold(e);
            return false;
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "Readings could not be told now; they are kept.")]
    private partial void Untold(Exception exception);
}
