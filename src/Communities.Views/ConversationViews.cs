using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads private messages, for who takes part in them alone.</summary>
internal static class ConversationViews
{
    private const int ListSize = 30; // What the port promises.
    private const int PageSize = 50;

    public static Page<ConversationRow> List(Database database, string account, string? cursor)
    {
        Span<long> last = stackalloc long[1];
        var goesOn = Cursor.Read(cursor, 'c', last);
        var row = database.Query($"""
            SELECT v.community, s.name, v.id, v.subject, v.last_by, c.last_at, v.excerpt, v.last_number, c.up_to,
                c.muted
            FROM correspondents c {database.Dialect.ThenJoin} members m ON m.n = c.member
                AND {Schema.IsIn("m")}
            JOIN conversations v ON v.community = c.community AND v.id = c.id
            JOIN communities s ON s.slug = c.community
            WHERE c.account = ?1 AND c.last_at > 0 {(goesOn ? "AND c.last_at < ?2" : "")}
            ORDER BY c.last_at DESC, c.id DESC LIMIT ?3
            """).Bind(account).Bind(last[0]).Bind(ListSize + 1);
        var (rows, authors) = (new List<ConversationRow>(ListSize), new Authors(database));
        authors.Meet(row, one => [one.Long(4)]);
        var hasMore = false;
        while (row.Step())
        {
            hasMore = rows.Count == ListSize;
            if (hasMore) break;
            last[0] = row.Long(5);
            rows.Add(new(
                row.Text(0), row.Text(1), row.Text(2), row.Text(3), [], authors.Of(row.Long(4)), row.Time(5),
                row.Text(6), row.Int(7), row.Int(7) - row.Int(8), row.Bool(9)));
        }

        row.Reset();
        var people = Participants(database, authors, rows.Select(one => one.Id));
        return new(
            rows.ConvertAll(one => one with
            {
                Others = [.. people[(one.Community, one.Id)].Where(person => person.Account != account)],
            }),
            hasMore ? Cursor.Of('c', last) : null);
    }

    public static ConversationView? Get(
        Database database, string community, string conversation, int? before, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var own = database.Query("""
            SELECT v.subject, v.last_number, c.up_to, c.muted FROM correspondents c
            JOIN conversations v ON v.community = c.community AND v.id = c.id
            WHERE c.account = ? AND c.community = ? AND c.id = ?
            """).Bind(viewer.Account ?? "").Bind(community).Bind(conversation);
        var row = database.Query("""
            SELECT number, author, at, text FROM messages
            WHERE community = ? AND conversation = ? AND number < ? ORDER BY number DESC LIMIT ?
            """).Bind(community).Bind(conversation).Bind(before ?? int.MaxValue).Bind(PageSize);
        if (viewer.Standing.Role == Role.None || !sight.IsOpen() || !own.Step()) return null;
        var (messages, authors) = (new List<MessageView>(PageSize), new Authors(database));
        var people = Participants(database, authors, [conversation])[(community, conversation)];
        authors.Meet(row, message => [message.Long(1)]);
        while (row.Step()) messages.Add(new(row.Int(0), authors.Of(row.Long(1)), row.Time(2), row.Text(3)));
        messages.Reverse();
        return new(
            community, conversation, own.Text(0), [.. people], own.Int(1), own.Int(2), own.Bool(3), messages);
    }

    // Ids hold a time and chance, so that they tell nearly always what is meant; the community makes it sure.
    private static ILookup<(string Community, string Id), AuthorView> Participants(
        Database database, Authors authors, IEnumerable<string> conversations)
    {
        var people = new List<(string Community, string Id, long Member)>();
        string[] ids = [.. conversations];
        if (ids.Length > 0)
        {
            var row = database.Query($"""
                SELECT p.community, p.id, p.member FROM correspondents p
                WHERE {database.Dialect.IsOneOf("p.id", 1)} ORDER BY p.account
                """).Bind(ids);
            authors.Meet(row, one => [one.Long(2)]);
            while (row.Step()) people.Add((row.Text(0), row.Text(1), row.Long(2)));
        }

        return people.ToLookup(one => (one.Community, one.Id), one => authors.Of(one.Member));
    }
}
