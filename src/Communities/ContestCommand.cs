using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a contest can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(Enter), "enter")]
[JsonDerivedType(typeof(Withdraw), "withdraw"), JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(Vote), "vote"), JsonDerivedType(typeof(Postpone), "postpone")]
[JsonDerivedType(typeof(Finish), "finish"), JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Advance), "advance")]
public abstract record ContestCommand : ICommand<Contest>
{
    /// <summary>Opens the contest, and with it its thread in the name of who asks.</summary>
    /// <param name="Title">What it is called; its thread too.</param>
    /// <param name="Rules">How one takes part, in Markdown: the thread's first post.</param>
    /// <param name="Category">The category of the thread.</param>
    /// <param name="Terms">Until when, and how many.</param>
    /// <param name="Jury">Who votes; empty: all members.</param>
    /// <param name="Words">The post that tells the results; they stand in place of <c>{results}</c>.</param>
    public sealed record Open(
        string Title, string Rules, string? Category, ContestTerms Terms, ImmutableArray<string> Jury, string Words)
        : ContestCommand;

    /// <summary>Makes this post of one's own an entry. Who asks looks whether it is one's own, and there.</summary>
    public sealed record Enter(int Number) : ContestCommand;

    /// <summary>Takes an entry back.</summary>
    public sealed record Withdraw(int Number) : ContestCommand;

    /// <summary>The program only: readers see this post of the thread, or no longer.</summary>
    public sealed record Follow(int Number, bool IsShown) : ContestCommand;

    /// <summary>Votes for these entries, in place of those before; for none: takes one's vote back.</summary>
    public sealed record Vote(ImmutableArray<int> Entries) : ContestCommand;

    /// <summary>Changes until when one enters and votes.</summary>
    public sealed record Postpone(DateTimeOffset EntriesUntil, DateTimeOffset VotingUntil) : ContestCommand;

    /// <summary>Ends the phase now: one votes, or the results are told.</summary>
    public sealed record Finish : ContestCommand;

    /// <summary>Calls it off.</summary>
    public sealed record Cancel(string Reason) : ContestCommand;

    /// <summary>The program only: looks whether a phase is over.</summary>
    public sealed record Advance : ContestCommand;
}
