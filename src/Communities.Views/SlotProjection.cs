using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Communities.Actors;
using static Communities.SlotEvent;

namespace Communities.Views;

/// <summary>The slots of the editorial calendar.</summary>
internal static class SlotProjection
{
    private const string LocalFormat = "yyyy-MM-ddTHH:mm";

    public static void Apply(Database database, SlotEvent happened, Envelope envelope)
    {
        var (community, slot) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Opened e:
                database.Prepare("""
                    INSERT INTO slots VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, 0, 0, NULL, ?, ?, NULL, NULL)
                    """).Bind(community).Bind(slot)
                    .Bind((long)(e.IsScheduled ? SlotStatus.Scheduled : SlotStatus.Draft))
                    .Bind(e.Content.Author).Bind(Json(e.Content)).Bind(Local(e.Time)).Bind(e.Time?.Zone)
                    .Bind(e.At?.ToUnixTimeMilliseconds()).Bind(e.Recurrence is null ? null : Json(e.Recurrence))
                    .Bind((e.Day ?? e.Time?.Day)?.DayNumber).Bind(e.Occurrence).Bind(envelope.By).Bind(at).Run();
                break;
            case Edited e:
                database.Prepare($"""
                    UPDATE slots SET author = ?, content = ?, series = ?, written_by = ?, written_at = ?
                        {(e.IsKept ? "" : ", status = 0, reviewed_by = NULL")} WHERE community = ? AND id = ?
                    """).Bind(e.Content.Author).Bind(Json(e.Content)).Bind(e.Series is null ? null : Json(e.Series))
                    .Bind(envelope.By).Bind(at).Bind(community).Bind(slot).Run();
                break;
            case Planned e:
                database.Prepare("""
                    UPDATE slots SET local = ?1, zone = ?2, at = ?3, missed = 0,
                        day = CASE WHEN recurrence IS NULL THEN ?4 ELSE day END WHERE community = ?5 AND id = ?6
                    """).Bind(Local(e.Time)).Bind(e.Time?.Zone).Bind(e.At?.ToUnixTimeMilliseconds())
                    .Bind(e.Time?.Day.DayNumber).Bind(community).Bind(slot).Run();
                break;
            case Repeated e:
                database.Prepare("""
                    UPDATE slots SET recurrence = ?1, day = coalesce(?2, day) WHERE community = ?3 AND id = ?4
                    """).Bind(e.Recurrence is null ? null : Json(e.Recurrence))
                    .Bind(e.Recurrence?.Start.DayNumber).Bind(community).Bind(slot).Run();
                break;
            case Submitted: Set("submitted = 1, note = NULL"); break;
            case Reviewed:
                database.Prepare("""
                    UPDATE slots SET status = 1, submitted = 0, note = NULL, reviewed_by = ?
                    WHERE community = ? AND id = ?
                    """).Bind(envelope.By).Bind(community).Bind(slot).Run();
                break;
            case Returned e:
                database.Prepare("""
                    UPDATE slots SET status = 0, submitted = 0, reviewed_by = NULL, note = ?
                    WHERE community = ? AND id = ?
                    """).Bind(e.Note).Bind(community).Bind(slot).Run();
                break;
            case Scheduled: Set($"status = {(int)SlotStatus.Scheduled}"); break;
            case Missed: Set("missed = 1"); break;
            case PollAsked: break; // A moment later it is published.
            case Published e:
                database.Prepare($"""
                    UPDATE slots SET status = {(int)SlotStatus.Published}, content = ?, at = ?, thread = ?
                    WHERE community = ? AND id = ?
                    """).Bind(Json(e.Content)).Bind(at).Bind(e.Thread).Bind(community).Bind(slot).Run();
                break;
            case Cancelled: Set($"status = {(int)SlotStatus.Cancelled}"); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Set(string what) => database.Prepare($"UPDATE slots SET {what} WHERE community = ? AND id = ?")
            .Bind(community).Bind(slot).Run();
    }

    /// <summary>What a row holds in the places of <see cref="SlotViews"/>.</summary>
    public static SlotTime? Time(string? local, string? zone) => local is null || zone is null ? null
        : new SlotTime(DateTime.ParseExact(local, LocalFormat, CultureInfo.InvariantCulture), zone);

    /// <summary>What <see cref="Json"/> wrote.</summary>
    public static TWritten Read<TWritten>(string json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<TWritten>)Domain.Json.GetTypeInfo(typeof(TWritten)))!;

    private static string Json<TWritten>(TWritten it) =>
        JsonSerializer.Serialize(it, (JsonTypeInfo<TWritten>)Domain.Json.GetTypeInfo(typeof(TWritten)));

    private static string? Local(SlotTime? time) => time?.Local.ToString(LocalFormat, CultureInfo.InvariantCulture);
}
