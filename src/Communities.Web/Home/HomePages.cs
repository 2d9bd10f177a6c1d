using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The first page, and those that belong to no community.</summary>
internal static class HomePages
{
    // A visitor's choice of language and colours is no secret, and lasts a year.
    private static readonly TimeSpan ChoiceLife = TimeSpan.FromDays(365);

    public static void MapHomePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", Home).WithMetadata(new CachedAttribute(Shows.Site));
        pages.MapGet("/new", Write);
        pages.MapGet("/keys", (HttpContext http) => Show.Page<KeysPage>(Reader.Of(http)));
        pages.MapGet("/reading", (HttpContext http, string? back = null) => ShowReading(Reader.Of(http), back));
        pages.MapGet("/reading/language/{language}", ChooseLanguage);
        pages.MapPost("/reading", Choose);
        pages.MapGet("/problem/{status:int}", Problem);
    }

    private static async Task<IResult> Home(HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return Show.Page<HomePage>(reader, new()
        {
            [nameof(HomePage.Communities)] = await views.Communities(reader.Caller.Account, ct),
            [nameof(HomePage.Memberships)] = await MembershipsOf(reader, views, ct),
        });
    }

    private static async Task<IResult> Write(HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        var memberships = await MembershipsOf(reader, views, ct);
        return memberships is [var only]
            ? Results.LocalRedirect($"/c/{only.Community}/new")
            : Show.Page<WritePage>(reader, new() { [nameof(WritePage.Memberships)] = memberships });
    }

    private static ValueTask<IReadOnlyList<MembershipView>> MembershipsOf(
        Reader reader, IViews views, CancellationToken ct) =>
        reader.Caller.Account is { } account
            ? views.Memberships(account, ct)
            : ValueTask.FromResult<IReadOnlyList<MembershipView>>([]);

    private static IResult ShowReading(Reader reader, string? back) =>
        Show.Page<ReadingPage>(reader, new() { [nameof(ReadingPage.Back)] = Show.Local(back) });

    private static IResult ChooseLanguage(string language, HttpContext http, string? back = null)
    {
        if (!Languages.Known.Contains(language)) return Results.NotFound();
        Keep(http, Caller.LanguageCookie, language);
        return Results.LocalRedirect(Show.Local(back));
    }

    private static async Task<IResult> Choose(IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        var present = ask.Caller.Preferences;
        var chosen = ReadingChoice.Of(form, present);
        Keep(http, Caller.LanguageCookie, chosen.Language);
        Keep(http, Caller.ThemeCookie, chosen.Theme.ToString().ToLowerInvariant());
        var back = Show.Local(form["back"]);
        if (ask.Caller.Account is not { } account) return Results.LocalRedirect(back);
        var answer = await ask.Ask(Keys.OfAccount(account), new AccountCommand.Prefer(ask.Caller.Name, chosen), ct: ct);
        return answer.Refusal is { } no
            ? ShowReading(Reader.Of(http, no), back)
            : Show.Done(back, ask.PositionOf(answer));
    }

    private static void Keep(HttpContext http, string cookie, string value) => http.Response.Cookies.Append(
        cookie, value,
        new CookieOptions { MaxAge = ChoiceLife, SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });

    private static IResult Problem(int status, HttpContext http) => Show.Page<FaultPage>(
        Reader.Of(http),
        new() { [nameof(FaultPage.Status)] = status, [nameof(FaultPage.Why)] = http.Features.Get<Refusal>() },
        status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound);
}

/// <summary>How somebody wants to read, as a form brings it.</summary>
internal static class ReadingChoice
{
    public static Preferences Of(IFormCollection form, Preferences present) => new(
        Languages.Known.Contains(form["language"].ToString()) ? form["language"].ToString() : present.Language,
        Enum.TryParse<Theme>(form["theme"], out var theme) && Enum.IsDefined(theme) ? theme : present.Theme,
        form.TryGetValue("typeface", out var typeface) ? typeface == "sans" : present.SansPosts,
        form.TryGetValue("presence", out var presence) ? presence == "unseen" : present.IsUnseen,
        form.TryGetValue("zone", out var zone) ? zone.ToString() is { Length: > 0 } name ? name : null
            : present.TimeZone);
}
