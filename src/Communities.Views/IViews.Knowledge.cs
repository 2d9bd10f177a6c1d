namespace Communities.Views;

public partial interface IViews
{
    /// <summary>The knowledge pages of a community that somebody has written at, by category.</summary>
    ValueTask<IReadOnlyList<KnowledgeRow>> KnowledgePages(
        string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>A category's knowledge page; null where this viewer sees no such category's.</summary>
    ValueTask<KnowledgeView?> Knowledge(
        string community, string category, Viewer viewer, CancellationToken ct = default);

    /// <summary>Its revisions, latest first, without their texts.</summary>
    ValueTask<IReadOnlyList<KnowledgeRevisionView>> KnowledgeRevisions(
        string community, string category, Viewer viewer, CancellationToken ct = default);

    /// <summary>What a revision said; null where there is none for this viewer.</summary>
    ValueTask<string?> KnowledgeText(
        string community, string category, int revision, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// Accepted answers of a category and those below it that no knowledge page links to, those that most found useful
    /// first.
    /// </summary>
    ValueTask<UntakenAnswers> Untaken(
        string community, string category, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// Knowledge pages of these communities that hold all these words, the most fitting first, five at most.
    /// </summary>
    ValueTask<IReadOnlyList<KnowledgeHit>> FindKnowledge(
        IReadOnlyCollection<string> communities, string words, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnowledgeRow>> KnowledgePages(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => KnowledgeViews.List(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<KnowledgeView?> Knowledge(
        string community, string category, Viewer viewer, CancellationToken ct = default) =>
        Read(database => KnowledgeViews.Get(database, community, category, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnowledgeRevisionView>> KnowledgeRevisions(
        string community, string category, Viewer viewer, CancellationToken ct = default) =>
        Read(database => KnowledgeViews.Revisions(database, community, category, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<string?> KnowledgeText(
        string community, string category, int revision, Viewer viewer, CancellationToken ct = default) =>
        Read(database => KnowledgeViews.Text(database, community, category, revision, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<UntakenAnswers> Untaken(
        string community, string category, Viewer viewer, CancellationToken ct = default) =>
        Read(database => KnowledgeSources.Untaken(database, community, category, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnowledgeHit>> FindKnowledge(
        IReadOnlyCollection<string> communities, string words, CancellationToken ct = default) =>
        Read(database => KnowledgeViews.Find(database, communities, words), ct);
}

/// <summary>A knowledge page in a list.</summary>
/// <param name="Category">The slug of its category.</param>
/// <param name="Name">What that is called; its slug where it is gone.</param>
/// <param name="Hue">The hue of its dot.</param>
/// <param name="Excerpt">How it begins.</param>
/// <param name="Revision">The number of the latest revision.</param>
/// <param name="At">When that was written.</param>
/// <param name="Sources">How many posts it links to.</param>
/// <param name="IsLocked">Only who keeps order there writes at it.</param>
public sealed record KnowledgeRow(
    string Category, string Name, int Hue, string Excerpt, int Revision, DateTimeOffset At, int Sources,
    bool IsLocked);

/// <summary>A knowledge page as a reader sees it.</summary>
/// <param name="Category">The slug of its category.</param>
/// <param name="Name">What that is called; its slug where it is gone.</param>
/// <param name="Revision">The number of the latest revision; 0 where nobody has written at it.</param>
/// <param name="Text">What it says, in Markdown.</param>
/// <param name="At">When that was written; null where nobody has.</param>
/// <param name="By">Who wrote it last.</param>
/// <param name="IsLocked">Only who keeps order there writes at it.</param>
/// <param name="Sources">The posts that it links to, in its order, without those that are gone.</param>
/// <param name="Writers">Who has written at it, most often first.</param>
public sealed record KnowledgeView(
    string Category, string Name, int Revision, string Text, DateTimeOffset? At, AuthorView By, bool IsLocked,
    IReadOnlyList<KnowledgeSourceView> Sources, IReadOnlyList<AuthorView> Writers);

/// <summary>A post that a knowledge page is made from.</summary>
/// <param name="Thread">The id of its thread.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Title">The thread's title.</param>
/// <param name="Author">Who wrote the post.</param>
/// <param name="IsAccepted">It was accepted as the answer.</param>
public sealed record KnowledgeSourceView(
    string Thread, int Number, string Title, AuthorView Author, bool IsAccepted);

/// <summary>A revision of a knowledge page.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Summary">What was changed.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Length">How long the page was, in characters.</param>
/// <param name="IsHidden">Moderators keep it from readers.</param>
public sealed record KnowledgeRevisionView(
    int Number, string Summary, DateTimeOffset At, AuthorView By, int Length, bool IsHidden);

/// <summary>Accepted answers that wait to be taken up.</summary>
/// <param name="Answers">Some of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record UntakenAnswers(IReadOnlyList<UntakenAnswer> Answers, int Total)
{
    /// <summary>None.</summary>
    public static UntakenAnswers None { get; } = new([], 0);
}

/// <summary>An accepted answer that no knowledge page links to.</summary>
/// <param name="Thread">The id of its thread.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Title">The thread's title.</param>
/// <param name="Author">Who wrote the answer.</param>
/// <param name="At">When.</param>
/// <param name="Text">What it says, in Markdown.</param>
/// <param name="Reactions">How many reactions it has.</param>
public sealed record UntakenAnswer(
    string Thread, int Number, string Title, AuthorView Author, DateTimeOffset At, string Text, int Reactions);

/// <summary>A knowledge page that links to a post.</summary>
/// <param name="Number">The number of the post.</param>
/// <param name="Category">The slug of the page's category.</param>
/// <param name="Name">What that is called.</param>
public sealed record TakenUpView(int Number, string Category, string Name);

/// <summary>A knowledge page that was found.</summary>
/// <param name="Community">The slug of its community.</param>
/// <param name="Category">The slug of its category.</param>
/// <param name="Name">What that is called.</param>
/// <param name="Snippet">The part of it that shows best what was found, as <see cref="Hit.Snippet"/>.</param>
public sealed record KnowledgeHit(string Community, string Category, string Name, string Snippet);
