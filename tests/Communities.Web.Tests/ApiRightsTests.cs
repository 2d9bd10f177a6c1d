using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Who may do what: each endpoint asked by each role, in a public and in a private community.</summary>
public sealed class ApiRightsTests(ApiRightsTests.Cast cast) : IClassFixture<ApiRightsTests.Cast>
{
    // visitor, signed in elsewhere, member, moderator, manager, owner, operator
    private static readonly string[] Roles =
        ["visitor", "stranger", "member", "moderator", "manager", "owner", "operator"];

    public static TheoryData<string, string, string?, string> Public => new()
    {
        { "GET", "", null, "200 200 200 200 200 200 200" },
        { "GET", "/purpose", null, "200 200 200 200 200 200 200" },
        { "GET", "/members", null, "200 200 200 200 200 200 200" },
        { "GET", "/threads", null, "200 200 200 200 200 200 200" },
        { "GET", "/threads/T", null, "200 200 200 200 200 200 200" },
        { "GET", "/threads/T/posts/1/revisions", null, "200 200 200 200 200 200 200" },
        { "POST", "/threads", """{"title":"T","text":"T"}""", "401 403 201 201 201 201 201" },
        { "POST", "/threads/T/posts", """{"text":"T"}""", "401 403 201 201 201 201 201" },
        { "POST", "/threads/T/posts/1/reactions", """{"kind":"like"}""", "401 403 200 200 200 200 200" },
        { "DELETE", "/threads/T/posts/1/reactions/like", null, "401 403 200 200 200 200 200" },
        { "PUT", "/threads/T", """{"title":"Other"}""", "401 403 403 200 200 200 200" },
        { "PUT", "/threads/T/posts/1", """{"text":"Other"}""", "401 403 403 200 200 200 200" },
        { "DELETE", "/threads/T/posts/2", null, "401 403 403 200 200 200 200" },
        { "DELETE", "/threads/T/posts/1", null, "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/posts/3/restore", null, "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/accept", """{"post":2}""", "401 403 403 200 200 200 200" },
        { "DELETE", "/threads/T/accept", null, "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/close", "{}", "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/reopen", null, "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/pin", null, "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/unpin", null, "401 403 403 200 200 200 200" },
        { "POST", "/threads/T/slow", """{"seconds":0}""", "401 403 403 200 200 200 200" },
        { "PUT", "/purpose", """{"text":"Why"}""", "401 403 403 403 200 200 200" },
        { "PUT", "/rules", """{"text":"Rules"}""", "401 403 403 403 200 200 200" },
        { "PUT", "/settings", """{"name":"N","summary":null,"language":"en","visibility":"VISIBILITY"}""",
            "401 403 403 403 200 200 200" },
        { "POST", "/categories", """{"slug":"NEW","name":"N"}""", "401 403 403 403 200 200 200" },
        { "PUT", "/categories/main", """{"name":"N"}""", "401 403 403 403 200 200 200" },
        { "DELETE", "/categories/none", null, "401 403 403 403 200 200 200" },
        { "PUT", "/members/author", """{"name":"N"}""", "401 403 403 403 200 200 200" },
        { "PUT", "/members/author/role", """{"role":"member"}""", "401 403 403 403 200 200 200" },
        { "PUT", "/members/author/role", """{"role":"owner"}""", "401 403 403 403 403 200 200" },
        { "DELETE", "/members/author", null, "401 403 403 403 403 403 403" },
        { "GET", "/live", null, "200 200 200 200 200 200 200" },
        { "GET", "/threads/T/live", null, "200 200 200 200 200 200 200" },
    };

    [Theory, MemberData(nameof(Public))]
    public async Task In_a_public_community(string method, string path, string? body, string expected) =>
        Assert.Equal(expected, await Ask("open", method, path, body));

    [Theory, MemberData(nameof(Public))]
    public async Task In_a_private_community_there_is_nothing_for_strangers(
        string method, string path, string? body, string expected) =>
        Assert.Equal("404 404" + expected[7..], await Ask("closed", method, path, body));

    [Fact]
    public async Task Only_operators_found_communities()
    {
        var statuses = new List<int>();
        foreach (var role in Roles)
        {
            var founded = await cast.Clients[role].Post("/communities", new { slug = $"by-{role}", name = "N" });
            statuses.Add((int)founded.Status);
        }

        Assert.Equal([401, 403, 403, 403, 403, 403, 201], statuses);
    }

    private async Task<string> Ask(string community, string method, string path, string? body)
    {
        var statuses = new List<string>();
        foreach (var role in Roles)
        {
            await cast.Reset(community);
            var thread = path.Contains("/T", StringComparison.Ordinal) ? await cast.NewThread(community) : "";
            var url = $"/communities/{community}{path.Replace("/T", "/" + thread, StringComparison.Ordinal)}";
            var sent = body?.Replace("NEW", $"new-{role}", StringComparison.Ordinal)
                .Replace("VISIBILITY", community == "open" ? "public" : "private", StringComparison.Ordinal);
            statuses.Add(path.EndsWith("/live", StringComparison.Ordinal)
                ? await cast.StatusOfStream(role, url)
                : ((int)(await cast.Clients[role].Send(new HttpMethod(method), url, sent)).Status).ToString());
        }

        return string.Join(' ', statuses);
    }

    /// <summary>A site with somebody of each role in two communities.</summary>
    public sealed class Cast : IAsyncLifetime
    {
        private readonly ApiSite _site = new();

        public Dictionary<string, ApiClient> Clients { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await _site.InitializeAsync();
            foreach (var role in Roles)
                Clients[role] = role == "visitor" ? _site.Visitor() : await _site.As(role, role == "operator");
            await _site.As("author");
            foreach (
                var (community, visibility) in new[] { ("open", Visibility.Public), ("closed", Visibility.Private) })
            {
                await _site.Found(
                    community, "owner", visibility,
                    ("member", Role.Member), ("moderator", Role.Moderator), ("manager", Role.Manager));
                await _site.Actors.Ask(
                    community, new CommunityCommand.AddCategory(new Category("main", "Main")), Call.System());
            }
        }

        public async Task Reset(string community)
        {
            var key = Keys.OfMember(community, "author");
            await _site.Actors.Ask(key, new MemberCommand.Join("Author"), Call.System());
            await _site.Actors.Ask(key, new MemberCommand.Appoint(Role.Member), Call.System());
        }

        /// <summary>A thread of the author's with an answer and, third, a post that a moderator removed.</summary>
        public async Task<string> NewThread(string community)
        {
            var thread = await _site.Open(community, "author");
            await _site.Reply(community, thread, "author", "Answer");
            await _site.Reply(community, thread, "author", "Away");
            await _site.Actors.Ask(Keys.OfThread(community, thread), new ThreadCommand.Remove(3), Call.System());
            return thread;
        }

        public async Task<string> StatusOfStream(string role, string url)
        {
            try
            {
                await using var stream = await Clients[role].Stream(url, TestContext.Current.CancellationToken);
                return "200";
            }
            catch (HttpRequestException e)
            {
                return ((int)e.StatusCode!.Value).ToString();
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var client in Clients.Values) client.Dispose();
            await _site.DisposeAsync();
        }
    }
}
