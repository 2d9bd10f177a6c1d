using Communities.Actors;
using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>Schemas of a test's own on a PostgreSQL, and who projects into them.</summary>
/// <param name="place">Where they are.</param>
/// <param name="leave">What becomes of it afterwards; null for that it is removed.</param>
internal sealed class ViewsPlace(PostgresPlace place, Func<ValueTask>? leave = null) : IAsyncDisposable
{
    private readonly List<Task> _projecting = [];
    private CancellationTokenSource _ending = new();

    public static async Task<ViewsPlace> Of(SharedPostgres postgres) => new(await postgres.NewPlace());

    public PostgresPlace Place => place;

    public Task<PostgresViews> Open(Feeds feeds, int batchMax = 2_000, Action<string>? announce = null) =>
        PostgresViews.Open(
            new PostgresViewsOptions
            {
                DataSource = place.DataSource,
                Schema = place.Schema,
                BatchMax = batchMax,
                Readers = 2,
                Announce = announce ?? (_ => { }),
                Time = new HastyTime(),
            },
            feeds, TestContext.Current.CancellationToken);

    /// <summary>Lets these views project all feeds until they stop.</summary>
    public void Project(PostgresViews views, Feeds feeds)
    {
        for (var partition = 0; partition < feeds.Partitions.Count; partition++)
            _projecting.Add(views.Project(partition, _ending.Token));
    }

    /// <summary>Nobody projects any longer.</summary>
    public async Task Stop()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_projecting);
        _projecting.Clear();
        _ending.Dispose();
        _ending = new CancellationTokenSource();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _ending.Dispose();
        await (leave ?? place.DisposeAsync)();
    }
}
