using System.Collections.Immutable;

namespace Communities.Views;

internal static partial class Schema
{
    // What a community is for, beside what stands in its own row, its words a line each; and the threads that are said
    // to belong to it whatever their words are.
    private const string Domain = """
        CREATE TABLE purposes (community TEXT PRIMARY KEY, for_whom TEXT NOT NULL, belongs TEXT NOT NULL,
            not_here TEXT NOT NULL, words TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE fitting_threads (community TEXT NOT NULL, thread TEXT NOT NULL, by TEXT NOT NULL,
            PRIMARY KEY (community, thread)) WITHOUT ROWID;

        """;

    // A page and its present revision; every revision; the posts that the present one links to, in its order; and its
    // words, each with how much it says of the page.
    private const string Knowledge = """
        CREATE TABLE knowledge (community TEXT NOT NULL, category TEXT NOT NULL, revision INTEGER NOT NULL,
            text TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, locked INTEGER NOT NULL,
            PRIMARY KEY (community, category)) WITHOUT ROWID;
        CREATE TABLE knowledge_revisions (community TEXT NOT NULL, category TEXT NOT NULL, number INTEGER NOT NULL,
            text TEXT NOT NULL, summary TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, hidden INTEGER NOT NULL,
            PRIMARY KEY (community, category, number)) WITHOUT ROWID;
        CREATE TABLE knowledge_sources (community TEXT NOT NULL, thread TEXT NOT NULL, number INTEGER NOT NULL,
            category TEXT NOT NULL, place INTEGER NOT NULL,
            PRIMARY KEY (community, thread, number, category)) WITHOUT ROWID;
        CREATE INDEX knowledge_sources_of ON knowledge_sources (community, category, place);
        CREATE TABLE knowledge_words (community TEXT NOT NULL, word TEXT NOT NULL, category TEXT NOT NULL,
            weight INTEGER NOT NULL, PRIMARY KEY (community, word, category)) WITHOUT ROWID;
        CREATE INDEX knowledge_words_of ON knowledge_words (community, category);

        """;

    /// <summary>The words of a domain as the table holds them.</summary>
    public static ImmutableArray<string> WordsOf(string lines) => lines.Length == 0 ? [] : [.. lines.Split('\n')];
}
