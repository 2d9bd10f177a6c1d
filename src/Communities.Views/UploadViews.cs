using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads uploads, and whether anything shows them.</summary>
internal static class UploadViews
{
    private const int PageSize = 50;

    // A post that is visible in a thread that is; or what all who see the community may read.
    private static readonly string Columns = $"""
        u.id, u.account, u.at, u.name, u.type, u.bytes, u.digest, u.width, u.height, u.small,
        CAST(CASE WHEN EXISTS (SELECT 1 FROM upload_uses x JOIN posts p ON p.id = x.n
                JOIN threads t ON t.n = x.n >> {Schema.PostBits}
                WHERE x.community = u.community AND x.upload = u.id AND x.place = 0
                    AND p.removal = 0 AND t.removal = 0 AND t.community = u.community)
            OR EXISTS (SELECT 1 FROM upload_uses x
                WHERE x.community = u.community AND x.upload = u.id AND x.place BETWEEN 1 AND 6)
            THEN 1 ELSE 0 END AS BIGINT)
        """;

    public static UploadView? Get(Database database, string community, string upload, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT {Columns} FROM uploads u WHERE u.community = ? AND u.id = ? AND u.removed = 0
            """).Bind(community).Bind(upload);
        if (!sight.IsOpen() || !row.Step()) return null;
        var found = Of(row, community);
        return found.IsShown || IsOwn(found.Account, viewer) || IsKept(database, community, upload, viewer)
            ? found
            : null;
    }

    // Who keeps order in a category sees what posts there show, as long as moderators see the posts.
    private static bool IsKept(Database database, string community, string upload, Viewer viewer)
    {
        if (viewer.Standing.Categories is null) return false;
        var row = database.Query($"""
            SELECT t.category FROM upload_uses x JOIN posts p ON p.id = x.n
            JOIN threads t ON t.n = x.n >> {Schema.PostBits}
            WHERE x.community = ? AND x.upload = ? AND x.place = 0 AND t.category IS NOT NULL
                AND p.removal NOT IN ({(int)Removal.Moved}, {(int)Removal.Erased})
            """).Bind(community).Bind(upload);
        while (row.Step())
            if (viewer.Standing.Moderates(row.Text(0))) return true;
        return false;
    }

    public static Page<UploadView> List(
        Database database, string community, string account, string? cursor, Viewer viewer)
    {
        Span<long> last = stackalloc long[3];
        var goesOn = Cursor.Read(cursor, 'u', last);
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT {Columns} FROM uploads u WHERE u.community = ?1 AND u.account = ?2 AND u.removed = 0
                {(goesOn ? "AND (u.at, u.id) < (?5, ?3)" : "")}
            ORDER BY u.at DESC, u.id DESC LIMIT ?4
            """).Bind(community).Bind(account).Bind(goesOn ? Named(last) : "").Bind(PageSize + 1)
            .Bind(last[2]);
        if (!sight.IsOpen() || !IsOwn(account, viewer)) return new Page<UploadView>([], null);
        var uploads = new List<UploadView>(PageSize);
        while (row.Step())
        {
            if (uploads.Count == PageSize)
                return new Page<UploadView>(uploads, Cursor.Of('u', Numbered(uploads[^1])));
            uploads.Add(Of(row, community));
        }

        return new Page<UploadView>(uploads, null);
    }

    public static IReadOnlyDictionary<string, string> There(
        Database database, string community, IReadOnlyCollection<string> uploads)
    {
        var there = new Dictionary<string, string>();
        var row = database.Query($"""
            SELECT id, digest FROM uploads
            WHERE community = ?1 AND removed = 0 AND {database.Dialect.IsOneOf("id", 2)}
            """).Bind(community).Bind(uploads);
        while (row.Step()) there.Add(row.Text(0), row.Text(1));
        return there;
    }

    // An account that is gone has the empty name, which no viewer has.
    private static bool IsOwn(string account, Viewer viewer) =>
        viewer.Standing.Is(Role.Moderator) || (account.Length > 0 && account == viewer.Account);

    // Cursors hold numbers: the two of which an id is made, and when it was sent.
    private static string Named(ReadOnlySpan<long> numbers) =>
        numbers[0] is >= 0 and < 1L << 47 && numbers[1] is >= 0 and <= uint.MaxValue
            ? Keys.NewThread(DateTimeOffset.FromUnixTimeMilliseconds(numbers[0]), (uint)numbers[1])
            : throw new MalformedCursorException();

    private static long[] Numbered(UploadView upload)
    {
        var (at, chance) = Keys.PartsOf(upload.Id);
        return [at.ToUnixTimeMilliseconds(), chance, upload.At.ToUnixTimeMilliseconds()];
    }

    private static UploadView Of(Statement row, string community) => new(
        community, row.Text(0), row.Text(1), row.Time(2), row.Text(3), row.Text(4), row.Long(5), row.Text(6),
        row.Int(7), row.Int(8), row.Bool(9), row.Bool(10));
}
