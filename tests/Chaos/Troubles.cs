using System.Collections.Concurrent;
using Communities.Actors;

namespace Communities.Chaos;

/// <summary>What those who wrote were told instead of an answer, and how often.</summary>
internal sealed class Troubles
{
    // What may be told to a member whose silo, or the database behind it, is gone: nothing was done, or it can be asked
    // again. Anything else is a mistake of the program.
    private static readonly Type[] _expected = [typeof(JournalUnavailableException), typeof(TimeoutException)];

    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly ConcurrentDictionary<string, int> _mistakes = new();
    private readonly ConcurrentDictionary<string, int> _refusals = new();

    /// <summary>Failures that made the asker ask again, by their names.</summary>
    public IReadOnlyDictionary<string, int> Failures => new SortedDictionary<string, int>(_failures);

    /// <summary>Failures that nobody should have been told of.</summary>
    public IReadOnlyDictionary<string, int> Mistakes => new SortedDictionary<string, int>(_mistakes);

    /// <summary>Refusals by their codes.</summary>
    public IReadOnlyDictionary<string, int> Refusals => new SortedDictionary<string, int>(_refusals);

    public void Failed(Exception e)
    {
        Failed(e.GetType().Name);
        if (!_expected.Contains(e.GetType())) Add(_mistakes, $"{e.GetType().Name}: {e.Message}");
    }

    public void Failed(string name) => Add(_failures, name);

    public void Refused(Refusal refusal) => Add(_refusals, refusal.Code);

    private static void Add(ConcurrentDictionary<string, int> to, string name) =>
        to.AddOrUpdate(name, 1, (_, count) => count + 1);
}
