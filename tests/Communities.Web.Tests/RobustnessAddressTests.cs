using System.Net;

namespace Communities.Web.Tests;

/// <summary>
/// Every line of the collections as part of a request: as id, cursor, date, number, search word or field, it gets an
/// answer or one clear problem, never a failure of ours.
/// </summary>
public sealed class RobustnessAddressTests(PagesSite site) : IClassFixture<PagesSite>
{
    // With COMMUNITIES_BIG_TESTS=1 all of them.
    private const int Sample = 100;

    // As many as this machine's two cores keep busy; each asks all addresses with its line.
    private const int AtATime = 4;

    // LINE is the line, percent-encoded; THREAD a thread.
    private static readonly string[] _read =
    [
        "/api/v1/search?q=LINE", "/api/v1/search?q=%22LINE%22+LINE*&community=repair",
        "/api/v1/search?q=a&community=LINE&category=LINE&tag=LINE&author=LINE", "/api/v1/search?q=a&from=LINE&to=LINE",
        "/api/v1/search?q=wheel&cursor=LINE", "/api/v1/communities/LINE", "/api/v1/communities/repair/LINE",
        "/api/v1/communities/repair/threads?cursor=LINE", "/api/v1/communities/repair/threads?sort=LINE&period=LINE",
        "/api/v1/communities/repair/threads?category=LINE&tag=LINE", "/api/v1/communities/repair/threads?size=LINE",
        "/api/v1/communities/repair/threads/LINE", "/api/v1/communities/repair/threads/THREAD?page=LINE",
        "/api/v1/communities/repair/threads/THREAD?at-least=LINE",
        "/api/v1/communities/repair/threads/THREAD/posts/LINE/revisions", "/api/v1/communities/repair/members/LINE",
        "/api/v1/communities/repair/members?q=LINE&cursor=LINE",
        "/api/v1/communities/repair/members/mia/posts?cursor=LINE",
        "/search?q=LINE&community=repair&category=LINE&tag=LINE&author=LINE&from=LINE&to=LINE",
        "/search?q=a&cursor=LINE", "/c/LINE", "/c/repair?cursor=LINE",
        "/c/repair?sort=LINE&period=LINE&category=LINE&tag=LINE",
        "/c/repair/threads/LINE", "/c/repair/threads/THREAD?page=LINE", "/c/repair/threads/THREAD?post=LINE",
        "/c/repair/threads/THREAD?on=LINE", "/c/repair/threads/THREAD?reply=LINE&quote=LINE", "/c/repair/members/LINE",
        "/c/repair/threads/THREAD/posts/LINE/revisions", "/c/repair/members?q=LINE", "/c/repair/members?cursor=LINE",
        "/sign-in?back=LINE", "/sign-up?back=LINE", "/set-up?key=LINE", "/reading?back=LINE", "/?done=LINE",
        "/reading/language/LINE", "/reading/language/en?back=LINE", "/problem/LINE", "/assets/LINE", "/LINE",
    ];

    [Fact]
    public Task A_line_meant_to_break_an_address_breaks_none() => Try(RobustnessLines.Own);

    [Fact]
    public Task No_line_of_the_collections_breaks_an_address_or_a_field() => Try(RobustnessLines.Shared(Sample));

    private async Task Try(IReadOnlyList<string> lines)
    {
        var statuses = new int[600];
        using var mia = await site.As("mia");
        using var owner = await site.As("owner");
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (line, _) =>
        {
            var said = Uri.EscapeDataString(line);
            foreach (var address in _read)
            {
                var path = address.Replace("LINE", said, StringComparison.Ordinal)
                    .Replace("THREAD", site.Thread, StringComparison.Ordinal);
                Clear(await mia.Get("/" + path), path);
            }

            foreach (var (method, path, body) in Fields(line))
                Clear(await owner.Send(new HttpMethod(method), path, body, ("Idempotency-Key", Header(line))), path);
        });
        await site.CaughtUp();
        Assert.True(statuses[200] > 0 && statuses[404] > lines.Count && statuses[400] > lines.Count);

        void Clear(Reply reply, string path)
        {
            Interlocked.Increment(ref statuses[(int)reply.Status]);
            var isProblem = reply.ContentHeaders.ContentType?.MediaType == "application/problem+json";
            // A line that is a large number, read as a position, is one that the views have not reached.
            var isBehind = path.Contains("at-least=", StringComparison.Ordinal) && isProblem
                && reply.Code == "views.behind";
            Assert.True((int)reply.Status is >= 200 and < 500 || isBehind, $"{path}: {(int)reply.Status} {reply.Text}");
            Assert.DoesNotContain("   at ", reply.Text, StringComparison.Ordinal);
            if (isProblem)
                Assert.Matches("^[a-z-]+[.][a-z-]+$", reply.Code);
            if (reply.Status is HttpStatusCode.Found)
                Assert.StartsWith("/", reply.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    // Each field of the API that takes a text, with the line in it.
    private IEnumerable<(string Method, string Path, object Body)> Fields(string line)
    {
        var thread = $"/communities/repair/threads/{site.Thread}";
        yield return ("POST", "/communities", Community(line, "A name"));
        yield return ("PUT", "/communities/repair/settings", Community(null, line));
        yield return ("PUT", "/communities/repair/settings", new { name = "A", language = line, visibility = line });
        yield return ("PUT", "/communities/repair/rules", new { text = line });
        yield return ("POST", "/communities/repair/categories", new { slug = line, name = line, parent = line });
        yield return ("POST", "/communities/repair/threads", new { title = line, text = line, tags = new[] { line } });
        yield return ("POST", "/communities/repair/threads", new { title = "A", text = "B", category = line });
        yield return ("POST", thread + "/posts", new { text = line, replyTo = line });
        yield return ("PUT", thread + "/posts/1", new { text = line });
        yield return ("POST", thread + "/posts/1/reactions", new { kind = line });
        yield return ("POST", thread + "/accept", new { post = line });
        yield return ("POST", thread + "/close", new { reopenAt = line, at = line });
        yield return ("POST", thread + "/slow", new { seconds = line });
        yield return ("DELETE", thread + "/posts/" + Uri.EscapeDataString(line), new { reason = line });
        yield return ("POST", "/communities/repair/members", new { account = line, name = line });
        yield return ("PUT", "/communities/repair/members/mia/role", new { role = line });
        yield return ("PUT", "/communities/repair/members/owner", new { name = line, biography = line });
        yield return ("POST", "/accounts", new { account = line, password = line, name = line });
        yield return ("PUT", "/me", new { name = line, language = line, theme = line });
        yield return ("POST", "/me/tokens", new { label = line });
        yield return ("DELETE", "/me/tokens/" + Uri.EscapeDataString(line), new { });
        yield return ("DELETE", "/me/sessions/" + Uri.EscapeDataString(line), new { });
        yield return ("POST", "/setup", new { key = line, account = line, password = line });
    }

    private static object Community(string? slug, string name) => slug is null
        ? new { name, summary = name, language = "en", visibility = "public" }
        : new { slug, name, language = "en", visibility = "public" };

    // What a header can hold of it.
    private static string? Header(string line) =>
        line.Length > 0 && line.All(c => c is > ' ' and < (char)127) ? line : null;
}
