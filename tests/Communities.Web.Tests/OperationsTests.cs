using System.Net;
using System.Reflection;
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

    /// <summary>A site whose archive is in trouble after seven events.</summary>
    public sealed class Site : ApiSite
    {
        internal Task Rebuilt => Services.GetRequiredService<Rebuilding>().Running;

        protected override WebOptions Options(string directory) => new()
        {
            DataDirectory = directory,
            Figures = () => new HostFigures(Engine.Activations, [7], "The <container> is gone."),
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
