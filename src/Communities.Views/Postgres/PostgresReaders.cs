using System.Collections.Concurrent;
using Npgsql;

namespace Communities.Views;

/// <summary>The connections through which people read, each with a thread of its own while it is used.</summary>
internal sealed class PostgresReaders(
    PostgresViewsOptions options, Generations generations, int generation) : IDisposable
{
    // Some seconds of work at a millisecond each: who comes then is better told at once.
    private const int QueueMax = 5_000;

    // A generation takes the place of another in one moment; to meet that twice in one read is already unlikely.
    private const int TriesMax = 5;

    // Nobody waits for a page any longer; and a database that says nothing at all must not keep all threads for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DatabaseThreads _threads = new("views reader", options.Readers, QueueMax);
    private readonly ConcurrentBag<PostgresDatabase> _free = [];
    private int _generation = generation;
    private volatile bool _isClosed;

    /// <summary>The generation that is read; it never goes back.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>From now on this generation is read, unless a later one is already.</summary>
    public void TurnTo(int generation)
    {
        for (var seen = Generation; seen < generation;)
        {
            var before = Interlocked.CompareExchange(ref _generation, generation, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    /// <summary>Reads one state of the tables.</summary>
    /// <exception cref="ViewsUnavailableException">The database is away, or too many ask.</exception>
    public async Task<T> Read<T>(Func<Database, T> read, CancellationToken ct)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_threads.TryPost(() => Answer(read, answer, ct)))
            throw new ViewsUnavailableException("The views are asked too much at once. Please try again.");
        return await answer.Task.WaitAsync(ct);
    }

    /// <summary>Takes no more; what was asked is still read.</summary>
    public void Dispose()
    {
        _threads.Dispose();
        _isClosed = true;
        Forget();
    }

    private void Answer<T>(Func<Database, T> read, TaskCompletionSource<T> answer, CancellationToken ct)
    {
        PostgresDatabase? used = null;
        try
        {
            if (ct.IsCancellationRequested) answer.SetCanceled(ct);
            else answer.SetResult(Read(read, ref used));
        }
        catch (Exception e)
        {
            answer.SetException(
                IsAway(e) || IsGone(e) ? new ViewsUnavailableException("The views cannot be read now.", e) : e);
        }

        if (used is not null) GiveBack(used);
    }

    // Nobody waits for that.
    private void GiveBack(PostgresDatabase used)
    {
        try
        {
            used.EndAsItBegan();
            if (used.IsOpen) _free.Add(used);
            else used.Dispose();
            if (_isClosed) Forget();
        }
        catch (NpgsqlException)
        {
            used.Dispose(); // The server has ended what was begun.
        }
    }

    private T Read<T>(Func<Database, T> read, ref PostgresDatabase? used)
    {
        for (var tried = 1; ; tried++)
        {
            var (generation, isNew) = (Generation, !_free.TryTake(out used));
            try
            {
                used ??= PostgresDatabase.Open(options.DataSource);
                used.Patience = Patience;
                used.Use(generations.SchemaOf(generation)).BeginReading();
                return read(used);
            }
            catch (PostgresException e) when (IsGone(e) && tried < TriesMax)
            {
                // Its tables have been removed: another generation answers.
                used!.Dispose();
                used = null;
                TurnTo(generations.Present(CancellationToken.None).GetAwaiter().GetResult());
            }
            catch (NpgsqlException e) when (IsAway(e) && !isNew)
            {
                // The database was away since the connection was used; so it was for the others.
                used!.Dispose();
                used = null;
                Forget();
            }
        }
    }

    private void Forget()
    {
        while (_free.TryTake(out var database)) database.Dispose();
    }

    private static bool IsGone(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName };

    // Classes of the standard: the connection, resources, the operator's intervention, the system around.
    private static bool IsAway(Exception e) => e switch
    {
        PostgresException { SqlState: var state } => state[..2] is "08" or "53" or "57" or "58",
        NpgsqlException => true,
        _ => false,
    };
}
