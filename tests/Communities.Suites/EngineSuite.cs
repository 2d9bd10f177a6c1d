using Communities.Actors;

namespace Communities.Suites;

/// <summary>What an engine is. The sentences are in the parts of this class, by promise.</summary>
public abstract partial class EngineSuite : IAsyncLifetime
{
    private static readonly Call _anna = new("anna", new Standing(Role.Member));

    private EngineHarness _place = null!;
    private RunningEngine _engine = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new, empty place.</summary>
    protected abstract EngineHarness NewPlace();

    public async ValueTask InitializeAsync()
    {
        _place = NewPlace();
        _engine = await _place.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.Stop();
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task Restart(EngineLimits? limits = null, IReadOnlyList<Reactor>? reactors = null)
    {
        await _engine.Stop();
        _engine = await _place.Start(limits, reactors);
    }

    private async Task CrashAndStart()
    {
        await _engine.Crash();
        _engine = await _place.Start();
    }

    private ValueTask<Answer> Put(int coins, string tin = "devs/a", string? id = null, DateTimeOffset? at = null) =>
        _engine.Actors.Ask(tin, new TinCommand.Put(coins), _anna with { Id = id, At = at }, Ct);

    private ValueTask<Answer> Ask(TinCommand command, string tin = "devs/a", string? id = null) =>
        _engine.Actors.Ask(tin, command, _anna with { Id = id }, Ct);

    private ValueTask<Tin> See(string tin = "devs/a") => _engine.Actors.See<Tin>(tin, Ct);

    private ValueTask<Ledger> SeeLedger() => _engine.Actors.See<Ledger>("devs", Ct);

    /// <summary>The position of the nth event: the journal may be a partition.</summary>
    private long At(int n)
    {
        var first = _engine.Journal.Next(0);
        return first + ((n - 1) * (_engine.Journal.Next(first) - first));
    }

    private async Task<IReadOnlyList<Envelope>> History(string tin = "devs/a") =>
        await _engine.Journal.History(new ActorId(Tin.Kind, tin), 0, int.MaxValue, Ct);
}
