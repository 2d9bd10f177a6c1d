using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A poll as a form brings it with a post; empty where nobody asks for one.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Options">The options, one a line.</param>
/// <param name="Way">How one votes.</param>
/// <param name="Least">The fewest options on a ballot as typed; empty for one.</param>
/// <param name="Most">The most as typed; empty for as many as there may be.</param>
/// <param name="IsOpen">Everybody sees who voted how.</param>
/// <param name="Results">When the result is shown.</param>
/// <param name="Closes">When it ends, as typed; empty for never.</param>
public sealed record PollDraft(
    string Question, string Options, VotingWay Way, string Least, string Most, bool IsOpen, ResultsShown Results,
    string Closes)
{
    /// <summary>Nothing asked.</summary>
    public static PollDraft Empty { get; } =
        new("", "", VotingWay.Single, "", "", false, ResultsShown.Always, "");

    /// <summary>True where neither a question nor an option stands in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Question) && string.IsNullOrWhiteSpace(Options);

    /// <summary>What a form holds; nothing where it is none.</summary>
    public static PollDraft Of(IFormCollection? form) => form is null ? Empty : new(
        form["poll-question"].ToString().Trim(), form["poll-options"].ToString(),
        Choice<VotingWay>(form["poll-way"]), form["poll-least"].ToString(), form["poll-most"].ToString(),
        form["poll-open"].Count > 0, Choice<ResultsShown>(form["poll-results"]), form["poll-closes"].ToString());

    internal PollCommand.Open Command
    {
        get
        {
            ImmutableArray<string> options = [.. Options.Split('\n').Select(o => o.Trim()).Where(o => o.Length > 0)];
            var isSingle = Way == VotingWay.Single; // Its limits are not asked for, whatever stood there before.
            return new(
                Question, options,
                TermsOf(
                    Way, options.Length, isSingle ? null : Number(Least), isSingle ? null : Number(Most), !IsOpen,
                    Results),
                Addresses.Time("poll-closes", Closes));
        }
    }

    /// <summary>The terms of a poll where not everything is said.</summary>
    internal static PollTerms TermsOf(
        VotingWay way, int options, int? least, int? most, bool isSecret, ResultsShown results) =>
        new(way, least ?? 1, most ?? (way == VotingWay.Single ? 1 : options), isSecret, results);

    // What is no number is none that a poll takes.
    private static int? Number(string typed) => string.IsNullOrWhiteSpace(typed) ? null
        : Typed.Number(typed) ?? 0;

    private static TChoice Choice<TChoice>(string? typed) where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(typed, out var choice) ? choice : default;
}
