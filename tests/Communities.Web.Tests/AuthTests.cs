using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>How people and programs come in, and how they are kept out.</summary>
public sealed class AuthTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task Somebody_signs_up_is_signed_in_and_signs_out()
    {
        using var browser = site.Visitor();
        var signedUp = (await browser.Post(
            "/accounts", new { account = "sam_1-x", password = Password, name = "Sam", language = "fr" })).Is(201);
        var cookie = signedUp.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("communities=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        AsPage(browser);
        var me = (await browser.Get("/me")).Is(200);
        Assert.Equal("Sam", me["name"].GetString());
        Assert.Equal("fr", me["preferences"].GetProperty("language").GetString());
        (await browser.Delete("/me/sessions/current")).Is(200);
        (await browser.Get("/me")).Refused(401, "session.needed");
        (await browser.Post("/me/sessions", new { account = "sam_1-x", password = Password })).Is(200);
        (await browser.Get("/me")).Is(200);
    }

    [Theory]
    [InlineData("Not a name", Password, 422, "account.malformed")]
    [InlineData("a", Password, 422, "account.malformed")]
    [InlineData("weak-one", "short", 422, "password.short")]
    [InlineData("weak-two", "password123", 422, "password.common")]
    [InlineData("weak-three", "my weak-three pw", 422, "password.common")]
    [InlineData("taken", Password, 409, "account.taken")]
    public async Task Accounts_have_rules(string account, string password, int status, string code)
    {
        await site.As("taken");
        using var browser = site.Visitor();
        (await browser.Post("/accounts", new { account, password })).Refused(status, code);
    }

    [Fact]
    public async Task A_wrong_password_and_a_wrong_name_are_told_alike()
    {
        using var browser = site.Visitor();
        (await browser.Post("/accounts", new { account = "real", password = Password })).Is(201);
        using var other = site.Visitor();
        var texts = new HashSet<string>();
        foreach (var (account, password) in new[]
        {
            ("real", "another password"), ("unreal", Password), ("real", new string('x', 5_000)), ("~/x", Password),
        })
            texts.Add(
                (await other.Post("/me/sessions", new { account, password })).Refused(401, "credentials.wrong").Text);
        Assert.Single(texts);
        await site.As("imported"); // An account without a password lets nobody in.
        (await other.Post("/me/sessions", new { account = "imported", password = "" }))
            .Refused(401, "credentials.wrong");
    }

    [Fact]
    public async Task A_repeated_sign_up_lets_in_only_who_knows_the_password()
    {
        using var browser = site.Visitor();
        (await browser.Post("/accounts", new { account = "twin", password = Password }, "1")).Is(201);
        using var again = site.Visitor();
        (await again.Post("/accounts", new { account = "twin", password = Password }, "1")).Is(201);
        using var thief = site.Visitor();
        (await thief.Post("/accounts", new { account = "twin", password = "a guess or two" }, "1"))
            .Refused(401, "credentials.wrong");
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        using var here = site.Visitor();
        using var there = site.Visitor();
        (await here.Post("/accounts", new { account = "pat", password = Password })).Is(201);
        (await there.Post("/me/sessions", new { account = "pat", password = Password })).Is(200);
        AsPage(here);
        AsPage(there);
        Assert.Equal(2, (await here.Get("/me/sessions")).Is(200)["items"].GetArrayLength());
        (await here.Put("/me/password", new { present = "wrong password", next = "a new long password" }))
            .Refused(401, "password.wrong");
        (await here.Put("/me/password", new { present = Password, next = "a new long password" })).Is(200);
        (await here.Get("/me")).Is(200);
        (await there.Get("/me")).Refused(401, "session.needed");
        (await there.Post("/me/sessions", new { account = "pat", password = Password }))
            .Refused(401, "credentials.wrong");
    }

    [Fact]
    public async Task A_session_can_be_ended_from_elsewhere_and_runs_out()
    {
        using var here = site.Visitor();
        using var there = site.Visitor();
        (await here.Post("/accounts", new { account = "kim", password = Password })).Is(201);
        (await there.Post("/me/sessions", new { account = "kim", password = Password })).Is(200);
        AsPage(here);
        AsPage(there);
        var sessions = (await here.Get("/me/sessions"))["items"].EnumerateArray().ToList();
        var other = sessions.Single(s => !s.GetProperty("isThis").GetBoolean()).GetProperty("id").GetString();
        (await here.Delete($"/me/sessions/{other}")).Is(200);
        (await there.Get("/me")).Refused(401, "session.needed");
        (await there.Post("/me/sessions", new { account = "kim", password = Password })).Is(200);
        (await here.Delete("/me/sessions")).Is(200);
        (await there.Get("/me")).Refused(401, "session.needed");
        site.Time.Advance(Account.SessionLife + TimeSpan.FromMinutes(1));
        (await here.Get("/me")).Refused(401, "session.needed");
    }

    [Fact]
    public async Task A_session_says_to_the_hour_when_it_was_last_used()
    {
        using var browser = site.Visitor();
        (await browser.Post("/accounts", new { account = "uma", password = Password })).Is(201);
        AsPage(browser);
        var first = (await browser.Get("/me/sessions"))["items"][0];
        Assert.Equal(first.GetProperty("startedAt").GetString(), first.GetProperty("usedAt").GetString());
        site.Time.Advance(Account.UseGrain);
        (await browser.Get("/me")).Is(200);
        var later = (await browser.Get("/me/sessions"))["items"][0];
        Assert.True(
            later.GetProperty("usedAt").GetDateTimeOffset() >= first.GetProperty("usedAt").GetDateTimeOffset()
                + Account.UseGrain);
    }

    [Fact]
    public async Task A_token_is_issued_once_used_and_revoked()
    {
        using var browser = site.Visitor();
        (await browser.Post("/accounts", new { account = "tok_en", password = Password })).Is(201);
        AsPage(browser);
        var issued = (await browser.Post("/me/tokens", new { label = "My program" }, "k")).Is(201);
        var text = issued["token"].GetString()!;
        Assert.StartsWith("cmt_tok_en_", text);
        (await browser.Post("/me/tokens", new { label = "My program" }, "k")).Refused(409, "token.exists");
        using var program = new ApiClient(site, text);
        Assert.Equal("tok_en", (await program.Get("/me")).Is(200)["account"].GetString());
        (await program.Post("/me/tokens", new { label = "More" })).Refused(403, "session.needed");
        var list = (await program.Get("/me/tokens")).Is(200);
        Assert.Equal("My program", list["items"][0].GetProperty("label").GetString());
        Assert.DoesNotContain(text[^40..], list.Text);
        (await browser.Delete($"/me/tokens/{issued["id"].GetString()}")).Is(200);
        (await program.Get("/me")).Refused(401, "token.wrong");
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer x")]
    [InlineData("Bearer cmt_olga_000000000000_0000000000000000000000000000000000000000")]
    [InlineData("Bearer cmt__000000000000_0000000000000000000000000000000000000000")]
    [InlineData("Bearer cmt_../x_000000000000_0000000000000000000000000000000000000000")]
    [InlineData("Basic b2xnYTpvbGdh")]
    public async Task A_wrong_token_is_refused_and_not_taken_for_a_visitor(string header)
    {
        await site.As("olga");
        using var program = site.Visitor();
        (await program.Send(HttpMethod.Get, "/communities", null, ("Authorization", header)))
            .Refused(401, "token.wrong");
    }

    [Fact]
    public async Task The_set_up_link_works_once()
    {
        await using var fresh = new ApiSite();
        await fresh.InitializeAsync();
        using var browser = fresh.Visitor();
        var wish = new { key = "wrong", account = "first", password = Password };
        (await browser.Post("/setup", wish)).Refused(401, "setup.wrong");
        (await browser.Post("/setup", wish with { key = fresh.SetupKey, password = "short" }))
            .Refused(422, "password.short");
        (await browser.Post("/setup", wish with { key = fresh.SetupKey })).Is(201);
        (await browser.Post("/setup", wish with { key = fresh.SetupKey, account = "second" })).Is(403);
        AsPage(browser);
        Assert.True((await browser.Get("/me")).Is(200)["isOperator"].GetBoolean());
        (await browser.Post("/setup", wish with { key = fresh.SetupKey, account = "second" }))
            .Refused(401, "setup.wrong");
        (await browser.Post("/communities", new { slug = "mine", name = "Mine" })).Is(201);
    }

    [Fact]
    public async Task The_set_up_link_is_of_no_use_once_another_web_has_made_somebody_run_the_site()
    {
        await using var fresh = new ApiSite();
        await fresh.InitializeAsync();
        var isMissing = true;
        var key = fresh.Services.GetRequiredService<FirstOwner>().Await(_ => ValueTask.FromResult(isMissing));
        isMissing = false;
        using var browser = fresh.Visitor();
        (await browser.Post("/setup", new { key, account = "late", password = Password })).Refused(401, "setup.wrong");
        Assert.True((await fresh.See<Account>("~/late")).IsMissing);
    }

    [Fact]
    public async Task Guessing_is_slow_and_so_is_flooding()
    {
        await using var strict = new Strict();
        await strict.InitializeAsync();
        using var browser = strict.Visitor();
        for (var i = 0; i < 3; i++)
            (await browser.Post("/me/sessions", new { account = "x", password = "guess" })).Is(401);
        var limited = (await browser.Post("/me/sessions", new { account = "x", password = "guess" }))
            .Refused(429, "rate.exceeded");
        Assert.NotNull(limited.Headers.RetryAfter);

        await strict.Found("calm", "olga", Visibility.Public, ("alice", Role.Member));
        using var olga = await strict.As("olga");
        using var alice = await strict.As("alice");
        var path = $"/communities/calm/threads/{await strict.Open("calm", "olga")}/posts";
        for (var i = 0; i < 5; i++) (await olga.Post(path, new { text = "a" })).Is(201);
        (await olga.Post(path, new { text = "a" })).Refused(429, "rate.exceeded");
        (await alice.Post(path, new { text = "a" })).Is(201);
    }

    [Theory]
    [InlineData("cmt_a-b_c_0123456789ab_0123456789012345678901234567890123456789", "a-b_c")]
    [InlineData("cmt_ab_0123456789ab_0123456789012345678901234567890123456789", "ab")]
    [InlineData("cmt_ab_0123456789ab_012345678901234567890123456789012345678", null)]
    [InlineData("cmt_AB_0123456789ab_0123456789012345678901234567890123456789", null)]
    [InlineData("xyz_ab_0123456789ab_0123456789012345678901234567890123456789", null)]
    [InlineData("cmt___", null)]
    [InlineData("", null)]
    public void A_token_is_read_from_the_right(string text, string? account) =>
        Assert.Equal(account, ApiTokens.Parse(text)?.Account);

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126",
        "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605 Version/17.5 Safari/604",
        "Safari, iPhone")]
    [InlineData("", "?")]
    public void A_session_says_in_words_where_it_is(string userAgent, string device) =>
        Assert.Equal(device, Device.Of(userAgent));

    private static void AsPage(ApiClient browser) => browser.Headers.Add("Sec-Fetch-Site", "same-origin");

    private sealed class Strict : ApiSite
    {
        protected override WebOptions Options(string directory) =>
            new()
            {
                DataDirectory = directory, SignInsPerMinute = 3, WritesPerMinute = 5, QuickRefusalsPerMinute = 1_000,
            };
    }
}
