using System.Text;
using Communities.Actors;

namespace Communities.Web.Tests;

public sealed class RecordsTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1\r\n")]
    [InlineData("  @cmd", "'  @cmd\r\n")]
    [InlineData("-2", "'-2\r\n")]
    [InlineData("+3", "'+3\r\n")]
    [InlineData("plain", "plain\r\n")]
    [InlineData("say \"a, b\"", "\"say \"\"a, b\"\"\"\r\n")]
    [InlineData("two\nlines", "\"two\nlines\"\r\n")]
    [InlineData(null, "\r\n")]
    public void A_cell_of_a_table_is_quoted_and_never_run(string? cell, string row) =>
        Assert.Equal(row, new StringBuilder().Row(cell).ToString());

    [Fact]
    public void Two_settings_are_compared_field_by_field_whatever_the_order_of_what_has_a_name() => Assert.Equal(
        [("name", "A", "B"), ("reasons › spam › rule", "No.", "Never.")],
        LogChanges.Between(
            """{"name":"A","reasons":[{"slug":"spam","rule":"No."},{"slug":"hate","rule":"x"}]}""",
            """{"name":"B","reasons":[{"slug":"hate","rule":"x"},{"slug":"spam","rule":"Never."}]}"""));

    [Fact]
    public void Texts_are_no_settings() => Assert.Null(LogChanges.Between("Be kind.", "{Be kinder.}"));

    [Fact]
    public void A_period_is_this_quarter_until_somebody_names_one()
    {
        var now = new DateTimeOffset(2026, 5, 20, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal("from=2026-04-01&to=2026-05-20", Period.Of(null, null, now).Query);
        Assert.Equal("from=2026-01-05&to=2026-02-03", Period.Of("2026-01-05", "2026-02-03", now).Query);
        Assert.Equal(
            ["from=2026-04-01&to=2026-06-30", "from=2026-01-01&to=2026-03-31"],
            Period.Quarters(now.AddDays(-80), now).Select(quarter => quarter.Query));
        Assert.Throws<RequestFault>(() => Period.Of("2026-02-03", "2026-01-05", now));
    }

    [Fact]
    public void New_members_of_one_community_write_so_much_together_and_nobody_else_is_counted()
    {
        using var newcomers = new Newcomers(new WebOptions { DataDirectory = "", NewMembersPostsPerMinute = 4 });
        var (isNew, reply) = (new Standing(Role.Member, IsNew: true), new ThreadCommand.Reply("Text."));
        Assert.Null(newcomers.Fault("devs", isNew, reply));
        Assert.Null(newcomers.Fault("devs", isNew, reply));
        Assert.Null(newcomers.Fault("devs", isNew, new ThreadCommand.React(1, "like")));
        Assert.Equal("newcomers.exceeded", newcomers.Fault("devs", isNew, reply)?.Code);
        Assert.Null(newcomers.Fault("calm", isNew, reply));
        Assert.Null(newcomers.Fault("devs", new Standing(Role.Member, 1), reply));
    }
}
