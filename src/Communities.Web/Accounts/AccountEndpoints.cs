using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>An account to be opened.</summary>
/// <param name="Account">Its name: 2 to 40 small letters, digits, hyphens and underscores.</param>
/// <param name="Password">10 to 200 characters.</param>
/// <param name="Name">What the person is called; the account's name where it says nothing.</param>
/// <param name="Language">en or fr; what the browser asks for where it says nothing.</param>
/// <param name="Email">An address, to which a link is sent that confirms it.</param>
internal sealed record SignUpBody(
    string Account, string Password, string? Name = null, string? Language = null, string? Email = null);

/// <summary>The first account of a site, opened with the key that the program printed.</summary>
internal sealed record SetupBody(
    string Key, string Account, string Password, string? Name = null, string? Language = null);

/// <summary>What a person is called, and how the person likes to read.</summary>
internal sealed record PreferBody(
    string Name, string Language, Theme Theme = Theme.System, bool SansPosts = false, bool IsUnseen = false,
    string? TimeZone = null);

/// <summary>The present password, and the next one.</summary>
internal sealed record PasswordBody(string Present, string Next);

/// <summary>Who asks.</summary>
internal sealed record Me(
    string Account, string Name, bool IsOperator, Preferences Preferences, IReadOnlyList<MembershipView> Memberships);

/// <summary>Accounts: opened, read and changed by whom they are.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("").WithTags("Accounts");
        accounts.MapPost("/accounts", SignUp).WithName("SignUp").RequireRateLimiting(RateLimits.SignUp)
            .WithSummary("Opens an account and signs it in.");
        accounts.MapPost("/setup", SetUp).WithName("SetUp").RequireRateLimiting(RateLimits.SignUp)
            .WithSummary("Opens the account of who runs the site, once, with the key that the program printed.");
        accounts.MapGet("/me", Read).WithName("Me").WithSummary("Who asks.");
        accounts.MapPut("/me", Prefer).WithName("Prefer").WithSummary("Changes one's name, language and theme.");
        accounts.MapPut("/me/password", ChangePassword).WithName("ChangePassword")
            .RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Changes one's password and ends one's other sessions.");
    }

    private static async Task<Results<Created<Changed>, Problem>> SignUp(
        SignUpBody body, Asking ask, Entrance entrance, HttpContext http, CancellationToken ct) =>
        Opened(ask, await entrance.SignUp(http, body, ct));

    private static async Task<Results<Created<Changed>, Problem>> SetUp(
        SetupBody body, Asking ask, FirstOwner firstOwner, HttpContext http, CancellationToken ct)
    {
        var answer = await firstOwner.Open(
            http, body.Key, body.Account, body.Name ?? body.Account, body.Password,
            body.Language ?? ask.Caller.Language, ct);
        return Opened(ask, answer);
    }

    private static Results<Created<Changed>, Problem> Opened(Asking ask, Answer answer) =>
        answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created($"{Api.Root}/me", new Changed(ask.PositionOf(answer)));

    private static async Task<Results<Ok<Me>, Problem>> Read(
        Caller caller, IViews views, CancellationToken ct) => caller.Account is not { } account
            ? Problem.Of(Entrance.SignInFirst, caller)
            : TypedResults.Ok(new Me(
                account, caller.Name, caller.IsOperator, caller.Preferences, await views.Memberships(account, ct)));

    private static async Task<Results<Ok<Changed>, Problem>> Prefer(
        PreferBody body, Asking ask, CancellationToken ct) => ask.Caller.Account is not { } account
            ? Problem.Of(Entrance.SignInFirst, ask.Caller)
            : body.TimeZone is { } zone && !Zones.Has(zone) ? Problem.Of(ZonedTime.Unknown, ask.Caller)
            : await ask.Change(
                Keys.OfAccount(account),
                new AccountCommand.Prefer(
                    body.Name, new Preferences(
                        body.Language, body.Theme, body.SansPosts, body.IsUnseen, body.TimeZone)),
                ct);

    private static async Task<Results<Ok<Changed>, Problem>> ChangePassword(
        PasswordBody body, Asking ask, Entrance entrance, HttpContext http, CancellationToken ct) =>
        ask.Changed(await entrance.ChangePassword(http, body.Present, body.Next, ct));
}
