using Communities.Actors;

namespace Communities.Web.Tests;

public sealed class ApiCommunityTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task An_operator_founds_a_community_and_says_what_it_is_for()
    {
        using var owen = await site.As("owen", isOperator: true);
        using var visitor = site.Visitor();
        var founded = (await owen.Post(
            "/communities", new { slug = "garden", name = "Garden", summary = "Green", language = "fr" })).Is(201);
        Assert.Equal("/api/v1/communities/garden", founded.Headers.Location?.OriginalString);
        await site.CaughtUp();
        var purpose = new { whatFor = "To **grow**.", words = new[] { "soil" } };
        (await owen.Put("/communities/garden/purpose", purpose)).Is(200);
        (await owen.Put("/communities/garden/rules", new { text = "Be kind." })).Is(200);
        var changed = (await owen.Put(
            "/communities/garden/settings",
            new { name = "Gardens", summary = (string?)null, language = "en", visibility = "unlisted" })).Is(200);

        var view = (await visitor.Get($"/communities/garden?at-least={changed.Version}")).Is(200);
        Assert.Equal("Gardens", view["name"].GetString());
        Assert.Equal("unlisted", view["visibility"].GetString());
        Assert.Equal(1, view["counters"].GetProperty("members").GetInt32());
        Assert.Equal("To **grow**.", (await visitor.Get("/communities/garden/purpose")).Is(200)["whatFor"].GetString());
        Assert.Equal("Be kind.", (await visitor.Get("/communities/garden/rules")).Is(200)["text"].GetString());
        Assert.Equal("en", (await visitor.Get("/communities/garden/settings")).Is(200)["language"].GetString());
        Assert.DoesNotContain("garden", (await visitor.Get("/communities")).Is(200).Text);
        Assert.Contains("garden", (await owen.Get("/communities")).Is(200).Text);
        (await owen.Post("/communities", new { slug = "garden", name = "Again" })).Refused(409, "community.exists");
        (await owen.Post("/communities", new { slug = "No Slug", name = "Again" })).Refused(422, "slug.malformed");
    }

    [Fact]
    public async Task Categories_are_added_changed_and_removed()
    {
        await site.Found("shelves", "olga");
        using var olga = await site.As("olga");
        (await olga.Post("/communities/shelves/categories", new { slug = "a", name = "A", hue = 10 })).Is(200);
        (await olga.Post("/communities/shelves/categories", new { slug = "b", name = "B", parent = "a" })).Is(200);
        (await olga.Post("/communities/shelves/categories", new { slug = "b", name = "B" }))
            .Refused(409, "category.exists");
        var changed = (await olga.Put("/communities/shelves/categories/b", new { name = "Bee", parent = "a" })).Is(200);
        var list = (await olga.Get($"/communities/shelves/categories?at-least={changed.Version}")).Is(200);
        Assert.Equal(["A", "Bee"], list["items"].EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        (await olga.Delete("/communities/shelves/categories/a")).Refused(409, "category.parent");
        (await olga.Delete("/communities/shelves/categories/b")).Is(200);
        (await olga.Put("/communities/shelves/categories/b", new { name = "Bee" })).Refused(404, "category.missing");
    }

    [Fact]
    public async Task Somebody_joins_describes_themselves_and_leaves()
    {
        await site.Found("club", "olga");
        using var alice = await site.As("alice");
        using var visitor = site.Visitor();
        (await visitor.Post("/communities/club/members")).Refused(401, "account.foreign");
        (await alice.Post("/communities/club/members", new { name = "Alice A." })).Is(200);
        var described = (await alice.Put(
            "/communities/club/members/alice", new { name = "Alice", biography = "*Me*" })).Is(200);
        var profile = (await visitor.Get($"/communities/club/members/alice?at-least={described.Version}")).Is(200);
        Assert.Equal("*Me*", profile["biography"].GetString());
        Assert.Equal("member", profile["role"].GetString());
        Assert.Contains("alice", (await visitor.Get("/communities/club/members?startsWith=ali")).Is(200).Text);
        Assert.Equal(0, (await visitor.Get("/communities/club/members/alice/posts")).Is(200)["items"].GetArrayLength());
        (await visitor.Get("/communities/club/members/nobody")).Refused(404, "member.missing");
        var left = (await alice.Delete("/communities/club/members/alice")).Is(200);
        Assert.True((await visitor.Get(
            $"/communities/club/members/alice?at-least={left.Version}"))["hasLeft"].GetBoolean());
    }

    [Fact]
    public async Task A_manager_brings_somebody_into_a_private_community_and_appoints_them()
    {
        await site.Found("secret", "olga", Visibility.Private);
        using var olga = await site.As("olga");
        using var alice = await site.As("alice");
        (await alice.Post("/communities/secret/members")).Refused(404, "community.missing");
        (await olga.Post("/communities/secret/members", new { account = "nobody-yet" }))
            .Refused(404, "account.missing");
        (await olga.Post("/communities/secret/members", new { account = "alice" })).Is(200);
        (await alice.Get("/communities/secret/members")).Is(200);
        (await olga.Put("/communities/secret/members/alice/role", new { role = "moderator" })).Is(200);
        (await olga.Put("/communities/secret/members/alice/role", new { role = "system" }))
            .Refused(422, "role.unknown");
        (await olga.Put("/communities/secret/members/alice/role", new { role = 3 })).Refused(400, "json.malformed");
        var me = (await alice.Get("/me")).Is(200);
        await site.CaughtUp();
        me = (await alice.Get("/me")).Is(200);
        Assert.Contains(
            me["memberships"].EnumerateArray(),
            membership => membership.GetProperty("community").GetString() == "secret"
                && membership.GetProperty("role").GetString() == "moderator");
    }

    [Fact]
    public async Task Who_joins_a_community_that_is_not_there_is_told_so()
    {
        using var alice = await site.As("alice");
        (await alice.Post("/communities/nowhere/members")).Refused(404, "community.missing");
        Assert.Equal(Role.None, (await site.See<Member>("nowhere/alice")).Role);
    }

    [Fact]
    public async Task Health_is_told_to_anybody()
    {
        using var visitor = site.Visitor();
        Assert.Equal("ok", (await visitor.Get("//health/live")).Is(200)["status"].GetString());
        Assert.Equal("ok", (await visitor.Get("//health/ready")).Is(200)["status"].GetString());
    }
}
