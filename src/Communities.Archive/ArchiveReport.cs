namespace Communities.Archive;

/// <summary>What a verification of an archive has found.</summary>
/// <param name="Communities">How many communities it holds.</param>
/// <param name="Segments">How many segments they have together.</param>
/// <param name="Events">How many events were read in them.</param>
/// <param name="Bytes">The size of the segments, compressed.</param>
/// <param name="Unsealed">
/// Sound segments that no head names yet: a crash came in between. The writer finishes them when it runs again.
/// </param>
/// <param name="Compared">How many events were found the same in the journal; null where none was given.</param>
/// <param name="NotYetArchived">How many events of the journal wait to be archived; null where none was given.</param>
/// <param name="Problems">The first problems, at most <see cref="ProblemsMax"/>.</param>
/// <param name="ProblemCount">How many problems there are.</param>
public sealed record ArchiveReport(
    int Communities, long Segments, long Events, long Bytes, int Unsealed, long? Compared, long? NotYetArchived,
    IReadOnlyList<ArchiveProblem> Problems, long ProblemCount)
{
    /// <summary>
    /// The most problems that are told one by one; a person reads no more, and most follow from the first.
    /// </summary>
    public const int ProblemsMax = 20;

    /// <summary>True where nothing is wrong.</summary>
    public bool IsSound => ProblemCount == 0;
}

/// <summary>Something wrong in an archive.</summary>
/// <param name="Name">The object, or the community's folder, where it was found.</param>
/// <param name="Sentence">What is wrong, in plain words.</param>
public sealed record ArchiveProblem(string Name, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Sentence}";
}

/// <summary>A report while it is being made.</summary>
internal sealed class Findings
{
    private readonly List<ArchiveProblem> _problems = [];
    private long _problemCount;

    public int Communities { get; set; }

    public long Segments { get; set; }

    public long Events { get; set; }

    public long Bytes { get; set; }

    public int Unsealed { get; set; }

    public void Problem(string name, string sentence)
    {
        if (_problemCount++ < ArchiveReport.ProblemsMax)
            _problems.Add(new ArchiveProblem(name, sentence));
    }

    public ArchiveReport Report(JournalCheck? journal) => new(
        Communities, Segments, Events, Bytes, Unsealed, journal?.Compared, journal?.NotYetArchived,
        _problems, _problemCount);
}
