namespace Communities.Hosting;

/// <summary>
/// Finds the weights of a filter: logistic regression by stochastic gradient descent, with a rate for each weight.
/// </summary>
/// <remarks>The same texts give the same filter: their order is shuffled by a fixed rule.</remarks>
internal sealed class FilterTraining
{
    /// <summary>The weights of a head, as a power of two: what the texts at hand fill.</summary>
    public const int Bits = 17;

    private const int Rounds = 12; // More fit the texts at hand better, and others no more.
    private const double Rate = 0.1;
    private const double Shrink = 2e-6; // What draws weights to nothing that nothing holds away from it.
    private const double GroupShareMax = 3.0; // A small set counts more, but so much more at most.

    private readonly List<Sample> _samples = [];

    /// <summary>How many texts it learns from.</summary>
    public int Count => _samples.Count;

    /// <summary>Takes in a text to learn from.</summary>
    public void Add(LabelledText text) => _samples.Add(new Sample(
        [.. TextFilter.Grams(text.Text, Bits)], text.Task == LabelledText.Spam, text.Harmful == 1,
        $"{text.Set} {text.Lang}"));

    /// <summary>The filter that these texts make.</summary>
    public TextFilter Train(CancellationToken ct) => new(Head(isSpam: false, ct), Head(isSpam: true, ct));

    // What does no harm in one respect is taken to do none in the other: without it a head would know no everyday
    // talk.
    private FilterHead Head(bool isSpam, CancellationToken ct)
    {
        var used = _samples.Where(sample => sample.IsSpam == isSpam || !sample.IsHarmful).ToArray();
        var shares = Shares(used, isSpam);
        var (weights, squares) = (new double[1 << Bits], new double[1 << Bits]);
        var (bias, biasSquares) = (0.0, 1.0);
        var order = Enumerable.Range(0, used.Length).ToArray();
        var chance = 1u;
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = order.Length - 1; i > 0; i--)
            {
                chance = chance * 1664525 + 1013904223; // Numerical Recipes' generator.
                var j = (int)(((ulong)chance * (ulong)(i + 1)) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }

            foreach (var at in order)
            {
                var sample = used[at];
                if (sample.Grams.Length == 0) continue;
                var value = 1 / Math.Sqrt(sample.Grams.Length);
                var sum = 0.0;
                foreach (var gram in sample.Grams) sum += weights[gram];
                var isHarmful = sample.IsSpam == isSpam && sample.IsHarmful;
                var error = 1 / (1 + Math.Exp(-(bias + sum * value))) - (isHarmful ? 1 : 0);
                var step = error * shares[at] * value;
                foreach (var gram in sample.Grams)
                {
                    var gradient = step + Shrink * weights[gram];
                    squares[gram] += gradient * gradient;
                    weights[gram] -= Rate * gradient / Math.Sqrt(squares[gram] + 1e-8);
                }

                var biasStep = error * shares[at];
                biasSquares += biasStep * biasStep;
                bias -= Rate * biasStep / Math.Sqrt(biasSquares);
            }
        }

        var largest = weights.Max(Math.Abs);
        var scale = largest == 0 ? 1 : largest / sbyte.MaxValue;
        return new FilterHead(
            (float)bias, (float)scale, [.. weights.Select(weight => (sbyte)Math.Round(weight / scale))]);
    }

    // Harmful and harmless texts of a group weigh the same together, whatever the set's prevalence is, and groups
    // nearly so.
    private static double[] Shares(Sample[] used, bool isSpam)
    {
        var counts = used.CountBy(Side).ToDictionary();
        var fair = (double)used.Length / counts.Count;
        return [.. used.Select(sample => Math.Min(GroupShareMax, fair / counts[Side(sample)]))];

        (string, bool) Side(Sample sample) => (sample.Group, sample.IsSpam == isSpam && sample.IsHarmful);
    }

    private readonly record struct Sample(int[] Grams, bool IsSpam, bool IsHarmful, string Group);
}
