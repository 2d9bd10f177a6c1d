using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads policies.</summary>
internal static class PolicyViews
{
    public static PolicyView? Get(Database database, string place, string name, Viewer viewer)
    {
        var isKept = viewer.Standing.Is(Role.Manager);
        var sight = viewer.Look(database, place);
        var row = database.Query("""
            SELECT number, summary, at, effective_at, asks, state, CASE WHEN text = '' THEN 1 ELSE 0 END,
                (SELECT count(*) FROM consents c
                    WHERE c.community = p.place AND c.policy = p.name AND c.version = p.number)
            FROM policies p WHERE place = ? AND name = ? ORDER BY number DESC
            """).Bind(place).Bind(name);
        var draft = database.Query("SELECT text, summary, at, by FROM policy_drafts WHERE place = ? AND name = ?")
            .Bind(place).Bind(name);
        if (place != Keys.Site && !sight.IsOpen()) return null;
        var versions = new List<PolicyVersionView>();
        while (row.Step())
            versions.Add(new PolicyVersionView(
                row.Int(0), row.Text(1), row.Time(2), row.Time(3), row.Bool(4), (VersionState)row.Int(5),
                row.Int(6) == 1, isKept && place != Keys.Site ? row.Int(7) : null));
        var written = isKept && draft.Step()
            ? new PolicyDraftView(draft.Text(0), draft.Text(1), draft.Time(2), draft.Text(3))
            : null;
        return versions.Count == 0 && written is null ? null : new PolicyView(place, name, versions, written);
    }

    public static string? Text(Database database, string place, string name, int number, Viewer viewer)
    {
        var sight = viewer.Look(database, place);
        var row = database.Query("SELECT text FROM policies WHERE place = ? AND name = ? AND number = ?")
            .Bind(place).Bind(name).Bind(number);
        return (place == Keys.Site || sight.IsOpen()) && row.Step() ? row.Text(0) : null;
    }
}
