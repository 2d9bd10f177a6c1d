using Communities.Suites;

namespace Communities.Cluster.Tests;

public sealed class A_cluster_is_an_engine(Trio trio) : EngineSuite
{
    protected override EngineHarness NewPlace() => new ClusterPlace(trio, ActorPlacement.Together);
}

public sealed class A_cluster_whose_actors_are_anywhere_is_an_engine(Trio trio) : EngineSuite
{
    protected override EngineHarness NewPlace() => new ClusterPlace(trio, ActorPlacement.Spread);
}
