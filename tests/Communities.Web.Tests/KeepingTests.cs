using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Inboxes, readings and bookmarks in the API.</summary>
public sealed class KeepingTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_told_counted_and_seen()
    {
        await site.Found("told", "olga", Visibility.Public, ("ann", Role.Member), ("bo", Role.Member));
        using var ann = await site.As("ann");
        var thread = await site.Open("told", "ann", "Brakes", "Which?");
        await site.Reply("told", thread, "bo", "Disc.");
        await Until(async () => (await ann.Get("/inbox/count")).Json.GetProperty("unseen").GetInt32() == 1);
        var notice = (await ann.Get("/inbox?unseen=true")).Json.GetProperty("items")[0];
        Assert.Equal("reply", notice.GetProperty("reason").GetString());
        Assert.Equal("Brakes", notice.GetProperty("title").GetString());

        await ann.Post("/inbox/seen", new { community = "told" });
        await Until(async () => (await ann.Get("/inbox/count")).Json.GetProperty("unseen").GetInt32() == 0);
    }

    [Fact]
    public async Task Reading_counts_to_the_post_and_no_further_than_there_are_posts()
    {
        await site.Found("read", "olga", Visibility.Public, ("cy", Role.Member), ("bo", Role.Member));
        using var cy = await site.As("cy");
        var thread = await site.Open("read", "bo", "Long", "One");
        foreach (var text in (string[])["Two", "Three", "Four"]) await site.Reply("read", thread, "bo", text);
        await site.CaughtUp();
        var at = $"/communities/read/threads/{thread}";
        await cy.Put($"{at}/reading", new { to = 2 });
        await Until(async () => Unread(await cy.Get($"{at}/reading")) == 2);
        await cy.Put($"{at}/reading", new { to = 9_999 });
        await Until(async () => Unread(await cy.Get($"{at}/reading")) == 0);
        Assert.Equal(4, (await site.Actors.See<Reading>($"read/{thread}/cy", Ct)).UpTo);

        await cy.Put($"{at}/bookmarks/3", new { note = "Again" });
        await Until(async () => (await cy.Get("/bookmarks")).Json.GetProperty("items").GetArrayLength() == 1);
        await cy.Delete($"{at}/bookmarks/3");
        await Until(async () => (await cy.Get("/bookmarks")).Json.GetProperty("items").GetArrayLength() == 0);

        static int Unread(Reply reply) => reply.Json.GetProperty("reading").GetProperty("unread").GetInt32();
    }

    // The views follow, and tell when they have.
    private async Task Until(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var subscription = site.Views.Subscribe(_ => next.TrySetResult());
            if (await isSo()) return;
            await next.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        }
    }
}
