using System.Text;
using Communities.Actors;

namespace Communities.Views.Tests;

/// <summary>A feed of which only the beginning is there.</summary>
internal sealed class CutFeed(IFeed feed, long head) : IFeed
{
    public long Head => Math.Min(head, feed.Head);

    public async ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default) =>
        [.. (await feed.Read(after, most, ct)).Where(envelope => envelope.Position <= head)];

    public async ValueTask WaitBeyond(long position, CancellationToken ct = default)
    {
        if (position < Head) return;
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
    }
}

/// <summary>A feed that gives a damaged envelope so many times before it gives the true one.</summary>
internal sealed class FaultyFeed(IFeed feed, long position, int times) : IFeed
{
    private int _left = times;

    public long Head => feed.Head;

    public async ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        var batch = await feed.Read(after, most, ct);
        if (!batch.Any(envelope => envelope.Position == position) || Interlocked.Decrement(ref _left) < 0) return batch;
        return [.. batch.Select(e => e.Position == position ? e with { Json = Encoding.UTF8.GetBytes("{]") } : e)];
    }

    public ValueTask WaitBeyond(long after, CancellationToken ct = default) => feed.WaitBeyond(after, ct);
}

/// <summary>A clock whose every timer is due at once.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
