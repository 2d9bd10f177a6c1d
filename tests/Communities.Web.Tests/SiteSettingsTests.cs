using Communities.Actors;
using Communities.Hosting;
using Microsoft.Extensions.Configuration;

namespace Communities.Web.Tests;

/// <summary>What operators say about crawlers and floods, and what is told to who says it wrongly.</summary>
public sealed class SiteSettingsTests
{
    [Fact]
    public void Nothing_said_is_search_engines_and_the_usual_limits()
    {
        var settings = Of();
        Assert.Equal(
            (Crawlers.SearchEngines, 300, 600),
            (settings.LetCrawlers, settings.NewMembersPostsPerMinute, settings.VisitorReadsPerMinute));
    }

    [Fact]
    public void What_is_said_holds()
    {
        var settings = Of(("Crawlers", "nobody"), ("NewMembersPostsPerMinute", "60"), ("VisitorReadsPerMinute", "100"));
        Assert.Equal(
            (Crawlers.Nobody, 60, 100),
            (settings.LetCrawlers, settings.NewMembersPostsPerMinute, settings.VisitorReadsPerMinute));
    }

    [Theory]
    [InlineData("Crawlers", "some", "Communities:Crawlers is SearchEngines, Everybody, Nobody, and not some.")]
    [InlineData("Crawlers", "1", "Communities:Crawlers is SearchEngines, Everybody, Nobody, and not 1.")]
    [InlineData(
        "NewMembersPostsPerMinute", "0",
        "Communities:NewMembersPostsPerMinute is a number from 1 to 60000, and not 0.")]
    [InlineData(
        "VisitorReadsPerMinute", "60001",
        "Communities:VisitorReadsPerMinute is a number from 1 to 60000, and not 60001.")]
    public void What_is_wrong_is_told_in_a_sentence(string name, string value, string fault) =>
        Assert.Equal(fault, Assert.Throws<ArgumentException>(() => Of((name, value))).Message);

    [Fact]
    public void What_is_no_number_is_told_by_its_name() =>
        Assert.Contains(
            "Communities:NewMembersPostsPerMinute",
            Assert.Throws<ArgumentException>(() => Of(("NewMembersPostsPerMinute", "many"))).Message);

    [Theory]
    [InlineData(4, 2)]
    [InlineData(300, 150)]
    public void New_members_write_half_of_what_is_said_at_once(int perMinute, int atOnce)
    {
        using var newcomers = new Newcomers(new WebOptions
        {
            DataDirectory = "", NewMembersPostsPerMinute = perMinute,
        });
        var (standing, reply) = (new Standing(Role.Member, IsNew: true), new ThreadCommand.Reply("x"));
        for (var i = 0; i < atOnce; i++) Assert.Null(newcomers.Fault("devs", standing, reply));
        if (perMinute < 60) Assert.Equal("newcomers.exceeded", newcomers.Fault("devs", standing, reply)?.Code);
    }

    private static SiteSettings Of(params (string Name, string Value)[] said) => SiteSettings.Of<SiteSettings>(
        new ConfigurationBuilder().AddInMemoryCollection(said.Select(one =>
            KeyValuePair.Create<string, string?>($"Communities:{one.Name}", one.Value))).Build());
}
