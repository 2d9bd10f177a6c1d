using System.Collections.Immutable;
using Communities.Actors;
using static Communities.AutomodActionKind;
using static Communities.AutomodTest;

namespace Communities.Tests;

/// <summary>What rules of automoderation say of a text.</summary>
public sealed class AutomodTests
{
    private static readonly AutomodAction Holding = new(AutomodActionKind.Hold);

    [Theory]
    [InlineData("viagra", "Buy VIAGRA now", true)]
    [InlineData("viagra", "Buy vìagrà now", true)]
    [InlineData("viagra", "Buy vi\u200Bagra now", true)]
    [InlineData("viagra", "viagras", false)]
    [InlineData("viagra*", "viagras", true)]
    [InlineData("*agra", "The niagra falls", true)]
    [InlineData("v?agra", "v1agra!", true)]
    [InlineData("casino online", "The best Casino, ONLINE", true)]
    [InlineData("casino online", "online casino", false)]
    [InlineData("ass", "A classic assessment", false)]
    [InlineData("été", "L'ete indien", true)]
    [InlineData("привет", "Скажи ПРИВЕТ всем", true)]
    public void Words_are_whole_and_folded(string term, string text, bool isFound) =>
        Assert.Equal(isFound, IsHeld(Rule(Words, [term]), text));

    [Fact]
    public void Titles_are_looked_at_too() =>
        Assert.True(Screen([Rule(Words, ["spam"])], Post("Hello") with { Title = "Spam!" }).Screening!.IsHeld);

    [Theory]
    [InlineData(@"\b\d{4}-\d{4}\b", "call 1234-5678", true)]
    [InlineData(@"^buy", "Buy me", true)]
    [InlineData(@"(a)\1", "aa", true)] // Goes back: in time.
    [InlineData(@"\d{5}", "1234", false)]
    public void A_pattern_is_a_regular_expression(string pattern, string text, bool isFound) =>
        Assert.Equal(isFound, IsHeld(Rule(Pattern, [pattern]), text));

    [Fact]
    public void A_pattern_that_takes_too_long_keeps_nobody_from_writing() =>
        Assert.False(IsHeld(Rule(Pattern, [@"(?=(a+)+$)(a+)+$\1z"]), new string('a', 5_000) + "!"));

    [Theory]
    [InlineData("See https://Shop.Example.org/buy?x=1", true)]
    [InlineData("See www.example.org.", true)]
    [InlineData("example.org has it", true)]
    [InlineData("https://notexample.org", false)]
    [InlineData("https://example.org.evil.net", false)]
    [InlineData("https://user:pw@example.org/", true)]
    public void Links_to_a_domain_and_those_below_it_are_found(string text, bool isFound) =>
        Assert.Equal(isFound, IsHeld(Rule(AutomodTest.Links, ["example.org"], 1), text));

    [Fact]
    public void Links_elsewhere_are_those_to_none_of_the_domains_named()
    {
        var rule = Rule(OtherLinks, ["example.org"], 1);
        Assert.False(IsHeld(rule, "https://docs.example.org/a and a file.txt"));
        Assert.True(IsHeld(rule, "https://example.com/"));
        Assert.False(IsHeld(Rule(OtherLinks, ["example.org"], 2), "https://example.com/"));
        Assert.True(IsHeld(Rule(AutomodTest.Links, [], 2), "https://example.com/ https://a.example"));
        Assert.True(IsHeld(Rule(AutomodTest.Links, ["bücher.example"], 1), "http://xn--bcher-kva.example/"));
    }

    [Fact]
    public void The_same_text_is_found_again_whoever_writes_it_and_slightly_changed()
    {
        var (rules, past) = (new Automod([Rule(Repeated, [], 3, 10)], "en"), new PastPosts());
        Assert.Null(Ask("ann", "Cheap watches for everybody, today only, at our shop!", 0));
        Assert.Null(Ask("bob", "Something else that has nothing to do with any of this.", 1));
        Assert.Null(Ask("bob", "Cheap watches for everybody today only at our shop 77", 2));
        Assert.NotNull(Ask("carl", "CHEAP watches for everybody, today only, at our shops", 3));
        Assert.Null(Ask("dora", "Cheap watches for everybody, today only, at our shop!", 14));

        Screening? Ask(string by, string text, int minutes) => rules.Screen(
            Post(text) with { Author = by, At = Spec.Start.AddMinutes(minutes) }, past, null).Screening;
    }

