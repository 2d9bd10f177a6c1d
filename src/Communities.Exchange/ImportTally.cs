namespace Communities.Exchange;

/// <summary>What became of the records of one kind: <c>Read = Imported + Repeated + Skipped</c>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Read">How many the file holds.</param>
/// <param name="Imported">How many this import brought.</param>
/// <param name="Repeated">How many an earlier import had brought.</param>
/// <param name="Skipped">How many did not come in.</param>
public sealed record TallyRow(string Kind, long Read, long Imported, long Repeated, long Skipped);

/// <summary>What became of the records of a file.</summary>
public sealed class ImportTally
{
    /// <summary>The row of the lines that are no records.</summary>
    public const string BadLines = "(bad lines)";

    /// <summary>Kinds and keys told one by one; a file of arbitrary ones must not fill the memory.</summary>
    private const int NamesMax = 50;

    private const string OtherNames = "(others)";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long[]> _rows = [];
    private readonly Dictionary<(string Kind, string Reason), (long Count, long Line)> _reasons = [];
    private readonly Dictionary<string, long> _unknownKeys = [];
    private long _read;

    /// <summary>The community that was imported into; empty before the first record.</summary>
    public string Community { get; internal set; } = "";

    /// <summary>Records read so far; may be looked at while the import runs.</summary>
    public long Read => Interlocked.Read(ref _read);

    /// <summary>Why the file could not be read to its end, or null.</summary>
    public string? Fault { get; internal set; }

    /// <summary>Accounts of the file's members that were open here before, and are theirs now.</summary>
    public long SharedAccounts { get; private set; }

    /// <summary>Records whose author no member record names; they came without an author.</summary>
    public long UnknownAuthors { get; private set; }

    /// <summary>Each kind, in the order of first appearance.</summary>
    public IReadOnlyList<TallyRow> Rows
    {
        get
        {
            lock (_gate)
                return [.. _rows.Select(r => new TallyRow(r.Key, r.Value[0], r.Value[1], r.Value[2], r.Value[3]))];
        }
    }

    /// <summary>
    /// Why records were skipped, most frequent first, and the first line where it is so; 0 where there is no file.
    /// </summary>
    public IReadOnlyList<(string Kind, string Reason, long Count, long Line)> Reasons
    {
        get
        {
            lock (_gate) return [.. _reasons
                .Select(r => (r.Key.Kind, r.Key.Reason, r.Value.Count, r.Value.Line))
                .OrderByDescending(r => r.Count)];
        }
    }

    /// <summary>Keys of records that mean nothing here, and how often each came.</summary>
    public IReadOnlyDictionary<string, long> UnknownKeys
    {
        get { lock (_gate) return new Dictionary<string, long>(_unknownKeys); }
    }

    /// <summary>The row of a kind; all zero where the file had none.</summary>
    public TallyRow Of(string kind) => Rows.FirstOrDefault(row => row.Kind == kind) ?? new TallyRow(kind, 0, 0, 0, 0);

    internal void Count(Record record, Outcome outcome) => Count(record.Kind, outcome, record.Line);

    internal void Count(string kind, Outcome outcome, long line)
    {
        lock (_gate)
        {
            _read++;
            if (!_rows.TryGetValue(kind, out var row))
            {
                if (_rows.Count >= NamesMax) kind = OtherNames;
                if (!_rows.TryGetValue(kind, out row)) _rows[kind] = row = new long[4];
            }

            row[0]++;
            row[(int)outcome.What]++;
            if (outcome.Reason is not { } reason) return;
            var (count, first) = _reasons.GetValueOrDefault((kind, reason), (0, line));
            _reasons[(kind, reason)] = (count + 1, Math.Min(first, line));
        }
    }

    internal void CountUnknownKeys(IReadOnlyDictionary<string, int> keys)
    {
        lock (_gate)
            foreach (var (key, count) in keys)
            {
                var name = _unknownKeys.Count < NamesMax || _unknownKeys.ContainsKey(key) ? key : OtherNames;
                _unknownKeys[name] = _unknownKeys.GetValueOrDefault(name) + count;
            }
    }

    internal void CountSharedAccount()
    {
        lock (_gate) SharedAccounts++;
    }

    internal void CountUnknownAuthor()
    {
        lock (_gate) UnknownAuthors++;
    }
}

/// <summary>What became of one record; the number is the column of its row.</summary>
internal enum What
{
    Imported = 1,
    Repeated = 2,
    Skipped = 3,
}

/// <summary>What became of one record, and why where it was skipped.</summary>
internal readonly record struct Outcome(What What, string? Reason = null)
{
    public static Outcome Imported { get; } = new(What.Imported);

    public static Outcome Repeated { get; } = new(What.Repeated);

    public static Outcome AlreadySo { get; } = Skipped("It was so already.");

    public static Outcome Skipped(string reason) => new(What.Skipped, reason);
}
