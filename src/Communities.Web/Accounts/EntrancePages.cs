using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>
/// How people come in and go out: sign-up, sign-in, sign-out, and the set-up link of the first owner.
/// </summary>
internal static class EntrancePages
{
    public static void MapEntrancePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", (HttpContext http, string? back = null) => ShowSignIn(http, back));
        pages.MapPost("/sign-in", SignIn).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost("/sign-in/code", SignInWithCode).RequireRateLimiting(RateLimits.SignIn);
        pages.MapGet("/sign-up", (HttpContext http, string? back = null) => ShowSignUp(http, back));
        pages.MapPost("/sign-up", SignUp).RequireRateLimiting(RateLimits.SignUp);
        pages.MapPost("/sign-out", SignOut);
        pages.MapGet("/set-up", (HttpContext http, FirstOwner owner, string? key = null) => owner.IsAwaitedWith(key)
            ? Show.Page<SignUpPage>(Reader.Of(http), new() { [nameof(SignUpPage.Key)] = key })
            : Show.No(http, new Refusal("setup.wrong", "This set-up link is not, or no longer, valid.")));
        pages.MapPost("/set-up", SetUp).RequireRateLimiting(RateLimits.SignUp);
    }

    private static IResult ShowSignIn(HttpContext http, string? back) => Caller.Of(http).IsSignedIn
        ? Results.LocalRedirect(Show.Local(back))
        : Show.Page<SignInPage>(Reader.Of(http), new() { [nameof(SignInPage.Back)] = Show.Local(back) });

    private static IResult ShowSignUp(HttpContext http, string? back) => Caller.Of(http).IsSignedIn
        ? Results.LocalRedirect(Show.Local(back))
        : Show.Page<SignUpPage>(Reader.Of(http), new() { [nameof(SignUpPage.Back)] = Show.Local(back) });

    private static async Task<IResult> SignIn(
        IFormCollection form, HttpContext http, Entrance entrance, Emails emails, HalfWay half, IActors actors,
        CancellationToken ct)
    {
        var who = Typed.Account(form["account"]);
        var back = Show.Local(form["back"]);
        var answer = await entrance.SignIn(http, who, form["password"].ToString(), null, ct);
        if (answer.Refusal is null) return Results.LocalRedirect(back);
        if (answer.Refusal.Code == SecondFactor.Needed && await emails.Find(who, ct) is { } account)
        {
            var state = await actors.See<Account>(Keys.OfAccount(account), ct);
            return ShowCode(Reader.Of(http), half.Of(account, state, Way.Password), back);
        }

        return Show.Page<SignInPage>(Reader.Of(http, answer.Refusal), new()
        {
            [nameof(SignInPage.Back)] = back,
            [nameof(SignInPage.AccountName)] = who,
        });
    }

    private static async Task<IResult> SignInWithCode(
        IFormCollection form, HttpContext http, Entrance entrance, HalfWay half, IActors actors, CancellationToken ct)
    {
        var (carried, back) = (form["half"].ToString(), Show.Local(form["back"]));
        if (await half.Read(carried, actors, ct) is not var (account, state, way))
            return Results.LocalRedirect($"/sign-in?back={Uri.EscapeDataString(back)}");
        var answer = await entrance.Enter(http, account, state, way, form["code"].ToString(), ct);
        return answer.Refusal is { } no ? ShowCode(Reader.Of(http, no), carried, back) : Results.LocalRedirect(back);
    }

    internal static IResult ShowCode(Reader reader, string half, string back) => Show.Page<CodePage>(reader, new()
    {
        [nameof(CodePage.Half)] = half,
        [nameof(CodePage.Back)] = back,
    });

    private static async Task<IResult> SignUp(
        IFormCollection form, HttpContext http, Entrance entrance, CancellationToken ct)
    {
        var (account, name, back) = Of(form);
        var answer = await entrance.SignUp(
            http, new(account, form["password"].ToString(), name, Email: form["email"].ToString()), ct);
        return answer.Refusal is { } no ? Again(http, no, form, null) : Results.LocalRedirect(back);
    }

    private static async Task<IResult> SetUp(
        IFormCollection form, HttpContext http, FirstOwner owner, CancellationToken ct)
    {
        var (account, name, _) = Of(form);
        var key = form["key"].ToString();
        var answer = await owner.Open(
            http, key, account, name, form["password"].ToString(), Caller.Of(http).Language, ct);
        return answer.Refusal is { } no ? Again(http, no, form, key) : Results.LocalRedirect("/");
    }

    private static async Task<IResult> SignOut(
        IFormCollection form, HttpContext http, Entrance entrance, CancellationToken ct)
    {
        _ = form; // Read for its token alone.
        await entrance.SignOut(http, ct);
        return Results.LocalRedirect("/");
    }

    private static IResult Again(HttpContext http, Refusal no, IFormCollection form, string? key)
    {
        var (account, name, back) = Of(form);
        return Show.Page<SignUpPage>(Reader.Of(http, no), new()
        {
            [nameof(SignUpPage.Back)] = back,
            [nameof(SignUpPage.Key)] = key,
            [nameof(SignUpPage.AccountName)] = account,
            [nameof(SignUpPage.Name)] = name,
            [nameof(SignUpPage.Email)] = form["email"].ToString(),
        });
    }

    private static (string Account, string Name, string Back) Of(IFormCollection form) => (
        Typed.Account(form["account"]),
        form["name"].ToString().Trim(),
        Show.Local(form["back"]));
}
