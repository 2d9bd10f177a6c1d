using Communities.Actors;

namespace Communities.Tests;

public sealed class PacedFeedTests
{
    private readonly Numbers _numbers = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_after_a_silence_is_read_at_once()
    {
        var feed = new PacedFeed(_numbers, TimeSpan.FromDays(1));
        Assert.Empty(await feed.Read(0, 10, Ct));
        _numbers.Head = 3;
        Assert.Equal(3, (await feed.Read(0, 10, Ct)).Count);
        Assert.Empty(await feed.Read(3, 10, Ct));
    }

    [Fact]
    public async Task What_happens_just_behind_waits_for_more()
    {
        var feed = new PacedFeed(_numbers, TimeSpan.FromDays(1));
        _numbers.Head = 3;
        await feed.Read(0, 10, Ct);
        _numbers.Head = 4;
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var read = feed.Read(3, 10, impatient.Token).AsTask();
        Assert.False(read.IsCompleted);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal((4, 1), (feed.Head, _numbers.Reads));
    }

    [Fact]
    public async Task Who_is_behind_goes_on_without_a_pause()
    {
        var feed = new PacedFeed(_numbers, TimeSpan.FromDays(1));
        _numbers.Head = 25;
        Assert.Equal(10, (await feed.Read(0, 10, Ct)).Count);
        Assert.Equal(10, (await feed.Read(10, 10, Ct)).Count);
        Assert.Equal(5, (await feed.Read(20, 10, Ct)).Count);
    }

    private sealed class Numbers : IFeed
    {
        public long Head { get; set; }

        public int Reads { get; private set; }

        public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
        {
            Reads++;
            return ValueTask.FromResult<IReadOnlyList<Envelope>>(
                [.. Enumerable.Range((int)after + 1, (int)Math.Min(most, Head - after)).Select(n => new Envelope(
                    n, new ActorId("tin", "a"), n, "put", default, "", null, default))]);
        }

        public ValueTask WaitBeyond(long position, CancellationToken ct = default) => ValueTask.CompletedTask;
    }
}
