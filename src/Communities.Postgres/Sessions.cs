using System.Collections.Concurrent;
using Npgsql;

namespace Communities.Postgres;

/// <summary>
/// The connections of one purpose, at most so many. Who asks for one while all are in use waits; what was lost is
/// replaced, and what may be done twice is done again, until the server has been away for too long.
/// </summary>
internal sealed class Sessions(PostgresOptions options, int most) : IAsyncDisposable
{
    // Tried again so soon at first, for a restart takes a second, and then half as often each time, so that a server
    // that comes up is not trampled on.
    private static readonly TimeSpan _pauseFirst = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _pauseMost = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(most);
    private readonly ConcurrentStack<Session> _idle = new();
    private readonly CancellationTokenSource _closing = new();
    private long _awaySince;

    /// <summary>Ends whatever is under way when the journal is let go.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Does something that does no harm when it is done twice.</summary>
    /// <exception cref="JournalUnavailableException">The server does not do it, or was away for too long.</exception>
    public async Task<T> Run<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, Closing);
        for (var pause = _pauseFirst; ;)
        {
            try
            {
                await using var lease = await Rent(either.Token).ConfigureAwait(false);
                return await work(lease.Session, either.Token).ConfigureAwait(false);
            }
            catch (NpgsqlException e) when (Faults.IsLoss(e))
            {
                pause = await Pause(e, pause, either.Token).ConfigureAwait(false);
            }
            catch (NpgsqlException e)
            {
                throw Faults.Unavailable(e);
            }
            catch (OperationCanceledException e) when (Closing.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                throw new JournalUnavailableException("The journal is closed.", e);
            }
        }
    }

    /// <summary>A connection, new or kept; given back when the lease ends.</summary>
    /// <exception cref="NpgsqlException">There is none to be had now.</exception>
    public async ValueTask<Lease> Rent(CancellationToken ct)
    {
        await _free.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (!_idle.TryPop(out var session))
            {
                session = await Session.Open(options, ct).ConfigureAwait(false);
            }

            return new Lease(this, session);
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    // A statement has come through.
    private void IsThere()
    {
        if (Interlocked.Exchange(ref _awaySince, 0) != 0)
        {
            options.Trouble?.Invoke("PostgreSQL answers again.", null);
        }
    }

    /// <summary>Waits a little before the next attempt.</summary>
    /// <returns>How long to wait after the next one.</returns>
    /// <exception cref="JournalUnavailableException">The server has been away for too long.</exception>
    public async Task<TimeSpan> Pause(NpgsqlException loss, TimeSpan pause, CancellationToken ct)
    {
        var now = options.Time.GetTimestamp();
        var since = Interlocked.CompareExchange(ref _awaySince, now, 0);
        if (since == 0)
        {
            options.Trouble?.Invoke($"PostgreSQL went away ({loss.Message}).", loss);
        }
        else if (options.Time.GetElapsedTime(since) > options.Patience)
        {
            throw Faults.Unavailable(loss);
        }

        pause = pause > _pauseFirst ? pause : _pauseFirst;
        await Task.Delay(pause, options.Time, ct).ConfigureAwait(false);
        return pause * 2 < _pauseMost ? pause * 2 : _pauseMost;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        for (var i = 0; i < most; i++)
        {
            await _free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await CloseIdle().ConfigureAwait(false);
    }

    private async ValueTask Return(Session session)
    {
        if (session.IsWhole)
        {
            IsThere();
            _idle.Push(session);
        }
        else
        {
            // Those that are kept were to the same server: most likely they are lost, too.
            await session.DisposeAsync().ConfigureAwait(false);
            await CloseIdle().ConfigureAwait(false);
        }

        _free.Release();
    }

    private async ValueTask CloseIdle()
    {
        while (_idle.TryPop(out var session))
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A connection for as long as somebody needs it.</summary>
    public readonly struct Lease(Sessions owner, Session session) : IAsyncDisposable
    {
        public Session Session => session;

        public ValueTask DisposeAsync() => owner.Return(session);
    }
}
