using Communities.Actors;
using Communities.Suites;
using Npgsql;

namespace Communities.Postgres.Tests;

/// <summary>A journal that reaches its server over a link that a test breaks.</summary>
internal sealed class Far : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private Far(PostgresPlace place, Link link, NpgsqlDataSource source, PostgresJournal journal) =>
        (Place, Link, _source, Journal) = (place, link, source, journal);

    public PostgresPlace Place { get; }

    public Link Link { get; }

    public PostgresJournal Journal { get; }

    public IJournal Partition => Journal[0];

    public static async Task<Far> Open(SharedPostgres postgres, TimeSpan? patience = null)
    {
        var place = await postgres.NewPlace();
        var link = new Link(new NpgsqlConnectionStringBuilder(place.ConnectionString).Port);
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(place.ConnectionString)
        {
            Port = link.Port,
            CancellationTimeout = -1,
        });
        var options = Journals.Options(place, source) with
        {
            Partitions = 1,
            StatementTime = TimeSpan.FromSeconds(1),
            Patience = patience ?? TimeSpan.FromSeconds(30),
        };
        return new Far(place, link, source, await PostgresJournal.Open(options));
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await _source.DisposeAsync();
        await Link.DisposeAsync();
        await Place.DisposeAsync();
    }
}
