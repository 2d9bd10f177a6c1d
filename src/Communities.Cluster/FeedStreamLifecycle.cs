using Microsoft.Extensions.Hosting;

namespace Communities.Cluster;

/// <summary>Starts a process's end of the streams when its silo is ready.</summary>
internal sealed class SiloFeedStream(FeedStream stream) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(FeedStream),
        ServiceLifecycleStage.Active,
        _ =>
        {
            stream.Start(tells: true);
            return Task.CompletedTask;
        },
        _ => stream.Stop());
}

/// <summary>Listens as long as the program runs; the client is connected before.</summary>
internal sealed class ClientFeedStream(FeedStream stream) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        stream.Start(tells: false);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => stream.Stop();
}
