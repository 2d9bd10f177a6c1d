using Communities.Actors;
using static Communities.LinkCommand;
using static Communities.LinkEvent;

namespace Communities.Tests;

/// <summary>Addresses that posts show on lines of their own, and what becomes of them.</summary>
public sealed class LinkTests
{
    private const string Url = "https://example.org/a";
    private static readonly Wanted Wanted = new(Url);

    [Theory]
    [InlineData("Look:\n\nhttps://example.org/a\n\nNice.", "https://example.org/a")]
    [InlineData("<https://example.org/a?b=c#d>", "https://example.org/a?b=c#d")]
    [InlineData("http://example.org", "http://example.org")]
    [InlineData("before\nhttps://example.org/a\nbehind", "https://example.org/a")]
    [InlineData("https://a.example\nhttps://b.example\nhttps://a.example", "https://a.example https://b.example")]
    [InlineData("https://a.example\nhttps://b.example\nhttps://c.example\nhttps://d.example",
        "https://a.example https://b.example https://c.example")]
    public void An_address_on_a_line_of_its_own_is_shown(string text, string urls) =>
        Assert.Equal(urls, string.Join(' ', Links.In(text)));

    [Theory]
    [InlineData("see https://example.org/a there")]
    [InlineData("- https://example.org/a")]
    [InlineData("[a](https://example.org/a)")]
    [InlineData("```\nhttps://example.org/a\n```")]
    [InlineData("> https://example.org/a")]
    [InlineData("https://127.0.0.1/a"), InlineData("https://[::1]/a"), InlineData("http://localhost/a")]
    [InlineData("https://example.org:8443/a"), InlineData("https://me:secret@example.org/a")]
    [InlineData("ftp://example.org/a"), InlineData("javascript://example.org/%0aalert(1)"), InlineData("https://")]
    [InlineData("http://0x7f000001/"), InlineData("http://2130706433/")]
    [InlineData("https://www…"), InlineData("http://e….org/x")]
    public void Other_addresses_are_words_like_others(string text) => Assert.Empty(Links.In(text));

    [Fact]
    public void An_address_is_wanted_once()
    {
        Spec.Link().When(Want(), "", Role.System).Then(Wanted);
        Spec.Link(Wanted).When(Want(), "", Role.System).Then();
        Spec.Link(Wanted, new Told("A")).When(Want(60), "", Role.System, minutes: 60).Then();
    }

    [Fact]
    public void What_an_import_brings_from_long_ago_is_not_wanted() =>
        Spec.Link().When(Want(), "", Role.System, minutes: 60 * 24 * 4).Then();

    [Fact]
    public void What_was_found_long_ago_is_looked_at_again()
    {
        var month = LinkCard.Fresh.TotalMinutes;
        Spec.Link(Wanted, new Told("A")).When(Want(month), "", Role.System, minutes: month).Then(Wanted);
        var day = LinkCard.FailedFor.TotalMinutes;
        Spec.Link(Wanted, new Failed()).When(Want(day - 1), "", Role.System, minutes: day - 1).Then();
        Spec.Link(Wanted, new Failed()).When(Want(day), "", Role.System, minutes: day).Then(Wanted);
    }

    [Fact]
    public void One_at_a_time_fetches_it_and_another_where_that_one_is_lost()
    {
        Spec.Link(Wanted).When(new Claim(), "", Role.System).Then(new Claimed());
        Spec.Link(Wanted, new Claimed()).When(new Claim(), "", Role.System).Refused("link.taken");
        Spec.Link(Wanted, new Claimed()).When(new Claim(), "", Role.System, minutes: 1).Then(new Claimed());
        Spec.Link().When(new Claim(), "", Role.System).Refused("link.missing");
        Spec.Link(Wanted, new Told("A")).When(new Claim(), "", Role.System).Refused("link.missing");
    }

    [Fact]
    public void What_a_page_says_of_itself_is_cut_and_cleaned() =>
        Spec.Link(Wanted, new Claimed())
            .When(new Tell(" A\u202e \n title", new string('x', 1_000), "\u200b"), "", Role.System)
            .Then(new Told("A title", new string('x', LinkCard.SummaryMax)));

    [Fact]
    public void A_page_without_a_title_is_none() =>
        Spec.Link(Wanted).When(new Tell(" \u200b ", "x"), "", Role.System).Then(new Failed());

    [Fact]
    public void Only_the_program_asks() => Spec.Link(Wanted).When(new Tell("A"), "olga", Role.Owner)
        .Refused("program.needed");

    private static Want Want(double minutes = 0) => new(Url, Spec.Start.AddMinutes(minutes));
}
