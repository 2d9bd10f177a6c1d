using System.Globalization;
using System.Text.RegularExpressions;
using Communities.Deploy.Tests.Bicep;
using Communities.Deploy.Tests.Scale;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>What SCALE.md says is what the simulation comes to.</summary>
public sealed partial class ScaleTests
{
    [Theory]
    [InlineData("deploy/SCALE.md")]
    [InlineData("deploy/README.md")]
    public void A_document_says_what_the_simulation_comes_to(string document)
    {
        var text = Repository.Read(document);
        var told = Generated().Replace(
            text, match => $"{match.Groups[1]}\n{Report.Tables[match.Groups[2].Value]}{match.Groups[3]}");
        if (told != text && Environment.GetEnvironmentVariable("ACCEPT_NEW") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, document), told);
        else
            Assert.Equal(told, text); // ACCEPT_NEW=1 writes it anew.
    }

    [Fact]
    public void Every_table_stands_in_a_document()
    {
        var placed = new[] { "deploy/SCALE.md", "deploy/README.md" }
            .SelectMany(document => Generated().Matches(Repository.Read(document))).Select(m => m.Groups[2].Value);
        Assert.Equal(Report.Tables.Keys.Order(), placed.Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_communities() =>
        Assert.Equal(Population.Make(1_000, 1e6, seed: 7), Population.Make(1_000, 1e6, seed: 7));

    [Fact]
    public void Members_and_posts_are_as_many_as_were_asked_for()
    {
        var all = Population.Make(500, 2e6, seed: 7);
        Assert.Equal(2e6, all.Sum(s => s.Members), tolerance: 1);
        Assert.Equal(2e6 * Activity.PostsPerMember, all.Sum(s => s.Posts) * 365.25 * 86_400, tolerance: 1);
    }

    [Fact]
    public void Chance_is_what_it_is_called()
    {
        var chance = new Chance(1);
        Assert.Equal(3, Enumerable.Range(0, 20_000).Average(_ => chance.Poisson(3)), tolerance: 0.05);
        Assert.Equal(200, Enumerable.Range(0, 20_000).Average(_ => chance.Poisson(200)), tolerance: 0.5);
        Assert.Equal(0, Enumerable.Range(0, 20_000).Average(_ => chance.Normal()), tolerance: 0.03);
    }

    [Fact]
    public void More_partitions_help_until_one_community_fills_one()
    {
        var few = Report.Largest.Spread(16);
        var many = Report.Largest.Spread(1_024);
        Assert.True(many.Worst < few.Worst);
        Assert.True(many.MaxToMean >= 1_024 * Report.Largest.HottestShare);
    }

    [Fact]
    public void Longer_rounds_make_fewer_segments() =>
        Assert.True(Report.Largest.Segments(300) < Report.Largest.Segments(5));

    // Where this changes, so must what SCALE.md says below the table.
    [Theory]
    [InlineData(1)]
    [InlineData(2, "live connections")]
    [InlineData(3, "live connections", "the database", "processors of the web")]
    public void The_text_names_what_gives_way_first(int step, params string[] expected) =>
        Assert.Equal(expected, Report.GivesWay(step));

    [Fact]
    public void Silos_start_well_before_the_others_are_full()
    {
        var declared = BicepFile.At("deploy/silo.bicep").Of("param").Single(p => p.Name == "requestsPerSilo").Value;
        var most = Setup.RequestsPerSilo(Report.Largest);
        Assert.InRange(double.Parse(declared!.Plain!, CultureInfo.InvariantCulture), most / 4, most / 1.5);
    }

    [GeneratedRegex(@"(<!-- table (\w+) -->)[^<]*(<!-- end -->)")]
    private static partial Regex Generated();
}
