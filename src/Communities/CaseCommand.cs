using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a case can be asked.</summary>
[JsonDerivedType(typeof(Receive), "receive"), JsonDerivedType(typeof(Presume), "presume")]
[JsonDerivedType(typeof(Relent), "relent")]
[JsonDerivedType(typeof(Record), "record"), JsonDerivedType(typeof(Relocate), "relocate")]
[JsonDerivedType(typeof(Change), "change"), JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Claim), "claim"), JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(Escalate), "escalate"), JsonDerivedType(typeof(Annotate), "annotate")]
[JsonDerivedType(typeof(Decide), "decide"), JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(Reopen), "reopen"), JsonDerivedType(typeof(Appeal), "appeal")]
[JsonDerivedType(typeof(AnswerAppeal), "answer-appeal")]
public abstract partial record CaseCommand : ICommand<Case>
{
    /// <summary>The program only: somebody, or a rule of automoderation, reports the subject.</summary>
    /// <param name="By">The reporter; empty for automoderation.</param>
    /// <param name="Reason">The short name of the reason; <see cref="Case.Automod"/> for automoderation.</param>
    /// <param name="Rule">The sentence that the reason stands for.</param>
    /// <param name="Weight">What the report weighs.</param>
    /// <param name="Content">What is reported, as it was.</param>
    /// <param name="Thresholds">From when on reports do something by themselves.</param>
    /// <param name="Text">What the reporter says.</param>
    /// <param name="IsIllegal">It goes to people at once, and does nothing by itself.</param>
    /// <param name="Screening">What automoderation said.</param>
    public sealed record Receive(
        string By, string Reason, string Rule, int Weight, ReportedContent Content, Thresholds Thresholds,
        string? Text = null, bool IsIllegal = false, Screening? Screening = null) : CaseCommand;

    /// <summary>The program only: a threshold was passed elsewhere, and this happens until somebody decides.</summary>
    /// <param name="Measures">What happens.</param>
    /// <param name="Author">Whom it concerns.</param>
    /// <param name="Category">The category of the thread that it is about.</param>
    /// <param name="Reason">The short name of the reason of the last report.</param>
    /// <param name="Rule">The sentence that it stands for.</param>
    public sealed record Presume(
        ImmutableArray<Measure> Measures, string Author, string? Category = null, string? Reason = null,
        string Rule = "") : CaseCommand;

    /// <summary>The program only: all that a threshold was passed by has been kept, so what it did ends.</summary>
    public sealed record Relent : CaseCommand;

    /// <summary>
    /// The program only: a moderator removed the post, or brought it back, where it stands and not in its case.
    /// </summary>
    /// <param name="By">The moderator.</param>
    /// <param name="IsRemoved">Removed, or brought back.</param>
    /// <param name="Author">Whose post it is.</param>
    /// <param name="Text">Why, in the moderator's words.</param>
    /// <param name="Category">The category in which it stands; null for none, or where that is not known.</param>
    public sealed record Record(
        string By, bool IsRemoved, string Author, string? Text = null, string? Category = null) : CaseCommand;

    /// <summary>The program only: the post stands there now.</summary>
    public sealed record Relocate(Subject Place) : CaseCommand;

    /// <summary>The program only: the post of this case came here, and may go on.</summary>
    public sealed record Follow(Subject Of) : CaseCommand;

    /// <summary>The program only: somebody has changed what this decision withholds.</summary>
    public sealed record Change(int Number, int Revision, string By) : CaseCommand;

    /// <summary>Opens a case that nobody has reported, or one that was resolved.</summary>
    public sealed record Open(ReportedContent Content, string? Note = null) : CaseCommand;

    /// <summary>Begins to work on the case, perhaps in place of another moderator.</summary>
    public sealed record Claim(bool TakeOver = false) : CaseCommand;

    /// <summary>Works on the case no longer.</summary>
    public sealed record Release : CaseCommand;

    /// <summary>Hands the case to the managers.</summary>
    public sealed record Escalate(string? Note = null) : CaseCommand;

    /// <summary>Writes a note that only moderators read.</summary>
    public sealed record Annotate(string Text) : CaseCommand;

    /// <summary>Decides the case.</summary>
    /// <param name="Measures">What is done: 1 to <see cref="Case.MeasuresMax"/>, each kind once.</param>
    /// <param name="Reason">The short name of the community's reason; null for none of them.</param>
    /// <param name="Rule">The rule that it rests on, in a sentence; may be empty where all is kept.</param>
    /// <param name="Text">What the author reads; may be empty where all is kept.</param>
    /// <param name="Note">What only moderators read.</param>
    /// <param name="Seen">The case's version that the moderator saw; null for whatever it is.</param>
    /// <param name="Of">The role of the author; the server finds it.</param>
    /// <param name="StrikeDays">How long a strike counts there; the server finds it.</param>
    /// <param name="IsAlone">There is nobody else who keeps order; the server finds it.</param>
    public sealed record Decide(
        ImmutableArray<Measure> Measures, string? Reason, string Rule, string Text, string? Note = null,
        long? Seen = null, Role Of = Role.Member, int StrikeDays = 180, bool IsAlone = false) : CaseCommand;

    /// <summary>Takes a decision back, so that all is as it was before it.</summary>
    /// <param name="Number">Which decision.</param>
    /// <param name="Text">Why, for the author and moderators to read.</param>
    public sealed record Undo(int Number, string? Text = null) : CaseCommand;

    /// <summary>Opens a resolved case again.</summary>
    public sealed record Reopen(string? Note = null) : CaseCommand;

    /// <summary>
    /// Objects to a decision; only whom it concerns, once, within <see cref="Case.AppealDays"/> days.
    /// </summary>
    public sealed record Appeal(int Number, string Text) : CaseCommand;

    /// <summary>Answers an appeal.</summary>
    /// <param name="Number">Which decision it is against.</param>
    /// <param name="IsOverturned">The decision was wrong, and all that it did is undone.</param>
    /// <param name="Text">Why, for who appealed to read.</param>
    /// <param name="IsAlone">There is nobody else who could answer; the server finds it.</param>
    public sealed record AnswerAppeal(int Number, bool IsOverturned, string Text, bool IsAlone = false)
        : CaseCommand;
}
