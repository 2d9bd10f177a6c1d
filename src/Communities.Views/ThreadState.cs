using System.Globalization;

namespace Communities.Views;

/// <summary>A thread's row while a batch is projected.</summary>
internal sealed class ThreadState(long number, string community, string id)
{
    /// <summary>How many of the latest authors a list shows.</summary>
    public const int FacesMax = 5;

    public long Number { get; } = number;

    public string Community { get; } = community;

    public string Id { get; } = id;

    public string Title { get; set; } = "";

    public string Excerpt { get; set; } = "";

    public string? Category { get; set; }

    public string[] Tags { get; set; } = [];

    public long Author { get; set; }

    public long OpenedAt { get; set; }

    public long LastAt { get; set; }

    public long LastAuthor { get; set; }

    /// <summary>Who wrote last, each once, the latest first.</summary>
    public List<long> Faces { get; set; } = [];

    /// <summary>True where a post went or came back, so that who wrote last is to be found anew.</summary>
    public bool AreFacesStale { get; set; }

    public bool IsPinned { get; set; }

    public long? PinnedUntil { get; set; }

    public bool IsUnlisted { get; set; }

    public bool IsArchived { get; set; }

    /// <summary>All its posts have gone to another thread.</summary>
    public bool IsMerged { get; set; }

    /// <summary>Posts came from elsewhere, so that they do not stand by their times.</summary>
    public bool HasReceived { get; set; }

    /// <summary>The id of the full thread that this one continues, if it does.</summary>
    public string? Follows { get; set; }

    /// <summary>The id of the thread that continues this one, if one does.</summary>
    public string? Followed { get; set; }

    public bool IsClosed { get; set; }

    public long? ClosesAt { get; set; }

    public long? ReopensAt { get; set; }

    public string? ClosedReason { get; set; }

    public int SlowSeconds { get; set; }

    public int Accepted { get; set; }

    public Removal Removal { get; set; }

    public int Participants { get; set; }

    public int Reactions { get; set; }

    public long Views { get; set; }

    /// <summary>Visible posts of others than who opened it.</summary>
    public int Others { get; private set; }

    public int LastNumber { get; set; }

    /// <summary>The highest number of a post that readers know of: those behind it wait for a moderator.</summary>
    public int LastShown { get; set; }

    public int RemovedReplies { get; set; }

    /// <summary>When somebody else than who opened it first answered, where that is still to be seen.</summary>
    public long? FirstReplyAt { get; private set; }

    /// <summary>Takes in that posts of others came, the first of them then, or went.</summary>
    public void HearOthers(int change, long at)
    {
        Others += change;
        FirstReplyAt = Others <= 0 ? null : FirstReplyAt ?? at;
    }

    public long Version { get; set; }

    public bool IsNew { get; set; }

    public bool IsChanged { get; set; }

    /// <summary>Shown in lists, found and counted.</summary>
    public bool IsListed => Removal == Removal.None && !IsUnlisted && !IsMerged;

    /// <summary>What <see cref="ThreadSort.Top"/> sorts by: reactions and visible replies.</summary>
    public int Score => Reactions + LastNumber - 1 - RemovedReplies;

    /// <summary>True where a reply of this member tells that somebody else has answered.</summary>
    public bool IsOther(long member) => member == 0 || member != Author;

    /// <summary>Takes in that this member wrote the last visible post.</summary>
    public void Wrote(long member, long at)
    {
        if (HasReceived && at < LastAt)
        {
            AreFacesStale = true;
            return;
        }

        (LastAuthor, LastAt) = (member, at);
        if (member == 0 || (Faces.Count > 0 && Faces[0] == member)) return;
        Faces.Remove(member);
        Faces.Insert(0, member);
        if (Faces.Count > FacesMax) Faces.RemoveAt(FacesMax);
    }

    /// <summary>Takes in who wrote the last visible posts, the latest first, each once.</summary>
    public void Wrote(IReadOnlyList<(long Member, long At)> latest)
    {
        AreFacesStale = false;
        if (latest.Count == 0)
        {
            (LastAuthor, LastAt, Faces) = (Author, OpenedAt, []); // All have gone.
            return;
        }

        Faces = [.. latest.Select(post => post.Member).Where(member => member != 0).Take(FacesMax)];
        (LastAuthor, LastAt) = latest[0];
    }

