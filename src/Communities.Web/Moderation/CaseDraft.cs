using System.Collections.Immutable;
using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A decision as it stands in its form, before it is one.</summary>
/// <param name="Content">What becomes of the content; null for nothing.</param>
/// <param name="Person">What becomes of its author besides a warning; null for nothing.</param>
/// <param name="Hours">For how long; null for good.</param>
/// <param name="Warns">The author is warned.</param>
/// <param name="Closes">The thread is closed.</param>
/// <param name="Seconds">How far the thread is slowed; null for not.</param>
/// <param name="Reason">The short name of the reason.</param>
/// <param name="Text">What the author reads.</param>
/// <param name="Note">What moderators read.</param>
/// <param name="Seen">The version of the case that the moderator saw; null for none.</param>
public sealed record CaseDraft(
    MeasureKind? Content,
    MeasureKind? Person,
    int? Hours,
    bool Warns,
    bool Closes,
    int? Seconds,
    string Reason,
    string Text,
    string Note,
    long? Seen)
{
    /// <summary>What can become of content, in the order of the form.</summary>
    public static ImmutableArray<MeasureKind> OnContent { get; } =
        [MeasureKind.Keep, MeasureKind.Hide, MeasureKind.Remove, MeasureKind.RequestEdit, MeasureKind.Erase];

    /// <summary>What can become of its author besides a warning.</summary>
    public static ImmutableArray<MeasureKind> OnPerson { get; } =
        [MeasureKind.Silence, MeasureKind.Suspend, MeasureKind.Ban];

    /// <summary>A form that nobody has touched: nothing is chosen, and the ladder's next step is offered.</summary>
    public static CaseDraft Fresh(ModerationSettings settings, int strikes, string? reason, long? seen) =>
        new(null, null, settings.HoursFor(strikes), false, false, null, reason ?? "", "", "", seen);

    /// <summary>What a form says.</summary>
    public static CaseDraft Of(IFormCollection form) => new(
        KindIn(form["content"], OnContent), KindIn(form["person"], OnPerson),
        Typed.Number(form["hours"]) is > 0 and var hours ? hours : null,
        form.ContainsKey("warn"), form.ContainsKey("close"),
        Typed.Number(form["slow"]) is > 0 and var slow ? slow : null,
        form["reason"].ToString(), form["text"].ToString().Trim(), form["note"].ToString().Trim(),
        Typed.Number(form["seen"]));

    /// <summary>With this template's sentences behind what stands there already.</summary>
    public CaseDraft With(ModerationSettings settings, string? template) =>
        settings.Templates.FirstOrDefault(known => known.Name == template) is { } found
            ? this with { Text = Text.Length > 0 ? $"{Text}\n\n{found.Text}" : found.Text }
            : this;

    /// <summary>All that it does.</summary>
    public ImmutableArray<Measure> Measures
    {
        get
        {
            var measures = ImmutableArray.CreateBuilder<Measure>();
            if (Content is { } content) measures.Add(new(content));
            if (Warns) measures.Add(new(MeasureKind.Warn));
            if (Person is { } person) measures.Add(new(person, Hours));
            if (Closes) measures.Add(new(MeasureKind.Close));
            if (Seconds is { } seconds) measures.Add(new(MeasureKind.Slow, Seconds: seconds));
            return measures.ToImmutable();
        }
    }

    /// <summary>What a case is asked.</summary>
    /// <param name="settings">Where the rule stands that the reason is for.</param>
    /// <param name="of">The author's role.</param>
    /// <param name="isAlone">Nobody else keeps order there.</param>
    public CaseCommand.Decide Command(ModerationSettings settings, Role of, bool isAlone) => new(
        Measures, Reason.Length > 0 ? Reason : null, settings.ReasonOf(Reason)?.Rule ?? "", Text,
        Note.Length > 0 ? Note : null, Seen, of, settings.StrikeDays, isAlone);

    private static MeasureKind? KindIn(string? name, ImmutableArray<MeasureKind> known) =>
        Enum.TryParse<MeasureKind>(name, ignoreCase: true, out var kind) && known.Contains(kind) ? kind : null;
}
