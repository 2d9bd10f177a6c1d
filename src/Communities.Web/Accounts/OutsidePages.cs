using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.AccountCommand;

namespace Communities.Web;

/// <summary>
/// People who come from another site: they are let in, open an account, link one, or confirm who they are.
/// </summary>
internal static class OutsidePages
{
    private static readonly Refusal Taken = new("identifier.taken", "That belongs to another account here already.");

    public static void MapOutsidePages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/sign-in/with/{provider}", (
            string provider, IFormCollection form, HttpContext http, WebOptions options) =>
            options.Providers.FirstOrDefault(known => known.Name == provider) is { } known
                ? Outside.Challenge(known, Caller.Of(http).Session, Show.Local(form["back"]))
                : Results.NotFound()).RequireRateLimiting(RateLimits.SignIn);
        pages.MapGet("/sign-in/outside", Decide);
        pages.MapPost("/sign-in/outside", SignUp).RequireRateLimiting(RateLimits.SignUp);
        pages.MapPost("/account/outside/unlink", (IFormCollection form, HttpContext http, OwnAccount own,
            IActors actors, CancellationToken ct) => SecurityPages.Change(
                form, http, own, actors, s => new Unlink(form["provider"].ToString(), s), Notices.Unlinked, ct));
    }

    private static async Task<IResult> Decide(
        HttpContext http, WebOptions options, Entrance entrance, OwnAccount own, HalfWay half, IActors actors,
        TimeProvider time, CancellationToken ct, string? back = null)
    {
        if (await Outside.Said(http, options) is not var (login, session)) return Results.LocalRedirect("/sign-in");
        var (caller, local) = (Caller.Of(http), Show.Local(back));
        var holder = (await actors.See<Identifier>(KeyOf(login), ct)).Account;
        if ((caller.Session ?? "") != session)
        {
            // Asked for in another session than the one that this browser is in by now.
            await Outside.Forget(http);
            return Results.LocalRedirect("/sign-in");
        }

        if (holder is null && !caller.IsSignedIn) return Ask(Reader.Of(http), options, login, local, null, login.Label);
        await Outside.Forget(http);
        return caller.Account is { } account
            ? await LinkOrConfirm(http, account, session, holder, login, local, own, actors, time, ct)
            : await Enter(http, holder!, login, local, entrance, half, actors, ct);
    }

    private static async Task<IResult> LinkOrConfirm(
        HttpContext http, string account, string session, string? holder, OutsideLogin login, string back,
        OwnAccount own, IActors actors, TimeProvider time, CancellationToken ct)
    {
        if (holder == account && Has(await actors.See<Account>(Keys.OfAccount(account), ct), login))
        {
            var confirmed = await own.Ask(http, s => new ConfirmSession(s ?? ""), ct);
            return confirmed.Refusal is { } refused
                ? Show.No(http, refused)
                : Show.Done(back, done: Notices.Confirmed);
        }

        if (holder is not null && holder != account) return await SecurityPages.Refused(http, actors, Taken, ct);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (!state.IsConfirmedAt(session, time.GetUtcNow()))
            return await SecurityPages.Refused(http, actors, Refusals.ConfirmFirst, ct);
        var claimed = await actors.Ask(KeyOf(login), new IdentifierCommand.Claim(account), Call.System(), ct);
        if (claimed.Refusal is { } taken) return await SecurityPages.Refused(http, actors, taken, ct);
        var answer = await own.Ask(http, s => new Link(login, s), ct);
        return answer.Refusal is { } no
            ? await SecurityPages.Refused(http, actors, no, ct)
            : Show.Done(SecurityPages.Path, done: Notices.Linked);
    }

    private static async Task<IResult> Enter(
        HttpContext http, string account, OutsideLogin login, string back, Entrance entrance, HalfWay half,
        IActors actors, CancellationToken ct)
    {
        // The identifier says whose it is; the account says whether it still lets it in.
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (!Has(state, login)) return Show.Done("/sign-in", done: Notices.OutsideFailed);
        var answer = await entrance.Enter(http, account, state, Way.Provider, null, ct);
        return answer.Refusal is not { } no ? Results.LocalRedirect(back)
            : no.Code == SecondFactor.Needed
                ? EntrancePages.ShowCode(Reader.Of(http), half.Of(account, state, Way.Provider), back)
            : Show.No(http, no);
    }

    private static async Task<IResult> SignUp(
        IFormCollection form, HttpContext http, WebOptions options, Entrance entrance, IActors actors,
        CancellationToken ct)
    {
        if (await Outside.Said(http, options) is not var (login, session) || session.Length > 0)
            return Results.LocalRedirect("/sign-in");
        var back = Show.Local(form["back"]);
        var account = Typed.Account(form["account"]);
        var name = form["name"].ToString().Trim();
        if ((await actors.See<Identifier>(KeyOf(login), ct)).Account is not null)
            return Ask(Reader.Of(http, Taken), options, login, back, account, name);
        var answer = await entrance.Open(http, account, name, login, ct);
        if (answer.Refusal is { } no) return Ask(Reader.Of(http, no), options, login, back, account, name);
        await Outside.Forget(http);
        return Results.LocalRedirect(back);
    }

    private static IResult Ask(
        Reader reader, WebOptions options, OutsideLogin login, string back, string? account, string name) =>
        Show.Page<OutsideSignUpPage>(reader, new()
        {
            [nameof(OutsideSignUpPage.Site)] =
                options.Providers.FirstOrDefault(known => known.Name == login.Provider)?.Shown ?? login.Provider,
            [nameof(OutsideSignUpPage.Back)] = back,
            [nameof(OutsideSignUpPage.AccountName)] = account,
            [nameof(OutsideSignUpPage.Name)] = name,
        });

    private static bool Has(Account state, OutsideLogin login) => state.OutsideLogins.Exists(
        known => known.Provider == login.Provider && known.Subject == login.Subject);

    private static string KeyOf(OutsideLogin login) => Keys.OfOutsideLogin(login.Provider, login.Subject);
}
