using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>
/// What happened to a thread, as small lines between its posts; and where posts have gone that were there.
/// </summary>
/// <remarks>Links are relative to the thread's address, as in <see cref="PostMarkup"/>.</remarks>
internal sealed class HappeningMarkup(Reader reader, ThreadView thread)
{
    private readonly StringBuilder _html = new();
    private int _happening;
    private int _moved;

    /// <summary>What stands before the post of this number and behind those written so far.</summary>
    public MarkupString Before(int number)
    {
        if (_happening == thread.Happenings.Count && _moved == thread.Moved.Count) return default;
        _html.Clear();
        for (; _happening < thread.Happenings.Count && thread.Happenings[_happening].After < number; _happening++)
            Line(thread.Happenings[_happening]);
        for (; _moved < thread.Moved.Count && thread.Moved[_moved].Number < number; _moved++)
            Stub(thread.Moved[_moved]);
        return new(_html.ToString());
    }

    /// <summary>All that stands behind the last post.</summary>
    public MarkupString Rest() => Before(int.MaxValue);

    private void Line(HappeningView happening)
    {
        _html.Append("<p class=happened");
        if (happening is { Kind: "received", Other: { } source }) _html.Append($" id=from-{source.Id}");
        _html.Append('>').Append(Signs.Icon(IconOf(happening.Kind)).Value).Append("<span>");
        var pattern = Signs.Encode(reader.Texts.HappenedHere(happening.Kind, happening.By.Account.Length > 0));
        _html.Append(pattern
            .Replace("{0}", By(happening.By), StringComparison.Ordinal)
            .Replace("{1}", Link(happening.Other), StringComparison.Ordinal)
            .Replace("{2}", Signs.Encode(reader.Texts.Posts(happening.Count)), StringComparison.Ordinal));
        if (happening.Until is { } until)
            _html.Append(' ').Append(Signs.Encode(reader.Texts.UntilTime)).Append(' ')
                .Append(Signs.Time(reader, until).Value);
        if (happening.Reason is { Length: > 0 } reason)
            _html.Append(" <q dir=auto>").Append(Signs.Encode(reason)).Append("</q>");
        _html.Append(" <small>").Append(Signs.Time(reader, happening.At).Value).Append("</small></span></p>\n");
    }

    // Seen only by who comes for that very post; with script it leads on at once.
    private void Stub(MovedView moved) => _html.Append(
        $"<p class=moved id=p{moved.Number}><a data-moved href=\"{moved.Place.Thread}?post={moved.Place.Number}\">")
        .Append(Signs.Icon("move").Value).Append(Signs.Encode(reader.Texts.PostIsElsewhere(moved.Number)))
        .Append("</a></p>\n");

    private static string By(AuthorView by) => by.Account.Length == 0 ? ""
        : $"<a href=../members/{by.Account}><bdi>{Signs.Encode(by.Name)}</bdi></a>";

    private string Link(ThreadLink? other) => other is null ? Signs.Encode(reader.Texts.AnotherThread)
        : $"<a href={other.Id}><bdi>{Signs.Encode(other.Title)}</bdi></a>";

    private static string IconOf(string kind) => kind switch
    {
        "moved" or "received" or "follows" or "followed" or "renews" or "renewed" => "move",
        "merged" => "merge",
        "pinned" or "unpinned" => "pin",
        "unlisted" or "listed" => "eye",
        "archived" or "unarchived" => "box",
        _ => "lock",
    };
}
