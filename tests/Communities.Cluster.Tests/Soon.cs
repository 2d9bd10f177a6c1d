namespace Communities.Cluster.Tests;

/// <summary>
/// What a cluster comes to by itself: silos notice each other's coming and going in their own time, and there is no
/// signal of it. A test waits as long as it takes, and fails when the runner's patience ends.
/// </summary>
internal static class Soon
{
    public static Task Is(Func<bool> isSo) => Is(() => Task.FromResult(isSo()));

    public static async Task Is(Func<Task<bool>> isSo)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
