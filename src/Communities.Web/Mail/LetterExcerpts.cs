using Communities.Views;

namespace Communities.Web;

/// <summary>What letters say about a thread.</summary>
internal static class LetterExcerpts
{
    // Two lines in most mail programs.
    private const int Most = 140;

    /// <summary>How it begins, how many answered, and whether an answer was found.</summary>
    public static string About(this Texts texts, PickedThread thread)
    {
        var begins = thread.Excerpt;
        if (begins.Length > Most)
        {
            var end = begins.LastIndexOf(' ', Most);
            begins = begins[..(end > 0 ? end : Most)] + "…";
        }

        string[] parts = [begins, texts.Replies(thread.Replies), thread.IsSolved ? texts.LetterSolved : ""];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}
