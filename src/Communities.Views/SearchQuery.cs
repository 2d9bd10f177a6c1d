namespace Communities.Views;

/// <summary>What is searched for.</summary>
/// <param name="Words">As typed; "quoted phrases" and -exclusions count; at most 200 characters are used.</param>
/// <param name="Communities">Only these; those the viewer may not read must not be among them.</param>
/// <param name="Category">Only this category and its sub-categories.</param>
/// <param name="Tag">Only threads with this tag.</param>
/// <param name="Author">Only posts of this account.</param>
/// <param name="From">Only posts from this time on.</param>
/// <param name="To">Only posts before this time.</param>
/// <param name="TitlesOnly">Only titles.</param>
/// <param name="SolvedOnly">Only threads with an accepted answer.</param>
/// <param name="Cursor">Where to go on.</param>
public sealed record SearchQuery(
    string Words,
    IReadOnlyList<string> Communities,
    string? Category = null,
    string? Tag = null,
    string? Author = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    bool TitlesOnly = false,
    bool SolvedOnly = false,
    string? Cursor = null);

/// <summary>A post that was found.</summary>
/// <param name="Community">Where.</param>
/// <param name="Thread">In which thread.</param>
/// <param name="Title">That thread's title.</param>
/// <param name="Number">The post's number.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Snippet">
/// Plain text around the words, each found word between U+E000 and U+E001, which no text of people holds here.
/// </param>
public sealed record Hit(
    string Community, string Thread, string Title, int Number, AuthorView Author, DateTimeOffset At, string Snippet);
