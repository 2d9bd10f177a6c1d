using Communities.Actors;
using Communities.Suites;

namespace Communities.Postgres.Tests;

/// <summary>One partition of a journal in a schema of its own.</summary>
internal sealed class PostgresJournalPlace(SharedPostgres postgres, int count, int one) : JournalHarness
{
    private readonly Dictionary<IJournal, PostgresJournal> _open = [];
    private PostgresPlace? _place;

    public override (Partitions All, int One) Partition => (new Partitions(count), one);

    public override async Task<IJournal> Open()
    {
        _place ??= await postgres.NewPlace();
        var journal = await PostgresJournal.Open(
            new() { DataSource = _place.DataSource, Schema = _place.Schema, Partitions = count });
        _open.Add(journal[one], journal);
        return journal[one];
    }

    public override async Task Close(IJournal journal)
    {
        if (_open.Remove(journal, out var whole)) await whole.DisposeAsync();
    }

    public override async Task Crash(IJournal journal)
    {
        if (_open.Remove(journal, out var whole)) await whole.Abandon();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_place is not null) await _place.DisposeAsync();
    }
}
