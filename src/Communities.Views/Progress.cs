using Communities.Actors;

namespace Communities.Views;

/// <summary>How far the feed of one partition has been projected, and the numbers given on the way.</summary>
/// <remarks>Numbers are given as positions are, so that those of different partitions differ.</remarks>
internal sealed class Progress
{
    private readonly Database _database;
    private readonly Partitions _partitions;
    private readonly int _partition;
    private (long Threads, long Members) _given;
    private (long Threads, long Members) _kept;

    public Progress(Database database, Partitions partitions, int partition)
    {
        (_database, _partitions, _partition) = (database, partitions, partition);
        Load();
    }

    /// <summary>The position of the last envelope that was written.</summary>
    public long Position { get; private set; }

    /// <summary>The <see cref="MarkOf"/> that envelope; empty before the first.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>What tells an envelope from the one that another journal has at its position.</summary>
    public static string MarkOf(Envelope envelope) =>
        $"{envelope.Actor} {envelope.Version} {envelope.Name} {envelope.At.ToUnixTimeMilliseconds()}";

    /// <summary>The number of the next new thread.</summary>
    public long NextThread() => _partitions.Position(_partition, ++_given.Threads);

    /// <summary>The number of the next new member.</summary>
    public long NextMember() => _partitions.Position(_partition, ++_given.Members);

    /// <summary>Moves the position to this envelope, if it is where it was; gives a row where it was.</summary>
    public Statement Move(Envelope to) => _database.Prepare("""
        UPDATE progress SET position = ?, mark = ? WHERE partition = ? AND position = ? RETURNING position
        """).Bind(to.Position).Bind(MarkOf(to)).Bind(_partition).Bind(Position);

    /// <summary>Keeps the numbers given, and tells how far it has come.</summary>
    public void Keep(Envelope to)
    {
        _database.Prepare("UPDATE progress SET threads = ?, members = ? WHERE partition = ?")
            .Bind(_given.Threads).Bind(_given.Members).Bind(_partition).Run();
        _database.Announce(_partition, to.Position);
    }

    /// <summary>Takes in that all up to this envelope is written.</summary>
    public void Moved(Envelope to) => (Position, Mark, _kept) = (to.Position, MarkOf(to), _given);

    /// <summary>Takes back the numbers given since.</summary>
    public void Forget() => _given = _kept;

    /// <summary>Takes in what the tables say.</summary>
    public void Load()
    {
        var row = _database.Prepare("SELECT position, mark, threads, members FROM progress WHERE partition = ?")
            .Bind(_partition);
        (Position, Mark, _kept) = row.Step() ? (row.Long(0), row.Text(1), (row.Long(2), row.Long(3))) : (0, "", (0, 0));
        row.Reset();
        Forget();
    }
}
