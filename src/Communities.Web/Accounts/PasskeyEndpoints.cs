using System.Text;
using System.Text.Json;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What a browser made when it was asked for a passkey.</summary>
/// <param name="Label">What the person calls it.</param>
/// <param name="Credential">As <c>PublicKeyCredential.toJSON()</c> writes it.</param>
internal sealed record NewPasskeyBody(string Label, JsonElement Credential);

/// <summary>What a browser showed when it was asked for a passkey.</summary>
/// <param name="Credential">As <c>PublicKeyCredential.toJSON()</c> writes it.</param>
internal sealed record PasskeyBody(JsonElement Credential);

/// <summary>Passkeys: added, removed, and shown to sign in.</summary>
internal static class PasskeyEndpoints
{
    private static readonly Refusal Wrong = new("passkey.wrong", "This passkey opens no account here.");

    public static void MapPasskeyEndpoints(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("").WithTags("Accounts");
        all.MapPost("/me/passkeys/options", AskToMake).WithName("PasskeyCreation")
            .WithSummary("What to ask a browser to make a passkey: WebAuthn's creation options.");
        all.MapPost("/me/passkeys", Add).WithName("AddPasskey").WithSummary("Adds the passkey that a browser made.");
        all.MapDelete("/me/passkeys/{passkey}", Remove).WithName("RemovePasskey").WithSummary("Removes a passkey.");
        all.MapPost("/passkeys/options", AskToShow).WithName("PasskeyRequest").RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("What to ask a browser to show a passkey: WebAuthn's request options.");
        all.MapPost("/me/sessions/passkey", SignIn).WithName("SignInByPasskey")
            .RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Signs in by a passkey: answers with the session's cookie.");
        all.MapPost("/me/confirmation/passkey", Confirm).WithName("ConfirmByPasskey")
            .RequireRateLimiting(RateLimits.SignIn).WithSummary("Shows once more, by a passkey, who one is.");
    }

    private static async Task<Results<ContentHttpResult, Problem>> AskToMake(
        Caller caller, Passkeys passkeys, IActors actors, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (caller.Account is not { } account) return Problem.Of(Entrance.SignInFirst, caller);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        return state.IsConfirmedAt(caller.Session, time.GetUtcNow())
            ? Json(await passkeys.AskToMake(http, account, state))
            : Problem.Of(Refusals.ConfirmFirst, caller);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Add(
        NewPasskeyBody body, Asking ask, Passkeys passkeys, OwnAccount own, HttpContext http, CancellationToken ct)
    {
        if (!ask.Caller.IsSignedIn) return Problem.Of(Entrance.SignInFirst, ask.Caller);
        var (passkey, refusal) = await passkeys.Made(http, body.Credential.GetRawText(), body.Label.Trim());
        return passkey is null
            ? Problem.Of(refusal!, ask.Caller)
            : ask.Changed(await own.Ask(http, session => new AccountCommand.AddPasskey(passkey, session), ct));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Remove(
        string passkey, Asking ask, OwnAccount own, HttpContext http, CancellationToken ct) =>
        ask.Changed(await own.Ask(http, session => new AccountCommand.RemovePasskey(passkey, session), ct));

    // Of who asks, where that is known: other passkeys of the device are not offered then.
    private static async Task<Results<ContentHttpResult, Problem>> AskToShow(
        Caller caller, Passkeys passkeys, IActors actors, HttpContext http, CancellationToken ct) =>
        Json(await passkeys.AskToShow(http, caller.Account is { } account
            ? new Keyholder(account, await actors.See<Account>(Keys.OfAccount(account), ct))
            : null));

    private static async Task<Results<Ok<Changed>, Problem>> SignIn(
        PasskeyBody body, Asking ask, Passkeys passkeys, Entrance entrance, HttpContext http, CancellationToken ct) =>
        await passkeys.Shown(http, body.Credential.GetRawText()) is var (holder, passkey)
            ? ask.Changed(await entrance.Enter(http, holder.Account, passkey, ct))
            : Problem.Of(Wrong, ask.Caller);

    private static async Task<Results<Ok<Changed>, Problem>> Confirm(
        PasskeyBody body, Asking ask, Passkeys passkeys, OwnAccount own, HttpContext http, CancellationToken ct) =>
        await passkeys.Shown(http, body.Credential.GetRawText()) is var (holder, _)
            && holder.Account == ask.Caller.Account
                ? ask.Changed(await own.Ask(http, session => new AccountCommand.ConfirmSession(session ?? ""), ct))
                : Problem.Of(Wrong, ask.Caller);

    private static ContentHttpResult Json(string json) => TypedResults.Content(json, "application/json", Encoding.UTF8);
}
