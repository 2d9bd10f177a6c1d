using OtpNet;

namespace Communities.Web.Tests;

/// <summary>Second factors: codes of an app, and recovery codes.</summary>
public sealed class SigningFactorTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Password = "a sentence nobody guesses";

    [Fact]
    public async Task A_sign_in_takes_a_code_of_the_app_and_each_once()
    {
        using var browser = await SignedUp("otto");
        var secret = (await browser.Post("/me/authenticator/secret")).Is(200);
        Assert.StartsWith("otpauth://totp/", secret["address"].GetString());
        var kept = secret["kept"].GetString()!;
        (await browser.Put("/me/authenticator", new { kept, code = "000000" })).Refused(401, "code.wrong");
        (await browser.Put("/me/authenticator", new { kept = "made up", code = "000000" })).Refused(401, "code.wrong");
        var first = CodeOf(secret["secret"].GetString()!);
        var codes = (await browser.Put("/me/authenticator", new { kept, code = first })).Is(200)["codes"];
        Assert.Equal(Account.RecoveryCodesMax, codes.GetArrayLength());
        (await browser.Put("/me/authenticator", new { kept, code = first })).Refused(409, "code.exists");

        using var other = Other();
        (await other.Post("/me/sessions", new { account = "otto", password = Password })).Refused(401, "code.needed");
        (await other.Post("/me/sessions", new { account = "otto", password = "a wrong guess", code = first }))
            .Refused(401, "credentials.wrong");
        (await other.Post("/me/sessions", new { account = "otto", password = Password, code = first }))
            .Refused(401, "code.wrong");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var next = CodeOf(secret["secret"].GetString()!);
        (await other.Post("/me/sessions", new { account = "otto", password = Password, code = next })).Is(200);
        (await other.Post("/me/sessions", new { account = "otto", password = Password, code = next }))
            .Refused(401, "code.wrong");
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_typed_and_new_ones_replace_the_old()
    {
        using var browser = await SignedUp("rosa");
        var codes = await TurnedOn(browser);
        using var other = Other();
        var typed = codes[0].ToUpperInvariant().Replace('-', ' ');
        (await other.Post("/me/sessions", new { account = "rosa", password = Password, code = typed })).Is(200);
        (await other.Post("/me/sessions", new { account = "rosa", password = Password, code = codes[0] }))
            .Refused(401, "code.wrong");
        Assert.Equal(9, (await browser.Get("/me/security"))["recoveryCodes"].GetInt32());
        var fresh = (await browser.Post("/me/recovery-codes")).Is(200)["codes"][0].GetString();
        (await other.Post("/me/sessions", new { account = "rosa", password = Password, code = codes[1] }))
            .Refused(401, "code.wrong");
        (await other.Post("/me/sessions", new { account = "rosa", password = Password, code = fresh })).Is(200);
        (await browser.Delete("/me/authenticator")).Is(200);
        (await other.Post("/me/sessions", new { account = "rosa", password = Password })).Is(200);
    }

    [Fact]
    public async Task Codes_are_guessed_as_slowly_as_passwords()
    {
        using var browser = await SignedUp("gus");
        await TurnedOn(browser);
        using var thief = site.Visitor();
        for (var i = 0; i < Lockout.FreeFailures; i++)
            (await thief.Post("/me/sessions", new { account = "gus", password = Password, code = "000000" }))
                .Refused(401, "code.wrong");
        (await thief.Post("/me/sessions", new { account = "gus", password = Password, code = "000000" }))
            .Refused(429, "password.locked");
    }

    [Fact]
    public async Task What_the_journal_holds_of_an_app_opens_nothing()
    {
        using var browser = await SignedUp("vera");
        var secret = (await browser.Post("/me/authenticator/secret")).Is(200);
        var code = CodeOf(secret["secret"].GetString()!);
        (await browser.Put("/me/authenticator", new { kept = secret["kept"].GetString(), code })).Is(200);
        var state = await site.See<Account>("~/vera");
        Assert.DoesNotContain(secret["secret"].GetString()!, state.Authenticator!.Secret);
        Assert.All(state.RecoveryCodes, hash => Assert.Equal(64, hash.Length));
    }

    [Fact]
    public async Task Too_many_wrong_tokens_of_an_address_are_looked_at_no_more()
    {
        await using var strict = new Strict();
        await strict.InitializeAsync();
        const string Wrong = "Bearer cmt_olga_000000000000_0000000000000000000000000000000000000000";
        using var good = await strict.As("olga");
        using var program = strict.Visitor();
        for (var i = 0; i < 3; i++)
            (await program.Send(HttpMethod.Get, "/me", null, ("Authorization", Wrong))).Refused(401, "token.wrong");
        (await program.Send(HttpMethod.Get, "/me", null, ("Authorization", Wrong))).Refused(429, "rate.exceeded");
        (await good.Get("/me")).Refused(429, "rate.exceeded");
    }

    private ApiClient Other()
    {
        var browser = site.Visitor();
        browser.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private async Task<ApiClient> SignedUp(string account)
    {
        var browser = site.Visitor();
        (await browser.Post("/accounts", new { account, password = Password })).Is(201);
        browser.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private async Task<string[]> TurnedOn(ApiClient browser)
    {
        var secret = (await browser.Post("/me/authenticator/secret")).Is(200);
        var code = CodeOf(secret["secret"].GetString()!);
        var on = (await browser.Put("/me/authenticator", new { kept = secret["kept"].GetString(), code })).Is(200);
        return [.. on["codes"].EnumerateArray().Select(one => one.GetString()!)];
    }

    private string CodeOf(string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(site.Time.GetUtcNow().UtcDateTime);

    private sealed class Strict : ApiSite
    {
        protected override WebOptions Options(string directory) =>
            new() { DataDirectory = directory, WrongTokensPerMinute = 3, QuickRefusalsPerMinute = 1_000 };
    }
}
