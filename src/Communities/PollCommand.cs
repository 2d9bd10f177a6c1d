using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a poll can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(Attach), "attach")]
[JsonDerivedType(typeof(Follow), "follow"), JsonDerivedType(typeof(Vote), "vote")]
[JsonDerivedType(typeof(Withdraw), "withdraw"), JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Reopen), "reopen")]
public abstract record PollCommand : ICommand<Poll>
{
    /// <summary>Opens the poll. Nobody sees it before a post of the same author brings it.</summary>
    public sealed record Open(
        string Question, ImmutableArray<string> Options, PollTerms Terms, DateTimeOffset? ClosesAt) : PollCommand;

    /// <summary>The program only: this post of that author brings it. The first one counts.</summary>
    public sealed record Attach(string Thread, int Number, string Author) : PollCommand;

    /// <summary>The program only: its post has been moved there.</summary>
    public sealed record Follow(string Thread, int Number) : PollCommand;

    /// <summary>Chooses these options, in place of those chosen before.</summary>
    public sealed record Vote(ImmutableArray<int> Choices) : PollCommand;

    /// <summary>Takes one's ballot back.</summary>
    public sealed record Withdraw : PollCommand;

    /// <summary>Ends the poll.</summary>
    public sealed record Close : PollCommand;

    /// <summary>Takes ballots again, with no time at which it ends.</summary>
    public sealed record Reopen : PollCommand;
}
