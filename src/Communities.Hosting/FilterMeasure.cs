namespace Communities.Hosting;

/// <summary>How well a filter tells the texts of one set and language, at one bound.</summary>
/// <param name="Set">The set.</param>
/// <param name="Lang">The language.</param>
/// <param name="Task">What was asked: toxicity or spam.</param>
/// <param name="Texts">How many texts.</param>
/// <param name="Harmful">How many of them do harm.</param>
/// <param name="Found">How many the filter takes for harmful.</param>
/// <param name="Right">How many of those do harm.</param>
/// <param name="Area">
/// How often a harmful text has a higher score than a harmless one: what counts for ordering a queue, whatever the
/// share of harmful texts is. 0.5 is chance.
/// </param>
public sealed record FilterMeasure(
    string Set, string Lang, string Task, int Texts, int Harmful, int Found, int Right, double Area)
{
    /// <summary>From which score on a text counts as found.</summary>
    public const int Bound = 50;

    /// <summary>The share of what is found that does harm; 0 where nothing is found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>The share of what does harm that is found; 0 where nothing does.</summary>
    public double Recall => Harmful == 0 ? 0 : (double)Right / Harmful;

    /// <summary>
    /// The precision of taking every text for harmful: what a figure above it is worth, for shares in sets are
    /// nobody's shares in life.
    /// </summary>
    public double Share => (double)Harmful / Texts;

    /// <summary>Measures on these texts, a set and a language at a time and never pooled.</summary>
    public static IReadOnlyList<FilterMeasure> Of(TextFilter filter, IEnumerable<LabelledText> texts) =>
        [.. texts.GroupBy(text => (text.Task, text.Set, text.Lang)).OrderBy(group => group.Key).Select(group =>
        {
            var scores = group.Select(text => (Score: ScoreOf(filter, text), text.Harmful)).ToList();
            return new FilterMeasure(
                group.Key.Set, group.Key.Lang, group.Key.Task, scores.Count,
                scores.Count(one => one.Harmful == 1),
                scores.Count(one => one.Score >= Bound),
                scores.Count(one => one.Score >= Bound && one.Harmful == 1),
                AreaOf(scores));
        })];

    private static int ScoreOf(TextFilter filter, LabelledText text)
    {
        var score = filter.Score(text.Text);
        return text.Task == LabelledText.Spam ? score.Spam : score.Abuse;
    }

    // Mann and Whitney's: scores are few, so they are counted, and equal ones count half.
    private static double AreaOf(List<(int Score, int Harmful)> scores)
    {
        var (harmless, harmful) = (new double[TextFilter.ScoreMax + 1], new double[TextFilter.ScoreMax + 1]);
        foreach (var (score, isHarmful) in scores) (isHarmful == 1 ? harmful : harmless)[score]++;
        var (below, pairs) = (0.0, 0.0);
        for (var score = 0; score <= TextFilter.ScoreMax; score++)
        {
            pairs += harmful[score] * (below + harmless[score] / 2);
            below += harmless[score];
        }

        var all = harmless.Sum() * harmful.Sum();
        return all == 0 ? 0 : pairs / all;
    }
}
