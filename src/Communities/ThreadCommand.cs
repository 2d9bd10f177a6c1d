using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a thread can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(Reply), "reply"), JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(Organise), "organise"), JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(Restore), "restore"), JsonDerivedType(typeof(React), "react")]
[JsonDerivedType(typeof(Unreact), "unreact"), JsonDerivedType(typeof(CountReactions), "count-reactions")]
[JsonDerivedType(typeof(Accept), "accept"), JsonDerivedType(typeof(Unaccept), "unaccept")]
[JsonDerivedType(typeof(CountViews), "count-views")]
[JsonDerivedType(typeof(Watch), "watch"), JsonDerivedType(typeof(Unwatch), "unwatch")]
public abstract partial record ThreadCommand : ICommand<Thread>
{
    /// <summary>
    /// Opens the thread with its first post, in Markdown, perhaps with a poll, by its id, or to continue a thread that
    /// is full, or to take up what an old one is about, or as an introduction that somebody should answer by a time,
    /// which the server sets. What the program opens is news only where it says so: an import brings old threads.
    /// </summary>
    public sealed record Open(
        string Title, string Text, string? Category, ImmutableArray<string> Tags, string? Poll = null,
        string? Follows = null, Screening? Screening = null, bool IsNews = false, DateTimeOffset? GreetBy = null,
        string? Renews = null) : ThreadCommand;

    /// <summary>
    /// Adds a post, in Markdown, perhaps to a certain post, perhaps with a poll, by its id, perhaps to sum the thread
    /// up.
    /// </summary>
    public sealed record Reply(
        string Text, int? ReplyTo = null, string? Poll = null, Screening? Screening = null, bool IsSummary = false)
        : ThreadCommand;

    /// <summary>Puts another text in place of a post's.</summary>
    public sealed record Edit(int Number, string Text, Screening? Screening = null) : ThreadCommand;

    /// <summary>Gives the thread this title, category and these tags.</summary>
    public sealed record Organise(string Title, string? Category, ImmutableArray<string> Tags) : ThreadCommand;

    /// <summary>Takes a post away (number 1: the whole thread).</summary>
    public sealed record Remove(int Number, string? Reason = null) : ThreadCommand;

    /// <summary>Brings a removed post back.</summary>
    public sealed record Restore(int Number) : ThreadCommand;

    /// <summary>Reacts to a post.</summary>
    public sealed record React(int Number, string Kind) : ThreadCommand;

    /// <summary>Takes one's reaction back.</summary>
    public sealed record Unreact(int Number, string Kind) : ThreadCommand;

    /// <summary>Import only: adds reactions of which only the number is known.</summary>
    public sealed record CountReactions(int Number, string Kind, int Count) : ThreadCommand;

    /// <summary>Says that this post answers the question.</summary>
    public sealed record Accept(int Number) : ThreadCommand;

    /// <summary>Says that the question is not answered after all.</summary>
    public sealed record Unaccept : ThreadCommand;

    /// <summary>The program only: it was opened this often since it was last told.</summary>
    public sealed record CountViews(int Count) : ThreadCommand;

    /// <summary>The program only: these accounts want to hear of every post.</summary>
    public sealed record Watch(ImmutableArray<string> Accounts) : ThreadCommand;

    /// <summary>The program only: this account does not want to hear of every post.</summary>
    public sealed record Unwatch(string Account) : ThreadCommand;
}