    /// <summary>The query for a thread by its id and community, to be <see cref="Read"/>.</summary>
    public const string Query = """
        SELECT n, title, excerpt, category, tags, author, opened_at, last_at, last_author, faces, pinned, closed,
            closes_at, reopens_at, closed_reason, slow, accepted, removal, participants, reactions, views, others,
            last_number, removed_replies, version, pinned_until, unlisted, archived, merged, received, follows,
            followed, last_shown, first_reply_at
        FROM threads WHERE id = ? AND community = ?
        """;

    public static ThreadState Read(Statement row, string community, string id) => new(row.Long(0), community, id)
    {
        Title = row.Text(1),
        Excerpt = row.Text(2),
        Category = row.TextOrNull(3),
        Tags = ReadTags(row.Text(4)),
        Author = row.Long(5),
        OpenedAt = row.Long(6),
        LastAt = row.Long(7),
        LastAuthor = row.Long(8),
        Faces = [.. ReadFaces(row.Text(9))],
        IsPinned = row.Bool(10),
        IsClosed = row.Bool(11),
        ClosesAt = row.LongOrNull(12),
        ReopensAt = row.LongOrNull(13),
        ClosedReason = row.TextOrNull(14),
        SlowSeconds = row.Int(15),
        Accepted = row.Int(16),
        Removal = (Removal)row.Int(17),
        Participants = row.Int(18),
        Reactions = row.Int(19),
        Views = row.Long(20),
        Others = row.Int(21),
        LastNumber = row.Int(22),
        RemovedReplies = row.Int(23),
        Version = row.Long(24),
        PinnedUntil = row.LongOrNull(25),
        IsUnlisted = row.Bool(26),
        IsArchived = row.Bool(27),
        IsMerged = row.Bool(28),
        HasReceived = row.Bool(29),
        Follows = row.TextOrNull(30),
        Followed = row.TextOrNull(31),
        LastShown = row.Int(32),
        FirstReplyAt = row.LongOrNull(33),
    };

    public void Write(Database database)
    {
        var row = database.Prepare(IsNew
            ? """
              INSERT INTO threads (community, id, author, opened_at, title, excerpt, category, tags, last_at,
                  last_author, faces, pinned, closed, closes_at, reopens_at, closed_reason, slow, accepted, removal,
                  participants, reactions, views, others, last_number, removed_replies, score, version, pinned_until,
                  listed, unlisted, archived, merged, received, follows, followed, last_shown, first_reply_at, n)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?, ?, ?, ?, ?)
              """
            : """
              UPDATE threads SET title = ?, excerpt = ?, category = ?, tags = ?, last_at = ?, last_author = ?,
                  faces = ?, pinned = ?, closed = ?, closes_at = ?, reopens_at = ?, closed_reason = ?, slow = ?,
                  accepted = ?, removal = ?, participants = ?, reactions = ?, views = ?, others = ?, last_number = ?,
                  removed_replies = ?, score = ?, version = ?, pinned_until = ?, listed = ?, unlisted = ?, archived = ?,
                  merged = ?, received = ?, follows = ?, followed = ?, last_shown = ?,
                  first_reply_at = ? WHERE n = ?
              """);
        if (IsNew) row.Bind(Community).Bind(Id).Bind(Author).Bind(OpenedAt);
        row.Bind(Title).Bind(Excerpt).Bind(Category).Bind(string.Join(' ', Tags)).Bind(LastAt).Bind(LastAuthor)
            .Bind(string.Join(' ', Faces)).Bind(IsPinned).Bind(IsClosed).Bind(ClosesAt).Bind(ReopensAt)
            .Bind(ClosedReason).Bind(SlowSeconds).Bind(Accepted).Bind((long)Removal).Bind(Participants).Bind(Reactions)
            .Bind(Views).Bind(Others).Bind(LastNumber).Bind(RemovedReplies).Bind(Score).Bind(Version)
            .Bind(PinnedUntil).Bind(IsListed).Bind(IsUnlisted).Bind(IsArchived).Bind(IsMerged).Bind(HasReceived)
            .Bind(Follows).Bind(Followed).Bind(LastShown).Bind(FirstReplyAt).Bind(Number).Run();
    }

    /// <summary>The members of a column of faces.</summary>
    public static IEnumerable<long> ReadFaces(string faces) =>
        Words(faces).Select(face => long.Parse(face, CultureInfo.InvariantCulture));

    /// <summary>The tags of a column of tags.</summary>
    public static string[] ReadTags(string tags) => Words(tags);

    private static string[] Words(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
