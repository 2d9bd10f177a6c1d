using Communities.Actors;
using Microsoft.Data.Sqlite;

namespace Communities.Views;

public sealed partial class SqliteViews
{
    // Long enough not to fill a log, short enough that readers hardly notice.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1); // Whoever projects into, or changes, the file that answers.
    private readonly Lock _lock = new();
    private readonly Subscribers _subscribers = new();
    private readonly Reached _reached;
    private Task _rebuilding = Task.CompletedTask;

    /// <summary>The feed position up to which everything is in these views.</summary>
    public long Position => _reached.Position;

    /// <inheritdoc/>
    public override IReadOnlyList<long> Positions => [Position];

    /// <inheritdoc/>
    public override long PositionOf(string key) => Position;

    /// <inheritdoc/>
    public override ValueTask WaitFor(long position, CancellationToken ct = default) => _reached.WaitFor(position, ct);

    /// <inheritdoc/>
    public override IDisposable Subscribe(Action<IReadOnlyList<Envelope>> applied) => _subscribers.Add(applied);

    /// <inheritdoc/>
    public override Task Rebuild(CancellationToken ct = default)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_rebuilding.IsCompleted) _rebuilding = Task.Run(RebuildNow, CancellationToken.None);
            return _rebuilding.WaitAsync(ct);
        }
    }

    private async Task Follow()
    {
        string? told = null;
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                if (!await FollowOnce()) await _feed.WaitBeyond(Position, _closing.Token);
                told = null;
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (SqliteException e) when (ViewsFile.IsDamage(e))
            {
                if (told != e.Message) _options.Announce($"The views are damaged ({e.Message}) and are being rebuilt.");
                told = e.Message;
                await Rebuild().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Failing, it comes again.
                await Pause();
            }
            catch (Exception e) // Whatever it was: views that stay behind are better than a program that stops.
            {
                if (told != e.Message) _options.Announce($"The views stay behind the journal: {e.Message}");
                told = e.Message;
                await Pause();
            }
        }
    }

    // One batch, if there is one.
    private async Task<bool> FollowOnce()
    {
        await _turn.WaitAsync(_closing.Token);
        IReadOnlyList<Envelope> batch;
        try
        {
            batch = await _feed.Read(Position, _options.BatchMax, _closing.Token);
            if (batch.Count == 0) return false;
            _file.Projection.TryApply(batch);
            _reached.Move(batch[^1].Position);
        }
        finally
        {
            _turn.Release();
        }

        _subscribers.Tell(batch); // What they keep is up to date before somebody who waited asks for it.
        _reached.Wake();
        return true;
    }

    private async Task Pause()
    {
        try
        {
            await Task.Delay(RetryAfter, _options.Time, _closing.Token);
        }
        catch (OperationCanceledException)
        {
            // Closing: who waits looks at that next.
        }
    }
}
