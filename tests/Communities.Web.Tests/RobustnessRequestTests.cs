using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;

namespace Communities.Web.Tests;

/// <summary>Requests that no browser and no honest program sends: each gets one clear problem.</summary>
public sealed class RobustnessRequestTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/posts/2147483648/revisions", 400)]
    [InlineData("/posts/-1/revisions", 400)]
    [InlineData("/posts/%EF%BC%91/revisions", 400)]
    [InlineData("?page=-1", 400)]
    [InlineData("?page=2147483647", 404)]
    [InlineData("?page=2147483648", 400)]
    [InlineData("?at-least=9223372036854775808", 400)]
    [InlineData("?at-least=1&at-least=2", 400)]
    [InlineData("?page=%FF%FE", 400)]
    [InlineData("?page=%ED%A0%80", 400)]
    public async Task A_number_beyond_reason_is_one_clear_problem(string rest, int status)
    {
        using var mia = await site.As("mia");
        var reply = (await mia.Get($"/communities/repair/threads/{site.Thread}{rest}")).Is(status);
        Assert.NotEmpty(reply.Code);
    }

    [Theory]
    [InlineData("/slow", """{"seconds":99999999999}""", 400)]
    [InlineData("/slow", """{"seconds":1.5}""", 400)]
    [InlineData("/slow", """{"seconds":1e400}""", 400)]
    [InlineData("/slow", """{"seconds":2147483647}""", 422)]
    [InlineData("/close", """{"reopenAt":"2026-02-30T00:00:00Z"}""", 400)]
    [InlineData("/close", """{"reopenAt":"0001-01-01T00:00:00Z"}""", 422)]
    [InlineData("/close", """{"reopenAt":"9999-12-31T23:59:59.9999999-14:00"}""", 400)]
    [InlineData("/close", """{"reopenAt":"9999-12-31T23:59:59Z"}""", 422)]
    [InlineData("/close", """{"reopenAt":1}""", 400)]
    [InlineData("/close", """{"reason":"a\u202eb"}""", 422)]
    [InlineData("/posts", """{"text":"a","replyTo":2147483648}""", 400)]
    [InlineData("/posts", """{"text":"a","replyTo":-2147483648}""", 404)]
    [InlineData("/posts", """{"text":"\udc00\ud800"}""", 400)]
    [InlineData("/posts", """{"text":"\u200b\u2060"}""", 422)]
    [InlineData("/posts", """{"TEXT":"a","text":"b"}""", 400)]
    [InlineData("/posts", """{"__proto__":{"text":"a"}}""", 400)]
    [InlineData("/posts", "\uFEFF\uFEFF{}", 400)]
    [InlineData("/posts", "NaN", 400)]
    public async Task A_value_beyond_reason_is_one_clear_problem(string path, string body, int status)
    {
        using var mod = await site.As("mod");
        var reply = (await mod.Post($"/communities/repair/threads/{site.Thread}{path}", body)).Is(status);
        Assert.Matches("^[a-z-]+[.][a-z-]+$", reply.Code);
    }

    [Theory]
    [InlineData("\u202Eecila")]
    [InlineData("al\u200Bice")]
    [InlineData("al\u2066ice")]
    [InlineData("al\uFEFFice")]
    [InlineData("\u3164\u3164")]
    [InlineData("al\nice")]
    [InlineData("al\u0000ice")]
    public async Task A_name_hides_and_turns_nothing(string name)
    {
        using var mia = await site.As("mia");
        using var owner = await site.As("owner");
        Assert.StartsWith("name.", (await mia.Put("/communities/repair/members/mia", new { name })).Is(422).Code);
        Assert.StartsWith("name.", (await mia.Put("/me", new { name, language = "en" })).Is(422).Code);
        (await owner.Post("/accounts", new { account = name, password = "correct horse battery" })).Is(422);
        Assert.StartsWith(
            "name.", (await owner.Post("/communities/repair/categories", new { slug = "new", name })).Is(422).Code);
    }

    [Fact]
    public async Task Nesting_compression_and_length_are_bounded()
    {
        using var mia = await site.As("mia");
        var path = $"/communities/repair/threads/{site.Thread}/posts";
        (await mia.Post(path, new string('[', 100_000))).Refused(400, "json.malformed");
        (await mia.Post(path, string.Concat(Enumerable.Repeat("{\"text\":", 50_000)))).Refused(400, "json.malformed");
        (await mia.Post(path, new string(' ', Api.BodyMax + 1))).Refused(413, "body.long");

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes("""{"text":"unpacked"}"""));
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        (await mia.Send(HttpMethod.Post, path, content)).Refused(400, "json.malformed");
    }

    [Theory]
    [InlineData("FOO", "/communities", 405)]
    [InlineData("TRACE", "/communities", 405)]
    [InlineData("DELETE", "/communities", 405)]
    [InlineData("PATCH", "/communities/repair", 405)]
    [InlineData("FOO", "//c/repair", 405)]
    [InlineData("PUT", "//", 405)]
    public async Task A_method_that_an_address_does_not_take_is_told_so(string method, string path, int status)
    {
        using var mia = await site.As("mia");
        var reply = (await mia.Send(new HttpMethod(method), path, null)).Is(status);
        if (!path.StartsWith("//", StringComparison.Ordinal)) reply.Refused(status, "method.unknown");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_kind_is_refused_by_the_API_and_by_pages(string type)
    {
        using var mia = await site.As("mia");
        string[] paths = [$"/communities/repair/threads/{site.Thread}/posts", "//c/repair/new", "//reading"];
        foreach (var path in paths)
        {
            using var content = new ByteArrayContent("""{"text":"a"}"""u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var reply = await mia.Send(HttpMethod.Post, path, content);
            Assert.True((int)reply.Status is 400 or 415, $"{path}: {reply.Status}");
            Plain(reply.Text);
        }
    }

    [Fact]
    public async Task A_form_that_is_none_or_beyond_measure_does_nothing()
    {
        using var mia = site.Browser("mia", "en");
        var page = await new HtmlParser().ParseDocumentAsync(await mia.GetStringAsync("/c/repair/new", Ct));
        var token = page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        var many = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"&f{i}=1"));
        foreach (var form in new[]
        {
            $"_form={token}{many}", $"_form={token}&{new string('k', 5_000)}=1",
            $"_form={token}&title=%FF%FE&text=a%00", $"_form={token}&title=a&text=%ED%A0%80b\u0000",
            $"_form={token}&title={new string('t', 300)}&text=a",
            "_form=&title=a&text=a", $"_form={token[..^9]}AAAAAAAAA&title=a&text=a", $"title=a&text=a&{token}",
        })
        {
            using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await mia.PostAsync("/c/repair/new", content, Ct);
            var html = await answer.Content.ReadAsStringAsync(Ct);
            Assert.True((int)answer.StatusCode is 400 or 413 or 422, $"{form[..9]}…: {answer.StatusCode}");
            Plain(html);
        }
    }

    [Fact]
    public async Task A_form_of_somebody_else_does_nothing()
    {
        using var mia = site.Browser("mia", "en");
        using var mod = site.Browser("mod", "en");
        var page = await new HtmlParser().ParseDocumentAsync(await mod.GetStringAsync("/c/repair/new", Ct));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_form"] = page.QuerySelector("input[name=_form]")!.GetAttribute("value")!,
            ["title"] = "Of another browser",
            ["text"] = "a",
        });
        using var answer = await mia.PostAsync("/c/repair/new", form, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("session=garbled")]
    [InlineData("session=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("session=chunks-9999999")]
    [InlineData("form=garbled; language=xx; theme=../..")]
    [InlineData("=; ;;; a=b=c; \"")]
    public async Task A_cookie_that_is_none_of_ours_makes_a_visitor(string cookie)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = site.Address,
        };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);
        using var me = await browser.GetAsync("/api/v1/me", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
        using var page = await browser.GetAsync("/c/repair", Ct);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var form = await browser.GetAsync("/sign-in", Ct);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task A_session_of_another_site_is_none_here()
    {
        await using var other = new ApiSite();
        await other.InitializeAsync();
        using var there = other.Visitor();
        var wish = new { account = "mia", password = "correct horse battery" };
        var signedUp = (await there.Post("/accounts", wish)).Is(201);
        using var here = site.Visitor();
        var cookie = signedUp.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        (await here.Send(HttpMethod.Get, "/me", null, ("Cookie", cookie))).Refused(401, "session.needed");
    }

    [Fact]
    public async Task Headers_may_say_anything()
    {
        using var mia = await site.As("mia");
        string[] names =
            ["Accept-Language", "User-Agent", "Accept", "If-None-Match", "If-Modified-Since", "Range", "Last-Event-ID",
                "X-Forwarded-For", "X-Part", "Accept-Encoding", "Content-Language", "X-HTTP-Method-Override"];
        string[] values =
            ["<script>alert(1)</script>", "fr;q=NaN,en;q=1e999,,;;q", new string(',', 4_000),
                "bytes=9-1,9999999999999-", "*"];
        string[] paths = ["//c/repair", $"/communities/repair/threads/{site.Thread}", "//assets/none.css"];
        foreach (var name in names)
            foreach (var value in values)
                foreach (var path in paths)
                {
                    var reply = await mia.Send(HttpMethod.Get, path, null, (name, value));
                    Assert.True((int)reply.Status is 200 or 404, $"{name}: {value}: {reply.Status}");
                }
    }

    private static void Plain(string text)
    {
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}
