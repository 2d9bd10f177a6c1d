namespace Communities.Web.Tests;

/// <summary>What another site makes a browser send is refused.</summary>
public sealed class AuthCrossSiteTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Origin", "HERE", true)]
    [InlineData("Origin", "http://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "http://127.0.0.1:1", false)]
    [InlineData("X-Nothing", "1", false)]
    public async Task A_browser_with_a_session_must_say_that_it_asks_from_here(
        string header, string value, bool isTaken)
    {
        using var browser = site.Visitor();
        var account = $"browser-{Guid.NewGuid():n}"[..30];
        (await browser.Post("/accounts", new { account, password = "correct horse battery" })).Is(201);
        var here = value.Replace("HERE", site.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var reply = await browser.Send(
            HttpMethod.Put, "/me", new { name = "Other", language = "en" }, (header, here));
        if (isTaken) reply.Is(200);
        else reply.Refused(403, "origin.foreign");
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in()
    {
        using var browser = site.Visitor();
        var body = new { account = "nobody", password = "correct horse battery" };
        (await browser.Send(HttpMethod.Post, "/me/sessions", body, ("Sec-Fetch-Site", "cross-site")))
            .Refused(403, "origin.foreign");
        (await browser.Send(HttpMethod.Post, "/me/sessions", body)).Refused(401, "credentials.wrong");
    }

    [Fact]
    public async Task A_token_comes_from_anywhere()
    {
        using var program = await site.As("program");
        (await program.Send(
            HttpMethod.Put, "/me", new { name = "P", language = "en" }, ("Sec-Fetch-Site", "cross-site"))).Is(200);
    }

    [Fact]
    public async Task A_site_that_has_a_name_answers_to_no_other()
    {
        await using var named = new Named();
        await named.InitializeAsync();
        using var visitor = named.Visitor();
        (await visitor.Send(HttpMethod.Get, "/communities", null, ("Host", "community.example"))).Is(200);
        (await visitor.Send(HttpMethod.Get, "/communities", null, ("Host", "evil.example")))
            .Refused(421, "host.foreign");
        (await visitor.Get("//health/live")).Is(200);
    }

    private sealed class Named : ApiSite
    {
        protected override WebOptions Options(string directory) =>
            new() { DataDirectory = directory, BaseUrl = new Uri("https://community.example") };
    }
}
