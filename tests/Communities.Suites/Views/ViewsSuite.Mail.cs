using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task Letters_wait_until_they_are_sent()
    {
        var world = NewWorld();
        var journal = world.Journal;
        var (alice, bob) = (Keys.OfRecipient(World.Devs, "alice"), Keys.OfRecipient(World.Devs, "bob"));
        journal.Ask(alice, new RecipientCommand.Owe("step-1", LetterKind.Step, "welcome"));
        journal.Ask(bob, new RecipientCommand.Owe("step-1", LetterKind.Step, "welcome"));
        var views = await Look(world);
        var started = journal.Now.AddHours(-1);
        Assert.Equal(["alice", "bob"], await Due());

        journal.Ask(alice, new RecipientCommand.Claim("step-1", "one", "token1"));
        Assert.Equal(["bob"], await Due());
        Assert.Equal(["alice", "bob"], await Due(node: "one", since: journal.Now.AddSeconds(1))); // Restarted.
        Assert.Equal(["bob", "alice"], await Due(later: Recipient.ClaimLife)); // Another one may have it by then.
        Assert.Equal(
            new SentLetter(World.Devs, "alice", "step-1", LetterKind.Step, "welcome"),
            await views.LetterOf("token1", Ct));
        Assert.Null(await views.LetterOf("token2", Ct));

        journal.Ask(alice, new RecipientCommand.Settle("step-1", LetterOutcome.Delivered));
        journal.Ask(bob, new RecipientCommand.Settle("step-1", LetterOutcome.Failed, "451 later"));
        Assert.Empty(await Due());
        Assert.Equal(["bob"], await Due(later: TimeSpan.FromMinutes(2)));

        async Task<IEnumerable<string>> Due(
            string node = "two", TimeSpan later = default, DateTimeOffset? since = null)
        {
            await CatchUp(views, journal);
            return (await views.DueLetters(node, since ?? started, journal.Now + later, 10, Ct))
                .Select(letter => letter.Who);
        }
    }

    [Fact]
    public async Task Subscribers_are_gone_through_bucket_by_bucket_and_what_came_of_letters_is_counted()
    {
        var world = NewWorld();
        var journal = world.Journal;
        var everybody = Enumerable.Range(0, 30).Select(n => $"reader{n}").ToList();
        foreach (var who in everybody)
            journal.Ask(
                Keys.OfRecipient(World.Devs, who), new RecipientCommand.Choose(new MailChoices(Newsletter: true)));
        journal.Ask(Keys.OfRecipient(World.Devs, "zoe"), new RecipientCommand.Choose(
            new MailChoices(Digest: DigestRhythm.Weekly)));
        var views = await Look(world);

        var (found, bucket) = (new List<string>(), 0);
        while (await views.Subscribers(World.Devs, bucket, 7, Ct) is { Count: > 0 } rows)
        {
            Assert.True(rows.Count <= 7);
            found.AddRange(rows.Select(row => row.Who));
            bucket = rows[^1].Bucket + 1;
        }

        Assert.Equal(everybody.Order(), found.Order());
        Assert.Equal(new MailAudience(30, 1, 0), await views.MailAudience(World.Devs, Ct));

        foreach (var (who, outcome) in new[]
                 {
                     ("reader0", LetterOutcome.Delivered), ("reader1", LetterOutcome.Delivered),
                     ("reader2", LetterOutcome.Skipped), ("reader3", LetterOutcome.Rejected),
                 })
        {
            var key = Keys.OfRecipient(World.Devs, who);
            journal.Ask(key, new RecipientCommand.Owe("newsletter-1", LetterKind.Newsletter, "1"));
            journal.Ask(key, new RecipientCommand.Settle("newsletter-1", outcome));
        }

        journal.Ask(Keys.OfRecipient(World.Devs, "reader4"),
            new RecipientCommand.Owe("newsletter-1", LetterKind.Newsletter, "1"));
        journal.Ask(Keys.OfRecipient(World.Devs, "reader0"), new RecipientCommand.Click("newsletter-1", "/c/devs"));
        journal.Ask(Keys.OfRecipient(World.Devs, "reader0"), new RecipientCommand.Click("newsletter-1", "/c/devs"));
        journal.Ask(Keys.OfRecipient(World.Devs, "reader1"),
            new RecipientCommand.Unsubscribe(LetterKind.Newsletter, "newsletter-1"));
        await CatchUp(views, journal);

        var figures = await views.LetterFigures(World.Devs, LetterKind.Newsletter, "1", Ct);
        Assert.Equal((1, 2, 1, 0, 1, 1, 1), (
            figures.Waiting, figures.Sent, figures.Skipped, figures.GivenUp, figures.Bounced, figures.Clicked,
            figures.Unsubscribed));
        Assert.Equal([("/c/devs", 1)], figures.Links);
        Assert.Equal(new MailAudience(28, 1, 1), await views.MailAudience(World.Devs, Ct));
    }
}
