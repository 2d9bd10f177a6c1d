using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>How soon its questions shall be answered, and for how long answers are trusted.</content>
public sealed partial record Community
{
    /// <summary>How its managers want questions to be answered; null for as it began.</summary>
    public QuestionSettings? ChosenQuestions { get; init; }

    /// <summary>How questions shall be answered.</summary>
    [JsonIgnore]
    public QuestionSettings Questions => ChosenQuestions ?? QuestionSettings.Default;

    /// <summary>
    /// What threads of this category aim at: what is said of it, or of the one above it, or of the whole community.
    /// </summary>
    public AnswerTarget TargetOf(string? category) =>
        Questions.Of(category)
        ?? Questions.Of(Categories.Find(one => one.Slug == category)?.Parent)
        ?? new AnswerTarget(category ?? "", Questions.Hours, Questions.IsSolved);

    private Decision<CommunityEvent> Asking(SetQuestions c) =>
        c.Settings is null ? new Refusal("settings.empty", "These are no settings.")
        : c.Settings.Fault(Has) is { } fault ? fault
        : c.Settings.IsSame(Questions) ? []
        : [new QuestionsSet(c.Settings, Questions)];
}

[JsonDerivedType(typeof(SetQuestions), "set-questions")]
public abstract partial record CommunityCommand
{
    /// <summary>Says how questions shall be answered, as a whole.</summary>
    public sealed record SetQuestions(QuestionSettings Settings) : CommunityCommand;
}

[JsonDerivedType(typeof(QuestionsSet), "community.questions-set")]
public abstract partial record CommunityEvent
{
    /// <summary>Questions shall be answered so from now on, and no longer so.</summary>
    public sealed record QuestionsSet(QuestionSettings Settings, QuestionSettings Before) : CommunityEvent;
}
