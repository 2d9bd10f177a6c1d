namespace Communities.Views;

/// <summary>All that databases say differently, each in one place.</summary>
internal abstract class Dialect
{
    /// <summary>The statements that make all tables, empty.</summary>
    public abstract string Tables { get; }

    /// <summary>A join whose left side is gone through first, where the database would decide otherwise.</summary>
    public abstract string ThenJoin { get; }

    /// <summary>A post's number in the table <c>search s</c>.</summary>
    public abstract string FoundPost { get; }

    /// <summary>The threads, looked up by this index where the database would take another.</summary>
    public abstract string ThreadsBy(string index);

    /// <summary>True for rows of which this column is one of those bound to the parameter of this number.</summary>
    public abstract string IsOneOf(string column, int parameter);

    /// <summary>Makes a post findable; a title goes with the opening post of its thread.</summary>
    public abstract void Index(Database database, long post, string? title, string plain);

    /// <summary>Makes a post findable no longer.</summary>
    public abstract void Unindex(Database database, long post);

    /// <summary>These words as the first parameter of <see cref="Found"/>; only where they are not empty.</summary>
    public abstract string Match(SearchWords words, bool inTitles);

    /// <summary>
    /// Titles that hold any of these words, or one that begins so, as the first parameter of <see cref="Found"/>.
    /// </summary>
    public abstract string MatchAnyInTitle(IReadOnlyCollection<string> beginnings);

    /// <summary>
    /// A query for <c>post</c> and <c>score</c>, lowest best, of the posts that match: the latest of them, at most
    /// so many.
    /// </summary>
    /// <param name="joins">What more is to be joined to <c>search s</c> and <c>threads t</c>.</param>
    /// <param name="filters">What must be true of them.</param>
    /// <param name="most">How many.</param>
    public abstract string Found(string joins, string filters, int most);
}
