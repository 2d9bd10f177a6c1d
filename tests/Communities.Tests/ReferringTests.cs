namespace Communities.Tests;

/// <summary>What follows from the names, quotes and addresses in a post.</summary>
public sealed class ReferringTests
{
    private const string Thread = "devs/01k0000000000000";
    private const string At = "2026-03-02T09:00:00+00:00";

    [Fact]
    public void Who_is_called_is_told_where()
    {
        Assert.Equal(
            [Notify("bob", "mention", 1), Notify("carol", "mention", 1)],
            Follows(new ThreadEvent.Opened("T", "@Bob and @carol", null, [])));
        Assert.Equal([Notify("bob", "mention", 3)], Follows(new ThreadEvent.Replied(3, "@bob")));
    }

    [Fact]
    public void Who_is_quoted_is_told_unless_called_too()
    {
        var quote = Quotes.Of(new Quote("bob", "devs", "01k0000000000000", 2), "Words.");
        Assert.Equal([Notify("bob", "quote", 3)], Follows(new ThreadEvent.Replied(3, quote + "So it is.")));
        Assert.Equal([Notify("bob", "mention", 3)], Follows(new ThreadEvent.Replied(3, quote + "So it is, @bob.")));
        var elsewhere = Quotes.Of(new Quote("bob", "else", "01k0000000000000", 2), "Words.");
        Assert.Empty(Follows(new ThreadEvent.Replied(3, elsewhere)));
    }

    [Fact]
    public void An_edit_calls_nobody() => Assert.Empty(Follows(new ThreadEvent.Edited(3, "@bob", 2)));

    [Fact]
    public void A_post_that_refers_to_nothing_costs_nothing() =>
        Assert.Empty(Follows(new ThreadEvent.Replied(3, "Plain words, me@example.org, https://example.org/a.")));

    [Fact]
    public void An_address_on_a_line_of_its_own_is_wanted()
    {
        const string Url = "https://example.org/a";
        string[] wanted =
            [$$"""link:devs/{{Links.DigestOf(Url)}} want {"url":"{{Url}}","at":"{{At}}"}"""];
        Assert.Equal(wanted, Follows(new ThreadEvent.Replied(3, Url)));
        Assert.Equal(wanted, Follows(new ThreadEvent.Edited(3, Url, 2)));
    }

    [Fact]
    public void What_an_import_brings_from_long_ago_is_no_news()
    {
        var notice = new Notice(Reasons.Mention, "01k0000000000000", 3, "bob", At: Spec.Start);
        var inbox = Spec.Inbox(new InboxEvent.Opened());
        inbox.When(new InboxCommand.Notify(notice), "", Communities.Actors.Role.System, minutes: 60 * 24 * 4).Then();
        inbox.When(new InboxCommand.Notify(notice), "", Communities.Actors.Role.System, minutes: 60)
            .Then(new InboxEvent.Notified(1, notice with { At = null }, First: 3));
    }

    private static IEnumerable<string> Follows(object happened) => Spec.Follows(happened, Thread)
        .Where(line => line.Contains(" notify ", StringComparison.Ordinal)
            || line.Contains(" want ", StringComparison.Ordinal));

    private static string Notify(string who, string reason, int number) =>
        $$"""inbox:devs/{{who}} notify {"notice":{"reason":"{{reason}}","thread":"01k0000000000000","""
        + $$""" "number":{{number}},""".TrimStart()
        + "\"by\":\"alice\",\"at\":\"" + At + "\"}}";
}
