using System.Collections.Immutable;
using System.Diagnostics;
using Communities.Actors;
using static Communities.GatheringCommand;
using static Communities.GatheringEvent;

namespace Communities;

/// <content>What is proposed for it, voted for, and put on the board of rooms and times.</content>
public sealed partial record Gathering
{
    /// <summary>The most sessions: more than a hundred nobody compares.</summary>
    public const int SessionsMax = 100;

    /// <summary>The most sessions that somebody other than a host proposes.</summary>
    public const int OwnSessionsMax = 5;

    /// <summary>The most rooms of a board: what stands beside each other on a wide screen.</summary>
    public const int RoomsMax = 12;

    /// <summary>The most times of a board: three days of eight.</summary>
    public const int TimesMax = 24;

    private Decision<GatheringEvent> OnBoard(GatheringCommand command, Turn turn) => command switch
    {
        _ when Fault(turn) is { } fault => fault,
        _ when !GatheringPlan.HasBoard(Form) =>
            new Refusal("board.missing", "This gathering has no board of sessions."),
        Propose c => Proposing(c, turn),
        SetBoard c => BoardFault(c) ?? (Decision<GatheringEvent>)[
            new BoardSet([.. c.Rooms.Select(room => room.Trim())], [.. c.Times.Distinct().Order()])],
        Vote c when !Has(c.Session) => NoSuchSession,
        Unvote c when !Has(c.Session) => NoSuchSession,
        Retract c when !Has(c.Session) => NoSuchSession,
        PlaceSession c when !Has(c.Session) => NoSuchSession,
        Vote when turn.By.Length == 0 => Refusals.MembersOnly,
        Vote c => Sessions[c.Session - 1].Votes.Contains(turn.By) ? [] : [new SessionVoted(c.Session)],
        Unvote c => Sessions[c.Session - 1].Votes.Contains(turn.By) ? [new SessionUnvoted(c.Session)] : [],
        Retract c when Sessions[c.Session - 1].Author != turn.By && !IsKeptBy(turn.By, turn.Standing) => HostsOnly,
        Retract c => [new SessionRetracted(c.Session)],
        PlaceSession c => Placing(c),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Decision<GatheringEvent> Proposing(Propose c, Turn turn)
    {
        var isKept = IsKeptBy(turn.By, turn.Standing);
        if (Form == GatheringForm.Conference && !isKept) return HostsOnly;
        if (Text.LineFault("title", c.Title, Text.TitleMax) is { } untitled) return untitled;
        if (Text.Fault("text", c.Text, Text.AboutMax, mayBeEmpty: true) is { } fault) return fault;
        if (Sessions.Count >= SessionsMax)
            return new Refusal("sessions.many", $"A gathering has {SessionsMax} sessions at most.");
        return !isKept && Sessions.Count(session => !session.IsRetracted && session.Author == turn.By) >= OwnSessionsMax
            ? new Refusal("own-sessions.many", $"Nobody proposes more than {OwnSessionsMax} sessions.")
            : [new SessionProposed(Sessions.Count + 1, c.Title, string.IsNullOrWhiteSpace(c.Text) ? null : c.Text)];
    }

    private Decision<GatheringEvent> Placing(PlaceSession c)
    {
        var session = Sessions[c.Session - 1];
        var isOff = c.Room == 0 && c.Time == 0;
        if (!isOff && (c.Room < 1 || c.Room > Rooms || c.Time < 1 || c.Time > Times))
            return new Refusal("board.range", "The board has no such room, or no such time.");
        if (session.Room == c.Room && session.Time == c.Time) return [];
        return !isOff && Sessions.Exists(other => !other.IsRetracted && other.Room == c.Room && other.Time == c.Time)
            ? new Refusal("session.taken", "Another session is in that room at that time.")
            : [new SessionPlaced(c.Session, c.Room, c.Time)];
    }

    private Refusal? BoardFault(SetBoard c) =>
        c.Rooms.IsDefault || c.Rooms.Length > RoomsMax ? new("rooms.many", $"A board has {RoomsMax} rooms at most.")
        : c.Rooms.Select(room => Text.LineFault("room", room, Text.NameMax)).FirstOrDefault(no => no is not null)
            is { } wrong ? wrong
        : c.Times.IsDefault || c.Times.Length > TimesMax ? new("times.many", $"A board has {TimesMax} times at most.")
        : c.Times.Any(time => time < Starts || time >= Ends)
            ? new("times.range", "The times of the board lie between start and end.")
        : null;

    private bool Has(int session) =>
        session >= 1 && session <= Sessions.Count && !Sessions[session - 1].IsRetracted;

    private static Refusal NoSuchSession { get; } = new("session-proposal.missing", "There is no such session.");

    private Gathering OnBoard(GatheringEvent happened, Moment moment) => happened switch
    {
        SessionProposed => this with { Sessions = Sessions.Add(new GatheringSession { Author = moment.By }) },
        SessionRetracted e => With(e.Session, session => session with { IsRetracted = true, Room = 0, Time = 0 }),
        SessionVoted e => With(e.Session, session => session with { Votes = session.Votes.Add(moment.By) }),
        SessionUnvoted e => With(e.Session, session => session with { Votes = session.Votes.Remove(moment.By) }),
        SessionPlaced e => With(e.Session, session => session with { Room = e.Room, Time = e.Time }),
        BoardSet e => this with
        {
            Rooms = e.Rooms.Length,
            Times = e.Times.Length,
            Sessions = Sessions.ConvertAll(session => session.Room > e.Rooms.Length || session.Time > e.Times.Length
                ? session with { Room = 0, Time = 0 } : session),
        },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Gathering With(int session, Func<GatheringSession, GatheringSession> change) =>
        this with { Sessions = Sessions.SetItem(session - 1, change(Sessions[session - 1])) };
}

/// <summary>What somebody proposed to do at a gathering.</summary>
public sealed record GatheringSession
{
    /// <summary>Who proposed it; empty where the account is gone.</summary>
    public string Author { get; init; } = "";

    /// <summary>Who would come to it.</summary>
    public ImmutableHashSet<string> Votes { get; init; } = [];

    /// <summary>The number of its room on the board, from 1; 0 while it has none.</summary>
    public int Room { get; init; }

    /// <summary>The number of its time on the board, from 1; 0 while it has none.</summary>
    public int Time { get; init; }

    /// <summary>It was taken back.</summary>
    public bool IsRetracted { get; init; }
}
