namespace Communities.Views.Tests;

public sealed class ReachedTests
{
    [Fact]
    public async Task Who_gives_up_waiting_leaves_nothing_behind()
    {
        var reached = new Reached(5);
        using var patience = new CancellationTokenSource();
        var never = reached.WaitFor(long.MaxValue, patience.Token).AsTask();
        var soon = reached.WaitFor(6, TestContext.Current.CancellationToken).AsTask();
        Assert.Equal(2, reached.Waiting);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
        Assert.Equal(1, reached.Waiting);

        reached.Move(6);
        reached.Wake();
        await soon;
        Assert.Equal(0, reached.Waiting);
    }
}
