using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What an authenticator app is told.</summary>
/// <param name="Secret">In base 32, to be typed in.</param>
/// <param name="Address">The same as an <c>otpauth:</c> address, to be shown as a QR code.</param>
/// <param name="Kept">The same, protected: it is sent back with the first code.</param>
internal sealed record SecretView(string Secret, string Address, string Kept);

/// <summary>The first code of an app.</summary>
internal sealed record FirstCodeBody(string Kept, string Code);

/// <summary>Recovery codes; they are told this once.</summary>
internal sealed record CodesView(IReadOnlyList<string> Codes);

/// <summary>A second factor: set up, turned off, and its recovery codes.</summary>
internal static class FactorEndpoints
{
    public static void MapFactorEndpoints(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me").WithTags("Accounts");
        own.MapPost("/authenticator/secret", Propose).WithName("ProposeAuthenticator")
            .WithSummary("Makes a secret for an authenticator app; it counts once its first code is shown.");
        own.MapPut("/authenticator", TurnOn).WithName("AddAuthenticator").RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Turns the second factor on with the app's first code; answers with recovery codes.");
        own.MapDelete("/authenticator", TurnOff).WithName("RemoveAuthenticator")
            .WithSummary("Turns the second factor off.");
        own.MapPost("/recovery-codes", MakeCodes).WithName("IssueRecoveryCodes")
            .WithSummary("Puts new recovery codes in the place of the old ones.");
    }

    private static Results<Ok<SecretView>, Problem> Propose(Caller caller, SecondFactor second)
    {
        if (caller.Account is not { } account) return Problem.Of(Entrance.SignInFirst, caller);
        var secret = SecondFactor.NewSecret();
        return TypedResults.Ok(new SecretView(
            secret, SecondFactor.AddressOf(secret, account, Texts.Of(caller.Language).SiteName),
            second.Protect(secret)));
    }

    private static async Task<Results<Ok<CodesView>, Problem>> TurnOn(
        FirstCodeBody body, Caller caller, SecondFactor second, OwnAccount own, HttpContext http,
        CancellationToken ct)
    {
        if (second.Unprotect(body.Kept) is not { } secret || second.StepOf(secret, body.Code) is not { } step)
            return Problem.Of(SecondFactor.Wrong, caller);
        return await Codes(caller, codes => own.Ask(
            http, session => new AccountCommand.AddAuthenticator(body.Kept, step, [.. codes], session), ct));
    }

    private static async Task<Results<Ok<Changed>, Problem>> TurnOff(
        Asking ask, OwnAccount own, HttpContext http, CancellationToken ct) =>
        ask.Changed(await own.Ask(http, session => new AccountCommand.RemoveAuthenticator(session), ct));

    private static async Task<Results<Ok<CodesView>, Problem>> MakeCodes(
        Caller caller, OwnAccount own, HttpContext http, CancellationToken ct) =>
        await Codes(caller, codes => own.Ask(
            http, session => new AccountCommand.IssueRecoveryCodes([.. codes], session), ct));

    private static async Task<Results<Ok<CodesView>, Problem>> Codes(
        Caller caller, Func<IEnumerable<string>, ValueTask<Answer>> ask)
    {
        var codes = SecondFactor.NewCodes();
        var answer = await ask(codes.Select(SecondFactor.HashOf));
        return answer.Refusal is { } no ? Problem.Of(no, caller)
            : answer.IsRepeat || answer.First<AccountEvent.RecoveryCodesIssued>() is null
                ? Problem.Of(new Refusal("code.exists", "This request has made its recovery codes already."), caller)
            : TypedResults.Ok(new CodesView(codes));
    }
}
