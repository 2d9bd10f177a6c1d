using System.Reflection;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web.Tests;

/// <summary>Whether the program says truly that it can serve.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task It_is_ready_when_the_journal_can_be_read_and_the_views_are_near_its_end()
    {
        Assert.Equal((200, "ok"), await Ready([new Feed(150_000), new Feed(10)], [60_000, 10]));
        Assert.Equal((503, "behind"), await Ready([new Feed(150_000), new Feed(10)], [49_999, 10]));
    }

    [Fact]
    public async Task One_partition_that_is_far_behind_is_enough_not_to_be_ready() =>
        Assert.Equal((503, "behind"), await Ready([new Feed(10), new Feed(100_001)], [10, 0]));

    [Fact]
    public async Task A_journal_that_cannot_be_read_or_takes_too_long_is_unreachable()
    {
        var broken = new JournalUnavailableException("The database is gone.");
        Assert.Equal((503, "unreachable"), await Ready([new Feed(10) { Reading = Task.FromException(broken) }], [10]));

        var clock = new Clock();
        var waiting = Ready([new Feed(10) { Reading = new TaskCompletionSource().Task }], [10], clock: clock);
        clock.Fire();
        Assert.Equal((503, "unreachable"), await waiting);
    }

    [Fact]
    public async Task What_is_about_to_end_is_not_ready()
    {
        var readiness = new Readiness();
        Assert.Equal((200, "ok"), await Ready([new Feed(10)], [10], readiness));
        readiness.Drain();
        Assert.Equal((503, "draining"), await Ready([new Feed(10)], [10], readiness));
    }

    // Numbers of events, of each partition; the positions follow.
    private static async Task<(int? Status, string Says)> Ready(
        Feed[] feeds, long[] read, Readiness? readiness = null, TimeProvider? clock = null)
    {
        var partitions = new Partitions(feeds.Length);
        for (var p = 0; p < feeds.Length; p++) feeds[p].Head = partitions.Position(p, feeds[p].Count);
        var views = (StillViews)DispatchProxy.Create<IViews, StillViews>();
        views.Positions = [.. read.Select((n, p) => partitions.Position(p, n))];
        var answer = await HealthEndpoints.Ready(
            new Feeds(feeds), (IViews)(object)views, readiness ?? new Readiness(), clock ?? TimeProvider.System,
            TestContext.Current.CancellationToken);
        var health = (Health)((IValueHttpResult)answer.Result).Value!;
        return (((IStatusCodeHttpResult)answer.Result).StatusCode, health.Status);
    }

    private sealed class Feed(long count) : IFeed
    {
        public long Count => count;

        public long Head { get; set; }

        public Task Reading { get; init; } = Task.CompletedTask;

        public async ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
        {
            await Reading;
            return [];
        }

        public ValueTask WaitBeyond(long position, CancellationToken ct = default) => throw new NotSupportedException();
    }

    /// <summary>Views that have come so far.</summary>
    public class StillViews : DispatchProxy
    {
        public IReadOnlyList<long> Positions { get; set; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == "get_Positions" ? Positions : throw new NotSupportedException(targetMethod.Name);
    }

    /// <summary>A clock whose one timer goes off when a test says.</summary>
    private sealed class Clock : TimeProvider
    {
        private Action? _fire;

        public void Fire() => _fire!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire = () => callback(state);
            return new Still();
        }

        private sealed class Still : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
