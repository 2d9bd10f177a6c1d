using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Communities.Web.Tests;

/// <summary>Pages that posts show are fetched as one fetches what one must not trust.</summary>
public sealed class LinkFetchTests(LinkFetchTests.Elsewhere elsewhere) : IClassFixture<LinkFetchTests.Elsewhere>
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.9.9.9"), InlineData("0.0.0.0"), InlineData("10.1.2.3")]
    [InlineData("100.64.0.1"), InlineData("169.254.169.254"), InlineData("172.16.0.1"), InlineData("172.31.255.255")]
    [InlineData("192.168.1.1"), InlineData("192.0.0.8"), InlineData("192.0.2.1"), InlineData("198.18.0.1")]
    [InlineData("198.51.100.7"), InlineData("203.0.113.7"), InlineData("224.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("fe80::1"), InlineData("fc00::1"), InlineData("fd12::1")]
    [InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::"), InlineData("2001:0:1::"), InlineData("2001:db8::1")]
    [InlineData("ff02::1"), InlineData("::127.0.0.1")]
    public void An_address_of_our_own_networks_is_not_public(string address) =>
        Assert.False(PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("100.128.0.1"), InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void An_address_of_the_internet_is_public(string address) =>
        Assert.True(PublicAddresses.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task A_page_says_what_it_is_called()
    {
        var head = PageHead.Of((await Fetch("/page"))!);
        Assert.Equal(new PageHead("Un vélo & <b>", "Réparer soi-même", "Atelier"), head);
        Assert.Equal("Plain title", PageHead.Of((await Fetch("/plain"))!).Title);
        Assert.Equal("été", PageHead.Of((await Fetch("/latin"))!).Title);
        Assert.Null(PageHead.Of((await Fetch("/nothing"))!).Title);
    }

    [Fact]
    public async Task A_page_may_lead_elsewhere_a_few_times()
    {
        Assert.Equal("/page", (await Fetch("/to/3"))!.From.AbsolutePath);
        Assert.Null(await Fetch("/to/4"));
        Assert.Null(await Fetch("/to-file"));
        Assert.Null(await Fetch("/to-password"));
    }

    [Theory]
    [InlineData("/missing"), InlineData("/image"), InlineData("/script"), InlineData("/broken")]
    public async Task What_is_no_page_is_none(string path) => Assert.Null(await Fetch(path));

    [Theory]
    [InlineData("/endless"), InlineData("/packed")]
    public async Task A_page_is_read_no_further_than_its_beginning(string path) =>
        Assert.Equal(SafeFetcher.BytesMax, (await Fetch(path))!.Html.Length);

    [Fact]
    public async Task Nothing_is_told_to_the_page_about_who_shows_it()
    {
        await Fetch("/page");
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Host", "User-Agent"],
            elsewhere.LastHeaders!.Keys.Where(name => name != "traceparent").Order());
    }

    [Theory]
    [InlineData("http://intern.example/"), InlineData("http://both.example/"), InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/"), InlineData("http://public.example:8080/"), InlineData("ftp://public.example/")]
    [InlineData("http://me:secret@public.example/"), InlineData("no address"), InlineData("http://nowhere.example/")]
    public async Task Where_a_link_must_not_lead_nobody_goes(string url)
    {
        var asked = new List<IPAddress>();
        using var fetcher = new SafeFetcher(
            (host, _) => Task.FromResult(host switch
            {
                "intern.example" => new[] { IPAddress.Loopback },
                "both.example" => [IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1")],
                "nowhere.example" => throw new SocketException((int)SocketError.HostNotFound),
                _ => [IPAddress.Parse("8.8.8.8")],
            }),
            (address, port) =>
            {
                var mayAsk = port is 80 or 443 && PublicAddresses.Has(address);
                if (mayAsk) asked.Add(address);
                return mayAsk;
            });
        Assert.Null(await fetcher.Fetch(url, TestContext.Current.CancellationToken));
        Assert.True(asked.Count == 0 || url.Contains("both", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_to_an_address_of_ours_is_not_followed()
    {
        var asked = new List<IPAddress>();
        using var fetcher = new SafeFetcher(
            (host, _) => Task.FromResult(new[] { host == "elsewhere.example" ? IPAddress.Loopback : IPAddress.Any }),
            (address, _) =>
            {
                asked.Add(address);
                return address.Equals(IPAddress.Loopback);
            });
        Assert.Null(await fetcher.Fetch(elsewhere.Url("/to-inside"), TestContext.Current.CancellationToken));
        Assert.Equal([IPAddress.Loopback, IPAddress.Any], asked);
    }

    [Fact]
    public async Task A_post_shows_a_card_of_the_page_it_names()
    {
        await using var site = new ApiSite();
        await site.InitializeAsync();
        await site.Found("repair", "olga");
        const string Url = "https://elsewhere.example/page";
        var thread = await site.Open("repair", "olga", "A page", Url);
        using var fetching = Fetching(site);
        var wanted = Assert.Single(await site.Views.WantedLinks(TestContext.Current.CancellationToken));
        Assert.Equal(new WantedLink("repair", Url), wanted);

        await fetching.Fetch(wanted, TestContext.Current.CancellationToken);
        await site.CaughtUp();
        using var visitor = site.Visitor();
        var page = (await visitor.Get($"//c/repair/threads/{thread}")).Is(200).Text;
        Assert.Contains("class=card", page);
        Assert.Contains("<b>Un vélo &amp; &lt;b&gt;</b>", page);
        Assert.Contains("Atelier · elsewhere.example", page);
        Assert.DoesNotContain("<img", page);
        Assert.Empty(await site.Views.WantedLinks(TestContext.Current.CancellationToken));

        // Whoever comes later has nothing to do.
        elsewhere.LastHeaders = null;
        await fetching.Fetch(wanted, TestContext.Current.CancellationToken);
        Assert.Null(elsewhere.LastHeaders);
    }

    private LinkFetching Fetching(ApiSite site) => new(
        site.Actors, site.Views, (_, _) => Fetch("/page"), new WebOptions { DataDirectory = "" }, TimeProvider.System,
        NullLogger<LinkFetching>.Instance);

    private async Task<FetchedPage?> Fetch(string path)
    {
        using var fetcher = new SafeFetcher(
            (_, _) => Task.FromResult(new[] { IPAddress.Loopback }), (_, port) => port == elsewhere.Port);
        return await fetcher.Fetch(elsewhere.Url(path), TestContext.Current.CancellationToken);
    }

    /// <summary>A site elsewhere, with pages of all sorts.</summary>
    public sealed class Elsewhere : IAsyncLifetime
    {
        private WebApplication? _app;

        public int Port { get; private set; }

        public IHeaderDictionary? LastHeaders { get; set; }

        public string Url(string path) => $"http://elsewhere.example:{Port}{path}";

        public async ValueTask InitializeAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Use((http, next) =>
            {
                LastHeaders = new HeaderDictionary(http.Request.Headers.ToDictionary());
                return next(http);
            });
            _app.MapGet("/page", () => Html("""
                <!doctype html><meta charset=utf-8><title>Other</title>
                <meta property="og:title" content=" Un vélo &amp; <b> ">
                <meta name=description content="Réparer soi-même"><meta property=og:site_name content=Atelier>
                <meta property=og:image content=https://elsewhere.example/spy.png>
                """));
            _app.MapGet("/plain", () => Html("<title> Plain title </title><script>document.title = 'x'</script>"));
            _app.MapGet("/nothing", () => Html("<p>No title at all"));
            _app.MapGet("/latin", () => Results.Bytes(
                Encoding.Latin1.GetBytes("<meta charset=iso-8859-1><title>été</title>"), "text/html"));
            _app.MapGet("/to/{n:int}", (int n) => Results.Redirect(n == 1 ? "/page" : $"/to/{n - 1}"));
            _app.MapGet("/to-file", () => Results.Redirect("file:///etc/passwd"));
            _app.MapGet("/to-password", () => Results.Redirect($"http://me:secret@elsewhere.example:{Port}/page"));
            _app.MapGet("/to-inside", () => Results.Redirect($"http://inside.example:{Port}/page"));
            _app.MapGet("/image", () => Results.Bytes(new byte[10], "image/png"));
            _app.MapGet("/script", () => Results.Text("<title>x</title>", "text/javascript"));
            _app.MapGet("/broken", () => Results.StatusCode(500));
            _app.MapGet("/endless", async (HttpContext http) =>
            {
                http.Response.ContentType = "text/html";
                while (!http.RequestAborted.IsCancellationRequested)
                    await http.Response.WriteAsync(new string('x', 10_000), http.RequestAborted);
            });
            _app.MapGet("/packed", async (HttpContext http) =>
            {
                http.Response.ContentType = "text/html";
                http.Response.Headers.ContentEncoding = "gzip";
                await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
                await gzip.WriteAsync(new byte[50 * SafeFetcher.BytesMax], http.RequestAborted);
            });
            await _app.StartAsync();
            Port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
                .Addresses.First()).Port;
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is not null) await _app.DisposeAsync();
        }

        private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
    }
}
