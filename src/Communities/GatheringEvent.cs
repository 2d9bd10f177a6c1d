using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to gatherings.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// Who did it, and when, stands in the envelope.
/// </remarks>
[JsonDerivedType(typeof(Planned), "gathering.planned"), JsonDerivedType(typeof(Changed), "gathering.changed")]
[JsonDerivedType(typeof(Cancelled), "gathering.cancelled"), JsonDerivedType(typeof(Answered), "gathering.answered")]
[JsonDerivedType(typeof(MovedUp), "gathering.moved-up"), JsonDerivedType(typeof(Reminded), "gathering.reminded")]
[JsonDerivedType(typeof(Began), "gathering.began"), JsonDerivedType(typeof(Ended), "gathering.ended")]
[JsonDerivedType(typeof(Attended), "gathering.attended"), JsonDerivedType(typeof(Missed), "gathering.missed")]
[JsonDerivedType(typeof(CodeSet), "gathering.code-set"), JsonDerivedType(typeof(Recapped), "gathering.recapped")]
[JsonDerivedType(typeof(SessionProposed), "gathering.session-proposed")]
[JsonDerivedType(typeof(SessionRetracted), "gathering.session-retracted")]
[JsonDerivedType(typeof(SessionVoted), "gathering.session-voted")]
[JsonDerivedType(typeof(SessionUnvoted), "gathering.session-unvoted")]
[JsonDerivedType(typeof(BoardSet), "gathering.board-set")]
[JsonDerivedType(typeof(SessionPlaced), "gathering.session-placed")]
public abstract record GatheringEvent
{
    /// <summary>It was planned.</summary>
    public sealed record Planned(GatheringPlan As) : GatheringEvent;

    /// <summary>It is planned otherwise.</summary>
    /// <param name="As">How.</param>
    /// <param name="Sequence">How often it has changed.</param>
    /// <param name="To">Who is told, where time or place are others.</param>
    public sealed record Changed(GatheringPlan As, int Sequence, ImmutableArray<string>? To = null) : GatheringEvent;

    /// <summary>It was called off, and these are told.</summary>
    public sealed record Cancelled(string? Reason, ImmutableArray<string> To, int Sequence) : GatheringEvent;

    /// <summary>This account comes, waits, may come, or does not come.</summary>
    public sealed record Answered(string Account, Rsvp With) : GatheringEvent;

    /// <summary>This account waited, and comes now.</summary>
    public sealed record MovedUp(string Account) : GatheringEvent;

    /// <summary>It starts then, in about so many minutes, and these are told.</summary>
    public sealed record Reminded(int Minutes, DateTimeOffset Starts, ImmutableArray<string> To) : GatheringEvent;

    /// <summary>It has begun; its live room, where it has one, is opened by its planner.</summary>
    public sealed record Began(string Title, string Planner, string? Category = null, bool HasRoom = false)
        : GatheringEvent;

    /// <summary>It is over.</summary>
    public sealed record Ended : GatheringEvent;

    /// <summary>These have come.</summary>
    public sealed record Attended(ImmutableArray<string> Accounts) : GatheringEvent;

    /// <summary>These have not come after all.</summary>
    public sealed record Missed(ImmutableArray<string> Accounts) : GatheringEvent;

    /// <summary>This is the code at the door; null: there is none.</summary>
    public sealed record CodeSet(string? Code) : GatheringEvent;

    /// <summary>This is what is told of it, and these are thanked for having come.</summary>
    public sealed record Recapped(string Title, string Text, string? Category, ImmutableArray<string> To)
        : GatheringEvent;

    /// <summary>A session was proposed.</summary>
    public sealed record SessionProposed(int Session, string Title, string? Text) : GatheringEvent;

    /// <summary>A session was taken back.</summary>
    public sealed record SessionRetracted(int Session) : GatheringEvent;

    /// <summary>Somebody would come to a session.</summary>
    public sealed record SessionVoted(int Session) : GatheringEvent;

    /// <summary>Somebody would not come to a session after all.</summary>
    public sealed record SessionUnvoted(int Session) : GatheringEvent;

    /// <summary>The board has these rooms and times; what stood elsewhere is off it.</summary>
    public sealed record BoardSet(ImmutableArray<string> Rooms, ImmutableArray<DateTimeOffset> Times) : GatheringEvent;

    /// <summary>A session is in this room at this time of the board, counted from 1, or off it.</summary>
    public sealed record SessionPlaced(int Session, int Room, int Time) : GatheringEvent;
}
