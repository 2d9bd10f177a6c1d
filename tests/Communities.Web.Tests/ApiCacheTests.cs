using System.Net;
using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>What visitors read is kept as long as it is true.</summary>
public abstract class ApiCacheTests(ApiSite site)
{
    [Fact]
    public async Task A_kept_page_is_given_until_something_it_shows_changes()
    {
        await site.Found("kept", "olga");
        using var olga = await site.As("olga");
        using var visitor = site.Visitor();
        var thread = await site.Open("kept", "olga");
        var path = $"/communities/kept/threads/{thread}";
        var first = (await visitor.Get(path)).Is(200);
        var tag = first.Headers.ETag!.Tag;
        Assert.Equal(tag, (await visitor.Get(path)).Is(200).Headers.ETag!.Tag);
        var unchanged = await visitor.Send(HttpMethod.Get, path, null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.Status);
        Assert.Empty(unchanged.Text);

        await site.Reply("kept", thread, "olga", "Something new");
        var changed = (await visitor.Get(path)).Is(200);
        Assert.Contains("Something new", changed.Text);
        Assert.NotEqual(tag, changed.Headers.ETag!.Tag);

        (await olga.Put("/communities/kept/members/olga", new { name = "Olga the Great" })).Is(200);
        await site.CaughtUp();
        Assert.Contains("Olga the Great", (await visitor.Get(path)).Text);
        (await olga.Delete(path + "/posts/2")).Is(200);
        await site.CaughtUp();
        Assert.DoesNotContain("Something new", (await visitor.Get(path)).Text);
    }

    [Fact]
    public async Task A_page_of_a_community_that_becomes_private_is_gone()
    {
        await site.Found("closing", "olga");
        using var olga = await site.As("olga");
        using var visitor = site.Visitor();
        var path = $"/communities/closing/threads/{await site.Open("closing", "olga")}";
        (await visitor.Get(path)).Is(200);
        (await olga.Put(
            "/communities/closing/settings",
            new { name = "Closing", summary = (string?)null, language = "en", visibility = "private" })).Is(200);
        await site.CaughtUp();
        (await visitor.Get(path)).Refused(404, "community.missing");
        (await visitor.Get("/communities/closing/threads")).Refused(404, "community.missing");
        Assert.DoesNotContain("closing", (await visitor.Get("/communities")).Text);
    }

    [Fact]
    public async Task What_is_kept_is_never_given_to_somebody_known()
    {
        await site.Found("known", "olga");
        using var olga = await site.As("olga");
        using var visitor = site.Visitor();
        var thread = await site.Open("known", "olga");
        await site.Reply("known", thread, "olga", "Removed words");
        (await olga.Delete($"/communities/known/threads/{thread}/posts/2")).Is(200);
        await site.CaughtUp();
        var path = $"/communities/known/threads/{thread}";
        Assert.DoesNotContain("Removed words", (await visitor.Get(path)).Text);
        Assert.Contains("Removed words", (await olga.Get(path)).Text);
        Assert.DoesNotContain("Removed words", (await visitor.Get(path)).Text);
        Assert.Null((await olga.Get(path)).Headers.ETag);
    }

    [Fact]
    public async Task A_kept_page_is_compressed_as_the_browser_likes()
    {
        await site.Found("small", "olga");
        using var visitor = site.Visitor();
        for (var i = 0; i < 2; i++)
        {
            var plain = (await visitor.Get("/communities/small")).Is(200);
            Assert.Empty(plain.ContentHeaders.ContentEncoding);
            var brotli =
                await visitor.Send(HttpMethod.Get, "/communities/small", null, ("Accept-Encoding", "gzip, br"));
            Assert.Equal("br", Assert.Single(brotli.ContentHeaders.ContentEncoding));
            var gzip = await visitor.Send(HttpMethod.Get, "/communities/small", null, ("Accept-Encoding", "gzip"));
            Assert.Equal("gzip", Assert.Single(gzip.ContentHeaders.ContentEncoding));
        }
    }

    [Fact]
    public async Task Readings_of_people_are_counted_once_and_those_of_robots_never()
    {
        await site.Found("views", "olga");
        var thread = await site.Open("views", "olga");
        var path = $"/communities/views/threads/{thread}";
        const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
        using var visitor = site.Visitor();
        for (var i = 0; i < 3; i++) await visitor.Send(HttpMethod.Get, path, null, ("User-Agent", Browser));
        await visitor.Send(HttpMethod.Get, path, null, ("User-Agent", "Examplebot/1.0"));
        await visitor.Get(path);
        var counting = site.Services.GetRequiredService<Counting>();
        await counting.Tell(TestContext.Current.CancellationToken);
        Assert.Equal(1, (await site.See<Thread>($"views/{thread}")).Views);

        site.Time.Advance(ViewCounter.SameReading * 2);
        await visitor.Send(HttpMethod.Get, path, null, ("User-Agent", Browser));
        await counting.Tell(TestContext.Current.CancellationToken);
        Assert.Equal(2, (await site.See<Thread>($"views/{thread}")).Views);
    }

    [Fact]
    public async Task A_member_who_reads_was_here_today()
    {
        await site.Found("visits", "olga", Visibility.Public, ("vera", Role.Member));
        using var vera = await site.As("vera");
        Assert.Equal(0, (await site.See<Member>("visits/vera")).Counters.ActiveDays);
        await vera.Get("/communities/visits/threads");
        await vera.Get("/communities/visits/threads");
        await site.Services.GetRequiredService<Counting>().Tell(TestContext.Current.CancellationToken);
        Assert.Equal(1, (await site.See<Member>("visits/vera")).Counters.ActiveDays);
    }

    [Fact]
    public void What_is_kept_stays_within_its_bound()
    {
        var kept = new TwoGenerations<int, string>(weightMax: 100);
        for (var i = 0; i < 1_000; i++)
        {
            kept.Put(i, i.ToString(), 1);
            Assert.Equal("0", kept.Find(0)); // What is asked for stays.
        }

        Assert.InRange(Enumerable.Range(0, 1_000).Count(i => kept.Find(i) is not null), 10, 110);
    }
}

/// <summary>Over one partition.</summary>
public sealed class ApiCacheWholeTests(ApiSite site) : ApiCacheTests(site), IClassFixture<ApiSite>;

/// <summary>Over two partitions.</summary>
public sealed class ApiCacheDividedTests(DividedSite site) : ApiCacheTests(site), IClassFixture<DividedSite>;
