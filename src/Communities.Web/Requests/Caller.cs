using System.Collections.Immutable;
using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>
/// Who asks, resolved once for each request: from the session's cookie, from an API token, or nobody known.
/// </summary>
public sealed class Caller
{
    /// <summary>The cookie in which a visitor's language is kept.</summary>
    public const string LanguageCookie = "language";

    /// <summary>The cookie in which a visitor's theme is kept: <c>light</c> or <c>dark</c>.</summary>
    public const string ThemeCookie = "theme";

    private readonly IActors _actors;
    private readonly Visits _visits;
    private readonly SitePolicies _site;
    private readonly TimeProvider _time;
    private readonly string? _token;
    private Place? _place;
    private TimeZoneInfo? _zone;

    private Caller(IServiceProvider services, SignedIn? signedIn, Preferences preferences)
    {
        _actors = services.GetRequiredService<IActors>();
        _visits = services.GetRequiredService<Visits>();
        _site = services.GetRequiredService<SitePolicies>();
        _time = services.GetRequiredService<TimeProvider>();
        Preferences = preferences;
        if (signedIn is null) return;
        Account = signedIn.Account;
        Name = signedIn.State.Name;
        OpenedAt = signedIn.State.OpenedAt;
        IsOperator = signedIn.State.IsOperator;
        Consents = signedIn.State.Consents;
        Session = signedIn.Session;
        Unread = signedIn.Unread;
        _token = signedIn.Token;
    }

    /// <summary>The account, or null for a visitor.</summary>
    public string? Account { get; }

    /// <summary>True where somebody is signed in, or a program shows a token.</summary>
    public bool IsSignedIn => Account is not null;

    /// <summary>The display name; empty for a visitor.</summary>
    public string Name { get; } = "";

    /// <summary>When the account was opened; null for a visitor.</summary>
    public DateTimeOffset? OpenedAt { get; }

    /// <summary>Runs the whole site.</summary>
    public bool IsOperator { get; }

    /// <summary>To what of the site's policies the account has agreed.</summary>
    public ImmutableDictionary<string, Consent> Consents { get; } = ImmutableDictionary<string, Consent>.Empty;

    /// <summary>The session's id where a cookie says who asks; null for a visitor and for a token.</summary>
    public string? Session { get; }

    /// <summary>What happened to the account that was not done in this session and is not read there yet.</summary>
    public IReadOnlyList<SecurityNote> Unread { get; } = [];

    /// <summary>Language and theme: the account's own, or a visitor's cookies and what the browser asks for.</summary>
    public Preferences Preferences { get; }

    /// <summary>The zone in which times are shown.</summary>
    public TimeZoneInfo Zone => _zone ??= Zones.Of(Preferences.TimeZone);

    /// <summary>The language's short name: <c>en</c>, <c>fr</c>.</summary>
    public string Language => Preferences.Language;

    /// <summary>The caller of this request.</summary>
    public static Caller Of(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } known) return known;
        var signedIn = http.Features.Get<SignedIn>();
        var caller = new Caller(
            http.RequestServices, signedIn, signedIn?.State.Preferences ?? Visitor.Of(http.Request));
        http.Features.Set(caller);
        return caller;
    }

    /// <summary>The person whose key an address holds, for what that address gives and nothing else.</summary>
    internal static Caller For(HttpContext http, string account, Account state) =>
        new(http.RequestServices, new SignedIn(account, state, null, null), state.Preferences);

    /// <summary>Lets an endpoint name the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http) => ValueTask.FromResult<Caller?>(Of(http));

    /// <summary>The place that was asked for last; null before.</summary>
    internal Place? Here => _place;

    /// <summary>What this community is for the caller. Asked again within the request, it costs nothing.</summary>
    /// <param name="community">A slug, which may be malformed: there is no such community then.</param>
    /// <param name="ct">Ends the wait.</param>
    public ValueTask<Place> In(string community, CancellationToken ct = default) =>
        _place?.Slug == community ? ValueTask.FromResult(_place) : Resolve(community, ct);

    /// <summary>The community as its pages begin; null where the caller sees none.</summary>
    /// <param name="community">A slug, which may be malformed: there is no such community then.</param>
    /// <param name="views">What is read there.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async ValueTask<(Place Place, CommunityView View)?> Enter(
        string community, IViews views, CancellationToken ct)
    {
        var place = await In(community, ct);
        return place.IsSeen && await views.Community(community, place.Viewer, ct) is { } view ? (place, view) : null;
    }

    /// <summary>The community of this request where a decision keeps the caller from writing; null otherwise.</summary>
    internal Place? Barred => _place is { Standing.Bar: >= Bar.Silenced } place ? place : null;

    /// <summary>What this community is for the caller by now: a live page lasts longer than a request.</summary>
    internal ValueTask<Place> InNow(string community, CancellationToken ct) => Resolve(community, ct);

    /// <summary>True while the session or token by which the caller asks lasts; always for a visitor.</summary>
    internal async ValueTask<bool> StillAsks(DateTimeOffset now, CancellationToken ct)
    {
        if (Account is null) return true;
        var state = await _actors.See<Account>(Keys.OfAccount(Account), ct);
        return Session is not null
            ? state.SessionAt(Session, now) is not null
            : state.Tokens.Exists(token => token.Id == _token);
    }

    // Who is suspended is nobody there for now; who is silenced sees what any member sees, and keeps no order.
    private static Role RoleWith(Bar bar, Role role) => bar switch
    {
        >= Bar.Suspended => Role.None,
        Bar.Silenced => (Role)Math.Min((int)role, (int)Role.Member),
        _ => role,
    };

    private async ValueTask<Place> Resolve(string slug, CancellationToken ct)
    {
        if (!Keys.IsCommunity(slug)) return Place.Nowhere(slug, Account, IsOperator);
        var community = await _actors.See<Community>(slug, ct);
        if (!community.IsFounded) return Place.Nowhere(slug, Account, IsOperator);
        var member = Account is null ? Member.Initial : await _actors.See<Member>(Keys.OfMember(slug, Account), ct);
        var bar = IsOperator ? Bar.None : member.BarAt(_time.GetUtcNow());
        var site = await _site.See(ct);
        var owing = member.Role == Role.None ? Owing.Nothing
            : Owing.Of(Keys.Site, site, Consents).And(Owing.Of(slug, community.Policies, member.Consents));
        if (bar == Bar.None && owing.Now.Length > 0) bar = Bar.Unconsented;
        var standing = new Standing(
            RoleWith(bar, member.Role), member.Trust, IsOperator,
            MayJoin: Account is not null && bar < Bar.Suspended && community.Joining == Joining.Open,
            MayApply: Account is not null && bar < Bar.Suspended && community.Joining == Joining.Request,
            IsNew: !IsOperator && NewMember.Is(community, member),
            Bar: bar,
            Categories: bar == Bar.None ? member.KeptIn(community) : null);
        if (Account is not null) _visits.Here(slug, Account, community, member, standing, _time.GetUtcNow());
        return _place = new Place(
            slug,
            new Viewer(Account, standing),
            community.Visibility != Visibility.Private || standing.Is(Role.Member),
            community,
            member,
            owing);
    }
}

