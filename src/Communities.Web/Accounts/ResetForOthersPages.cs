using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Where who runs the site makes a link by which somebody else chooses another password.</summary>
internal static class ResetForOthersPages
{
    private const string Path = "/operations/reset";

    public static void MapResetForOthersPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext http) => Ask(Reader.Of(http), http, null, null));
        pages.MapPost(Path, Make).RequireRateLimiting(RateLimits.Mail);
    }

    private static async Task<IResult> Make(
        IFormCollection form, HttpContext http, Resets resets, WebOptions options, IActors actors,
        CancellationToken ct)
    {
        var account = Typed.Account(form["account"]);
        var (answer, key) = await resets.Issue(http, account, form["factor"] == "drop", ct);
        if (answer.Refusal == Refusals.ConfirmFirst)
            return await SecurityPages.ShowConfirm(Reader.Of(http, answer.Refusal), actors, Path, ct);
        if (answer.Refusal is { } no) return Ask(Reader.Of(http, no), http, account, null);
        var site = options.BaseUrl ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        return Ask(Reader.Of(http), http, account, new Uri(site, ResetLinks.PathOf(key)).ToString());
    }

    private static IResult Ask(Reader reader, HttpContext http, string? account, string? link) =>
        !reader.Caller.IsSignedIn ? Show.SignIn(reader)
        : !reader.Caller.IsOperator ? Show.No(http, Refusals.OperatorsOnly)
        : Show.Page<ResetForOthersPage>(reader, new()
        {
            [nameof(ResetForOthersPage.AccountName)] = account,
            [nameof(ResetForOthersPage.Link)] = link,
        });
}
