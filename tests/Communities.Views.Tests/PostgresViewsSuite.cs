using Communities.Actors;
using Communities.Suites;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Communities.Views.Tests;

/// <summary>PostgreSQL holds views.</summary>
public class PostgresViewsSuite(SharedPostgres postgres) : ViewsSuite
{
    private readonly List<ViewsPlace> _places = [];

    protected override async Task<IViews> Open(Feeds feeds, int batchMax = 2_000)
    {
        var place = await EmptyPlaces.Take(postgres, PartitionCount);
        _places.Add(place);
        var views = await place.Open(feeds, batchMax);
        place.Project(views, feeds);
        return views;
    }

    protected override IReadOnlyList<string> Dump(IViews views) => Dumps.Of((PostgresViews)views);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var place in _places) await place.DisposeAsync();
    }
}

/// <summary>PostgreSQL holds views of journals with several partitions.</summary>
public sealed class PostgresViewsOfPartitionsSuite(SharedPostgres postgres) : PostgresViewsSuite(postgres)
{
    protected override int PartitionCount => 3;
}
