using System.Text.Json;
using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>Rules of automoderation through the API, and what they do to posts.</summary>
public sealed class AutomodApiTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_rule_is_made_read_changed_and_removed()
    {
        await Begin("rules");
        using var owner = await site.As("olga");
        const string rule = "/communities/rules/automod/rules/shops";
        var body = new
        {
            name = "Shops", test = "links", action = new { kind = "hold" }, terms = new[] { "shop.example" },
            number = 1,
        };
        (await owner.Put(rule, body)).Is(200);
        var read = (await owner.Get(rule)).Is(200);
        Assert.Equal(("links", "hold", false), (
            read["test"].GetString(), read["action"].GetProperty("kind").GetString(), read["isOn"].GetBoolean()));
        Assert.Equal(1, (await owner.Get("/communities/rules/automod/rules")).Is(200)["items"].GetArrayLength());
        (await owner.Put(rule, new { name = "", test = "links", action = new { kind = "hold" } }))
            .Refused(422, "name.empty");
        (await owner.Put(rule, new { name = "Slow", test = "pattern", action = new { kind = "hold" },
            terms = new[] { @"(?=(a+)+$)(a+)+\1$" } })).Refused(422, "pattern.deep");
        (await owner.Delete(rule)).Is(200);
        (await owner.Get(rule)).Refused(404, "rule.missing");
    }

    [Fact]
    public async Task What_is_written_is_blocked_held_replaced_or_tagged_as_rules_say()
    {
        await Begin("screened");
        await Set("screened", Rule("block", ["forbidden"], new(AutomodActionKind.Block, "Not that, please.")));
        await Set("screened", Rule("hold", ["perhaps"], new(AutomodActionKind.Hold)));
        await Set("screened", Rule("replace", ["damn*"], new(AutomodActionKind.Replace, "***")));
        await Set("screened", Rule("tag", ["offer"], new(AutomodActionKind.Tag, "trade")));
        await Set("screened", Rule("off", ["fine"], new(AutomodActionKind.Block)) with { IsOn = false });
        using var ann = await site.As("ann");
        const string threads = "/communities/screened/threads";
        var refused = await ann.Post(threads, new { title = "A forbidden thing", text = "Text" });
        Assert.Contains("Not that, please.", refused.Refused(422, "post.refused").Text);

        var opened = (await ann.Post(threads, new { title = "Damnation", text = "A fine offer, damn it" })).Is(201);
        var id = opened["id"].GetString()!;
        var seen = (await ann.Get($"{threads}/{id}?at-least={opened.Version}")).Is(200);
        Assert.Equal("***", seen["title"].GetString());
        Assert.Equal("trade", seen["tags"][0].GetString());
        Assert.Contains("A fine offer, *** it", seen.Text);

        var replied = (await ann.Post($"{threads}/{id}/posts", new { text = "Perhaps" })).Is(201);
        await site.CaughtUp();
        var thread = await site.See<Thread>(Keys.OfThread("screened", id));
        Assert.Equal([Removal.None, Removal.Pending], thread.Posts.Select(post => post.Removal));
        using var visitor = site.Visitor();
        Assert.DoesNotContain("Perhaps", (await visitor.Get($"{threads}/{id}?at-least={replied.Version}")).Text);

        (await ann.Put($"{threads}/{id}/posts/1", new { text = "Now forbidden" })).Refused(422, "post.refused");
        using var mod = await site.As("mo");
        (await mod.Post($"{threads}/{id}/posts", new { text = "Moderators may say forbidden" })).Is(201);
    }

    [Fact]
    public async Task A_knowledge_page_is_not_saved_with_what_a_rule_is_against_and_only_what_is_new_counts()
    {
        await Begin("known");
        await site.Actors.Ask(
            "known", new CommunityCommand.AddCategory(new("brakes", "Brakes")), Call.System(),
            TestContext.Current.CancellationToken);
        await site.Actors.Ask(
            "known/ann", new MemberCommand.SetTrust(Trust.Regular, true), Call.System(),
            TestContext.Current.CancellationToken);
        await Set("known", Rule("block", ["forbidden"], new(AutomodActionKind.Block, "Not that, please.")));
        await Set("known", Rule("hold", ["perhaps"], new(AutomodActionKind.Hold)));
        await Set("known", Rule("replace", ["damn*"], new(AutomodActionKind.Replace, "***")));
        await Set("known", Rule("flag", ["offer"], new(AutomodActionKind.Flag)));
        await site.CaughtUp();
        using var ann = await site.As("ann");
        using var mod = await site.As("mo");
        const string page = "/communities/known/knowledge/brakes";
        var refused = await ann.Put(page, new { on = 0, text = "A forbidden thing" });
        Assert.Contains("Not that, please.", refused.Refused(422, "post.refused").Text);
        (await ann.Put(page, new { on = 0, text = "Perhaps" })).Refused(422, "knowledge.screened");
        (await ann.Put(page, new { on = 0, text = "Damn it" })).Refused(422, "knowledge.screened");
        (await ann.Put(page, new { on = 0, text = "Fine", summary = "perhaps" })).Refused(422, "knowledge.screened");
        (await ann.Put(page, new { on = 0, text = "A fine offer" })).Is(200);

        (await mod.Put(page, new { on = 1, text = "A fine offer\n\nModerators may say forbidden" })).Is(200);
        await site.CaughtUp();
        (await ann.Put(page, new { on = 2, text = "A finer offer\n\nModerators may say forbidden" })).Is(200);
        await site.CaughtUp();

        // Nor does who mends a word answer for the rest of its paragraph; what is added to it, they do.
        (await ann.Put(page, new { on = 3, text = "A finer offer\n\nMembers may say forbidden" })).Is(200);
        await site.CaughtUp();
        (await ann.Put(page, new { on = 4, text = "A finer offer\n\nMembers may say forbidden, forbidden" }))
            .Refused(422, "post.refused");
        (await ann.Put(page, new { on = 4, text = "A finer offer\n\nMembers may say forbidden, perhaps" }))
            .Refused(422, "knowledge.screened");
    }

    [Fact]
    public async Task What_a_rule_refuses_is_counted_for_moderators_and_its_newest_texts_are_shown_to_managers()
    {
        await Begin("refusing");
        await Set("refusing", Rule("block", ["forbidden"], new(AutomodActionKind.Block)));
        await Set("refusing", Rule("other", ["unheard"], new(AutomodActionKind.Block)));
        using var ann = await site.As("ann");
        using var mod = await site.As("mo");
        using var owner = await site.As("olga");
        const string threads = "/communities/refusing/threads";
        const string blocks = "/communities/refusing/automod/rules/block/blocks";
        (await ann.Post(threads, new { title = "A forbidden thing", text = "Text" })).Refused(422, "post.screened");
        (await ann.Post(threads, new { title = "Title", text = "Forbidden at last" })).Refused(422, "post.screened");
        (await ann.Get(blocks)).Refused(403, "moderator.needed");

        Is(await mod.Get(blocks), 2);
        var seen = Is(await owner.Get(blocks), 2, "Title\nForbidden at last");
        Assert.Equal("ann", seen["texts"][0].GetProperty("author").GetString());
        Is(await owner.Get("/communities/refusing/automod/rules/other/blocks"), 0);

        // What the community's own count has been told is not counted twice.
        await site.Services.GetRequiredService<Counting>().Tell(TestContext.Current.CancellationToken, isLast: true);
        Assert.Equal(2, (await site.See<Blocks>("refusing")).Of("block", 7, site.Time.GetUtcNow()));
        Is(await owner.Get(blocks), 2, "Title\nForbidden at last");

        static Reply Is(Reply reply, int count, params string[] texts)
        {
            var seen = reply.Is(200);
            Assert.Equal((count, count), (seen["week"].GetInt32(), seen["month"].GetInt32()));
            Assert.Equal(texts, seen["texts"].EnumerateArray().Select(text => text.GetProperty("text").GetString()));
            return seen;
        }
    }

    [Fact]
    public async Task A_repeated_request_is_screened_as_one()
    {
        await Begin("repeats");
        await Set("repeats", Rule("twice", [], new(AutomodActionKind.Block)) with
        {
            Test = AutomodTest.Rate, Number = 2, Minutes = 5,
        });
        using var ann = await site.As("ann");
        var body = new { title = "One", text = "And the same" };
        (await ann.Post("/communities/repeats/threads", body, "key")).Is(201);
        (await ann.Post("/communities/repeats/threads", body, "key")).Is(201);
        (await ann.Post("/communities/repeats/threads", body, "other")).Refused(422, "post.screened");
    }

    [Fact]
    public async Task A_guarded_community_holds_what_new_members_write()
    {
        await Begin("guarded");
        using var ann = await site.As("ann");
        using var mod = await site.As("mo");
        (await ann.Put("/communities/guarded/automod/guard", new { hours = 6 })).Refused(403, "moderator.needed");
        (await mod.Put("/communities/guarded/automod/guard", new { hours = 6 })).Is(200);
        var opened = (await ann.Post("/communities/guarded/threads", new { title = "One", text = "Text" })).Is(201);
        var key = Keys.OfThread("guarded", opened["id"].GetString()!);
        Assert.Equal(Removal.Pending, (await site.See<Thread>(key)).Posts[0].Removal);
        (await mod.Put("/communities/guarded/automod/guard", new { hours = 0 })).Is(200);
    }

    [Fact]
    public async Task A_rule_is_tried_on_the_past_before_it_is_on()
    {
        await Begin("tried");
        var thread = await site.Open("tried", "ann", "Cheap watches", "Buy them");
        await site.Reply("tried", thread, "ann", "No more of it");
        await Set("tried", Rule("watches", ["watches"], new(AutomodActionKind.Hold)) with { IsOn = false });
        using var ann = await site.As("ann");
        using var mod = await site.As("mo");
        const string trial = "/communities/tried/automod/rules/watches/trial";
        (await ann.Post(trial, new { days = 30 })).Refused(403, "moderator.needed");
        (await mod.Get(trial)).Refused(404, "rule.missing");
        (await mod.Post(trial, new { days = 0 })).Refused(422, "trial.range");
        (await mod.Post(trial, new { days = 30 })).Is(200);
        await site.Services.GetRequiredService<Trials>().Ended("tried", "watches");
        var result = (await mod.Get(trial)).Is(200);
        Assert.Equal("finished", result["status"].GetString());
        Assert.Equal((2, 1), (
            result["result"].GetProperty("posts").GetInt32(), result["result"].GetProperty("found").GetInt32()));
        Assert.Equal("unseen", Sample(result).GetProperty("outcome").GetString());

        // A rule that is not saved is tried as well.
        (await mod.Post(trial, new
        {
            rule = new { name = "More", test = "words", terms = new[] { "more" }, action = new { kind = "flag" } },
        })).Is(200);
        await site.Services.GetRequiredService<Trials>().Ended("tried", "watches");
        Assert.Equal("No more of it", Sample((await mod.Get(trial)).Is(200)).GetProperty("excerpt").GetString());
        Assert.Equal(204, (int)(await mod.Delete(trial)).Status);

        static JsonElement Sample(Reply reply) => reply["result"].GetProperty("samples")[0];
    }

    private static AutomodRule Rule(string id, string[] words, AutomodAction action) => new(
        id, id, AutomodTest.Words, [.. words], 0, 0, AutomodScope.Everybody, action, IsOn: true);

    private async Task Set(string community, AutomodRule rule) => Assert.Null((await site.Actors.Ask(
        community, new CommunityCommand.SetAutomodRule(rule), Call.System())).Refusal);

    private Task Begin(string community) => site.Found(
        community, "olga", Visibility.Public, ("ann", Role.Member), ("mo", Role.Moderator));
}
