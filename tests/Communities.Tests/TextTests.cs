namespace Communities.Tests;

/// <summary>Names, lines, slugs and days.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("Zoë Ångström 👩‍🚀", null)]
    [InlineData("می‌خواهم", null)]
    [InlineData("", "name.empty")]
    [InlineData("\u3164", "name.empty")]
    [InlineData("\u200d\u200c", "name.empty")]
    [InlineData("a\u0000b", "name.malformed")]
    [InlineData("a\tb", "name.malformed")]
    [InlineData("a\u0085b", "name.malformed")]
    [InlineData("a\u2028b", "name.malformed")]
    [InlineData("a\u200bb", "name.malformed")]
    [InlineData("a\u2066b", "name.malformed")]
    public void A_line_neither_breaks_nor_hides(string line, string? code) =>
        Assert.Equal(code, Text.LineFault("name", line, Text.NameMax)?.Code);

    [Fact]
    public void Half_a_character_is_none()
    {
        foreach (var half in (string[])["\udc00", "a\ud800", "\ud83d b"])
        {
            Assert.Equal("name.malformed", Text.LineFault("name", half, Text.NameMax)?.Code);
            Assert.Equal("text.malformed", Text.Fault("text", half, Text.PostMax)?.Code);
        }
    }

    [Fact]
    public void A_body_may_have_lines_tabs_and_any_script() =>
        Assert.Null(Text.Fault("text", "a\r\n\tb \u202e c \u200b 𐍈", Text.PostMax));

    [Theory]
    [InlineData("a\nb\u202ec  d\ud800", 60, "a bc d")]
    [InlineData(null, 60, "")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("  \u0000 ", 60, "")]
    public void A_cleaned_line_has_no_fault(string? dirty, int max, string clean)
    {
        Assert.Equal(clean, Text.CleanLine(dirty, max));
        Assert.Null(Text.LineFault("name", Text.CleanLine(dirty, max), max, mayBeEmpty: true));
    }

    [Theory]
    [InlineData("a\0b\r\n\tc\udc00", 60, "ab\r\n\tc")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData(null, 3, "")]
    public void A_cleaned_body_has_no_fault(string? dirty, int max, string clean)
    {
        Assert.Equal(clean, Text.CleanBody(dirty, max));
        Assert.Null(Text.Fault("text", Text.CleanBody(dirty, max), max, mayBeEmpty: true));
    }

    [Theory]
    [InlineData("c++", true)]
    [InlineData("node.js", true)]
    [InlineData("été", true)]
    [InlineData("हिन्दी", true)]
    [InlineData("a", true)]
    [InlineData("A", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_tag_is_a_small_word_of_any_script(string? tag, bool isTag) => Assert.Equal(isTag, Keys.IsTag(tag));

    [Fact]
    public void Slugs_have_40_characters_at_most()
    {
        Assert.True(Keys.IsTag(new('a', 40)) && Keys.IsCommunity(new('a', 40)) && Keys.IsAccount(new('a', 40)));
        Assert.False(Keys.IsTag(new('a', 41)) || Keys.IsCommunity(new('a', 41)) || Keys.IsAccount(new('a', 41)));
    }

    [Fact]
    public void Thread_ids_sort_by_time_and_differ_within_a_millisecond()
    {
        string[] ids =
        [
            Keys.NewThread(Spec.Start, 0), Keys.NewThread(Spec.Start, 1), Keys.NewThread(Spec.Start, uint.MaxValue),
            Keys.NewThread(Spec.Start.AddMilliseconds(1), 0), Keys.NewThread(Spec.Start.AddYears(300), 0),
        ];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Keys.IsThread(id)));
    }

    [Fact]
    public void A_key_says_whose_it_is()
    {
        Assert.Equal("devs", Keys.CommunityOf(Keys.OfMember("devs", "alice")));
        Assert.Equal("alice", Keys.LocalOf(Keys.OfMember("devs", "alice")));
        Assert.Equal("alice", Keys.LocalOf(Keys.OfAccount("alice")));
        Assert.Equal("devs", Keys.CommunityOf("devs"));
    }

    [Fact]
    public void Days_come_in_any_order_and_count_once()
    {
        var random = new Random(7);
        var days = Enumerable.Range(0, 500).Select(_ => random.Next(-1_000, 30_000)).ToList();
        var set = days.Aggregate(DaySet.Empty, (set, day) => set.Add(day));
        Assert.Equal(days.Distinct().Count(), set.Count);
        Assert.All(days, day => Assert.True(set.Contains(day)));
        Assert.All(Enumerable.Range(-1_100, 200).Except(days), day => Assert.False(set.Contains(day)));
    }

    [Fact]
    public void A_day_ends_at_midnight_in_utc()
    {
        Assert.Equal(0, DaySet.DayOf(DateTimeOffset.UnixEpoch));
        Assert.Equal(-1, DaySet.DayOf(DateTimeOffset.UnixEpoch.AddTicks(-1)));
        Assert.Equal(0, DaySet.DayOf(new DateTimeOffset(1970, 1, 2, 0, 30, 0, TimeSpan.FromHours(1))));
    }
}
