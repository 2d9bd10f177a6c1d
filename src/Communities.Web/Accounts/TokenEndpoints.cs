using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A token to be issued.</summary>
/// <param name="Label">What one calls it: which program it is for.</param>
internal sealed record IssueBody(string Label);

/// <summary>The token that was issued.</summary>
/// <param name="Id">Its id, by which it is revoked.</param>
/// <param name="Token">What the program shows; it is told this once.</param>
/// <param name="Version">The position of the write.</param>
internal sealed record IssuedToken(string Id, string Token, long Version);

/// <summary>A token, without its secret.</summary>
internal sealed record TokenView(string Id, string Label, DateTimeOffset IssuedAt);

/// <summary>API tokens: issued, listed and revoked.</summary>
internal static class TokenEndpoints
{
    // Whoever finds a token must not be able to make himself more of them.
    private static readonly Refusal SignedInOnly = new(
        "session.needed", "Tokens are issued to who is signed in with a password, not to another token.");

    public static void MapTokenEndpoints(this RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/me/tokens").WithTags("Accounts");
        tokens.MapGet("", List).WithName("ListTokens").WithSummary("One's tokens, without their secrets.");
        tokens.MapPost("", Issue).WithName("IssueToken").WithSummary("Issues a token; its text is told this once.");
        tokens.MapDelete("/{token}", Revoke).WithName("RevokeToken").WithSummary("Revokes a token.");
    }

    private static async Task<Results<Ok<Page<TokenView>>, Problem>> List(
        Caller caller, IActors actors, CancellationToken ct)
    {
        if (caller.Account is not { } account) return Problem.Of(Entrance.SignInFirst, caller);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        return TypedResults.Ok(new Page<TokenView>(
            [.. state.Tokens.Select(token => new TokenView(token.Id, token.Label, token.IssuedAt))], null));
    }

    private static async Task<Results<Created<IssuedToken>, Problem>> Issue(
        IssueBody body, Asking ask, OwnAccount own, HttpContext http, CancellationToken ct)
    {
        if (ask.Caller is not { Account: { } account, Session: { } session })
            return Problem.Of(SignedInOnly, ask.Caller);
        var (text, command) = ApiTokens.New(account, body.Label, session);
        var answer = await own.Ask(http, _ => command, ct);
        if (answer.Refusal is { } no) return Problem.Of(no, ask.Caller);

        // The first text is gone for good; a second token under the same name would be a surprise.
        if (answer.IsRepeat)
            return Problem.Of(new Refusal("token.exists", "This request has issued its token already."), ask.Caller);
        return TypedResults.Created(
            $"{Api.Root}/me/tokens/{command.Id}", new IssuedToken(command.Id, text, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Revoke(string token, Asking ask, CancellationToken ct) =>
        ask.Caller.Account is not { } account
            ? Problem.Of(Entrance.SignInFirst, ask.Caller)
            : await ask.Change(Keys.OfAccount(account), new AccountCommand.RevokeToken(token), ct);
}
