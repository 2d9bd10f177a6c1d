using System.Text;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>
/// Posts as HTML. They stand fifty on a page, so they are written straight, small, and as no component each.
/// </summary>
/// <remarks>Links are relative to the thread's address: <c>?reply=3</c>, <c>../members/alice</c>.</remarks>
internal sealed class PostMarkup(Reader reader, ThreadView thread, Place place)
{
    private readonly Texts _texts = reader.Texts;
    private readonly bool _canWrite =
        place.Standing.Is(Role.Member) && place.Standing.Bar < Bar.Silenced && !thread.IsArchived;
    private readonly bool _isModerated = place.Standing.Moderates(thread.Category);
    private readonly bool _canReply =
        !thread.IsArchived && (!thread.IsClosed || place.Standing.Moderates(thread.Category));

    private readonly StringBuilder _html = new();

    /// <summary>
    /// One post. A string each: all of a page in one would be too large an object for a young collection.
    /// </summary>
    public MarkupString One(PostView post)
    {
        _html.Clear();
        if (post.Text is null || post.Removal != Removal.None) Gone(post);
        else Whole(post, post.Text);
        return new(_html.ToString());
    }

    private void Whole(PostView post, string text)
    {
        _html.Append("<article class=\"post").Append(post.Number == 1 ? " first" : "")
            .Append(IsAnswer(post) ? " answer" : "").Append($"\" id=p{post.Number} data-n={post.Number}>");
        if (post.Number > 1) Face(post);
        _html.Append("<div class=by>");
        if (post.Number == 1) Face(post);
        By(post);
        _html.Append("</div>");
        if (post is { ReplyTo: { } there, ReplyThread: { } other }) To(there, other);
        else if (post.ReplyTo is { } to && to != post.Number - 1) To(to);
        _html.Append("<div class=body dir=auto>").Append(Markup.Html(text, thread.Community).Value).Append("</div>");
        foreach (var link in post.Links) Card(link);
        if (IsAnswer(post)) _html.Append(AnswerMarkup.Of(reader, thread, place, post).Value);
        if (post.Poll is { } poll) _html.Append(new PollMarkup(reader, place, poll).Whole().Value);
        Acts(post);
        _html.Append("</article>\n");
    }

    // What a page says of itself; nothing of it but words, and a reader who does not follow it stays unknown there.
    private void Card(LinkView link)
    {
        _html.Append("<a class=card rel=\"nofollow ugc noopener\" href=\"").Append(Signs.Encode(link.Url))
            .Append("\" dir=auto><b>").Append(Signs.Encode(link.Title)).Append("</b>");
        if (link.Summary is { } summary) _html.Append("<span>").Append(Signs.Encode(summary)).Append("</span>");
        var host = new Uri(link.Url).IdnHost;
        _html.Append("<small>").Append(Signs.Icon("globe").Value)
            .Append(Signs.Encode(link.Site is { } site && site != host ? $"{site} · {host}" : host))
            .Append("</small></a>");
    }

    // What stands in the place of a post that readers do not see; who may see it finds it below.
    private void Gone(PostView post)
    {
        var waits = post.Removal is Removal.Pending or Removal.Hidden;
        _html.Append($"<article class=\"post gone\" id=p{post.Number}>")
            .Append(Signs.Icon(waits ? "clock" : "bin").Value)
            .Append("<div><p>").Append(Signs.Encode(_texts.RemovedPost(post)));
        if (waits && IsOwn(post))
            _html.Append($" <a href=\"{thread.Id}/posts/{post.Number}/edit\">")
                .Append(Signs.Encode(_texts.EditAndSend)).Append("</a>");
        if (CaseOf(post) is { } its && _isModerated)
            _html.Append($" <a href=\"/c/{thread.Community}/moderation/cases/{its}\">")
                .Append(Signs.Encode(_texts.ToCase)).Append("</a>");
        else if (post.Decision is { } decision && decision.LastIndexOf('.') is > 0 and var dot)
            _html.Append($" <a href=\"/c/{thread.Community}/decisions/{decision[..dot]}/{decision[(dot + 1)..]}\">")
                .Append(Signs.Encode(_texts.WhyAndAppeal)).Append("</a>");
        else if (IsRestorable(post))
            _html.Append(" <button class=text form=do formaction=\"/c/").Append(thread.Community).Append("/threads/")
                .Append(thread.Id).Append($"/restore\" name=number value={post.Number}>")
                .Append(_texts.Restore).Append("</button>");
        _html.Append("</p>");
        if (post.Text is { } text)
            _html.Append("<details><summary>").Append(_texts.ShowRemoved).Append("</summary><div class=body dir=auto>")
                .Append(Markup.Html(text, thread.Community).Value).Append("</div></details>");
        _html.Append("</div></article>\n");
    }

