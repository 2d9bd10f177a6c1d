using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>
/// Other sites by which people come in. ASP.NET Core's OAuth handler speaks with them (with PKCE, and a state that only
/// this browser has); what they say waits in a cookie of a few minutes until the page behind it decides what it is for.
/// </summary>
internal static class Outside
{
    private const string Cookie = "outside";
    private const string Scheme = "outside";
    private const string SubjectClaim = "subject";
    private const string ProviderClaim = "provider";
    private const string LabelClaim = "label";

    // For whom it was asked: the session in which it is to be linked, or nobody's yet.
    private const string Session = "session";

    // To choose a name, and to find it taken.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection Add(IServiceCollection services, WebOptions options)
    {
        if (options.Providers.Count == 0) return services;
        var authentication = services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Life;
            cookie.SlidingExpiration = false;
        });
        foreach (var provider in options.Providers)
            authentication.AddOAuth(SchemeOf(provider), oauth => Configure(oauth, provider));
        return services;
    }

    /// <summary>Sends the person there, and afterwards to the page that decides.</summary>
    public static IResult Challenge(ProviderOptions provider, string? session, string back)
    {
        var properties = new AuthenticationProperties
        {
            RedirectUri = QueryHelpers.AddQueryString("/sign-in/outside", "back", back),
        };
        properties.Items[Session] = session ?? "";
        return Results.Challenge(properties, [SchemeOf(provider)]);
    }

    /// <summary>What another site has said to this browser, and for which session; null where none has.</summary>
    public static async Task<(OutsideLogin Login, string Session)?> Said(HttpContext http, WebOptions options)
    {
        if (options.Providers.Count == 0) return null;
        var result = await http.AuthenticateAsync(Scheme);
        return result.Succeeded && result.Principal.FindFirstValue(SubjectClaim) is { } subject
            ? (new OutsideLogin(
                result.Principal.FindFirstValue(ProviderClaim) ?? "", subject,
                result.Principal.FindFirstValue(LabelClaim) ?? ""), result.Properties.Items[Session] ?? "")
            : null;
    }

    /// <summary>Forgets it.</summary>
    public static Task Forget(HttpContext http) => http.SignOutAsync(Scheme);

    private static string SchemeOf(ProviderOptions provider) => $"with-{provider.Name}";

    private static void Configure(OAuthOptions oauth, ProviderOptions provider)
    {
        oauth.ClientId = provider.ClientId;
        oauth.ClientSecret = provider.ClientSecret;
        oauth.AuthorizationEndpoint = provider.AuthorizationEndpoint;
        oauth.TokenEndpoint = provider.TokenEndpoint;
        oauth.UserInformationEndpoint = provider.UserInformationEndpoint;
        oauth.CallbackPath = $"/sign-in/with/{provider.Name}/back";
        oauth.UsePkce = true;
        oauth.SignInScheme = Scheme;
        oauth.BackchannelTimeout = Patience;
        oauth.RemoteAuthenticationTimeout = Life;
        oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        foreach (var scope in provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries)) oauth.Scope.Add(scope);
        oauth.Events.OnCreatingTicket = ticket => Ask(ticket, provider);
        oauth.Events.OnRedirectToAuthorizationEndpoint = redirect => Onward(redirect, provider);
        oauth.Events.OnRemoteFailure = failure =>
        {
            failure.HandleResponse();
            failure.Response.Redirect($"/sign-in?done={Notices.OutsideFailed}");
            return Task.CompletedTask;
        };
    }

    private static async Task Ask(OAuthCreatingTicketContext ticket, ProviderOptions provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("Communities"); // GitHub answers nobody without one.
        using var response = await ticket.Backchannel.SendAsync(request, ticket.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var person = JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(ticket.HttpContext.RequestAborted));
        if (TextOf(person.RootElement, provider.SubjectField) is not { Length: > 0 and <= Text.TitleMax } subject)
            throw new AuthenticationFailureException("The provider does not say who it is.");
        ticket.Identity!.AddClaim(new Claim(ProviderClaim, provider.Name));
        ticket.Identity.AddClaim(new Claim(SubjectClaim, subject));
        ticket.Identity.AddClaim(new Claim(
            LabelClaim, Text.CleanLine(TextOf(person.RootElement, provider.LabelField), Text.NameMax)));
    }

    private static string? TextOf(JsonElement person, string field) =>
        person.ValueKind != JsonValueKind.Object || !person.TryGetProperty(field, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    // A page of ours in between: the Content-Security-Policy lets no form of ours end elsewhere, and a browser takes
    // what a form is redirected to for its end.
    private static Task Onward(RedirectContext<OAuthOptions> redirect, ProviderOptions provider)
    {
        redirect.Response.Headers.Append("Refresh", $"0;url={redirect.RedirectUri}");
        return Show.Page<OnwardPage>(Reader.Of(redirect.HttpContext), new()
        {
            [nameof(OnwardPage.Site)] = provider.Shown,
            [nameof(OnwardPage.Address)] = redirect.RedirectUri,
        }).ExecuteAsync(redirect.HttpContext);
    }
}
