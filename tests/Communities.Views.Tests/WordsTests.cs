using System.Text;
using Communities.Suites;

namespace Communities.Views.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("**bold** and _it_ ~~gone~~ `code`", "bold and it gone code")]
    [InlineData("# Title\n\n> quoted\n- one\n- two", "Title quoted one two")]
    [InlineData("[link](http://x.y/z) and ![image](a.png)", "link and image")]
    [InlineData("a [b] c](d", "a b c(d")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("1 < 2 and <b>tag</b> <unclosed", "1 < 2 and tag <unclosed")]
    [InlineData(@"\*not bold\*", "*not bold*")]
    [InlineData("a\uE000b\uE001", "ab")]
    [InlineData("  \n\t ", "")]
    public void Plain_text_is_what_a_reader_would_read(string markdown, string plain) =>
        Assert.Equal(plain, PlainText.Of(markdown));

    [Fact]
    public void An_excerpt_ends_between_words_and_never_within_a_character()
    {
        Assert.Equal("short", PlainText.Excerpt("short"));
        var words = PlainText.Excerpt(string.Join(' ', Enumerable.Repeat("word", 100)));
        Assert.EndsWith(" word…", words, StringComparison.Ordinal);
        var emoji = PlainText.Excerpt("a" + string.Concat(Enumerable.Repeat("😀", 200)));
        Assert.DoesNotContain(Rune.ReplacementChar, emoji.EnumerateRunes());
        Assert.InRange(emoji.Length, 100, PlainText.ExcerptLength + 1);
    }

    [Fact]
    public void Any_character_can_be_folded_and_searched_for()
    {
        for (var c = 0; c <= 0xffff; c++)
        {
            Assert.NotNull(Folding.Fold($"é{(char)c}x"));
            var words = SearchWords.Of($"é{(char)c}x");
            if (!words.IsEmpty) Assert.NotEmpty(SqliteDialect.Instance.Match(words, inTitles: true));
        }
    }

    [Fact]
    public void Real_markdown_and_attacks_become_some_text()
    {
        if (SharedData.Find("robustness/xss/xss-payload-list.txt") is not { } path)
        {
            Assert.Skip("The attacks are not there: shared/data does not lie beside the checkout.");
            return;
        }

        foreach (var line in File.ReadLines(path))
        {
            Assert.InRange(PlainText.Of(line).Length, 0, line.Length);
            Assert.InRange(PlainText.Excerpt(line).Length, 0, PlainText.ExcerptLength + 1);
            Assert.NotNull(Snippets.Of(line, SearchWords.Of("script alert onerror")));
        }
    }

    [Theory]
    [InlineData("two words", "\"two\" AND \"words\"*")]
    [InlineData("a \"b c\" -d -\"e f\"", "(\"a\" AND \"b c\") NOT (\"d\" OR \"e f\")")]
    [InlineData("l'été", "\"été\"*")]
    [InlineData("«l'été»", "\"l été\"")]
    [InlineData("node.js", "\"node js\"")]
    [InlineData("c-d", "\"c d\"")]
    [InlineData("cœur", "\"coeur\"*")]
    public void What_was_typed_becomes_words_and_phrases(string typed, string match) =>
        Assert.Equal(match, SqliteDialect.Instance.Match(SearchWords.Of(typed), inTitles: false));
}