    // What was decided in a case is changed there, and so is what waits for a decision.
    private string? CaseOf(PostView post) =>
        post.Decision is { } decision && decision.LastIndexOf('.') is > 0 and var dot ? decision[..dot]
        : post.Removal == Removal.Pending ? Subject.OfPost(thread.Id, post.Number).ToString()
        : null;

    private bool IsRestorable(PostView post) => post.Removal switch
    {
        Removal.ByAuthor => _isModerated || IsOwn(post),
        Removal.ByModerator or Removal.Hidden => _isModerated,
        _ => false,
    };

    private void Face(PostView post) => _html.Append(Signs.Face(post.Author).Value);

    private void By(PostView post)
    {
        _html.Append("<b>");
        if (post.Author.Account.Length == 0) _html.Append(_texts.GoneAuthor);
        else
            _html.Append($"<a href=../members/{post.Author.Account}><bdi>").Append(Signs.Encode(post.Author.Name))
                .Append("</bdi></a>");
        _html.Append("</b>");
        if (post.Author.Role >= Role.Moderator)
            _html.Append("<span class=badge>").Append(_texts.RoleName(post.Author.Role)).Append("</span>");
        else if (post.Author.Flair is not null)
            _html.Append(BadgeSigns.Beside(post.Author, place.Community, _texts).Value);
        _html.Append($"<a class=link href=#p{post.Number}>").Append(Signs.Time(reader, post.At).Value).Append("</a>");
        if (post.Revision > 1)
            _html.Append($"<a class=edited href=\"{thread.Id}/posts/{post.Number}/revisions\">").Append(_texts.Edited)
                .Append("</a>");
        if (thread.Summaries.Contains(post.Number))
            _html.Append("<span class=badge>").Append(Signs.Icon("book").Value).Append(_texts.SummaryPost)
                .Append("</span>");
        if (IsAnswer(post))
            _html.Append("<span class=\"badge good\">").Append(Signs.Icon("check").Value).Append(_texts.AcceptedAnswer)
                .Append("</span>");
    }

    // Where what is answered stands on the same page, its author's name is known, and the way there is short.
    private void To(int number)
    {
        var name = thread.Posts.FirstOrDefault(post => post.Number == number)?.Author.Name ?? "";
        _html.Append("<p class=to><a href=\"").Append(name.Length > 0 ? "#p" : "?post=").Append(number).Append("\">")
            .Append(Signs.Icon("reply").Value).Append(Signs.Encode(_texts.InReplyTo(name, number))).Append("</a></p>");
    }

    private void To(int number, string other) => _html
        .Append($"<p class=to><a href=\"{other}?post={number}\">").Append(Signs.Icon("reply").Value)
        .Append(Signs.Encode(_texts.InReplyElsewhere(number))).Append("</a></p>");

    private void Acts(PostView post)
    {
        if (!_canWrite && post.Reactions.Count == 0 && !_isModerated) return;
        _html.Append("<div class=row-acts>");
        foreach (var kind in Reactions.Kinds)
        {
            var count = post.Reactions.GetValueOrDefault(kind);
            if (!_canWrite || IsOwn(post)) Tally(kind, count);
            else if (count > 0 || kind == Reactions.Like) Button(post, kind, count);
        }

        if (_canWrite && _canReply)
            _html.Append($"<a href=\"?reply={post.Number}#compose\">").Append(_texts.Reply)
                .Append($"</a><a href=\"?quote={post.Number}#compose\">").Append(_texts.Quote).Append("</a>");
        if (_canWrite || _isModerated)
            _html.Append($"<a href=\"?more={post.Number}\" data-more>").Append(_texts.More).Append("</a>");
        _html.Append("</div>");
    }

    // One form stands behind all buttons of the page; which one was pressed says what is meant: "like.12".
    private void Button(PostView post, string kind, int count)
    {
        var isMine = post.Mine.Contains(kind);
        _html.Append($"<button form=react name={(isMine ? "off" : "on")} value={kind}.{post.Number}");
        if (isMine) _html.Append(" aria-pressed=true");
        if (count > 0)
            _html.Append(" aria-label=\"").Append(Signs.Encode(_texts.ReactionCount(kind, count))).Append('"');
        _html.Append('>').Append(Signs.ReactionIcon(kind).Value)
            .Append(count > 0 ? _texts.Number(count) : Signs.Encode(_texts.Reaction(kind))).Append("</button>");
    }

    private void Tally(string kind, int count)
    {
        if (count == 0) return;
        var name = Signs.Encode(_texts.Reaction(kind));
        _html.Append($"<span class=tally title=\"{name}\">").Append(Signs.ReactionIcon(kind).Value)
            .Append("<span class=sr>").Append(name).Append("</span>").Append(_texts.Number(count)).Append("</span>");
    }

    private bool IsAnswer(PostView post) => thread.Accepted == post.Number;

    private bool IsOwn(PostView post) => reader.Caller.IsSignedIn && post.Author.Account == reader.Caller.Account;
}
