namespace Communities.Tests;

/// <summary>The filter that scores texts.</summary>
public sealed class TextFilterTests
{
    private const int Bits = 10;

    [Fact]
    public void A_filter_scores_by_the_runs_of_a_text_and_is_written_and_read_back()
    {
        var abuse = new sbyte[1 << Bits];
        foreach (var gram in TextFilter.Grams("idiot", Bits)) abuse[gram] = 100;
        var filter = new TextFilter(new FilterHead(-2, 0.1f, abuse), new FilterHead(-3, 1, new sbyte[1 << Bits]));
        var read = TextFilter.Read(filter.Write())!;
        foreach (var one in new[] { filter, read })
        {
            Assert.True(one.Score("You IDIOT").Abuse > 90);
            Assert.True(one.Score("Good morning, friends").Abuse < 60);
            Assert.Equal((5, true), (one.Score("You idiot").Spam, one.Score("You idiot").Highest > 90));
        }

        Assert.Equal(filter.Write(), read.Write());
    }

    [Theory]
    [InlineData("Fuuuuuck  OFF", "fuuck off")]
    [InlineData("Élan 123", "elan 987")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    public void What_looks_alike_to_readers_is_alike(string one, string other) =>
        Assert.Equal(TextFilter.Grams(other, Bits).Order(), TextFilter.Grams(one, Bits).Order());

    [Fact]
    public void What_is_no_filter_is_not_read()
    {
        Assert.Null(TextFilter.Read([]));
        Assert.Null(TextFilter.Read("CTF1 and then something else"u8));
        var file = new TextFilter(
            new FilterHead(0, 1, new sbyte[1 << Bits]), new FilterHead(0, 1, new sbyte[1 << Bits])).Write();
        Assert.Null(TextFilter.Read(file.AsSpan(1)));
        Assert.Null(TextFilter.Read(file.AsSpan(..^1)));
    }

    [Fact]
    public void Any_text_at_all_can_be_scored()
    {
        var filter = new TextFilter(
            new FilterHead(0, 1, new sbyte[1 << Bits]), new FilterHead(0, 1, new sbyte[1 << Bits]));
        foreach (var text in new[] { "", " ", "\ud800", "\udc00\ud800", "\0", new string('x', 100_000), "👩‍👩‍👧" })
            Assert.InRange(filter.Score(text).Highest, 0, TextFilter.ScoreMax);
    }
}
