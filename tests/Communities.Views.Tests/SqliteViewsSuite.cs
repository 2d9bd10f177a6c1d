using Communities.Actors;
using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>SQLite holds views.</summary>
public sealed class SqliteViewsSuite : ViewsSuite
{
    private readonly Place _place = new();

    protected override async Task<IViews> Open(Feeds feeds, int batchMax = 2_000) =>
        await SqliteViews.Open(_place.NewPath(), feeds.All[0], new ViewsOptions { BatchMax = batchMax }, Ct);

    protected override IReadOnlyList<string> Dump(IViews views) => Dumps.Of((SqliteViews)views);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _place.Dispose();
    }
}
