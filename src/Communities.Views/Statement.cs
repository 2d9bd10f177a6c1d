namespace Communities.Views;

/// <summary>A statement: bound from the first parameter on, then run or stepped through.</summary>
/// <remarks>
/// A query of which some parts were left out has no place for their last parameters: binding them does nothing.
/// </remarks>
internal abstract class Statement
{
    public abstract Statement Bind(long value);

    public abstract Statement Bind(long? value);

    public abstract Statement Bind(string? text);

    /// <summary>Binds what <see cref="Dialect.IsOneOf"/> looks into.</summary>
    public abstract Statement Bind(IReadOnlyCollection<long> values);

    /// <inheritdoc cref="Bind(IReadOnlyCollection{long})"/>
    public abstract Statement Bind(IReadOnlyCollection<string> texts);

    public abstract Statement BindBytes(ReadOnlySpan<byte> bytes);

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    /// <summary>Runs it; what it gives is of no interest.</summary>
    public abstract void Run();

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract bool Step();

    /// <summary>Goes back to before the first row and parameter; for what is not stepped to its end.</summary>
    public abstract void Reset();

    /// <summary>
    /// Looks at the rows that are at hand before they are stepped through: all where they come in one message, none
    /// where each is read when it is stepped to.
    /// </summary>
    public abstract void Ahead(Action<Statement> look);

    public abstract long Long(int column);

    public abstract bool IsNull(int column);

    public abstract string Text(int column);

    /// <summary>The bytes, until the next step.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    public abstract int Columns { get; }

    public int Int(int column) => (int)Long(column);

    public bool Bool(int column) => Long(column) != 0;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Long(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);
}
