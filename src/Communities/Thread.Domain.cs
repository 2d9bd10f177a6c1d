using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadCommand;

namespace Communities;

/// <content>How the thread goes with its community's domain: whether it belongs there, what was taken of it.</content>
public sealed partial record Thread
{
    /// <summary>Somebody who keeps order has said that it belongs here, whatever its words are.</summary>
    public bool IsFitting { get; init; }

    // What is gone has taught nothing; whose it is, only the thread knows.
    private Decision<ThreadEvent> TakingUp(TakeUp c) =>
        !Has(c.Number) || Author(c.Number).Length == 0 ? []
            : [new ThreadEvent.TakenUp(c.Number, Author(c.Number), c.Category, c.By)];
}

/// <content>How the thread goes with the domain of its community.</content>
[JsonDerivedType(typeof(DeemFitting), "deem-fitting"), JsonDerivedType(typeof(TakeUp), "take-up")]
public abstract partial record ThreadCommand
{
    /// <summary>Says that the thread belongs here, or takes that back; it is not pointed out any more.</summary>
    public sealed record DeemFitting(bool IsFitting = true) : ThreadCommand;

    /// <summary>The program only: a post became a source of this category's knowledge page, by this account.</summary>
    public sealed record TakeUp(int Number, string Category, string By) : ThreadCommand;
}

/// <content>How the thread goes with the domain of its community.</content>
[JsonDerivedType(typeof(DeemedFitting), "thread.deemed-fitting"), JsonDerivedType(typeof(TakenUp), "thread.taken-up")]
public abstract partial record ThreadEvent
{
    /// <summary>The thread belongs here, whatever its words are; or its words decide again.</summary>
    public sealed record DeemedFitting(bool IsFitting) : ThreadEvent;

    /// <summary>This post of this author became a source of that category's knowledge page, by that account.</summary>
    public sealed record TakenUp(int Number, string Author, string Category, string By) : ThreadEvent;
}
