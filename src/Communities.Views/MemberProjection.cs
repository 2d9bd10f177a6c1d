using System.Buffers.Binary;
using Communities.Actors;
using static Communities.MemberEvent;

namespace Communities.Views;

/// <summary>Members: what they are called, and what they count.</summary>
/// <remarks>
/// Whoever has written, reacted or been counted has a row, since an import may bring posts of accounts that never
/// joined; only those who have joined once are members for readers.
/// </remarks>
internal sealed class MemberProjection(Database database, Progress progress)
{
    // A row kept in memory takes about half a kilobyte.
    private const int KeptMax = 50_000;

    private readonly Dictionary<(string Community, string Account), MemberState> _members = [];
    private readonly List<MemberState> _changed = [];

    /// <summary>The number of this account's member; 0 where the account is gone.</summary>
    public long Number(string community, string account) => account.Length == 0 ? 0 : Of(community, account).Number;

    /// <summary>The role of this account, as it stands before the next event.</summary>
    public Role RoleOf(string community, string account) => Of(community, account).Role;

    /// <summary>Reads those of these members that are there; what is applied later may ask for no others.</summary>
    public void Foresee(IEnumerable<(string Community, string Account)> members) => database.ForEach(
        members.Where(member => !_members.ContainsKey(member)).ToList(),
        """
        SELECT n, name, biography, role, trust, joined_at, threads, posts, given, received, accepted,
            days_first, days, version, locked, location, pronouns, links, invited_by, face, kept, flair, flair_chosen,
            unranked
        FROM members WHERE account = ? AND community = ?
        """,
        (row, member) => row.Bind(member.Account).Bind(member.Community),
        (row, member) => _members.Add(member, Read(row, member.Community, member.Account)));

