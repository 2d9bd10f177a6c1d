using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What an interview can be asked.</summary>
[JsonDerivedType(typeof(Announce), "announce"), JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Remind), "remind"), JsonDerivedType(typeof(Begin), "begin")]
[JsonDerivedType(typeof(End), "end"), JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Cancel), "cancel")]
public abstract record InterviewCommand : ICommand<Interview>
{
    /// <summary>The program only: its thread is open.</summary>
    public sealed record Announce(
        string Host, ImmutableArray<string> Guests, DateTimeOffset LiveAt, DateTimeOffset EndsAt) : InterviewCommand;

    /// <summary>Gives it other guests or times; once it is live, its beginning stays.</summary>
    public sealed record Change(ImmutableArray<string> Guests, DateTimeOffset LiveAt, DateTimeOffset EndsAt)
        : InterviewCommand;

    /// <summary>The program only: it is live soon.</summary>
    public sealed record Remind : InterviewCommand;

    /// <summary>Guests answer from now on.</summary>
    /// <param name="At">The time that its alarm was set for; null where somebody does it by hand.</param>
    public sealed record Begin(DateTimeOffset? At = null) : InterviewCommand;

    /// <summary>The program only: the time for answers is over.</summary>
    /// <param name="At">The time that its alarm was set for; null where it is told that it was over.</param>
    public sealed record End(DateTimeOffset? At) : InterviewCommand;

    /// <summary>Ends it with this post of its thread, which sums it up.</summary>
    public sealed record Close(int Summary) : InterviewCommand;

    /// <summary>It does not take place.</summary>
    public sealed record Cancel : InterviewCommand;
}
