using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.AccountCommand;

namespace Communities.Web;

/// <summary>A second factor: set up, turned off, and its recovery codes.</summary>
internal static class FactorPages
{
    public static void MapFactorPages(this IEndpointRouteBuilder pages)
    {
        var factor = pages.MapGroup("/account/factor");
        factor.MapGet("", SetUp);
        factor.MapPost("", TurnOn).RequireRateLimiting(RateLimits.SignIn);
        factor.MapPost("/codes", MakeCodes);
        factor.MapPost("/remove", (IFormCollection form, HttpContext http, OwnAccount own, IActors actors,
            CancellationToken ct) => SecurityPages.Change(
                form, http, own, actors, s => new RemoveAuthenticator(s), Notices.FactorOff, ct));
    }

    private static async Task<IResult> SetUp(
        HttpContext http, SecondFactor second, IActors actors, TimeProvider time, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        return state.IsConfirmedAt(reader.Caller.Session, time.GetUtcNow())
            ? ShowSecret(reader, account, SecondFactor.NewSecret(), second)
            : await SecurityPages.ShowConfirm(reader, actors, "/account/factor", ct);
    }

    private static async Task<IResult> TurnOn(
        IFormCollection form, HttpContext http, SecondFactor second, OwnAccount own, IActors actors,
        CancellationToken ct)
    {
        var kept = form["kept"].ToString();
        if (Caller.Of(http).Account is not { } account) return Show.SignIn(Reader.Of(http));
        if (second.Unprotect(kept) is not { } secret) return Results.LocalRedirect("/account/factor");
        if (second.StepOf(secret, form["code"].ToString()) is not { } step)
            return ShowSecret(Reader.Of(http, SecondFactor.Wrong), account, secret, second);
        var codes = SecondFactor.NewCodes();
        var answer = await own.Ask(
            http, s => new AddAuthenticator(kept, step, [.. codes.Select(SecondFactor.HashOf)], s), ct);
        return await ShowCodes(http, answer, codes, actors, ct);
    }

    private static async Task<IResult> MakeCodes(
        IFormCollection form, HttpContext http, OwnAccount own, IActors actors, CancellationToken ct)
    {
        _ = form; // Read for its token.
        var codes = SecondFactor.NewCodes();
        var answer = await own.Ask(
            http, s => new IssueRecoveryCodes([.. codes.Select(SecondFactor.HashOf)], s), ct);
        return await ShowCodes(http, answer, codes, actors, ct);
    }

    // Only codes that the account has taken: of a form sent twice, the first time's are on the page before.
    private static async Task<IResult> ShowCodes(
        HttpContext http, Answer answer, IReadOnlyList<string> codes, IActors actors, CancellationToken ct) =>
        answer.Refusal is { } no ? await SecurityPages.Refused(http, actors, no, ct)
        : answer.IsRepeat || answer.First<AccountEvent.RecoveryCodesIssued>() is null
            ? Results.LocalRedirect(SecurityPages.Path)
        : Show.Page<FactorPage>(Reader.Of(http), new() { [nameof(FactorPage.Codes)] = codes });

    private static IResult ShowSecret(Reader reader, string account, string secret, SecondFactor second) =>
        Show.Page<FactorPage>(reader, new()
        {
            [nameof(FactorPage.Secret)] = string.Join(' ', secret.Chunk(4).Select(group => new string(group))),
            [nameof(FactorPage.Kept)] = second.Protect(secret),
            [nameof(FactorPage.Picture)] = SecondFactor.PictureOf(
                SecondFactor.AddressOf(secret, account, reader.Texts.SiteName)),
        });
}
