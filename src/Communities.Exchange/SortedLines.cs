namespace Communities.Exchange;

/// <summary>Where a line stands in a file: by time, then by what must come before what.</summary>
/// <param name="Time">In milliseconds; of one actor never earlier than that of the line before.</param>
/// <param name="Rank">The community before its members before its threads.</param>
/// <param name="Actor">The local part of the actor's key.</param>
/// <param name="Ordinal">The place among the lines of that actor.</param>
internal readonly record struct LineOrder(long Time, int Rank, string Actor, int Ordinal) : IComparable<LineOrder>
{
    public int CompareTo(LineOrder other)
    {
        var order = Time.CompareTo(other.Time);
        if (order == 0) order = Rank.CompareTo(other.Rank);
        if (order == 0) order = string.CompareOrdinal(Actor, other.Actor);
        return order != 0 ? order : Ordinal.CompareTo(other.Ordinal);
    }
}

/// <summary>Sorts any number of lines in bounded memory: what is too much for it waits in temporary files.</summary>
internal sealed class SortedLines(int runBytes = SortedLines.RunBytes) : IDisposable
{
    /// <summary>Lines held in memory before they are put aside, sorted.</summary>
    public const int RunBytes = 64 << 20;

    private readonly List<FileStream> _runs = [];
    private List<(LineOrder Order, byte[] Line)> _lines = [];
    private long _bytes;

    /// <summary>Adds a line.</summary>
    public void Add(LineOrder order, byte[] line)
    {
        _lines.Add((order, line));
        _bytes += line.Length;
        if (_bytes > runBytes) PutAside();
    }

    /// <summary>Writes all lines in order.</summary>
    public async Task WriteTo(Stream output, CancellationToken ct)
    {
        Sort();
        var sources = _runs.Select(Read).Append(_lines).Select(run => run.GetEnumerator()).ToList();
        try
        {
            var next = new PriorityQueue<IEnumerator<(LineOrder Order, byte[] Line)>, LineOrder>();
            foreach (var source in sources)
                if (source.MoveNext()) next.Enqueue(source, source.Current.Order);
            while (next.TryDequeue(out var source, out _))
            {
                await output.WriteAsync(source.Current.Line, ct).ConfigureAwait(false);
                if (source.MoveNext()) next.Enqueue(source, source.Current.Order);
            }
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _runs.ForEach(run => run.Dispose());

    private void Sort() => _lines.Sort((a, b) => a.Order.CompareTo(b.Order));

    private void PutAside()
    {
        Sort();
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16,
                FileOptions.DeleteOnClose);
        _runs.Add(file);
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var (order, line) in _lines)
        {
            writer.Write(order.Time);
            writer.Write(order.Rank);
            writer.Write(order.Actor);
            writer.Write(order.Ordinal);
            writer.Write(line.Length);
            writer.Write(line);
        }

        (_lines, _bytes) = ([], 0);
    }

    private static IEnumerable<(LineOrder Order, byte[] Line)> Read(FileStream run)
    {
        run.Position = 0;
        using var reader = new BinaryReader(run, System.Text.Encoding.UTF8, leaveOpen: true);
        while (run.Position < run.Length)
        {
            var order = new LineOrder(reader.ReadInt64(), reader.ReadInt32(), reader.ReadString(), reader.ReadInt32());
            yield return (order, reader.ReadBytes(reader.ReadInt32()));
        }
    }
}
