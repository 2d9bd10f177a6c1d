using Communities.Actors;

namespace Communities.Views;

/// <summary>How far members have read, their levels of threads, and their bookmarks.</summary>
/// <remarks>
/// Written behind the threads of a batch, whose numbers it looks up; what a batch says several times of one reading is
/// written once.
/// </remarks>
internal sealed class ReadingProjection(Database database)
{
    private readonly Dictionary<(string Account, string Thread), Changed> _readings = [];
    private readonly List<Action> _bookmarks = [];

    public void Apply(ReadingEvent happened, Envelope envelope)
    {
        var key = envelope.Actor.Key;
        var account = Keys.ReaderOf(key);
        var thread = Keys.OfThread(Keys.CommunityOf(key), Keys.ThreadOf(key));
        switch (happened)
        {
            case ReadingEvent.Read e: Change(account, thread, new(e.To)); break;
            case ReadingEvent.LevelSet e: Change(account, thread, new(Said: e.Level)); break;
            case ReadingEvent.Bookmarked e: _bookmarks.Add(() => Keep(account, thread, e, envelope.At)); break;
            case ReadingEvent.Unbookmarked e: _bookmarks.Add(() => Drop(account, thread, e.Number)); break;
            case ReadingEvent.Reminded e: _bookmarks.Add(() => Remind(account, thread, e.Number)); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    /// <summary>These accounts watch where the thread stands; what they said of it itself counts more.</summary>
    public void Watch(string thread, IEnumerable<string> accounts)
    {
        foreach (var account in accounts) Change(account, thread, new(Presumed: Level.Watching));
    }

    public void Flush()
    {
        foreach (var ((account, thread), change) in _readings)
            database.Prepare("""
                INSERT INTO readings
                SELECT ?1, n, ?2, coalesce(?3, ?4) FROM threads WHERE id = ?5 AND community = ?6
                ON CONFLICT (account, thread) DO UPDATE SET
                    up_to = CASE WHEN excluded.up_to > readings.up_to THEN excluded.up_to ELSE readings.up_to END,
                    level = coalesce(?3, readings.level, ?4)
                """).Bind(account).Bind(change.UpTo).Bind((long?)change.Said).Bind((long?)change.Presumed)
                .Bind(Keys.LocalOf(thread)).Bind(Keys.CommunityOf(thread)).Run();
        foreach (var write in _bookmarks) write();
        Forget();
    }

    public void Forget()
    {
        _readings.Clear();
        _bookmarks.Clear();
    }

    private void Change(string account, string thread, Changed more)
    {
        var known = _readings.GetValueOrDefault((account, thread));
        _readings[(account, thread)] = new(
            Math.Max(known.UpTo, more.UpTo), more.Said ?? known.Said, more.Presumed ?? known.Presumed);
    }

    private void Keep(string account, string thread, ReadingEvent.Bookmarked e, DateTimeOffset at) =>
        database.Prepare("""
            INSERT INTO bookmarks SELECT ?1, n, ?2, ?3, ?4, ?5 FROM threads WHERE id = ?6 AND community = ?7
            ON CONFLICT (account, thread, number) DO UPDATE SET
                note = excluded.note, remind_at = excluded.remind_at, at = excluded.at
            """).Bind(account).Bind(e.Number).Bind(e.Note).Bind(e.RemindAt?.ToUnixTimeMilliseconds())
            .Bind(at.ToUnixTimeMilliseconds()).Bind(Keys.LocalOf(thread)).Bind(Keys.CommunityOf(thread)).Run();

    private void Drop(string account, string thread, int number) =>
        OfOne("DELETE FROM bookmarks", account, thread, number);

    private void Remind(string account, string thread, int number) =>
        OfOne("UPDATE bookmarks SET remind_at = NULL", account, thread, number);

    private void OfOne(string change, string account, string thread, int number) => database.Prepare($"""
        {change} WHERE account = ? AND number = ? AND thread = (SELECT n FROM threads WHERE id = ? AND community = ?)
        """).Bind(account).Bind(number).Bind(Keys.LocalOf(thread)).Bind(Keys.CommunityOf(thread)).Run();

    private readonly record struct Changed(int UpTo = 0, Level? Said = null, Level? Presumed = null);
}
