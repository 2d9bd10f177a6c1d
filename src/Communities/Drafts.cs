using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Communities.Actors;
using static Communities.DraftsCommand;
using static Communities.DraftsEvent;

namespace Communities;

/// <summary>What a member has begun to write in a community and not posted yet, one draft a place.</summary>
/// <remarks>
/// Revisions count over all places and never repeat, so that a device that has not heard of another's says so: the
/// newer text stands then, and the other one is kept beside it to be read. Nobody but the member asks anything here.
/// </remarks>
public sealed partial record Drafts : IActor<Drafts, DraftsCommand, DraftsEvent>
{
    /// <summary>The most drafts at a time: nobody comes back to more, and each is a text.</summary>
    public const int PlacesMax = 100;

    /// <summary>The place of a thread that is not open yet.</summary>
    public const string NewThread = "new";

    /// <inheritdoc/>
    public static string Kind => "drafts";

    /// <inheritdoc/>
    public static Drafts Initial { get; } = new();

    /// <summary>The revision of the draft at each place.</summary>
    public ImmutableDictionary<string, int> Places { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The places of which a second text is kept.</summary>
    public ImmutableHashSet<string> Doubled { get; init; } = [];

    /// <summary>The latest revision of all.</summary>
    public int Last { get; init; }

    /// <summary>The place of a reply in a thread.</summary>
    public static string InThread(string thread) => $"thread:{thread}";

    /// <summary>The place of a post that is being edited.</summary>
    public static string OfPost(string thread, int number) => $"edit:{thread}:{number}";

    /// <summary>The place of a message in a conversation.</summary>
    public static string InConversation(string conversation) => $"conversation:{conversation}";

    /// <summary>True for a place where something can be written.</summary>
    public static bool IsPlace(string? place) => place is not null && Place().IsMatch(place);

    /// <inheritdoc/>
    public Decision<DraftsEvent> Decide(DraftsCommand command, Turn turn) => command switch
    {
        _ when turn.By != Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System => Refusals.OwnOnly,
        _ when !IsPlace(command.Place) => new Refusal("draft.malformed", "There is no such place to write in."),

        Save when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Save c when Text.Fault("text", c.Text, Text.PostMax, mayBeEmpty: true) is { } fault => fault,
        Save c when Text.LineFault("title", c.Title, Text.TitleMax, mayBeEmpty: true) is { } fault => fault,
        Save c when Text.LineFault("tags", c.Tags, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        Save c when c.Category is { } category && !Keys.IsTag(category) => Refusals.NoSuchCategory,
        Save { IsBlank: true } c => Discarding(c.Place, c.Base),
        Save c when !Places.ContainsKey(c.Place) && Places.Count >= PlacesMax => new Refusal(
            "draft.full", $"You have {PlacesMax} drafts, which is the most. Please discard one that is of no use."),
        Save c => [new Saved(
            c.Place, Last + 1, c.Text, c.Title, c.Category, c.Tags, c.ReplyTo, Besides(c.Place, c.Base))],

        Settle c => Doubled.Contains(c.Place) ? [new Settled(c.Place)] : [],
        Discard c => Discarding(c.Place, c.Revision),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Drafts Apply(DraftsEvent happened, Moment moment) => happened switch
    {
        Saved e => this with
        {
            Places = Places.SetItem(e.Place, e.Revision),
            Doubled = e.Besides ? Doubled.Add(e.Place) : Doubled,
            Last = e.Revision,
        },
        Settled e => this with { Doubled = Doubled.Remove(e.Place) },
        Discarded e => this with { Places = Places.Remove(e.Place), Doubled = Doubled.Remove(e.Place) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    // Who goes on from an older revision has not seen the present one.
    private bool Besides(string place, int? known) =>
        Places.TryGetValue(place, out var revision) && revision != (known ?? 0);

    // A newer revision than the one that was posted, or emptied, is another device's, and stays.
    private Decision<DraftsEvent> Discarding(string place, int? known) =>
        Places.TryGetValue(place, out var revision) && (known is null || known == revision)
            ? [new Discarded(place)]
            : [];

    [GeneratedRegex(
        @"^(?:new|(?:thread|conversation):[0-9a-z]{16}|edit:[0-9a-z]{16}:[1-9][0-9]{0,4})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
