using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>An issue as a form brings it.</summary>
/// <param name="Content">What it is made of.</param>
/// <param name="At">When it is to be sent, as it was written, on the community's clocks.</param>
public sealed record NewsletterDraft(NewsletterContent Content, string At)
{
    /// <summary>One that nobody has begun.</summary>
    internal static NewsletterDraft New(string language) =>
        new(new NewsletterContent([new(language, "")], [], Results: true), "");

    /// <summary>What the form says; words in a language of which there are none are left out.</summary>
    internal static NewsletterDraft Of(IFormCollection form, string language)
    {
        var words = Languages.Known.OrderBy(known => known == language ? 0 : 1)
            .Select(known => new NewsletterWords(
                known, form[$"subject-{known}"].ToString().Trim(), Text(form, $"introduction-{known}"),
                Text(form, $"closing-{known}")))
            .Where(words => words.Language == language || words != new NewsletterWords(words.Language, ""));
        var threads = form["thread"].OfType<string>()
            .Concat(form["threads"].ToString().Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(IdOf))
            .Distinct().ToImmutableArray();
        return new(
            new NewsletterContent([.. words], threads, form["gatherings"] == "on", form["results"] == "on"),
            form["at"].ToString());
    }

    private static string Text(IFormCollection form, string name) =>
        form[name].ToString().ReplaceLineEndings("\n").Trim();

    // Of an address, or of an id as it is.
    private static string IdOf(string line)
    {
        var parts = line.Trim().Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.FirstOrDefault(Keys.IsThread) ?? line.Trim();
    }
}
