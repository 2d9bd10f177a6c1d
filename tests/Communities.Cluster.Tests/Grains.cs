using Communities.Suites;

namespace Communities.Cluster.Tests;

[GrainType("tin")]
internal sealed class TinGrain : ActorGrain<Tin, TinCommand, TinEvent>;

[GrainType("ledger")]
internal sealed class LedgerGrain : ActorGrain<Ledger, LedgerCommand, LedgerEvent>;
