using Communities.Actors;

namespace Communities.Archive;

/// <summary>
/// Follows the journal and keeps its archive, in the background and never in the way of those who write.
/// </summary>
/// <remarks>
/// A failure of the store or of the journal is treated like a crash: the writer waits, begins again from what is
/// durable, and loses nothing. It goes on until it is stopped, or until another process archives this journal in its
/// place.
/// </remarks>
public sealed class ArchiveWriter : IAsyncDisposable
{
    private readonly IFeed _feed;
    private readonly ArchiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly ArchiveRounds _rounds;
    private readonly Tide _archived = new();
    private readonly Tide _wanted = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly CancellationTokenSource _ended = new();
    private Task? _run;
    private long _end;
    private int _failures;

    /// <summary>A writer from this journal to this archive; <see cref="Start"/> sets it going.</summary>
    /// <param name="feed">The journal's events, or those of one of its partitions.</param>
    /// <param name="checkpoints">Where the same journal, or partition, keeps how far it is archived.</param>
    /// <param name="store">Where the archive lies; all partitions of a journal share one.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="clock">The time; null for the machine's.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ArchiveWriter(
        IFeed feed, ICheckpoints checkpoints, IArchiveStore store,
        ArchiveOptions? options = null, TimeProvider? clock = null)
    {
        _feed = feed;
        _options = (options ?? new ArchiveOptions()).Checked();
        _clock = clock ?? TimeProvider.System;
        _rounds = new ArchiveRounds(feed, checkpoints, store, _options);
    }

    /// <summary>Every event up to this feed position is in the archive (0 until the writer has looked).</summary>
    public long ArchivedThrough => _archived.Level;

    /// <summary>
    /// Why the archive does not get on now; null while it does. A <see cref="CheckpointLostException"/> is the end:
    /// another writer has taken over.
    /// </summary>
    public Exception? LastError { get; private set; }

    /// <summary>Sets the writer going. Once only.</summary>
    public void Start()
    {
        if (_run is not null)
            throw new InvalidOperationException("This archive writer has been started before.");
        _run = Task.Run(Run);
    }

    /// <summary>
    /// Waits until every event up to this position is archived, and has that done now rather than with the next round.
    /// </summary>
    /// <exception cref="OperationCanceledException">
    /// It took longer than the caller would wait, or the writer was stopped before.
    /// </exception>
    public async Task WhenCaughtUp(long position, CancellationToken ct = default)
    {
        _wanted.Rise(position);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, _ended.Token);
        await _archived.Reach(position, either.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Archives what the journal holds now, and ends. Where that fails it ends too: the rest is archived next time.
    /// </summary>
    /// <param name="ct">Ends at once, in the middle of a round if need be, which is then finished next time.</param>
    public async Task Stop(CancellationToken ct = default)
    {
        Interlocked.CompareExchange(ref _end, _feed.Head, 0);
        await _stop.CancelAsync().ConfigureAwait(false);
        using var abandoned = ct.Register(_abandon.Cancel);
        if (_run is not null)
            await _run.ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>As <see cref="Stop"/>.</summary>
    public async ValueTask DisposeAsync() => await Stop().ConfigureAwait(false);

    private async Task Run()
    {
        while (true)
        {
            try
            {
                Reached(await _rounds.Recover(_abandon.Token).ConfigureAwait(false));
                while (await Worthwhile().ConfigureAwait(false))
                    Reached(await _rounds.Next(_archived.Level, _abandon.Token).ConfigureAwait(false));
                return;
            }
            catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
            {
                return; // What is durable says how to go on.
            }
            catch (CheckpointLostException e)
            {
                // A round of ours that was under way is the other's now: he writes the same range, the same segments.
                LastError = e;
                await _ended.CancelAsync().ConfigureAwait(false);
                return;
            }
            catch (Exception e)
            {
                LastError = e;
                if (_stop.IsCancellationRequested)
                    return;
                var wait = _options.RetryFirst * Math.Pow(2, Math.Min(_failures++, 30));
                await Task.Delay(wait < _options.RetryMost ? wait : _options.RetryMost, _clock, _stop.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // A stop ends the wait: one last attempt.
            }
        }
    }

    private void Reached(long position)
    {
        LastError = null;
        _failures = 0;
        _archived.Rise(position);
    }

    // True when a round should be cut: enough events wait, or the oldest has waited enough, or somebody asks for it.
    // False at the end.
    private async Task<bool> Worthwhile()
    {
        var done = _archived.Level;
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await _feed.WaitBeyond(done, decided.Token).ConfigureAwait(false);
            var full = done + (_options.RoundEvents * _rounds.Step);
            if (_feed.Head >= full || _wanted.Level > done)
                return true;
            await await Task.WhenAny(
                _feed.WaitBeyond(full - 1, decided.Token).AsTask(),
                Task.Delay(_options.RoundAge, _clock, decided.Token),
                _wanted.Reach(done + 1, decided.Token)).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return done < Interlocked.Read(ref _end);
        }
        finally
        {
            await decided.CancelAsync().ConfigureAwait(false);
        }
    }
}
