namespace Communities.Views;

/// <summary>A connection to the tables of views, in whatever database they are. For one thread at a time.</summary>
/// <remarks>
/// Projections and queries are written once, in SQL that every <see cref="Views.Dialect"/> understands. Statements take
/// effect in the order in which they were made. Where the database is far away they are collected and sent together
/// when the first row is read that one of them gives: whoever asks all that is known to be needed before reading any
/// row waits once.
/// </remarks>
internal abstract class Database : IDisposable
{
    /// <summary>What this database says differently from others.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>True where each question costs a wait: more is asked than may be needed then.</summary>
    public abstract bool IsFar { get; }

    /// <summary>The statement of this text, ready to be bound, for a projection.</summary>
    public abstract Statement Prepare(string sql);

    /// <summary>The statement of this text, ready to be bound, for a read; it needs no reset.</summary>
    public abstract Statement Query(string sql);

    /// <summary>Begins what takes effect as a whole, or not at all.</summary>
    public abstract void Begin();

    /// <summary>All since <see cref="Begin"/> takes effect.</summary>
    public abstract void Commit();

    /// <summary>Nothing since <see cref="Begin"/> takes effect, if it has not been undone already.</summary>
    public abstract void EndAsItBegan();

    /// <summary>Runs this statement for each of these, and takes what rows it gives.</summary>
    public abstract void ForEach<T>(
        IReadOnlyCollection<T> items, string sql, Action<Statement, T> bind, Action<Statement, T> take);

    /// <summary>Tells others that read here, if there can be any, once this transaction is committed.</summary>
    public virtual void Announce(int partition, long position)
    {
    }

    public abstract void Dispose();
}
