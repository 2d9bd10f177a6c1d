using System.Net;
using Communities.Suites;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Communities.Silo.Tests;

/// <summary>Several processes are one site.</summary>
public sealed class ClusterTests(SharedPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_silos_and_a_web_are_one_site_and_the_loss_of_one_loses_nothing()
    {
        await using var place = await postgres.NewPlace();
        await using var nodes = new Nodes(place);
        var first = await nodes.Start("silo");
        var (second, web) = (await nodes.Start("silo"), await nodes.Start("web"));

        // The first owner comes by the link that the web printed, and is known to the silos.
        await web.Program.Says("/set-up?key=");
        var key = web.Program.Output.Split("/set-up?key=")[1].Split('\n')[0].Trim();
        var (code, output, errors) = await nodes.Run("token", "olga", "--create");
        Assert.True(code == 0, errors);
        using var browser = web.Browser();
        await browser.Posted("/setup", new { key, account = "owner", name = "Owner", password = "a long password" });
        using var olga = web.As(output.Trim().Split('\n')[^1]);
        using var here = first.As(output.Trim().Split('\n')[^1]);
        using var there = second.As(output.Trim().Split('\n')[^1]);
        Assert.Equal("olga", (await there.Got("/me")).GetProperty("account").GetString());

        // What is founded at the web is read at a silo, and told live at the other one.
        await browser.Posted("/communities", new { slug = "devs", name = "Devs" });
        await olga.Posted("/communities/devs/members", new { });
        var opened = await olga.Posted("/communities/devs/threads", new { title = "Hello", text = "A first post." });
        var thread = opened.GetProperty("id").GetString();
        using var live = await there.GetAsync(
            $"/api/v1/communities/devs/threads/{thread}/live", HttpCompletionOption.ResponseHeadersRead, Ct);
        using var lines = new StreamReader(await live.Content.ReadAsStreamAsync(Ct));
        await olga.Posted($"/communities/devs/threads/{thread}/posts", new { text = "A second post." });
        while (await lines.ReadLineAsync(Ct) is { } line && !line.Contains("thread.replied", StringComparison.Ordinal))
            Assert.NotNull(line);

        // One is killed; whoever was on it is elsewhere at the next question.
        await first.Program.Kill();
        var replied = await olga.Posted(
            $"/communities/devs/threads/{thread}/posts", new { text = "A third post." });
        var version = replied.GetProperty("version").GetInt64();
        var page = await there.Got($"/communities/devs/threads/{thread}?at-least={version}");
        Assert.Equal(3, page.GetProperty("posts").GetArrayLength());

        // And everything is archived, once.
        (code, output, errors) = await nodes.Run("archive", "verify");
        Assert.True(code == 0, output + errors);
        Assert.Contains("drift = 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_is_for_operators()
    {
        await using var place = await postgres.NewPlace();
        await using var nodes = new Nodes(place);
        var silo = await nodes.Start("silo");
        var (_, output, _) = await nodes.Run("token", "olga", "--create");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var visitor = new HttpClient(handler) { BaseAddress = silo.Address };
        using var member = silo.As(output.Trim().Split('\n')[^1]);
        foreach (var path in new[] { "/dashboard/", "/dashboard/DashboardCounters", "/dashboard/index.min.js" })
        {
            using var seen = await visitor.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
            Assert.StartsWith("/sign-in", seen.Headers.Location!.ToString(), StringComparison.Ordinal);
            using var refused = await member.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        await silo.Program.Says("/set-up?key=");
        var key = silo.Program.Output.Split("/set-up?key=")[1].Split('\n')[0].Trim();
        using var owner = silo.Browser();
        await owner.Posted("/setup", new { key, account = "owner", name = "Owner", password = "a long password" });

        // It gathers what it shows once a second.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!(await owner.GetStringAsync("/dashboard/DashboardCounters", patience.Token))
            .Contains("AccountGrain", StringComparison.Ordinal))
            Assert.False(patience.IsCancellationRequested);
    }
}
