using Communities.Actors;
using Communities.Postgres;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>A schema of its own, and an engine on it whose nodes are put into the silos that all tests share.</summary>
internal sealed class ClusterPlace(Trio trio, ActorPlacement placement) : EngineHarness
{
    private PostgresPlace? _place;

    public override async Task<RunningEngine> Start(
        EngineLimits? limits = null, IReadOnlyList<Reactor>? reactors = null)
    {
        if (_place is null)
        {
            await trio.Ready();
            await trio.Turn.WaitAsync();
            _place = trio.Database.NewPlace();
        }

        var journals = await PostgresJournal.Open(new PostgresOptions
        {
            DataSource = _place.DataSource, Schema = _place.Schema, Partitions = 1,
        });
        limits ??= new EngineLimits();
        var options = new NodeOptions
        {
            Time = Time,
            MailboxMax = limits.MailboxMax,
            IdleTime = limits.IdleTime,
            SnapshotEvery = limits.SnapshotEvery,
            Placement = placement,
        };
        return await Running.Start(trio, journals, options, reactors ?? Tins.Reactors);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_place is not null)
        {
            await _place.DisposeAsync();
            trio.Turn.Release();
        }
    }

    private sealed class Running : RunningEngine
    {
        private readonly Trio _trio;
        private readonly PostgresJournal _journals;
        private readonly FaultyJournals _faulty;
        private readonly IReadOnlyList<Node> _nodes;

        private Running(Trio trio, PostgresJournal journals, NodeOptions options, IReadOnlyList<Reactor> reactors)
        {
            (_trio, _journals, _faulty) = (trio, journals, new FaultyJournals(journals));
            _nodes = [.. trio.Silos.Select(s => new Node(options, _faulty, Tins.Kinds, reactors, s.Grains))];
            foreach (var (silo, node) in trio.Silos.Zip(_nodes))
            {
                silo.Slot.Node = node;
            }

            Actors = new ClusterActors(trio.Client, WireKind.All(Tins.Kinds), options.Asking);
        }

        public override IActors Actors { get; }

        public override JournalFaults Journal => _faulty.Faults;

        public override int Activations => _nodes.Sum(n => n.Activations);

        public static async Task<Running> Start(
            Trio trio, PostgresJournal journals, NodeOptions options, IReadOnlyList<Reactor> reactors)
        {
            var running = new Running(trio, journals, options, reactors);
            await trio.Client.GetFollower(ReactorGrain.Type, 0).Wake();
            return running;
        }

        public override async Task WhenQuiet()
        {
            var ct = TestContext.Current.CancellationToken;
            var quiet = -1L;
            while (quiet != Journal.Head)
            {
                ct.ThrowIfCancellationRequested();
                if (_nodes.SelectMany(n => n.Reacting.Values).FirstOrDefault() is { } reactors)
                {
                    quiet = await reactors.WhenQuiet(ct);
                }

                await Task.Yield();
            }
        }

        public override async Task Stop()
        {
            await Task.WhenAll(_nodes.Select(n => n.StopFollowing()));
            TakeAway();
            await Task.WhenAll(_nodes.Select(n => n.Close()));
            await _journals.DisposeAsync();
        }

        public override async Task Crash()
        {
            TakeAway();
            await Task.WhenAll([_journals.Abandon(), .. _nodes.Select(n => n.Abandon())]);
        }

        private void TakeAway()
        {
            foreach (var silo in _trio.Silos)
            {
                silo.Slot.Node = null;
            }
        }
    }
}
