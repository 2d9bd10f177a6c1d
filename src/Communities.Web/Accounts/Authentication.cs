using System.Security.Claims;
using System.Text.Encodings.Web;
using Communities.Actors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Communities.Web;

/// <summary>Finds out who asks: by a token where one is shown, else by the session's cookie.</summary>
internal static class Authentication
{
    public const string Cookie = "communities";
    public const string CookieScheme = "session";
    public const string TokenScheme = "token";
    private const string EitherScheme = "either";
    private const string AccountClaim = "account";
    private const string SessionClaim = "session";

    public static IServiceCollection AddSessionsAndTokens(this IServiceCollection services, WebOptions options)
    {
        var keys = services.AddDataProtection().SetApplicationName("Communities");
        if (options.KeepKeys is { } keep) keep(keys);
        else keys.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "keys")));
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 ? TokenScheme : CookieScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenScheme, null)
            .AddCookie(CookieScheme, cookie =>
            {
                cookie.Cookie.Name = Cookie;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = Account.SessionLife;
                cookie.SlidingExpiration = false;
                cookie.Events.OnValidatePrincipal = Validate;
            });
        return services;
    }

    /// <summary>What the cookie says, under the server's encryption.</summary>
    public static ClaimsPrincipal PrincipalOf(string account, string session) => new(new ClaimsIdentity(
        [new Claim(AccountClaim, account), new Claim(SessionClaim, session)], CookieScheme, AccountClaim, null));

    // The cookie only names a session: whether it still lasts, the account knows.
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (context.Principal?.FindFirstValue(AccountClaim) is { } account
            && context.Principal.FindFirstValue(SessionClaim) is { } session)
        {
            var state = await http.RequestServices.GetRequiredService<IActors>()
                .See<Account>(Keys.OfAccount(account), http.RequestAborted);
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            if (state.SessionAt(session, now) is { } here)
            {
                http.Features.Set(new SignedIn(account, state, session, null) { Unread = [.. state.UnreadIn(here)] });
                if ((here.UsedAt ?? here.StartedAt) + Account.UseGrain <= now) await Use(http, account, session);
                return;
            }

            await Explain(context, state);
        }

        context.RejectPrincipal();
    }

    // Once an hour; who cannot write now can still read.
    private static async Task Use(HttpContext http, string account, string session)
    {
        try
        {
            await http.RequestServices.GetRequiredService<IActors>().Ask(
                Keys.OfAccount(account), new AccountCommand.UseSession(session), new Call(account, Standing.None),
                http.RequestAborted);
        }
        catch (JournalUnavailableException)
        {
            // Asked again with the next request.
        }
    }

    // Told on a page that somebody sees, and once: with it the cookie is forgotten.
    private static async Task Explain(CookieValidatePrincipalContext context, Account state)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || Api.Asks(http.Request)
            || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return;
        if (state.PasswordChangedAt > context.Properties.IssuedUtc) http.Features.Set(new SignedOutElsewhere());
        await http.SignOutAsync(CookieScheme);
    }
}

/// <summary>Authorization: Bearer cmt_…</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, IActors actors,
    WrongTokens wrong)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Bearer = "Bearer ";

    private static readonly Refusal Wrong = new("token.wrong", "This token is not, or no longer, valid.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        wrong.StopAt(Context);
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && ApiTokens.Parse(header[Bearer.Length..].Trim()) is var (account, id, secret))
        {
            var state = await actors.See<Account>(Keys.OfAccount(account), Context.RequestAborted);
            if (ApiTokens.Matches(state, id, secret))
            {
                Context.Features.Set(new SignedIn(account, state, null, id));
                return AuthenticateResult.NoResult();
            }
        }

        wrong.Count(Context);

        // Whoever shows a token means to be somebody: to go on as a visitor would only hide the mistake.
        throw new RequestFault(StatusCodes.Status401Unauthorized, Wrong);
    }
}
