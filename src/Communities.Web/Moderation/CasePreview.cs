using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Web;

/// <summary>What everybody concerned will read of a decision, each in their own language.</summary>
/// <param name="Draft">The decision, as it stands in its form.</param>
/// <param name="Rule">The rule that it rests on; empty for none.</param>
/// <param name="Author">The words of the author's language; null where nobody is told.</param>
/// <param name="Reporters">The words of the reporters' languages, with how many read them.</param>
/// <param name="StrikeUntil">Until when a strike counts; null for none.</param>
public sealed record CasePreview(
    CaseDraft Draft, string Rule, Texts? Author, ImmutableArray<(Texts Texts, int Count)> Reporters,
    DateTimeOffset? StrikeUntil)
{
    /// <summary>What this draft would tell.</summary>
    public static async ValueTask<CasePreview> Of(
        FoundCase found, CaseDraft draft, IActors actors, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = found.View?.Reports.Where(report => report.Decision is null && report.Reporter.Account.Length > 0)
            .Select(report => report.Reporter.Account).Distinct() ?? [];
        var reporters = new Dictionary<Texts, int>();
        foreach (var account in waiting)
        {
            var texts = await TextsOf(account);
            reporters[texts] = reporters.GetValueOrDefault(texts) + 1;
        }

        var isToldOf = draft.Measures is not [] and not [{ Kind: MeasureKind.Keep }];
        return new(
            draft, found.Settings.ReasonOf(draft.Reason)?.Rule ?? "",
            isToldOf && found.Content.Author is { Length: > 0 } author ? await TextsOf(author) : null,
            [.. reporters.Select(one => (one.Key, one.Value))],
            draft.Measures.Any(measure => measure.IsPersonal) ? now.AddDays(found.Settings.StrikeDays) : null);

        async ValueTask<Texts> TextsOf(string account) =>
            Texts.Of((await actors.See<Account>(Keys.OfAccount(account), ct)).Preferences.Language);
    }

    /// <summary>What becomes of the post or thread itself; null where readers see nothing of it.</summary>
    public Measure? Seen => Draft.Measures.FirstOrDefault(measure =>
        measure.Withholds is not null || measure.Kind is MeasureKind.Close or MeasureKind.Slow);
}
