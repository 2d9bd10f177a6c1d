using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities.Web;

/// <summary>One of the first steps of a member.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="IsDone">The member did it.</param>
public sealed record FirstStep(StepKind Kind, bool IsDone);

/// <summary>The first steps of a member in a community, and what its messages say.</summary>
internal static partial class FirstSteps
{
    /// <summary>What a member does first here, in the order in which the community's messages ask for it.</summary>
    public static ImmutableArray<FirstStep> Of(Place place)
    {
        var kinds = place.Community.Journey.Plan.Select(step => step.Kind).Where(IsWish).Distinct().ToList();
        if (kinds.Count == 0) kinds = [.. Journey.Default.Plan.Select(step => step.Kind).Where(IsWish)];
        return [.. kinds.Where(kind => kind != StepKind.Introduce || place.Community.Introductions is not null)
            .Select(kind => new FirstStep(kind, place.Member.HasDone(kind)))];
    }

    /// <summary>True where the community's page shows the way: to who is new, until it is done or dismissed.</summary>
    public static bool AreShown(Place place) =>
        place.IsMember && place.Standing.Bar == Bar.None
        && place.Member.Walk is { IsDismissed: false, IsEnded: false } && Of(place).Any(step => !step.IsDone);

    /// <summary>Where a step is taken.</summary>
    public static string Href(string community, StepKind kind) => kind switch
    {
        StepKind.Introduce => $"/c/{community}/introductions/new",
        StepKind.React => $"/c/{community}?sort=top&period=month",
        StepKind.Answer => $"/c/{community}?sort=unanswered",
        StepKind.Open => $"/c/{community}/new",
        StepKind.Profile => $"/c/{community}/profile",
        _ => $"/c/{community}/welcome",
    };

    /// <summary>What a step says to this person: the managers' words, or the program's own.</summary>
    /// <param name="step">The step, or null where the managers have removed it since.</param>
    /// <param name="kind">What it asks for.</param>
    /// <param name="texts">The words, in the person's language.</param>
    /// <param name="name">What the person is called.</param>
    /// <param name="community">What the community is called.</param>
    public static StepText Say(JourneyStep? step, StepKind kind, Texts texts, string name, string community)
    {
        var text = step?.TextIn(texts.Code) ?? new StepText(texts.Code, texts.StepTitle(kind), texts.StepBody(kind));
        return text with
        {
            Title = Filled(text.Title, name, community),
            Text = Filled(text.Text, Escaped(name), Escaped(community)),
        };
    }

    private static bool IsWish(StepKind kind) => kind is not (StepKind.Welcome or StepKind.Custom);

    private static string Filled(string text, string name, string community) => text
        .Replace("{community}", community, StringComparison.Ordinal)
        .Replace("{name}", name, StringComparison.Ordinal);

    // What somebody is called is no Markdown.
    private static string Escaped(string name) => Signs().Replace(name, @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]()#+\-.!|<>~@:]", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
