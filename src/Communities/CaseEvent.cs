using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to cases.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// Which moderator did it stands in the envelope, except where the program did it for somebody.
/// </remarks>
[JsonDerivedType(typeof(Reported), "case.reported"), JsonDerivedType(typeof(Opened), "case.opened")]
[JsonDerivedType(typeof(Claimed), "case.claimed"), JsonDerivedType(typeof(Released), "case.released")]
[JsonDerivedType(typeof(Escalated), "case.escalated"), JsonDerivedType(typeof(Noted), "case.noted")]
[JsonDerivedType(typeof(Decided), "case.decided"), JsonDerivedType(typeof(Undone), "case.undone")]
[JsonDerivedType(typeof(Reopened), "case.reopened"), JsonDerivedType(typeof(Appealed), "case.appealed")]
[JsonDerivedType(typeof(Answered), "case.answered"), JsonDerivedType(typeof(Relocated), "case.relocated")]
[JsonDerivedType(typeof(Changed), "case.changed"), JsonDerivedType(typeof(Followed), "case.followed")]
public abstract record CaseEvent
{
    /// <summary>Somebody, or a rule of automoderation, reported the subject.</summary>
    /// <param name="By">The reporter; empty for automoderation.</param>
    /// <param name="Reason">The short name of the reason; <see cref="Case.Automod"/> for automoderation.</param>
    /// <param name="Rule">The sentence that it stands for.</param>
    /// <param name="Weight">What the report weighs.</param>
    /// <param name="Author">Whose content it is; empty where the account is gone.</param>
    /// <param name="Place">Where it stood then.</param>
    /// <param name="Revision">Which revision was reported.</param>
    /// <param name="Thresholds">From when on reports do something by themselves.</param>
    /// <param name="Text">What the reporter says.</param>
    /// <param name="Content">What was reported; null where the case has this revision already.</param>
    /// <param name="Screening">What automoderation said.</param>
    /// <param name="IsIllegal">It went to people at once.</param>
    /// <param name="IsSettled">Moderators have looked at this very content already: the reporter is told so.</param>
    /// <param name="Category">Where it is urgent, the category: who keeps order there hears of it.</param>
    public sealed record Reported(
        string By, string Reason, string Rule, int Weight, string Author, Subject Place, int Revision,
        Thresholds Thresholds, string? Text = null, ReportedContent? Content = null, Screening? Screening = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsIllegal = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsSettled = false,
        string? Category = null) : CaseEvent;

    /// <summary>A moderator opened the case.</summary>
    public sealed record Opened(ReportedContent Content, string? Note = null) : CaseEvent;

    /// <summary>A moderator works on it, perhaps in place of another one.</summary>
    public sealed record Claimed(string? From = null) : CaseEvent;

    /// <summary>Nobody in particular works on it any more.</summary>
    public sealed record Released : CaseEvent;

    /// <summary>It waits for a manager.</summary>
    public sealed record Escalated(string? Note = null, string? Category = null) : CaseEvent;

    /// <summary>A moderator wrote this for the others.</summary>
    public sealed record Noted(string Text) : CaseEvent;

    /// <summary>It was decided.</summary>
    /// <param name="Number">Which decision of the case this is, from 1; its id is the case's, a dot and this.</param>
    /// <param name="By">The moderator; empty where a threshold or a rule did it.</param>
    /// <param name="Origin">How it came about.</param>
    /// <param name="Measures">What is done.</param>
    /// <param name="Author">Whom it concerns; empty where the account is gone.</param>
    /// <param name="Place">Where the content stands.</param>
    /// <param name="Reason">The short name of the community's reason; null for none of them.</param>
    /// <param name="Rule">The rule that it rests on, in a sentence.</param>
    /// <param name="Text">What the author reads.</param>
    /// <param name="Note">What only moderators read.</param>
    /// <param name="Reports">The reports that it answers.</param>
    /// <param name="Replaces">The decisions that stood until now and do no longer.</param>
    /// <param name="StrikeUntil">Until when the strike counts; null for none.</param>
    /// <param name="IsPublished">The post was kept from readers until now, and is let be seen.</param>
    /// <param name="Category">The category in which it stands, where no report has said it.</param>
    public sealed record Decided(
        int Number, string By, DecisionOrigin Origin, ImmutableArray<Measure> Measures, string Author, Subject Place,
        string? Reason = null, string Rule = "", string Text = "", string? Note = null,
        ImmutableArray<WaitingReport>? Reports = null, ImmutableArray<ReplacedDecision>? Replaces = null,
        DateTimeOffset? StrikeUntil = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsPublished = false,
        string? Category = null)
        : CaseEvent;

    /// <summary>A decision was undone: by a moderator, or because an appeal showed that it was wrong.</summary>
    /// <param name="Number">Which.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="Origin">How the decision had come about.</param>
    /// <param name="Measures">What it had done.</param>
    /// <param name="Author">Whom it concerned.</param>
    /// <param name="Place">Where the content stands.</param>
    /// <param name="Text">Why.</param>
    /// <param name="Reports">The reports that it had answered: they wait again, unless an appeal showed it.</param>
    /// <param name="Replaced">The decisions that it had replaced: they stand again, but not after an appeal.</param>
    /// <param name="IsAppeal">An appeal showed it.</param>
    /// <param name="IsPublished">The post was held, and is let be seen.</param>
    public sealed record Undone(
        int Number, string By, DecisionOrigin Origin, ImmutableArray<Measure> Measures, string Author, Subject Place,
        string? Text = null, ImmutableArray<WaitingReport>? Reports = null,
        ImmutableArray<ReplacedDecision>? Replaced = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsAppeal = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsPublished = false)
        : CaseEvent;

    /// <summary>A moderator opened the resolved case again.</summary>
    public sealed record Reopened(string? Note = null) : CaseEvent;

    /// <summary>Whom this decision concerns objects to it.</summary>
    public sealed record Appealed(int Number, string Text, string? Category = null) : CaseEvent;

    /// <summary>An appeal was answered.</summary>
    public sealed record Answered(int Number, bool IsOverturned, string Text, string Author) : CaseEvent;

    /// <summary>The post stands there now; where it had come from elsewhere, the case of that place is told.</summary>
    public sealed record Relocated(Subject Place, Subject? Of = null) : CaseEvent;

    /// <summary>A post that has a case elsewhere came here, and may go on.</summary>
    public sealed record Followed(Subject Of) : CaseEvent;

    /// <summary>The author has changed what this decision withholds.</summary>
    public sealed record Changed(int Number, int Revision) : CaseEvent;
}