/// <summary>A community as it is for who asks.</summary>
/// <param name="Slug">Its short name.</param>
/// <param name="Viewer">Who asks, with the standing there.</param>
/// <param name="IsSeen">False where there is none, or none for who asks: both are answered alike.</param>
/// <param name="Community">Its state.</param>
/// <param name="Member">The state of who asks as a member of it.</param>
/// <param name="Owing">To what of the policies there, and of the site's, that member has not agreed.</param>
public sealed record Place(
    string Slug, Viewer Viewer, bool IsSeen, Community Community, Member Member, Owing Owing)
{
    /// <summary>What who asks may do there.</summary>
    public Standing Standing => Viewer.Standing;

    /// <summary>True for its members; an operator who has not joined is none.</summary>
    public bool IsMember => Member.Role != Role.None;

    /// <summary>What who asks has still to say yes to on joining.</summary>
    public HouseRules HouseRules => Community.HouseRules.Without(Member.Consents);

    /// <summary>True where search engines may show it: it is public, and does not ask them to keep out.</summary>
    public bool IsIndexed => Community is { Visibility: Visibility.Public, Crawlers: not Crawlers.Nobody };

    /// <summary>Why who asks may not have there what begins with this role; null where they may.</summary>
    internal Refusal? RefusalBelow(Role least) =>
        !IsSeen ? Refusals.NoSuchCommunity
        : Standing.Is(least) ? null
        : least switch
        {
            Role.Member => Refusals.MembersOnly,
            Role.Moderator => Refusals.ModeratorsOnly,
            _ => Refusals.ManagersOnly,
        };

    internal static Place Nowhere(string slug, string? account, bool isOperator) => new(
        slug, new Viewer(account, new Standing(Role.None, IsOperator: isOperator)), false,
        Community.Initial, Member.Initial, Owing.Nothing);
}

/// <summary>What the authentication found; the state is the account's at the beginning of the request.</summary>
internal sealed record SignedIn(string Account, Account State, string? Session, string? Token)
{
    public IReadOnlyList<SecurityNote> Unread { get; init; } = [];
}

/// <summary>This browser was signed in until the password was changed elsewhere: the next page says so.</summary>
internal sealed record SignedOutElsewhere;

/// <summary>How somebody whom we do not know likes to read.</summary>
internal static class Visitor
{
    private static readonly Preferences[] Known = [..
        from language in Languages.Known
        from theme in Enum.GetValues<Theme>()
        select new Preferences(language, theme)];

    public static Preferences Of(HttpRequest request)
    {
        var language = request.Cookies[Caller.LanguageCookie] is { } chosen && Languages.Known.Contains(chosen)
            ? chosen
            : Accepted(request.Headers.AcceptLanguage.ToString());
        var theme = request.Cookies[Caller.ThemeCookie] switch
        {
            "light" => Theme.Light,
            "dark" => Theme.Dark,
            _ => Theme.System,
        };
        foreach (var known in Known)
            if (known.Theme == theme && known.Language == language) return known;
        return Preferences.Default;
    }

    // The first of our languages with the highest weight: "fr-CH, fr;q=0.9, en;q=0.8" is fr.
    internal static string Accepted(string header)
    {
        var (best, bestWeight) = (Languages.Known[0], 0.0);
        foreach (var range in header.AsSpan().Split(','))
        {
            var part = header.AsSpan(range).Trim();
            if (part.Length < 2) continue;
            var weight = 1.0;
            var q = part.IndexOf(";q=", StringComparison.OrdinalIgnoreCase);
            if (q >= 0 && !double.TryParse(part[(q + 3)..], CultureInfo.InvariantCulture, out weight)) continue;
            if (weight <= bestWeight || weight > 1) continue;
            foreach (var language in Languages.Known)
                if (part.StartsWith(language, StringComparison.OrdinalIgnoreCase)
                    && (part.Length == language.Length || part[language.Length] is '-' or ';' or ' '))
                    (best, bestWeight) = (language, weight);
        }

        return best;
    }
}
