namespace Communities.Tests;

/// <summary>Whom a text calls, and whom it quotes.</summary>
public sealed class MentionsTests
{
    [Theory]
    [InlineData("@alice look", "alice")]
    [InlineData("Thanks, @Alice_B-2!", "alice_b-2")]
    [InlineData("(@alice), @bob: **@carol**, @dora.", "alice,bob,carol,dora")]
    [InlineData("@alice and @ALICE", "alice")]
    [InlineData("cc:@alice", "alice")]
    [InlineData("# A title for @alice", "alice")]
    [InlineData("- one\n- for @alice\n\n    and @bob", "alice,bob")]
    [InlineData("1. one\n\n   still @alice\n\nplain\n\n    code @bob", "alice")]
    [InlineData("l’avis de @zoe", "zoe")]
    public void A_name_behind_an_at_sign_is_called(string text, string names) =>
        Assert.Equal(names, string.Join(',', Mentions.In(text)));

    [Theory]
    [InlineData("nobody here")]
    [InlineData("me@example.org")]
    [InlineData("@example.org")]
    [InlineData("@alice@social.example")]
    [InlineData("@angular/core")]
    [InlineData("https://social.example/@alice and https://example.org/?q=@alice")]
    [InlineData("[her page](https://social.example/@alice)")]
    [InlineData("@a and @-x and @ alice and @")]
    [InlineData("@aliceé")]
    [InlineData("@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("\\@alice")]
    [InlineData("`@alice` and ``a ` @bob``")]
    [InlineData("```\n@alice\n```")]
    [InlineData("~~~ java\n@Override\n\n@Test\n~~~")]
    [InlineData("```\n@alice, and the block never ends\n\n@bob")]
    [InlineData("text\n\n    @alice in code\n\n    @bob in the same")]
    [InlineData("> @alice said so\n> and @bob")]
    public void Nobody_is_called_by_addresses_code_and_quotes(string text) => Assert.Empty(Mentions.In(text));

    [Theory]
    [InlineData("before `code` @alice", "alice")]
    [InlineData("a lone ` and @alice", "alice")]
    [InlineData("```\ncode @bob\n```\n@alice", "alice")]
    [InlineData("> quoted @bob\n\n@alice", "alice")]
    [InlineData("``` no fence ``` @alice", "alice")]
    [InlineData("first\n    @alice, which goes on with the paragraph", "alice")]
    public void What_stands_beside_code_and_quotes_calls(string text, string names) =>
        Assert.Equal(names, string.Join(',', Mentions.In(text)));

    [Fact]
    public void A_text_calls_so_many_at_most() =>
        Assert.Equal(
            Mentions.Most, Mentions.In(string.Join(' ', Enumerable.Range(0, 50).Select(n => $"@name{n}"))).Length);

    [Theory]
    [InlineData("@"), InlineData("`"), InlineData("@a`"), InlineData("> @a\n"), InlineData("://"), InlineData("``a`")]
    [InlineData("\n"), InlineData("```\n"), InlineData("@aa\n\n")]
    public Task A_text_made_to_take_long_ends(string repeated)
    {
        // Twenty times what a post may hold: milliseconds, and minutes where time grows with the square of the length.
        var text = string.Concat(Enumerable.Repeat(repeated, 20 * Text.PostMax / repeated.Length)) + "@";
        var ct = TestContext.Current.CancellationToken;
        return Task.Run(() => Mentions.In(text), ct).WaitAsync(TimeSpan.FromMinutes(1), ct);
    }

    [Fact]
    public void A_quote_says_whose_words_it_holds()
    {
        var quote = new Quote("alice", "devs", "01k0000000000000", 3);
        var text = Quotes.Of(quote, "First.\r\n\r\nSecond.");
        Assert.Equal("> [@alice](/c/devs/threads/01k0000000000000?post=3):\n> First.\n>\n> Second.\n\n", text);
        Assert.Equal(quote, Assert.Single(Quotes.In(text + "So be it.\n\n" + text)));
        Assert.Empty(Mentions.In(text));
    }

    [Fact]
    public void A_quote_of_somebody_who_is_gone_names_nobody()
    {
        var text = Quotes.Of(new Quote("", "devs", "01k0000000000000", 3), "Words.");
        Assert.Equal("> […](/c/devs/threads/01k0000000000000?post=3):\n> Words.\n\n", text);
        Assert.Empty(Quotes.In(text));
    }

    [Theory]
    [InlineData("> plain words")]
    [InlineData("[@alice](/c/devs/threads/01k0000000000000?post=3): not quoted")]
    [InlineData(">> [@alice](/c/devs/threads/01k0000000000000?post=3): quoted in what is quoted")]
    [InlineData("> [@alice](https://example.org/c/devs/threads/01k0000000000000?post=3):")]
    public void Other_links_and_quotes_quote_nobody(string text) => Assert.Empty(Quotes.In(text));
}
