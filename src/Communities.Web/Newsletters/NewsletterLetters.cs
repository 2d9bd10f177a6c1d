using System.Collections.Concurrent;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>Writes the letters of newsletters' issues. Each issue is put together once a minute and language.</summary>
internal sealed class NewsletterLetters(LetterKind kind, IViews views, NewsletterIssue issues) : ILetterSource
{
    // What is removed while an issue is being sent is in the letters of the next minute no more.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private const int KeptMax = 100;

    private readonly ConcurrentDictionary<string, (LetterBody Body, DateTimeOffset Until)> _kept = new();

    public LetterKind Kind => kind;

    public async ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct)
    {
        var name = $"{order.Community}/{order.Of} {order.Texts.Code}";
        if (kind == LetterKind.Newsletter && _kept.TryGetValue(name, out var kept) && kept.Until > order.Now)
            return kept.Body;
        var isOurs = kind == LetterKind.Newsletter || order.Viewer.Standing.Is(Role.Manager);
        var program = new Viewer(null, Standing.System);
        if (!isOurs || await views.Newsletter(order.Community, order.Of, program, ct) is not { } issue) return null;
        if (kind == LetterKind.Newsletter && issue.Status is not (NewsletterStatus.Sending or NewsletterStatus.Sent))
            return null;
        var body = await issues.Compose(
            order.Community, issue.Content, issue.BeganAt ?? order.Now, order.Texts,
            NewsletterIssue.Everybody(order.Place.Visibility), ct);
        body.Action(order.Texts.NewsletterOnWeb, NewsletterPaths.Of(order.Community, order.Of));
        if (_kept.Count >= KeptMax) _kept.Clear();
        _kept[name] = (body, order.Now + KeptFor);
        return body;
    }
}

/// <summary>Where newsletters are read and written.</summary>
internal static class NewsletterPaths
{
    /// <summary>All issues.</summary>
    public static string All(string community) => $"/c/{community}/newsletters";

    /// <summary>One issue.</summary>
    public static string Of(string community, string id) => $"/c/{community}/newsletters/{id}";

    /// <summary>Where issues are written.</summary>
    public static string Studio(string community) => $"/c/{community}/studio/newsletter";

    /// <summary>Where one is written.</summary>
    public static string Editor(string community, string id) => $"/c/{community}/studio/newsletter/{id}";
}
