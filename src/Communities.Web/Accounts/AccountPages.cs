using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.AccountCommand;

namespace Communities.Web;

/// <summary>A person's own page: name and reading, and where the person is a member.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder pages)
    {
        var account = pages.MapGroup("/account");
        account.MapGet("", (HttpContext http, IActors actors, IViews views, CancellationToken ct) =>
            Show(Reader.Of(http), actors, views, ct));
        account.MapPost("", Prefer);
    }

    private static async Task<IResult> Prefer(
        IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Web.Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(
            Keys.OfAccount(account),
            new Prefer(form["name"].ToString().Trim(), ReadingChoice.Of(form, ask.Caller.Preferences)),
            ct: ct);
        return answer.Refusal is { } no
            ? await Show(Reader.Of(http, no), actors, views, ct)
            : Web.Show.Done("/account", done: Notices.Saved);
    }

    private static async Task<IResult> Show(Reader reader, IActors actors, IViews views, CancellationToken ct)
    {
        if (reader.Caller.Account is not { } account) return Web.Show.SignIn(reader);
        return Web.Show.Page<AccountPage>(reader, new()
        {
            [nameof(AccountPage.State)] = await actors.See<Account>(Keys.OfAccount(account), ct),
            [nameof(AccountPage.Memberships)] = await views.Memberships(account, ct),
        });
    }
}
