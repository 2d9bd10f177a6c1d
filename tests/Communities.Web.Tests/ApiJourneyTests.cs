using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Journeys and introductions through the API.</summary>
public sealed class ApiJourneyTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_program_sets_the_journey_and_reads_what_came_of_it()
    {
        await site.Found("along", "olga");
        using var olga = await site.As("olga");
        const string Path = "/communities/along/journey";
        var malformed = new { id = "x y", kind = "react", afterHours = 1 };
        (await olga.Put(Path, new { isOn = true, steps = new[] { malformed } }))
            .Refused(422, "step.malformed");
        (await olga.Put(Path, new
        {
            isOn = true,
            steps = new object[]
            {
                new { id = "react", kind = "react", afterHours = 24, isByMail = true },
                new
                {
                    id = "tea", kind = "custom", afterHours = 48,
                    texts = new[] { new { language = "en", title = "Tea", text = "Hello {name}" } },
                },
            },
        })).Is(200);
        await site.CaughtUp();
        using var alice = await site.As("alice");
        (await alice.Post("/communities/along/members", new { name = "Alice" })).Is(200);
        await site.CaughtUp();
        var thread = await site.Open("along", "olga");
        (await alice.Post($"/communities/along/threads/{thread}/posts/1/reactions", new { kind = "like" })).Is(200);
        await site.CaughtUp();

        var read = (await olga.Get(Path)).Is(200);
        Assert.Equal(1, read["begun"].GetInt32());
        Assert.Equal("react", read["counts"][0].GetProperty("step").GetString());
        Assert.Equal(1, read["counts"][0].GetProperty("doneWithout").GetInt32());
        Assert.Equal("custom", read["steps"][1].GetProperty("kind").GetString());
        var welcome = (await alice.Get("/communities/along/welcome")).Is(200);
        Assert.True(welcome["steps"][0].GetProperty("isDone").GetBoolean());
        Assert.False(welcome["isShown"].GetBoolean());
    }

    [Fact]
    public async Task Only_a_newcomers_first_introduction_waits_for_a_greeting()
    {
        await site.Found("hello", "olga", Visibility.Public, ("amy", Role.Member), ("mo", Role.Moderator));
        using var olga = await site.As("olga");
        using var amy = await site.As("amy");
        using var mo = await site.As("mo");
        await site.Actors.Ask(
            "hello", new CommunityCommand.AddCategory(new("arrivals", "Arrivals")), Call.System(),
            TestContext.Current.CancellationToken);
        (await olga.Put("/communities/hello/introductions", new { category = "nowhere" }))
            .Refused(404, "category.missing");
        (await olga.Put("/communities/hello/introductions", new { category = "arrivals", greetHours = 5 })).Is(200);
        foreach (var (client, category) in new[]
            { (amy, null), (mo, "arrivals"), (amy, "arrivals"), (amy, "arrivals") })
        {
            (await client.Post("/communities/hello/threads", new { title = "I", text = "Am here.", category })).Is(201);
            await site.CaughtUp();
        }

        var read = (await amy.Get("/communities/hello/introductions")).Is(200);
        Assert.Equal(1, read["items"].GetArrayLength());
        Assert.Equal("amy", read["items"][0].GetProperty("author").GetProperty("account").GetString());
        Assert.Equal(1, read["greetings"].GetProperty("waiting").GetInt32());
        Assert.Equal(5, read["settings"].GetProperty("greetHours").GetInt32());
    }
}
