using System.Net.Http.Headers;
using System.Text;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>What is wrong is said once, clearly, and without a stack trace.</summary>
public sealed class ApiInputTests(ApiSite site) : IClassFixture<ApiSite>, IAsyncLifetime
{
    private const string Community = "input";
    private ApiClient _olga = null!;
    private string _thread = "";

    public static TheoryData<string, string, string, int, string> Wrong => new()
    {
        // JSON that is none, or another than what is asked for.
        { "POST", "/posts", "", 400, "request.malformed" },
        { "POST", "/posts", "{", 400, "json.malformed" },
        { "POST", "/posts", "null", 400, "request.malformed" },
        { "POST", "/posts", "[]", 400, "json.malformed" },
        { "POST", "/posts", "{}", 400, "json.malformed" },
        { "POST", "/posts", """{"text":null}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":1}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"a","text":"b"}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"a","other":"b"}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"a"} {"text":"b"}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"a",}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"a","replyTo":"1"}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"a","replyTo":99999999999}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":"\ud800"}""", 400, "json.malformed" },
        { "POST", "/posts", """{"text":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""", 400, "json.malformed" },

        // What the domain refuses.
        { "POST", "/posts", """{"text":""}""", 422, "text.empty" },
        { "POST", "/posts", """{"text":"a\u0000"}""", 422, "text.malformed" },
        { "POST", "/posts", """{"text":"a","replyTo":99}""", 404, "post.missing" },
        { "POST", "/posts", """{"text":"a","replyTo":-1}""", 404, "post.missing" },
        { "POST", "/posts/1/reactions", """{"kind":"hate"}""", 422, "reaction.unknown" },
        { "POST", "/posts/1/reactions", """{"kind":"like"}""", 403, "reaction.own" },
        { "POST", "/slow", """{"seconds":-1}""", 422, "slow.range" },
        { "POST", "/accept", """{"post":1}""", 422, "answer.opening" },
        { "PUT", "", """{"title":"a\u202eb"}""", 422, "title.malformed" },
        { "PUT", "", """{"title":"a","tags":["Not A Tag"]}""", 422, "tag.malformed" },
        { "PUT", "", """{"title":"a","tags":["a","b","c","d","e","f"]}""", 422, "tag.many" },
        { "PUT", "", """{"title":"a","category":"none"}""", 404, "category.missing" },
        { "DELETE", "/posts/77", "", 404, "post.missing" },

        // Addresses that cannot be.
        { "DELETE", "/posts/0", "", 400, "post.malformed" },
        { "DELETE", "/posts/one", "", 400, "request.malformed" },
        { "GET", "/posts/1e1/revisions", "", 400, "request.malformed" },
        { "GET", "?page=0", "", 400, "page.range" },
        { "GET", "?page=x", "", 400, "request.malformed" },
        { "GET", "?page=99999999999999", "", 400, "request.malformed" },
        { "GET", "?at-least=x", "", 400, "position.malformed" },
        { "GET", "?at-least=-1", "", 400, "position.malformed" },
        { "PATCH", "", "{}", 405, "method.unknown" },
        { "GET", "/nothing/here", "", 404, "address.missing" },
    };

    public static TheoryData<string, int, string> WrongAddresses => new()
    {
        { "/communities/NOT-A-SLUG", 400, "community.malformed" },
        { "/communities/nowhere", 404, "community.missing" },
        { "/communities/nowhere/threads", 404, "community.missing" },
        { "/communities/input/threads/short", 400, "thread.malformed" },
        { "/communities/input/threads/0000000000000000", 404, "thread.missing" },
        { "/communities/input/threads?cursor=%00", 400, "cursor.malformed" },
        { "/communities/input/threads?cursor=AAAA", 400, "cursor.malformed" },
        { "/communities/input/threads?size=0", 400, "size.range" },
        { "/communities/input/threads?size=101", 400, "size.range" },
        { "/communities/input/threads?sort=best", 400, "sort.unknown" },
        { "/communities/input/threads?sort=top&period=hour", 400, "period.unknown" },
        { "/communities/input/members/%E2%80%AE", 400, "account.malformed" },
        { "/communities/input/members?cursor=x", 400, "cursor.malformed" },
        { "/nothing", 404, "address.missing" },
    };

    public async ValueTask InitializeAsync()
    {
        if (!(await site.See<Community>(Community)).IsFounded) await site.Found(Community, "olga");
        _olga = await site.As("olga");
        _thread = await site.Open(Community, "olga");
    }

    public ValueTask DisposeAsync()
    {
        _olga.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_request_is_one_clear_problem(
        string method, string path, string body, int status, string code)
    {
        HttpContent? content = body.Length == 0 && method != "POST"
            ? null
            : new StringContent(body, Encoding.UTF8, "application/json");
        var reply =
            await _olga.Send(new HttpMethod(method), $"/communities/{Community}/threads/{_thread}{path}", content);
        reply.Refused(status, code);
        Assert.DoesNotContain("   at ", reply.Text);
        Assert.DoesNotContain("Exception", reply.Text);
    }

    [Theory, MemberData(nameof(WrongAddresses))]
    public async Task A_wrong_address_is_one_clear_problem(string path, int status, string code) =>
        (await _olga.Get(path)).Refused(status, code);

    [Fact]
    public async Task Only_JSON_is_taken()
    {
        using var form = new StringContent("text=a", Encoding.UTF8, "application/x-www-form-urlencoded");
        (await _olga.Send(HttpMethod.Post, $"/communities/{Community}/threads/{_thread}/posts", form))
            .Refused(415, "body.unknown");
        using var bytes = new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await _olga.Send(HttpMethod.Post, $"/communities/{Community}/threads/{_thread}/posts", bytes))
            .Refused(400, "json.malformed");
    }

    [Fact]
    public async Task The_longest_post_is_taken_in_any_script_and_what_is_longer_refused()
    {
        var path = $"/communities/{Community}/threads/{_thread}/posts";
        (await _olga.Post(path, new { text = new string('語', Text.PostMax) })).Is(201);
        (await _olga.Post(path, new { text = new string('a', Text.PostMax + 1) })).Refused(422, "text.long");
        (await _olga.Post(path, new { text = new string('a', Api.BodyMax) })).Refused(413, "body.long");
    }

    [Fact]
    public async Task A_name_for_a_request_has_a_bound()
    {
        var path = $"/communities/{Community}/threads/{_thread}/posts";
        (await _olga.Post(path, new { text = "a" }, new string('k', Asking.KeyMax))).Is(201);
        (await _olga.Post(path, new { text = "a" }, new string('k', Asking.KeyMax + 1)))
            .Refused(400, "idempotency-key.long");
    }

    [Fact]
    public async Task Every_answer_forbids_what_no_page_here_does()
    {
        foreach (var path in new[] { "/communities", "/nothing", "/me" })
        {
            var headers = (await _olga.Get(path)).Headers;
            Assert.StartsWith("default-src 'none'", headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(headers.Contains("Server"));
        }
    }

    [Fact]
    public void A_failure_of_ours_is_told_without_its_inside()
    {
        var problem = Faults.ProblemOf(new InvalidOperationException("secret path"));
        Assert.Equal(500, problem.StatusCode);
        Assert.DoesNotContain("secret", problem.Refusal.Reason);
        Assert.Equal(503, Faults.ProblemOf(new JournalUnavailableException("disk full at secret path")).StatusCode);
    }
}
