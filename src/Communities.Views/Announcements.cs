namespace Communities.Views;

/// <summary>
/// The threads that announce something or somebody and ask nobody for an answer: those of gatherings, contests and
/// interviews. They wait for no reply, however quiet they are. Introductions wait for a greeting, in a list of their
/// own.
/// </summary>
/// <remarks>To be made before the first row of what is asked with it is read; it reads when it is first used.</remarks>
internal sealed class Announcements
{
    private readonly Statement _gatherings;
    private readonly Statement _others;
    private HashSet<string>? _threads;

    /// <summary>Asks for those of a community whose threads may have been opened since.</summary>
    public Announcements(Database database, string community, DateTimeOffset since)
    {
        var from = since.ToUnixTimeMilliseconds();
        _gatherings = database.Query("SELECT id FROM gatherings WHERE community = ?1 AND ends >= ?2")
            .Bind(community).Bind(from);
        _others = database.Query("""
            SELECT id FROM contests WHERE community = ?1 AND voting_until >= ?2
            UNION ALL SELECT id FROM interviews WHERE community = ?1 AND ends_at >= ?2
            UNION ALL SELECT t.id FROM introductions i JOIN threads t ON t.n = i.thread
                WHERE i.community = ?1 AND i.at >= ?2
            """).Bind(community).Bind(from);
    }

    /// <summary>True for such a thread.</summary>
    public bool Has(string thread) => (_threads ??= Read()).Contains(thread);

    private HashSet<string> Read()
    {
        var threads = new HashSet<string>(StringComparer.Ordinal);
        while (_gatherings.Step())
        {
            var gathering = _gatherings.Text(0);
            threads.Add(Gathering.TalkOf(gathering));
            threads.Add(Gathering.RoomOf(gathering));
            threads.Add(Gathering.RecapOf(gathering));
        }

        while (_others.Step()) threads.Add(_others.Text(0));
        return threads;
    }
}
