using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>
/// How a community takes newcomers along: messages that come one by one after joining, each only while what it asks for
/// is still undone.
/// </summary>
/// <param name="IsOn">Whoever joins from now on is taken along.</param>
/// <param name="Steps">The steps; they are taken in the order of their times.</param>
public sealed record Journey(bool IsOn, ImmutableArray<JourneyStep> Steps)
{
    /// <summary>The most steps: more messages than that in somebody's first weeks are a nuisance.</summary>
    public const int StepsMax = 12;

    /// <summary>The latest step, in hours after joining: who has been here for a year is new no longer.</summary>
    public const int HoursMax = 24 * 365;

    /// <summary>The longest text of a step, in characters: a page of a letter.</summary>
    public const int TextMax = 2_000;

    /// <summary>So long at least lies between two steps: what waited for the program does not come at once.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromHours(12);

    /// <summary>What a community begins with, at times that large communities found welcome.</summary>
    public static Journey Default { get; } = new(false,
    [
        new("welcome", StepKind.Welcome, 3), new("introduce", StepKind.Introduce, 24),
        new("react", StepKind.React, 3 * 24), new("profile", StepKind.Profile, 5 * 24),
        new("answer", StepKind.Answer, 6 * 24), new("open", StepKind.Open, 8 * 24),
    ]);

    /// <summary>The step of this id, or null.</summary>
    public JourneyStep? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>What a new member will walk: ids, kinds and times, in order.</summary>
    [JsonIgnore]
    public ImmutableArray<PlannedStep> Plan => [.. Steps.OrderBy(step => step.AfterHours)
        .Select(step => new PlannedStep(step.Id, step.Kind, step.AfterHours, step.IsByMail))];

    internal static Refusal TooMany { get; } = new("journey.many", $"A journey has {StepsMax} steps at most.");

    internal Refusal? Fault() =>
        Steps.IsDefault || Steps.Length > StepsMax || Steps.Contains(null!)
            ? TooMany
        : Steps.Select(step => step.Id).Distinct().Count() < Steps.Length
            ? new("step.exists", "Two steps have the same short name.")
        : Steps.Select(step => step.Fault()).FirstOrDefault(fault => fault is not null);
}

/// <summary>One message of a journey.</summary>
/// <param name="Id">Its short name in this community; never changes.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="AfterHours">How many hours after joining it comes.</param>
/// <param name="IsByMail">It comes by e-mail, too, to who wants that.</param>
/// <param name="Texts">What it says, once a language; the program's own words where there are none.</param>
public sealed record JourneyStep(
    string Id, StepKind Kind, int AfterHours,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsByMail = false,
    ImmutableArray<StepText>? Texts = null)
{
    /// <summary>The longest short name, in characters.</summary>
    public const int IdMax = 40;

    /// <summary>
    /// What it says to who reads this language: the words in it, else those in another; null for the program's own.
    /// </summary>
    public StepText? TextIn(string language) =>
        Texts is not { IsEmpty: false } texts ? null
        : texts.FirstOrDefault(text => text.Language == language) ?? (Kind == StepKind.Custom ? texts[0] : null);

    internal Refusal? Fault() =>
        !Keys.IsAccount(Id) ? new("step.malformed", "A step's short name is small letters, digits and inner hyphens.")
        : !Enum.IsDefined(Kind) ? new("step.unknown", "There is no such kind of step.")
        : AfterHours is < 0 or > Journey.HoursMax
            ? new("step.range", $"A step comes 0 to {Journey.HoursMax} hours after joining.")
        : Texts is not { IsDefaultOrEmpty: false } texts
            ? Kind == StepKind.Custom || Texts is { IsDefault: true }
                ? new("step.empty", "Please write what the step says, in one language at least.")
                : null
        : texts.Any(text => text is null || !Languages.Known.Contains(text.Language))
            || texts.DistinctBy(text => text.Language).Count() < texts.Length ? Languages.Unknown
        : texts.Select(text => Text.LineFault("title", text.Title, Text.TitleMax)
            ?? Text.Fault("text", text.Text, Journey.TextMax)).FirstOrDefault(fault => fault is not null);
}

/// <summary>What a step says in one language.</summary>
/// <param name="Language">The language's short name.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">In Markdown; <c>{name}</c> stands for the member's name, <c>{community}</c> for its own.</param>
public sealed record StepText(string Language, string Title, string Text);

/// <summary>What a step asks for, and so when it is done.</summary>
public enum StepKind
{
    /// <summary>Nothing: it says welcome.</summary>
    Welcome = 0,

    /// <summary>To introduce oneself where the community does that.</summary>
    Introduce = 1,

    /// <summary>To react to a post for the first time.</summary>
    React = 2,

    /// <summary>To reply for the first time.</summary>
    Answer = 3,

    /// <summary>To open a thread for the first time, besides one's introduction.</summary>
    Open = 4,

    /// <summary>To say something about oneself, or show a picture.</summary>
    Profile = 5,

    /// <summary>Nothing that could be counted: it says what the managers wrote.</summary>
    Custom = 6,
}

/// <summary>A step as a member was set off with it; what the managers change later is for later members.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="AfterHours">How many hours after joining it comes.</param>
/// <param name="IsByMail">It comes by e-mail, too.</param>
public sealed record PlannedStep(
    string Id, StepKind Kind, int AfterHours,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsByMail = false)
{
    internal bool IsInRange => AfterHours is >= 0 and <= Journey.HoursMax;
}

/// <summary>Where and how newcomers introduce themselves.</summary>
/// <param name="Category">The category for it.</param>
/// <param name="Prompt">What stands above the questions, in Markdown; null for the program's own words.</param>
/// <param name="Questions">What the managers would like to know, in their order.</param>
/// <param name="GreetHours">Within so many hours somebody should have answered.</param>
public sealed record Introductions(
    string Category, string? Prompt, ImmutableArray<string> Questions, int GreetHours = Introductions.GreetFirst)
{
    /// <summary>The most questions: an introduction is no interview.</summary>
    public const int QuestionsMax = 5;

    /// <summary>The most hours within which to greet: two weeks, after which nobody looks any more.</summary>
    public const int GreetMax = 14 * 24;

    /// <summary>The hours within which to greet where nobody said: before the newcomer has gone again.</summary>
    public const int GreetFirst = 24;

    // But for where.
    internal bool SaysLike(Introductions other) => Prompt == other.Prompt && GreetHours == other.GreetHours
        && Questions.SequenceEqual(other.Questions);

    internal Refusal? Fault() =>
        Text.Fault("prompt", Prompt, Journey.TextMax, mayBeEmpty: true) is { } fault ? fault
        : Questions.IsDefault || Questions.Length > QuestionsMax
            ? new("questions.many", $"There are {QuestionsMax} questions at most.")
        : GreetHours is < 1 or > GreetMax
            ? new("greeting.range", $"A greeting is due within 1 to {GreetMax} hours.")
        : Questions.Select(question => Text.LineFault("question", question, Text.LineMax))
            .FirstOrDefault(wrong => wrong is not null);
}
