using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Communities.Cluster;

/// <summary>
/// How soon it is noticed that a silo is lost. Until then its actors answer nobody; and as the journal lets no second
/// activation write, one declared dead by mistake costs a restart and nothing else. So this is quicker than Orleans.
/// </summary>
internal static class Liveness
{
    /// <summary>A silo that misses this many probes, one each <see cref="_probe"/>, is voted to be dead.</summary>
    private const int ProbesMissed = 3;

    /// <summary>Far above what a busy silo takes to answer, its longest collections of garbage among it.</summary>
    private static readonly TimeSpan _probe = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Silos write down this often that they live; one that has not done so three times has no vote, and newcomers need
    /// not reach it. So two that are lost together do not keep a third from going on.
    /// </summary>
    private static readonly TimeSpan _alive = TimeSpan.FromSeconds(5);

    /// <summary>Who joins or leaves is told at once; this is for whoever was not reached.</summary>
    private static readonly TimeSpan _refresh = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What a client's gateway passed on to a silo that is lost comes back to nobody: the client asks again after this
    /// time. Well above the longest that a command waits for a healthy disk.
    /// </summary>
    private static readonly TimeSpan _answer = TimeSpan.FromSeconds(8);

    public static void Silo(IServiceCollection services) => services.Configure<ClusterMembershipOptions>(o =>
    {
        (o.ProbeTimeout, o.NumMissedProbesLimit) = (_probe, ProbesMissed);
        (o.IAmAliveTablePublishTimeout, o.TableRefreshTimeout) = (_alive, _refresh);
    });

    public static void Client(IServiceCollection services)
    {
        services.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = _answer);
        services.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = _refresh);
    }
}
