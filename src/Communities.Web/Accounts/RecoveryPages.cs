using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Where the links in e-mails lead: an address is confirmed, another password chosen.</summary>
internal static class RecoveryPages
{
    public static void MapRecoveryPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reset", (HttpContext http, Emails emails, string? key = null) =>
            Ask(Reader.Of(http), emails, key));
        pages.MapPost("/reset", Send).RequireRateLimiting(RateLimits.Mail);
        pages.MapPost("/reset/password", Reset).RequireRateLimiting(RateLimits.SignIn);

        // A click more than the link: programs that look at links in e-mails confirm nothing.
        pages.MapGet("/email", (HttpContext http, string? key = null) => Show.Page<EmailConfirmPage>(
            Reader.Of(http), new() { [nameof(EmailConfirmPage.Key)] = key ?? "" }));
        pages.MapPost("/email", Confirm).RequireRateLimiting(RateLimits.SignIn);
    }

    private static IResult Ask(Reader reader, Emails emails, string? key) => Show.Page<ResetPage>(reader, new()
    {
        [nameof(ResetPage.Key)] = key,
        [nameof(ResetPage.HasMail)] = emails.AreOn,
    });

    private static async Task<IResult> Send(
        IFormCollection form, HttpContext http, Resets resets, Emails emails, CancellationToken ct)
    {
        var who = Typed.Account(form["account"]);
        return await resets.Send(who, ct) is { } no
            ? Ask(Reader.Of(http, no), emails, null)
            : Show.Done("/reset", done: Notices.ResetSent);
    }

    private static async Task<IResult> Reset(
        IFormCollection form, HttpContext http, Resets resets, Emails emails, CancellationToken ct)
    {
        var key = form["key"].ToString();
        var answer = await resets.Use(key, form["password"].ToString(), ct);
        return answer.Refusal is { } no
            ? Ask(Reader.Of(http, no), emails, no.Code == "link.wrong" ? null : key)
            : Show.Done("/sign-in", done: Notices.ResetDone);
    }

    private static async Task<IResult> Confirm(
        IFormCollection form, HttpContext http, Emails emails, CancellationToken ct)
    {
        var answer = await emails.Confirm(form["key"], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done(Caller.Of(http).IsSignedIn ? "/account/security" : "/sign-in", done: Notices.EmailConfirmed);
    }
}