    [Fact]
    public void Many_posts_in_a_short_time_are_a_rate_and_a_repeated_request_is_none()
    {
        var (rules, past) = (new Automod([Rule(Rate, [], 3, 5)], "en"), new PastPosts());
        Assert.Null(Ask(0, "a"));
        Assert.Null(Ask(1, "b"));
        Assert.Null(Ask(1, "b"));
        Assert.NotNull(Ask(2, "c"));
        Assert.Null(Ask(7, "d"));

        Screening? Ask(int minutes, string request) => rules.Screen(
            Post("Hi") with { At = Spec.Start.AddMinutes(minutes), Request = request }, past, null).Screening;
    }

    [Theory]
    [InlineData("I have been to the town and it was what you said that it would be.", null)]
    [InlineData("Je ne sais pas si c'est la bonne façon de faire, mais nous avons tout essayé avec les autres.", "fr")]
    [InlineData("Ich weiß nicht, ob das der richtige Weg ist, aber wir haben es mit den anderen versucht.", "de")]
    [InlineData("Не знаю, правильно ли это, но мы попробовали.", "ru")]
    [InlineData("OK", null)]
    [InlineData("SELECT name FROM users WHERE id = 3", null)]
    public void A_language_that_is_not_the_communitys_is_found(string text, string? language)
    {
        Assert.Equal(language is not null, IsHeld(Rule(Language, []), text));
        if (language is not null) Assert.False(IsHeld(Rule(Language, [language]), text));
    }

    [Fact]
    public void Whom_a_rule_is_for_is_narrowed_by_what_it_says()
    {
        Assert.True(Found(new(FirstPosts: 3), Post("x") with { Posts = 2 }));
        Assert.False(Found(new(FirstPosts: 3), Post("x") with { Posts = 3 }));
        Assert.True(Found(new(MemberHours: 24), Post("x") with { Membership = TimeSpan.FromHours(23) }));
        Assert.False(Found(new(MemberHours: 24), Post("x") with { Membership = TimeSpan.FromHours(24) }));
        Assert.False(Found(new(AccountHours: 1), Post("x") with { AccountAge = TimeSpan.FromHours(2) }));
        Assert.False(Found(new(SparedTrust: 2, FirstPosts: 9), Post("x") with { Posts = 0, Trust = 2 }));
        Assert.True(Found(new(SparedTrust: 2, FirstPosts: 9), Post("x") with { Posts = 0, Trust = 1 }));
        Assert.False(Found(new(FirstPosts: 3), Post("x") with { IsSpared = true }));

        static bool Found(AutomodScope whom, AutomodPost post) =>
            Screen([Rule(Any, []) with { Whom = whom }], post).Screening is not null;
    }

    [Fact]
    public void What_is_replaced_keeps_the_rest_and_the_title_as_it_is()
    {
        var verdict = Screen(
            [
                Rule(Words, ["bad*", "very bad thing"]) with { Action = new(Replace, "***") },
                Rule(AutomodTest.Links, [], 1) with { Id = "links", Action = new(Replace, "[…]") },
            ],
            Post("A BÂD day,\nwith a very bad thing and https://example.org/a.") with { Title = "Badly" });
        Assert.Equal(("***", "A *** day,\nwith a *** and […]"), (verdict.Title, verdict.Text));
        Assert.Equal((false, false), (verdict.Screening!.IsHeld, verdict.Screening.IsFlagged));
        Assert.Equal(["rule", "links"], verdict.Screening.Rules);
    }

    [Fact]
    public void Actions_of_several_rules_add_up()
    {
        var verdict = Screen(
            [
                Rule(Words, ["one"]) with { Id = "a", Action = new(Flag) },
                Rule(Words, ["two"]) with { Id = "b", Action = new(Tag, "offer") },
                Rule(Words, ["three"]) with { Id = "c", Action = new(Silence, Hours: 24) },
            ],
            Post("one two three"));
        Assert.Equal((true, true, 24), (
            verdict.Screening!.IsHeld, verdict.Screening.IsFlagged, verdict.Screening.SilenceHours));
        Assert.Equal(["offer"], verdict.Tags);
        Assert.Null(verdict.Refusal);
    }

