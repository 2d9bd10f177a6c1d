using System.Text;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>An introduction as a form brings it: an answer to each question, and what else there is to say.</summary>
/// <param name="Title">The title of the thread.</param>
/// <param name="Answers">The answers, in the order of the questions; empty ones among them.</param>
/// <param name="More">The rest, in Markdown.</param>
public sealed record IntroductionDraft(string Title, IReadOnlyList<string> Answers, string More)
{
    /// <summary>The name of the field that answers a question.</summary>
    public const string Answer = "answer";

    /// <summary>What a form holds.</summary>
    internal static IntroductionDraft Of(IFormCollection form) => new(
        form["title"].ToString().Trim(),
        [.. form[Answer].Select(answer => (answer ?? "").Trim())],
        form["text"].ToString().Trim());

    /// <summary>The answer to the question at this place.</summary>
    public string At(int place) => place < Answers.Count ? Answers[place] : "";

    /// <summary>The opening post: the questions that were answered, and the rest.</summary>
    public string Text(IReadOnlyList<string> questions)
    {
        var text = new StringBuilder();
        foreach (var (i, question) in questions.Index())
            if (At(i).Length > 0) text.Append("**").Append(question).Append("**\n\n").Append(At(i)).Append("\n\n");
        return text.Append(More).ToString().Trim();
    }
}
