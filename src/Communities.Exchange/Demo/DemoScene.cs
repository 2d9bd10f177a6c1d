namespace Communities.Exchange.Demo;

/// <summary>All that the threads of a sample community are made from, and where they go.</summary>
internal sealed class DemoScene(DemoTexts texts, Random chance, DateTimeOffset now)
{
    public DemoTexts Texts => texts;

    public Random Chance => chance;

    public DateTimeOffset Now => now;

    /// <summary>
    /// What is broken, or does not grow: place, thing, symptom, detail, three pieces of advice, outcome.
    /// </summary>
    public IReadOnlyList<string[]> Faults { get; } = [.. texts.Rows("faults")];

    public IReadOnlyList<string> Chat { get; } = texts.Alternatives("chat");

    public List<Record> Records { get; } = [];

    public List<string> Members { get; } = [];

    public List<string> Lively { get; } = [];

    /// <summary>A member; some write much, most a little.</summary>
    public string Someone(string? butNot = null)
    {
        string account;
        do account = Members[(int)(Members.Count * Math.Pow(chance.NextDouble(), 2.2))];
        while (account == butNot);
        return account;
    }
}