    [Fact]
    public void A_block_refuses_with_the_rules_own_sentence_or_one_of_ours()
    {
        var own = Screen([Rule(Words, ["one"]) with { Action = new(Block, "Not that.") }], Post("one")).Refusal;
        Assert.Equal(new Refusal("post.refused", "Not that."), own);
        Assert.Equal("post.screened", Screen([Rule(Words, ["one"]) with { Action = new(Block) }], Post("one"))
            .Refusal!.Code);
    }

    [Fact]
    public void A_guarded_community_holds_what_new_members_write()
    {
        var guard = Spec.Start.AddHours(1);
        Assert.Equal(["guard"], Ask(Post("x") with { Membership = TimeSpan.FromDays(1) })!.Rules);
        Assert.NotNull(Ask(Post("x") with { Posts = 0 }));
        Assert.Null(Ask(Post("x")));
        Assert.Null(Ask(Post("x") with { Posts = 0, At = guard }));

        Screening? Ask(AutomodPost post) => new Automod([], "en").Screen(post, null, null, guard).Screening;
    }

    [Theory]
    [InlineData("A damned good wheel", "A damned fine wheel", false)]
    [InlineData("A damned good wheel", "A fine wheel, Damned", false)] // It stood there, wherever.
    [InlineData("A damned good wheel", "A damned good, damned fine wheel", true)] // Once more than before.
    [InlineData("A damned good wheel", "A bloody good wheel", true)] // Another one in its place.
    [InlineData("Half of the price", "Half price", true)] // Words that stood there, a phrase that did not.
    [InlineData("Half price", "At half price, today", false)]
    [InlineData("", "A damned good wheel", true)]
    public void What_stood_in_its_place_already_is_not_found(string before, string text, bool isFound) =>
        Assert.Equal(isFound, Screen(
            [Rule(Words, ["damned", "bloody", "half price"])], Post(text) with { Before = before }).IsFound);

    [Fact]
    public void Links_are_counted_beyond_those_that_stood_there()
    {
        const string before = "https://a.example/ and https://b.example/";
        var two = Rule(AutomodTest.Links, [], 2);
        Assert.False(Screen([two], Post($"{before} and https://c.example/") with { Before = before }).IsFound);
        Assert.True(Screen(
            [two], Post($"{before} and https://c.example/ https://d.example/") with { Before = before }).IsFound);
    }

    [Fact]
    public void A_pattern_is_found_where_it_is_more_than_stood_there()
    {
        var number = Rule(Pattern, [@"\d{4}-\d{4}"]);
        Assert.False(Screen([number], Post("Ring 1234-5678") with { Before = "Call 1234-5678" }).IsFound);
        Assert.True(Screen([number], Post("Call 1234-9999") with { Before = "Call 1234-5678" }).IsFound);
    }

    [Fact]
    public void A_text_that_was_in_another_language_already_may_be_mended_and_not_gone_on_with()
    {
        const string before = "Wir haben das Rad gestern gemeinsam repariert und sind danach nach Hause gefahren.";
        var rule = Rule(AutomodTest.Language, []);
        Assert.True(Screen([rule], Post(before)).IsFound);
        Assert.False(Screen([rule], Post(before.Replace("gestern", "heute")) with { Before = before }).IsFound);
        Assert.True(Screen([rule], Post($"{before} {before}") with { Before = before }).IsFound);
    }

    [Fact]
    public void Nothing_is_said_of_what_no_rule_finds() =>
        Assert.Null(Screen([Rule(Words, ["other"])], Post("Hello")).Screening);

    internal static AutomodRule Rule(
        AutomodTest test, ImmutableArray<string> terms, int number = 0, int minutes = 0) =>
        new("rule", "Rule", test, terms, number, minutes, AutomodScope.Everybody, Holding, IsOn: true);

    internal static AutomodPost Post(string text) => new(
        "ann", null, text, Spec.Start, Posts: 100, Trust: 1, TimeSpan.FromDays(100), TimeSpan.FromDays(200));

    private static bool IsHeld(AutomodRule rule, string text) =>
        Screen([rule], Post(text)).Screening is { IsHeld: true };

    private static AutomodVerdict Screen(IEnumerable<AutomodRule> rules, AutomodPost post) =>
        new Automod(rules, "en").Screen(post, new PastPosts(), null);
}
