using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A message of a journey as a form brings it.</summary>
/// <param name="Step">The step, which may be faulty.</param>
/// <param name="IsKnown">It is one of the journey's.</param>
/// <param name="IsShown">Shows how it reads.</param>
public sealed record StepDraft(JourneyStep Step, bool IsKnown = false, bool IsShown = false)
{
    private const int FirstHours = 48;

    /// <summary>What a new message can wait for: the managers' own words first, which are added most.</summary>
    internal static IReadOnlyList<StepKind> Kinds { get; } =
        [StepKind.Custom, .. Enum.GetValues<StepKind>().Where(kind => kind != StepKind.Custom)];

    /// <summary>A message that is yet to be written.</summary>
    internal static StepDraft New { get; } = new(new JourneyStep("", StepKind.Custom, FirstHours));

    /// <summary>What a step is now.</summary>
    internal static StepDraft Of(JourneyStep step) => new(step, IsKnown: true, IsShown: true);

    /// <summary>What a form holds.</summary>
    internal static StepDraft Of(IFormCollection form, string id, StepKind kind)
    {
        StepText[] texts = [.. Languages.Known
            .Select(language => new StepText(
                language, form[$"title-{language}"].ToString().Trim(), form[$"text-{language}"].ToString().Trim()))
            .Where(text => text.Title.Length > 0 || text.Text.Length > 0)];
        return new StepDraft(new JourneyStep(
            id, kind, Typed.Number(form["hours"]) ?? -1, form["mail"] == "1",
            texts.Length > 0 ? [.. texts] : null));
    }

    /// <summary>
    /// The kind that a form chooses; and a short name for it that the journey does not have yet: a step that was
    /// removed has its old one again, and its counts with it.
    /// </summary>
    internal static (StepKind Kind, string Id) Added(IFormCollection form, Journey journey)
    {
        var kind = Enum.TryParse<StepKind>(form["kind"], out var chosen) && Enum.IsDefined(chosen)
            ? chosen : StepKind.Custom;
        var name = kind == StepKind.Custom ? "message" : kind.ToString().ToLowerInvariant();
        var id = name;
        for (var n = 2; journey.Step(id) is not null; n++) id = $"{name}-{n}";
        return (kind, id);
    }

    /// <summary>What was written in this language, or null.</summary>
    internal StepText? In(string language) => Step.Texts?.FirstOrDefault(text => text.Language == language);
}
