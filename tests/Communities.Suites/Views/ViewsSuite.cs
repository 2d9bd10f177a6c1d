using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

/// <summary>What views are, whatever holds them. Each test looks through views of a small world of its own.</summary>
public abstract partial class ViewsSuite : IAsyncDisposable
{
    private readonly List<IViews> _opened = [];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>How many feeds the views follow.</summary>
    protected virtual int PartitionCount => 1;

    /// <summary>Empty views that follow these feeds in batches of at most so many.</summary>
    protected abstract Task<IViews> Open(Feeds feeds, int batchMax = 2_000);

    /// <summary>Everything that the views hold, row by row, so that two of them can be compared.</summary>
    protected abstract IReadOnlyList<string> Dump(IViews views);

    /// <summary>Views in which everything is that has happened so far.</summary>
    protected async Task<IViews> Look(World world, int batchMax = 2_000) => await Look(world.Journal, batchMax);

    protected async Task<IViews> Look(ToyJournal journal, int batchMax = 2_000)
    {
        var views = await Open(journal.Feeds, batchMax);
        _opened.Add(views);
        await CatchUp(views, journal);
        return views;
    }

    protected static async Task CatchUp(IViews views, ToyJournal journal)
    {
        foreach (var feed in journal.Feeds.All)
            await views.WaitFor(feed.Head, Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct);
    }

    protected World NewWorld(Visibility visibility = Visibility.Public) => new(visibility, PartitionCount);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var views in _opened.OfType<IAsyncDisposable>()) await views.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
