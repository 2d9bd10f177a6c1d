using Communities.Actors;

namespace Communities.Web.Tests;

public sealed class ApiPolicyTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_not_agreed_reads_and_does_not_write_until_it_is_done()
    {
        await site.Found("accord", "olga", Visibility.Public, ("alice", Role.Member));
        var thread = await site.Open("accord", "alice", "Before", "Before there were terms.");
        using var olga = await site.As("olga");
        using var alice = await site.As("alice");
        var replies = $"/communities/accord/threads/{thread}/posts";
        const string Terms = "/communities/accord/policies/terms";

        (await olga.Post($"{Terms}/versions", new { text = "Agree.", asksConsent = true })).Is(200);
        await Quiet();
        (await alice.Post(replies, new { text = "May I?" })).Refused(403, "consent.needed");
        (await alice.Get($"/communities/accord/threads/{thread}")).Is(200);
        (await alice.Post($"{Terms}/consent", new { version = 2 })).Refused(404, "version.missing");
        (await alice.Post($"{Terms}/consent", new { version = 1 })).Is(200);
        (await alice.Post(replies, new { text = "Now." })).Is(201);
        var read = (await alice.Get(Terms)).Is(200);
        Assert.Equal(1, read["agreed"].GetProperty("version").GetInt32());

        (await olga.Post($"{Terms}/versions", new { text = "Agree!", summary = "Louder." })).Is(200);
        await Quiet();
        (await alice.Post(replies, new { text = "Nothing was asked of me." })).Is(201);
        (await olga.Post($"{Terms}/versions", new { text = "Agree!!", asksConsent = true })).Is(200);
        await Quiet();
        (await alice.Post(replies, new { text = "Again?" })).Refused(403, "consent.needed");
    }

    [Fact]
    public async Task What_the_site_asks_keeps_from_writing_everywhere()
    {
        await site.Found("elsewhere", "olga", Visibility.Public, ("bert", Role.Member));
        using var root = await site.As("root", isOperator: true);
        using var bert = await site.As("bert");
        using var olga = await site.As("olga");
        object post = new { title = "Hello", text = "Good day." };
        (await olga.Post("/policies/netiquette/versions", new { text = "x" })).Refused(403, "operator.needed");
        (await root.Post("/policies/netiquette/versions", new { text = "Be kind.", asksConsent = true })).Is(200);
        await Quiet();
        (await bert.Post("/communities/elsewhere/threads", post)).Refused(403, "consent.needed");
        (await bert.Post("/policies/netiquette/consent", new { version = 1 })).Is(200);
        (await bert.Post("/communities/elsewhere/threads", post)).Is(201);
        (await root.Post("/policies/netiquette/versions", new { text = "" })).Is(200);
        await Quiet();
        (await olga.Post("/communities/elsewhere/threads", post)).Is(201);
    }

    [Fact]
    public async Task The_rules_are_the_netiquette_in_force()
    {
        await site.Found("ruled", "olga", Visibility.Public);
        using var olga = await site.As("olga");
        using var visitor = site.Visitor();
        const string Netiquette = "/communities/ruled/policies/netiquette";
        (await olga.Put("/communities/ruled/rules", new { text = "Be kind." })).Is(200);
        var second = (await olga.Post(
            $"{Netiquette}/versions", new { text = "Be kinder.", effectiveAt = site.Time.GetUtcNow().AddDays(2) }))
            .Is(200);
        (await olga.Put("/communities/ruled/rules", new { text = "Be kindest." })).Refused(409, "version.exists");
        var policy = (await visitor.Get($"{Netiquette}?at-least={second.Version}")).Is(200);
        Assert.Equal("Be kind.", policy["text"].GetString());
        Assert.Equal("coming", policy["versions"][0].GetProperty("state").GetString());
        Assert.Equal("Be kinder.", (await visitor.Get($"{Netiquette}?version=2")).Is(200)["text"].GetString());
        (await olga.Delete($"{Netiquette}/versions/2")).Is(200);
        var third = (await olga.Put("/communities/ruled/rules", new { text = "Be kindest." })).Is(200);
        Assert.Equal(
            "Be kindest.",
            (await visitor.Get($"/communities/ruled/rules?at-least={third.Version}")).Is(200)["text"].GetString());
    }

    // The place learns what holds from the policy, and the web of the site's from the views.
    private async Task Quiet()
    {
        await site.Engine.WhenQuiet(Ct);
        await site.CaughtUp();
    }
}
