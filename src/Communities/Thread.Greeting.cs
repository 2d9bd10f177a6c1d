using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>Introductions, which somebody should answer in time.</content>
public sealed partial record Thread
{
    /// <summary>By when somebody should have answered it, an introduction; null for other threads.</summary>
    public DateTimeOffset? GreetBy { get; init; }

    /// <summary>Somebody has answered it, an introduction; nobody is its first again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsGreeted { get; init; }

    private bool GreetsNow(string by) => GreetBy is not null && !IsGreeted && by.Length > 0 && by != Author(1);

    // Once, and only for what readers can answer.
    private Decision<ThreadEvent> Greeting() =>
        GreetBy is { } by && IsStanding && !Authors.Keys.Any(author => author != Author(1))
            ? [new Ungreeted(Author(1), by)]
            : [];
}

/// <content>Introductions.</content>
[JsonDerivedType(typeof(LookForGreeting), "look-for-greeting")]
public abstract partial record ThreadCommand
{
    /// <summary>The program only: the time by which somebody should have answered the introduction has come.</summary>
    public sealed record LookForGreeting : ThreadCommand;
}

/// <content>Introductions.</content>
[JsonDerivedType(typeof(Ungreeted), "thread.ungreeted")]
public abstract partial record ThreadEvent
{
    /// <summary>Nobody has answered this author's introduction by then.</summary>
    public sealed record Ungreeted(string Author, DateTimeOffset By) : ThreadEvent;
}
