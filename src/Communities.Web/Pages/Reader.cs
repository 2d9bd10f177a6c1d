using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>Who reads a page, and how: what every part of every page is told.</summary>
public sealed class Reader
{
    // What an address says only once, on the way from a form.
    private static readonly string[] Passing = [AtLeast.Parameter, Notices.Parameter];

    private readonly HttpContext _http;
    private AntiforgeryTokenSet? _token;

    private Reader(HttpContext http)
    {
        _http = http;
        Caller = Caller.Of(http);
        Texts = Texts.Of(Caller.Language);
        Now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Path = http.Request.Path + QueryString.Create(http.Request.Query.Where(part => !Passing.Contains(part.Key)));
        Position = http.RequestServices.GetRequiredService<IViews>()
            .PositionOf(http.GetRouteValue("community") as string ?? Keys.Site);
        Notice = http.Features.Get<SignedOutElsewhere>() is not null ? Texts.SignedOutByPassword
            : Notices.Of(http.Request.Query[Notices.Parameter], Texts);
    }

    /// <summary>Who asks, and how the person likes to read.</summary>
    public Caller Caller { get; }

    /// <summary>The words, in the reader's language.</summary>
    public Texts Texts { get; }

    /// <summary>When the page is made.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>This time by the reader's own clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Caller.Zone);

    /// <summary>
    /// What the views held of this address's community when the page was begun: live updates go on from there.
    /// </summary>
    public long Position { get; }

    /// <summary>The site's whole address, for what is read elsewhere.</summary>
    internal string Site => SiteAddress.Of(_http);

    /// <summary>True where the site has this policy.</summary>
    internal bool Has(string policy) => _http.RequestServices.GetRequiredService<SitePolicies>().Has(policy);

    /// <summary>The address of this page, for ways back to it.</summary>
    public string Path { get; }

    /// <summary>
    /// What shows that a form comes from a page of ours. Pages without forms do not ask for it, so that they can be
    /// kept
    /// for everybody.
    /// </summary>
    public AntiforgeryTokenSet Token =>
        _token ??= _http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(_http);

    /// <summary>What makes a form sent twice count once.</summary>
    public string Once { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What just happened, in a few words, above the page; or null.</summary>
    public string? Notice { get; }

    /// <summary>Why what the reader asked for did not happen, above the form; or null.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>The form that this page answers, so that what stood in it stays; or null.</summary>
    public IFormCollection? Form => _http.Request.HasFormContentType ? _http.Request.Form : null;

    /// <summary>The reader of this request's page.</summary>
    public static Reader Of(HttpContext http, Refusal? refused = null) => new(http) { Refused = refused };
}