    public void Apply(MemberEvent happened, Envelope envelope)
    {
        var key = envelope.Actor.Key;
        var member = Of(Keys.CommunityOf(key), Keys.LocalOf(key));
        Change(member);
        member.Version = envelope.Version;
        switch (happened)
        {
            case Joined e:
                (member.Name, member.Role) = (e.Name, e.Role);
                (member.Trust, member.InvitedBy) = (Math.Max(member.Trust, e.Trust), e.InvitedBy ?? member.InvitedBy);
                member.JoinedAt ??= envelope.At.ToUnixTimeMilliseconds();
                break;
            case Left:
                (member.Role, member.Kept) = (Role.None, null);
                if (member.Flair == Badges.Ambassador) member.Flair = null;
                break;
            case Kept e: member.Kept = e.Categories.IsEmpty ? null : string.Join(' ', e.Categories); break;
            case Described e:
                (member.Name, member.Biography) = (e.Name, e.Biography);
                (member.Location, member.Pronouns) = (e.Location, e.Pronouns);
                member.Links = e.Links is { } links ? string.Join('\n', links) : null;
                UploadProjection.ShowAnew(database, UploadPlace.Biography, member.Number, e.Biography);
                break;
            case Trusted e: (member.Trust, member.IsTrustLocked) = (e.Level, e.IsLocked); break;
            case Applied or Withdrawn or Declined or Reviewed or Invited: break; // Nothing of it stands in the row.
            case Reported or Judged or Suspected or Cleared: break; // Cases tell it.
            case Portrayed e:
                member.Face = e.Face;
                UploadProjection.ShowFace(database, member.Number, member.Community, e.Face);
                break;
            case Sanctioned e:
                database.Prepare("INSERT INTO sanctions VALUES (?, ?, ?, ?, ?)").Bind(member.Account)
                    .Bind(member.Community).Bind(e.Decision).Bind((long)e.Kind)
                    .Bind(e.Until?.ToUnixTimeMilliseconds()).Run();
                break;
            case SanctionEnded e:
                database.Prepare("""
                    DELETE FROM sanctions WHERE account = ? AND community = ? AND decision = ? AND kind = ?
                    """).Bind(member.Account).Bind(member.Community).Bind(e.Decision).Bind((long)e.Kind).Run();
                break;
            case Lifted e:
                database.Prepare("DELETE FROM sanctions WHERE account = ? AND community = ? AND decision = ?")
                    .Bind(member.Account).Bind(member.Community).Bind(e.Decision).Run();
                break;
            case Struck or WrittenOf: break; // What counts against a member is read from the decisions.
            case Appointed e: member.Role = e.Role; break;
            case ConsentGiven or PolicyTold or WasNudged or NudgeFollowed: break;
            case Promised or Excused: break; // Gatherings tell it.
            case JourneyBegun or StepSent or StepDone or JourneyEnded or WelcomeDismissed: break; // Steps are counted.
            case AnswerRequested or AnswerDeclined or AskedSet: break; // Questions tell it.
            case Entrusted e: Flair.Entrust(member, e.IsAmbassador); break;
            case Badged e: Flair.Earn(member, e.Badge); break;
            case Awarded e: Flair.Earn(member, e.Badge); break;
            case Revoked e: Flair.Lose(member, e.Badge); break;
            case Displayed e: Flair.Choose(member, e); break;
            case Thanked or Credited or Celebrated: break; // Recognition has tables of its own.
            case Visited: member.Days = member.Days.Add(DaySet.DayOf(envelope.At)); break;
            case Tallied e: (member.Totals, member.Days) = (member.Totals + e.Totals, member.Days.Add(e.Days)); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    public void Flush()
    {
        foreach (var member in _changed)
        {
            Write(member);
            (member.IsNew, member.IsChanged) = (false, false);
        }

        _changed.Clear();
    }

    public void Forget()
    {
        _members.Clear();
        _changed.Clear();
    }

    public void ForgetIfMany()
    {
        if (_members.Count > KeptMax) Forget();
    }

    // All that a batch asks for was read before, so that who is not known has no row.
    private MemberState Of(string community, string account)
    {
        if (_members.TryGetValue((community, account), out var known)) return known;
        var member = new MemberState(progress.NextMember(), community, account) { Name = account, IsNew = true };
        Change(member);
        _members.Add((community, account), member);
        return member;
    }

    private void Change(MemberState member)
    {
        if (member.IsChanged) return;
        member.IsChanged = true;
        _changed.Add(member);
    }

    private static MemberState Read(
        Statement row, string community, string account) => new(row.Long(0), community, account)
    {
        Name = row.Text(1),
        Biography = row.Text(2),
        Role = (Role)row.Int(3),
        Trust = row.Int(4),
        JoinedAt = row.LongOrNull(5),
        Totals = new MemberTotals(row.Int(6), row.Int(7), row.Int(8), row.Int(9), row.Int(10)),
        Days = Days.Read(row.Int(11), row.Bytes(12)),
        Version = row.Long(13),
        IsTrustLocked = row.Bool(14),
        Location = row.TextOrNull(15),
        Pronouns = row.TextOrNull(16),
        Links = row.TextOrNull(17),
        InvitedBy = row.TextOrNull(18),
        Face = row.TextOrNull(19),
        Kept = row.TextOrNull(20),
        Flair = row.TextOrNull(21),
        IsFlairChosen = row.Bool(22),
        IsUnranked = row.Bool(23),
    };

    private void Write(MemberState member)
    {
        var row = database.Prepare(member.IsNew
            ? """
              INSERT INTO members (community, account, name, folded, biography, role, trust, joined_at, threads, posts,
                  given, received, accepted, days_first, days, version, locked, location, pronouns, links,
                  invited_by, face, kept, flair, flair_chosen, unranked, n)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """
            : """
              UPDATE members SET name = ?, folded = ?, biography = ?, role = ?, trust = ?, joined_at = ?, threads = ?,
                  posts = ?, given = ?, received = ?, accepted = ?, days_first = ?, days = ?, version = ?, locked = ?,
                  location = ?, pronouns = ?, links = ?, invited_by = ?, face = ?, kept = ?,
                  flair = ?, flair_chosen = ?, unranked = ? WHERE n = ?
              """);
        if (member.IsNew) row.Bind(member.Community).Bind(member.Account);
        row.Bind(member.Name).Bind(Folding.Fold(member.Name)).Bind(member.Biography).Bind((long)member.Role)
            .Bind(member.Trust).Bind(member.JoinedAt).Bind(member.Totals.Threads).Bind(member.Totals.Posts)
            .Bind(member.Totals.Given).Bind(member.Totals.Received).Bind(member.Totals.Accepted)
            .Bind(member.Days.FirstWord).BindBytes(Days.Write(member.Days)).Bind(member.Version)
            .Bind(member.IsTrustLocked).Bind(member.Location).Bind(member.Pronouns).Bind(member.Links)
            .Bind(member.InvitedBy).Bind(member.Face).Bind(member.Kept).Bind(member.Flair)
            .Bind(member.IsFlairChosen).Bind(member.IsUnranked).Bind(member.Number).Run();
    }
}

/// <summary>Sets of days as their words, eight bytes each, the lowest byte first.</summary>
internal static class Days
{
    public static DaySet Read(int firstWord, ReadOnlySpan<byte> bytes)
    {
        var words = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
        return new DaySet(firstWord, [.. words]);
    }

    public static byte[] Write(DaySet days)
    {
        var bytes = new byte[days.Words.Length * sizeof(ulong)];
        for (var i = 0; i < days.Words.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), days.Words[i]);
        return bytes;
    }
}
