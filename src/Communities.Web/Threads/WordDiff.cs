using System.Text;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>What changed between two texts, word by word.</summary>
internal static class WordDiff
{
    /// <summary>
    /// The most words of each text that are compared, once what both begin and end with is set aside: the table of the
    /// comparison grows with the square. Beyond it the whole middle counts as replaced.
    /// </summary>
    public const int WordsMax = 2_000;

    /// <summary>The later text as HTML, with what is new in <c>ins</c> and what is gone in <c>del</c>.</summary>
    public static MarkupString Html(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start]) start++;
        var (oldEnd, nowEnd) = (old.Count, now.Count);
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1] == now[nowEnd - 1])
            (oldEnd, nowEnd) = (oldEnd - 1, nowEnd - 1);

        var html = new StringBuilder();
        foreach (var word in now[..start]) html.Append(Signs.Encode(word));
        Middle(html, old[start..oldEnd], now[start..nowEnd]);
        foreach (var word in now[nowEnd..]) html.Append(Signs.Encode(word));
        return new(html.ToString());
    }

    private static void Middle(StringBuilder html, List<string> old, List<string> now)
    {
        if (old.Count > WordsMax || now.Count > WordsMax)
        {
            Add(html, "del", string.Concat(old));
            Add(html, "ins", string.Concat(now));
            return;
        }

        var common = Common(old, now);
        var (i, j) = (0, 0);
        var (gone, come) = (new StringBuilder(), new StringBuilder());
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Flush();
                html.Append(Signs.Encode(now[j]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1])) gone.Append(old[i++]);
            else come.Append(now[j++]);
        }

        Flush();

        void Flush()
        {
            Add(html, "del", gone.ToString());
            Add(html, "ins", come.ToString());
            gone.Clear();
            come.Clear();
        }
    }

    // How long the longest common run of words is, from each pair of places on.
    private static short[,] Common(List<string> old, List<string> now)
    {
        var common = new short[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j]
                    ? (short)(common[i + 1, j + 1] + 1)
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static void Add(StringBuilder html, string tag, string text)
    {
        if (text.Length > 0)
            html.Append('<').Append(tag).Append('>').Append(Signs.Encode(text)).Append("</").Append(tag).Append('>');
    }

    // Words, and what stands between them, each on its own.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            var isSpace = char.IsWhiteSpace(text[start]);
            end = start + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end]) == isSpace) end++;
            words.Add(text[start..end]);
        }

        return words;
    }
}
