using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Members who keep order in a category have power there, and nowhere else.</summary>
public sealed class CategoryKeeperTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_keeper_of_a_category_moderates_there_and_below_and_nowhere_else()
    {
        await site.Found("kept", "olga", Visibility.Public, ("kim", Role.Member), ("bob", Role.Member));
        using var olga = await site.As("olga");
        using var kim = await site.As("kim");
        using var bob = await site.As("bob");
        foreach (var category in new[] { new { slug = "help", parent = (string?)null },
            new { slug = "help-more", parent = (string?)"help" }, new { slug = "news", parent = (string?)null } })
            (await olga.Post(
                "/communities/kept/categories",
                new { category.slug, name = category.slug, category.parent })).Is(200);
        var (here, below, elsewhere) =
            (await Open(bob, "help"), await Open(bob, "help-more"), await Open(bob, "news"));
        (await kim.Post($"/communities/kept/threads/{here}/close")).Is(403);
        (await olga.Put("/communities/kept/members/kim/categories", new { categories = new[] { "help" } })).Is(200);

        (await kim.Post($"/communities/kept/threads/{here}/close")).Is(200);
        (await kim.Delete($"/communities/kept/threads/{below}/posts/1")).Is(200);
        (await kim.Post($"/communities/kept/threads/{elsewhere}/close")).Is(403);
        (await kim.Delete($"/communities/kept/threads/{elsewhere}/posts/1")).Is(403);
        await site.CaughtUp();
        (await kim.Get($"/communities/kept/threads/{below}")).Is(200);
        Assert.Contains(
            "help", (await kim.Get("/communities/kept/members/kim")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains(
            $"/c/kept/threads/{here}/reopen", (await kim.Get($"//c/kept/threads/{here}")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"/c/kept/threads/{elsewhere}/close", (await kim.Get($"//c/kept/threads/{elsewhere}")).Text,
            StringComparison.Ordinal);

        // Posts go where the keeper has power, too, or not at all.
        (await bob.Post($"/communities/kept/threads/{elsewhere}/posts", new { text = "Two" })).Is(201);
        (await kim.Post(
            $"/communities/kept/threads/{elsewhere}/move", new { posts = new[] { 2 }, to = here })).Is(403);
        var none = new { categories = Array.Empty<string>() };
        (await olga.Put("/communities/kept/members/kim/categories", none)).Is(200);
        (await kim.Post($"/communities/kept/threads/{here}/reopen")).Is(403);
    }

    [Fact]
    public async Task Nobody_keeps_order_in_a_category_that_there_is_not()
    {
        await site.Found("keptnot", "olga", Visibility.Public, ("kim", Role.Member));
        using var olga = await site.As("olga");
        var answer = await olga.Put("/communities/keptnot/members/kim/categories", new { categories = new[] { "no" } });
        Assert.Equal("category.missing", answer.Code);
    }

    private static async Task<string> Open(ApiClient client, string category) =>
        (await client.Post("/communities/kept/threads", new { title = "T", text = "T", category }))
        .Is(201)["id"].GetString()!;
}
