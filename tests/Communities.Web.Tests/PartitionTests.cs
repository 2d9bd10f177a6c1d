using System.Reflection;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web.Tests;

/// <summary>What the web makes of a journal whose partitions have nothing to do with each other.</summary>
public sealed class PartitionTests(DividedSite site) : IClassFixture<DividedSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_names_a_write_sees_it_whatever_other_partitions_do()
    {
        var (even, odd) = (DividedSite.Slug("busy", 0), DividedSite.Slug("calm", 1));
        await site.Found(even, "olga");
        await site.Found(odd, "olga");
        using var olga = await site.As("olga");
        for (var i = 0; i < 40; i++) await site.Open(even, "olga"); // Its positions are far beyond the other's.
        var path = $"/communities/{odd}/threads/{await site.Open(odd, "olga")}";
        for (var i = 0; i < 20; i++)
        {
            var version = (await olga.Post(path + "/posts", new { text = $"Number {i}" })).Is(201).Version;
            Assert.Equal(1, version % 2);
            Assert.True(version < site.Views.PositionOf(even));
            Assert.Contains($"Number {i}", (await olga.Get($"{path}?at-least={version}")).Is(200).Text);
        }
    }

    [Fact]
    public async Task Where_nothing_had_to_be_done_the_answer_names_the_end_of_its_own_feed()
    {
        var (even, odd) = (DividedSite.Slug("twice", 0), DividedSite.Slug("once", 1));
        foreach (var slug in (string[])[even, odd]) await site.Found(slug, "olga");
        using var olga = await site.As("olga");
        foreach (var slug in (string[])[even, odd])
        {
            var name = new { name = "The same", biography = "" };
            (await olga.Put($"/communities/{slug}/members/olga", name)).Is(200);
            var again = (await olga.Put($"/communities/{slug}/members/olga", name)).Is(200).Version;
            await site.CaughtUp();
            Assert.Equal(site.Feeds.Of(slug).Head, again);
            (await olga.Get($"/communities/{slug}?at-least={again}")).Is(200);
        }
    }

    [Fact]
    public async Task A_page_names_the_position_of_its_own_community()
    {
        var (even, odd) = (DividedSite.Slug("many", 0), DividedSite.Slug("few", 1));
        await site.Found(even, "olga");
        await site.Found(odd, "olga");
        for (var i = 0; i < 40; i++) await site.Open(even, "olga");
        var thread = await site.Open(odd, "olga");
        using var http = new HttpClient { BaseAddress = site.Address };
        var page = await http.GetStringAsync($"/c/{odd}/threads/{thread}", Ct);
        Assert.Contains($"/live?since={site.Feeds.Of(odd).Head}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_see_all_partitions_together()
    {
        using var olga = await site.As("operator", isOperator: true);
        await site.Found(DividedSite.Slug("summed", 0), "operator");
        await site.Found(DividedSite.Slug("summed", 1), "operator");
        var figures = (await olga.Get("/operations")).Is(200);
        Assert.Equal(site.Engine.Journal.Head, figures["journal"].GetInt64());
        Assert.Equal(site.Engine.Journal.Head, figures["views"].GetProperty("position").GetInt64());
        Assert.Equal(0, figures["views"].GetProperty("lag").GetInt64());
        Assert.False(figures["views"].TryGetProperty("worst", out _));
        var ready = (await olga.Get("//health/ready")).Is(200);
        Assert.Equal(ready["journal"].GetInt64(), ready["views"].GetInt64());
    }

    [Fact]
    public void The_worst_partition_is_told_where_there_are_several()
    {
        var feeds = new Feeds(new Ended(2 * 100), new Ended((2 * 50) + 1));
        Assert.Equal(150, feeds.Events());
        Assert.Equal(
            new FollowerView(135, 15, new WorstPartition(1, 10)), feeds.Follower([2 * 95, (2 * 40) + 1]));
        Assert.Equal(new FollowerView(150, 0), feeds.Follower([2 * 100, (2 * 50) + 1]));
        Assert.Equal(new FollowerView(40, 10), new Feeds(new Ended(50)).Follower([40]));
    }

    [Fact]
    public void A_change_in_one_partition_leaves_pages_of_the_other_fresh()
    {
        var views = (ToldViews)DispatchProxy.Create<IViews, ToldViews>();
        using var freshness = new Freshness((IViews)(object)views, site.Feeds, keysMax: 4);
        var (even, odd) = (DividedSite.Slug("a", 0), DividedSite.Slug("b", 1));
        views.Apply(Happened(odd, "thread.opened", 201));
        var made = freshness.Now;
        views.Apply(Happened(even, "thread.opened", 2));
        Assert.True(made >= freshness.LastChange(Shows.Community, odd, ""));
        Assert.False(made >= freshness.LastChange(Shows.Community, even, ""));
        Assert.False(made >= freshness.LastChange(Shows.Site, "", ""));
        Assert.Equal(201, freshness.LastPosition(odd));
        Assert.Equal((2, 2), (freshness.LastPosition(even), freshness.LastPosition(even, $"{even}/t")));

        views.Positions = [300, 301];
        views.Apply(Happened(even, "community.renamed", 4)); // One key too many: all is forgotten.
        Assert.False(made >= freshness.LastChange(Shows.Community, odd, ""));
        Assert.Equal(301, freshness.LastPosition(odd));
    }

    private static Envelope Happened(string community, string name, long position) => new(
        position,
        name.StartsWith("thread", StringComparison.Ordinal)
            ? new ActorId(Thread.Kind, community + "/t")
            : new ActorId(Community.Kind, community),
        1, name, DateTimeOffset.UnixEpoch, "", null, default);

    /// <summary>Views that have come far, and take in what a test says.</summary>
    public class ToldViews : DispatchProxy
    {
        private Action<IReadOnlyList<Envelope>>? _applied;

        public IReadOnlyList<long> Positions { get; set; } = [0, 0];

        public void Apply(Envelope envelope) => _applied!([envelope]);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == "get_Positions") return Positions;
            if (targetMethod.Name != nameof(IViews.Subscribe)) throw new NotSupportedException(targetMethod.Name);
            _applied = (Action<IReadOnlyList<Envelope>>)args![0]!;
            return new MemoryStream(); // Something to dispose.
        }
    }

    private sealed class Ended(long head) : IFeed
    {
        public long Head => head;

        public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default) => new([]);

        public ValueTask WaitBeyond(long position, CancellationToken ct = default) =>
            new(new TaskCompletionSource().Task.WaitAsync(ct));
    }
}
