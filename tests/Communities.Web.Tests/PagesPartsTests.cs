namespace Communities.Web.Tests;

/// <summary>The small pieces that pages are made of.</summary>
public sealed class PagesPartsTests
{
    [Theory]
    [InlineData("the red fox", "the red fox", "the red fox")]
    [InlineData("the red fox", "the blue fox", "the <del>red</del><ins>blue</ins> fox")]
    [InlineData("a", "a <b>", "a<ins> &lt;b&gt;</ins>")]
    [InlineData("one two three", "one three", "one <del>two </del>three")]
    [InlineData("", "new", "<ins>new</ins>")]
    public void A_difference_is_shown_word_by_word(string before, string after, string html) =>
        Assert.Equal(html, WordDiff.Html(before, after).Value);

    [Fact]
    public void A_text_written_anew_is_shown_as_replaced_without_comparing_each_pair_of_words()
    {
        var before = string.Join(' ', Enumerable.Range(0, WordDiff.WordsMax).Select(n => $"a{n}"));
        var after = string.Join(' ', Enumerable.Range(0, WordDiff.WordsMax).Select(n => $"b{n}"));
        Assert.Equal($"<del>{before}</del><ins>{after}</ins>", WordDiff.Html(before, after).Value);
    }

    [Theory]
    [InlineData("Alice Martin", "AM")]
    [InlineData("alice", "A")]
    [InlineData("Gwenaëlle Le Bihan-Kermadec", "GK")]
    [InlineData("🦊 Jo", "🦊J")]
    [InlineData("…", "…")]
    [InlineData(" - ", "?")]
    public void Initials_are_the_first_letters_of_the_first_and_the_last_word(string name, string initials) =>
        Assert.Equal(initials, Signs.Initials(name));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(190, 13)]
    [InlineData(359, 0)]
    public void A_hue_is_the_nearest_of_the_style_sheet(int degrees, int hue) =>
        Assert.Equal(hue, Signs.NearestHue(degrees));

    [Theory]
    [InlineData("/c/devs?x=1#p2", "/c/devs?x=1#p2")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void A_way_back_leads_nowhere_else(string? back, string to) => Assert.Equal(to, Show.Local(back));

    [Fact]
    public void Tags_are_read_as_people_type_them() =>
        Assert.Equal(["wheels", "c#", "été"], new ThreadDraft("", "", null, "#Wheels, C#;  été wheels").TagList);
}
