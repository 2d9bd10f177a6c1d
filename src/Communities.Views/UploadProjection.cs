using Communities.Actors;
using static Communities.UploadEvent;

namespace Communities.Views;

/// <summary>Uploads, and in which texts they are shown: whoever may read one of those may see them.</summary>
internal sealed class UploadProjection(Database database)
{
    /// <summary>How the address of an upload's content begins; its community and its id follow.</summary>
    public const string Address = "/files/";

    // What a text of the longest kind could show and a person would still look at.
    private const int UsesMax = 200;

    public void Apply(UploadEvent happened, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case Stored e:
                database.Prepare("INSERT INTO uploads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                    .Bind(community).Bind(id).Bind(envelope.By).Bind(envelope.At.ToUnixTimeMilliseconds())
                    .Bind(e.Name).Bind(e.Type).Bind(e.Bytes).Bind(e.Digest).Bind(e.Width).Bind(e.Height)
                    .Bind(e.HasSmall).Run();
                break;
            case Removed:
                database.Prepare("UPDATE uploads SET removed = 1 WHERE community = ? AND id = ?")
                    .Bind(community).Bind(id).Run();
                break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    /// <summary>This new text shows what it shows.</summary>
    public static void Show(Database database, UploadPlace place, long n, string text)
    {
        if (!text.Contains(Address, StringComparison.Ordinal)) return;
        foreach (var (community, upload) in In(text)) Show(database, place, n, community, upload);
    }

    /// <summary>This text shows what it shows, and no longer what it showed before.</summary>
    public static void ShowAnew(Database database, UploadPlace place, long n, string text)
    {
        database.Prepare("DELETE FROM upload_uses WHERE place = ? AND n = ?").Bind((long)place).Bind(n).Run();
        Show(database, place, n, text);
    }

    /// <summary>As <see cref="ShowAnew(Database, UploadPlace, long, string)"/>, for a text of this community.</summary>
    public static void ShowAnew(Database database, UploadPlace place, string community, string text)
    {
        database.Prepare("DELETE FROM upload_uses WHERE place = ? AND n = 0 AND community = ?")
            .Bind((long)place).Bind(community).Run();
        foreach (var (of, upload) in In(text))
            if (of == community) Show(database, place, 0, community, upload);
    }

    /// <summary>This member is shown with this upload, and no longer with another.</summary>
    public static void ShowFace(Database database, long member, string community, string? upload)
    {
        database.Prepare("DELETE FROM upload_uses WHERE place = ? AND n = ?")
            .Bind((long)UploadPlace.Face).Bind(member).Run();
        if (upload is not null) Show(database, UploadPlace.Face, member, community, upload);
    }

    /// <summary>The address of a member's face; null for none.</summary>
    public static string? FaceOf(string community, string? upload) =>
        upload is null ? null : $"{Address}{community}/{upload}/face.webp";

    /// <summary>This upload is shown there.</summary>
    public static void Show(Database database, UploadPlace place, long n, string community, string upload) =>
        database.Prepare("INSERT INTO upload_uses VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .Bind(community).Bind(upload).Bind((long)place).Bind(n).Run();

    internal static IReadOnlySet<(string Community, string Upload)> In(string text)
    {
        var found = new HashSet<(string, string)>();
        for (var at = 0; found.Count < UsesMax; at++)
        {
            at = text.IndexOf(Address, at, StringComparison.Ordinal);
            if (at < 0) break;
            var parts = text.AsSpan(at + Address.Length);
            var end = parts.IndexOf('/');
            if (end is < 1 or > 40 || parts.Length < end + 1 + Keys.IdLength) continue;
            var (community, id) = (parts[..end].ToString(), parts.Slice(end + 1, Keys.IdLength).ToString());
            if (Keys.IsCommunity(community) && Keys.IsThread(id)) found.Add((community, id));
        }

        return found;
    }
}

/// <summary>What kind of text shows an upload; the numbers are in the tables.</summary>
internal enum UploadPlace
{
    /// <summary>A post, by its number.</summary>
    Post = 0,

    /// <summary>A member's biography, by the member's number.</summary>
    Biography = 1,

    /// <summary>A member's face, by the member's number.</summary>
    Face = 2,

    /// <summary>What its community is for.</summary>
    Purpose = 3,

    /// <summary>The rules of its community, before they had versions.</summary>
    Rules = 4,

    /// <summary>A published policy of its community, by the number of the version.</summary>
    Policy = 5,

    /// <summary>A knowledge page of its community, by a number that its category's name gives.</summary>
    Knowledge = 6,
}
