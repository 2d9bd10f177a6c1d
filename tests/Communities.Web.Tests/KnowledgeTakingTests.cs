using Communities.Actors;
using Communities.Views;

namespace Communities.Web.Tests;

/// <summary>An accepted answer as it becomes a section of a knowledge page.</summary>
public sealed class KnowledgeTakingTests
{
    [Fact]
    public void A_heading_of_the_answer_is_no_section_of_the_page() =>
        Assert.Equal(["How?", "**Well**\n\nSo."], Taken("## Well\n\nSo."));

    [Theory]
    [InlineData("```sh\n# install it\napt install true\n```")]
    [InlineData("~~~\n# install it\n~~~\n\nThen #spokes and #1.")]
    [InlineData("#spokes are what it is about")]
    public void What_only_looks_like_a_heading_stays_as_it_was(string answer) =>
        Assert.Equal(["How?", answer], Taken(answer));

    [Theory]
    [InlineData("Why does `__init__` *fail*?")]
    [InlineData("Array[0] <b> | ~~old~~")]
    public void A_title_is_read_as_its_author_wrote_it(string title) =>
        Assert.Equal(title, KnowledgeSections.Of(Page("So.", title))[^1].Title);

    [Fact]
    public void Code_that_is_cut_off_ends_before_the_link_back() =>
        Assert.Contains("\n```\n\n— [", Page("```\n" + string.Join('\n', Enumerable.Repeat("make all", 500))));

    // The heading and the text of the section, without the way back.
    private static string[] Taken(string answer)
    {
        var section = Assert.Single(KnowledgeSections.Of(Page(answer)));
        return [section.Title, section.Text[..section.Text.LastIndexOf("\n\n— [", StringComparison.Ordinal)]];
    }

    private static string Page(string answer, string title = "How?") => KnowledgeTaking.Add(
        "", new UntakenAnswer(
            "0000000000000001", 2, title, new AuthorView("ben", "Ben", Role.Member), DateTimeOffset.UnixEpoch, answer,
            0),
        "devs", Texts.Of("en"));
}
