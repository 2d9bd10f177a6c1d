namespace Communities.Suites;

/// <summary>
/// The PostgreSQL that all tests of a test project share, started with the first that needs it and ended with the
/// last. A project says <c>[assembly: AssemblyFixture(typeof(SharedPostgres))]</c>, and its test classes take it as a
/// parameter.
/// </summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.Start());

    /// <summary>The server itself; the test is skipped where PostgreSQL is not installed.</summary>
    public Task<PostgresServer> Server()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        return _server.Value;
    }

    /// <summary>A schema for one test; the test is skipped where PostgreSQL is not installed.</summary>
    public async Task<PostgresPlace> NewPlace() => (await Server()).NewPlace();

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
