using System.Diagnostics.Metrics;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Communities.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>What whoever runs the site sees of it, and can do.</summary>
public sealed class OperationsTests(OperationsTests.Site site) : IClassFixture<OperationsTests.Site>
{
    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/views/rebuild")]
    public async Task Only_who_runs_the_site_sees_how_it_is(string method, string path)
    {
        using var visitor = site.Visitor();
        using var member = await site.As("mia");
        (await visitor.Send(new HttpMethod(method), "/operations" + path, null)).Refused(401, "operator.needed");
        (await member.Send(new HttpMethod(method), "/operations" + path, null)).Refused(403, "operator.needed");
    }

    [Fact]
    public async Task The_page_is_for_nobody_else_either()
    {
        using var visitor = await Browser(null);
        using var member = await Browser("mia");
        using var led = await visitor.GetAsync("/operations", TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?back=%2Foperations", led.Headers.Location?.OriginalString);
        using var refused = await member.GetAsync("/operations", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("/operations\"", await Text(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_follow_what_happens()
    {
        using var olga = await site.As("olga", isOperator: true);
        await site.CaughtUp();
        var before = await olga.Get("/operations");
        await site.Found("figures", "olga");
        var thread = await site.Open("figures", "olga");
        var after = (await olga.Get("/operations")).Is(200);
        Assert.Equal(site.Engine.Journal.Head, after["journal"].GetInt64());
        Assert.True(after["journal"].GetInt64() >= before["journal"].GetInt64() + 3); // Founded, joined, opened.
        Assert.Equal(0, after["views"].GetProperty("lag").GetInt64());
        Assert.Equal(site.Engine.Journal.Head, after["views"].GetProperty("position").GetInt64());
        Assert.Equal(7, after["archive"].GetProperty("position").GetInt64());
        Assert.Equal(site.Engine.Journal.Head - 7, after["archive"].GetProperty("lag").GetInt64());
        Assert.True(after["activations"].GetInt32() >= 3);
        Assert.True(after["dataBytes"].GetInt64() > 50_000); // The journal and the views, at least.

        site.Time.Advance(TimeSpan.FromHours(2));
        var later = await olga.Get("/operations");
        Assert.Equal(after["startedAt"].GetDateTimeOffset(), later["startedAt"].GetDateTimeOffset());
        Assert.InRange(later["uptimeSeconds"].GetInt64() - after["uptimeSeconds"].GetInt64(), 7_200, 7_260);
        (await olga.Get($"/communities/figures/threads/{thread}")).Is(200);
    }

    [Fact]
    public async Task The_last_minute_is_measured()
    {
        using var olga = await site.As("olga", isOperator: true);
        await site.Found("measured", "olga");
        var thread = await site.Open("measured", "olga");
        for (var i = 0; i < 20; i++) await site.Reply("measured", thread, "olga", $"Number {i}");
        (await olga.Post("/communities/measured/threads/" + thread + "/posts", new { text = " " })).Refused(
            422, "text.empty");
        var after = (await olga.Get("/operations")).Is(200);
        var minute = after["lastMinute"];
        Assert.True(minute.GetProperty("commandsPerSecond").GetDouble() > 20.0 / 65);
        Assert.True(minute.GetProperty("outcomes").GetProperty("done").GetInt64() >= 22);
        Assert.True(minute.GetProperty("outcomes").GetProperty("refused").GetInt64() >= 1);
        foreach (var name in (string[])["turn", "journalWait"])
        {
            var (half, most) = (
                minute.GetProperty(name).GetProperty("p50").GetDouble(),
                minute.GetProperty(name).GetProperty("p99").GetDouble());
            Assert.InRange(half, 1e-6, most);
        }

        Assert.True(minute.GetProperty("batch").GetDouble() >= 1);
        Assert.Contains(after["reactors"].EnumerateArray(), r => r.GetProperty("name").GetString() == "tallying");
        Assert.True(after["activationsByKind"].GetProperty("thread").GetInt32() >= 1);
    }

    [Fact]
    public void A_minute_forgets_what_came_before_it()
    {
        var clock = new SteppedClock();
        var (minute, times) = (new LastMinute(2, clock), new Durations(clock));
        minute.Add(0, 7);
        clock.Advance(TimeSpan.FromSeconds(30));
        minute.Add(1);
        Assert.Equal([7, 1], minute.Sums());
        Assert.Equal(TimeSpan.FromSeconds(30), minute.Span);
        clock.Advance(TimeSpan.FromSeconds(38));
        minute.Add(0);
        Assert.Equal([1, 1], minute.Sums());
        Assert.Equal(TimeSpan.FromSeconds(63), minute.Span);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal([0, 0], minute.Sums());

        Assert.Null(times.Quantiles());
        for (var i = 0; i < 98; i++) times.Add(0.002);
        for (var i = 0; i < 2; i++) times.Add(0.5);
        var quantiles = times.Quantiles()!;
        Assert.InRange(quantiles.P50, 0.002, 0.0023);
        Assert.InRange(quantiles.P99, 0.5, 0.57);
        times.Add(0);
        times.Add(1e9);
        Assert.NotNull(times.Quantiles());
    }

    [Fact]
    public void Every_instrument_stands_in_the_table_and_the_table_names_no_other()
    {
        var published = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Communities") published.Add($"{instrument.Name} in {instrument.Unit}");
            },
        };
        listener.Start(); // Told of all that there are: those of this site.
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Communities.sln"))) root = Path.GetDirectoryName(root)!;
        var table = Regex.Matches(
            File.ReadAllText(Path.Combine(root, "src", "TELEMETRY.md")),
            @"^\| `([\w.]+)` \| (?:counter|histogram|gauge) \| `([^`]+)`", RegexOptions.Multiline);
        Assert.Equal(
            table.Select(row => $"{row.Groups[1].Value} in {row.Groups[2].Value}").Order(StringComparer.Ordinal),
            published);
    }

    [Theory]
    [InlineData("en", "Operations", "Not readable yet", "The archive does not get on.")]
    [InlineData("fr", "Exploitation", "Pas encore lisibles", "L’archive n’avance pas.")]
    public async Task The_page_says_it_in_both_languages(string language, string title, string figure, string trouble)
    {
        using var olga = await Browser("olga", language);
        var page = await new HtmlParser().ParseDocumentAsync(
            await olga.GetStringAsync("/operations", TestContext.Current.CancellationToken));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("dt"), term => term.TextContent == figure);
        Assert.StartsWith(trouble, page.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith(
            "The <container> is gone.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("footer a[href='/operations']"));
    }

    [Fact]
    public async Task The_views_are_rebuilt_while_people_read()
    {
        using var olga = await site.As("olga", isOperator: true);
        await site.Found("rebuilt", "olga");
        var thread = await site.Open("rebuilt", "olga", "Still here");
        var begun = (await olga.Post("/operations/views/rebuild")).Is(202);
        Assert.Equal("running", begun["status"].GetString());
        for (var i = 0; i < 20; i++) await StillHere();
        await site.Rebuilt;
        var after = (await olga.Get("/operations")).Is(200);
        Assert.Equal("finished", after["rebuild"].GetProperty("status").GetString());
        Assert.True(after["rebuild"].GetProperty("endedAt").GetDateTimeOffset() >= begun["since"].GetDateTimeOffset());
        Assert.Equal(0, after["views"].GetProperty("lag").GetInt64());
        await StillHere();

        async Task StillHere() => Assert.Equal(
            "Still here", (await olga.Get($"/communities/rebuilt/threads/{thread}")).Is(200)["title"].GetString());
    }

    [Fact]
    public async Task A_button_of_the_page_does_it_and_a_form_from_elsewhere_does_not()
    {
        using var browser = await Browser("olga");
        using var nothing = new FormUrlEncodedContent([]);
        using var refused = await browser.PostAsync(
            "/operations/views/rebuild", nothing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var page = await new HtmlParser().ParseDocumentAsync(
            await browser.GetStringAsync("/operations", TestContext.Current.CancellationToken));
        var token = page.QuerySelector("#rebuild input[name=_form]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_form", token)]);
        using var done = await browser.PostAsync(
            "/operations/views/rebuild", form, TestContext.Current.CancellationToken);
        Assert.Equal("/operations#rebuild", done.Headers.Location?.OriginalString);
        await site.Rebuilt;
        var after = await browser.GetStringAsync("/operations", TestContext.Current.CancellationToken);
        Assert.Contains("Done:", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_while_it_runs_is_the_same_rebuilding()
    {
        var views = (HeldViews)DispatchProxy.Create<IViews, HeldViews>();
        var rebuilding = new Rebuilding((IViews)(object)views, site.Time);
        var first = rebuilding.Begin();
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Same(first, rebuilding.Begin());
        Assert.True(rebuilding.Last.IsRunning);

        views.Hold.SetException(new IOException("The disk is full."));
        await rebuilding.Running;
        Assert.Equal(("failed", "The disk is full."), (rebuilding.Last.Status, rebuilding.Last.Why));
        Assert.Equal(1, views.Asked);

        views.Hold = new TaskCompletionSource();
        Assert.True(rebuilding.Begin().Since > first.Since);
        views.Hold.SetResult();
        await rebuilding.Running;
        Assert.Equal(("finished", null), (rebuilding.Last.Status, rebuilding.Last.Why));
        Assert.Equal(2, views.Asked);
    }

    private async Task<HttpClient> Browser(string? account, string language = "en")
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = site.Address,
        };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (account is null) return browser;
        using var client = await site.As(account, isOperator: account == "olga");
        var preferences = Preferences.Default with { Language = language };
        await site.Actors.Ask(
            Keys.OfAccount(account), new AccountCommand.Prefer(account, preferences), Communities.Actors.Call.System());
        browser.DefaultRequestHeaders.Authorization = new("Bearer", client.Token);
        return browser;
    }

    private static Task<string> Text(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private sealed class SteppedClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }

    /// <summary>A site whose archive is in trouble after seven events.</summary>
    public sealed class Site : ApiSite
    {
        internal Task Rebuilt => Services.GetRequiredService<Rebuilding>().Running;

        protected override WebOptions Options(string directory) => new()
        {
            DataDirectory = directory,
            Figures = () => new HostFigures([7], "The <container> is gone."),
        };
    }

    /// <summary>Views of which nothing is asked but to be rebuilt, which takes as long as a test says.</summary>
    public class HeldViews : DispatchProxy
    {
        public TaskCompletionSource Hold { get; set; } = new();

        public int Asked { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod?.Name != nameof(IViews.Rebuild)) throw new NotSupportedException(targetMethod?.Name);
            Asked++;
            return Hold.Task;
        }
    }
}
