using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a gathering can be asked.</summary>
[JsonDerivedType(typeof(Plan), "plan"), JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Cancel), "cancel"), JsonDerivedType(typeof(Respond), "respond")]
[JsonDerivedType(typeof(Excuse), "excuse"), JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(Begin), "begin"), JsonDerivedType(typeof(End), "end")]
[JsonDerivedType(typeof(Attend), "attend"), JsonDerivedType(typeof(Miss), "miss")]
[JsonDerivedType(typeof(SetCode), "set-code"), JsonDerivedType(typeof(CheckIn), "check-in")]
[JsonDerivedType(typeof(Recap), "recap")]
[JsonDerivedType(typeof(Propose), "propose"), JsonDerivedType(typeof(Retract), "retract")]
[JsonDerivedType(typeof(Vote), "vote"), JsonDerivedType(typeof(Unvote), "unvote")]
[JsonDerivedType(typeof(SetBoard), "set-board"), JsonDerivedType(typeof(PlaceSession), "place-session")]
public abstract record GatheringCommand : ICommand<Gathering>
{
    /// <summary>Plans it; who asks hosts it.</summary>
    public sealed record Plan(GatheringPlan As) : GatheringCommand;

    /// <summary>Plans it otherwise; whoever comes is told where time or place are others.</summary>
    public sealed record Change(GatheringPlan As) : GatheringCommand;

    /// <summary>Calls it off.</summary>
    public sealed record Cancel(string? Reason = null) : GatheringCommand;

    /// <summary>Says whether one comes; where it is full one waits.</summary>
    public sealed record Respond(Rsvp With) : GatheringCommand;

    /// <summary>Hosts, or the program of who went for good: this account does not come after all.</summary>
    /// <param name="Account">Which.</param>
    /// <param name="From">Since when, for the program: what was over by then stays as it was.</param>
    public sealed record Excuse(string Account, DateTimeOffset? From = null) : GatheringCommand;

    /// <summary>The program only: it starts in so many minutes, unless it was moved since.</summary>
    public sealed record Remind(int Minutes, DateTimeOffset Starts) : GatheringCommand;

    /// <summary>The program only: it starts, unless it was moved since; its live room is called so.</summary>
    /// <param name="Starts">The time that its alarm was set for; null where it is told that it began.</param>
    /// <param name="Title">What its live room is called.</param>
    /// <param name="Category">The category of its live room.</param>
    /// <param name="HasRoom">It has one.</param>
    public sealed record Begin(
        DateTimeOffset? Starts, string Title, string? Category = null, bool HasRoom = false) : GatheringCommand;

    /// <summary>The program only: it ends, unless it was moved since.</summary>
    /// <param name="Ends">The time that its alarm was set for; null where it is told that it ended.</param>
    public sealed record End(DateTimeOffset? Ends) : GatheringCommand;

    /// <summary>Hosts only: these have come.</summary>
    public sealed record Attend(ImmutableArray<string> Accounts) : GatheringCommand;

    /// <summary>Hosts only: these have not come after all.</summary>
    public sealed record Miss(ImmutableArray<string> Accounts) : GatheringCommand;

    /// <summary>Hosts only: who knows this code was at the door; null ends it.</summary>
    public sealed record SetCode(string? Code) : GatheringCommand;

    /// <summary>Shows by the code at the door that one has come.</summary>
    public sealed record CheckIn(string Code) : GatheringCommand;

    /// <summary>Hosts only: opens the thread that tells what it was, and thanks those who came.</summary>
    public sealed record Recap(string Title, string Text, string? Category = null) : GatheringCommand;

    /// <summary>Proposes a session.</summary>
    public sealed record Propose(string Title, string? Text = null) : GatheringCommand;

    /// <summary>Takes a session back.</summary>
    public sealed record Retract(int Session) : GatheringCommand;

    /// <summary>Would come to a session.</summary>
    public sealed record Vote(int Session) : GatheringCommand;

    /// <summary>Would not come to a session after all.</summary>
    public sealed record Unvote(int Session) : GatheringCommand;

    /// <summary>Hosts only: the rooms and the times of the board.</summary>
    public sealed record SetBoard(ImmutableArray<string> Rooms, ImmutableArray<DateTimeOffset> Times)
        : GatheringCommand;

    /// <summary>Hosts only: puts a session into a room at a time, counted from 1; 0 and 0 take it off.</summary>
    public sealed record PlaceSession(int Session, int Room, int Time) : GatheringCommand;
}
