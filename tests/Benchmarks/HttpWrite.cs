using Communities.Actors;
using Communities.Web;

namespace Communities.Benchmarks;

/// <summary>Replies over HTTP, with tokens, to the program in a process of its own.</summary>
internal static class HttpWrite
{
    private const int Connections = 128;
    private const int Threads = 200;

    // An account may write 600 times a minute, so it takes many to write ten thousand times a second.
    private const int Accounts = 1_000;

    public static async Task Run()
    {
        var text = $$"""{"text":"{{Site.Text}}"}""";
        using var directory = Harness.NewDirectory();
        var tokens = await Prepare(directory.Path);
        double rate, bare;
        using (var server = await Running.Server(directory.Path, Load.Get("/health/ready")))
            rate = await Rate(server.Port, (connection, i) =>
            {
                var account = (connection + (i * Connections)) % Accounts;
                var thread = Keys.LocalOf(Site.ThreadKey(account % Threads));
                return Load.Post($"/api/v1/communities/{Site.Slug}/threads/{thread}/posts", text, tokens[account]);
            });
        using (var server = await Running.Skeleton(directory.Path, Load.Get("/page")))
            bare = await Rate(server.Port, (_, _) => Load.Post("/posts", text, tokens[0]));
        Harness.Tell("http-write", rate, "replies/s", bare, "bare Kestrel and SQLite", "Goal: 10,000.");
    }

    private static async Task<double> Rate(int port, Func<int, int, byte[]> request)
    {
        var loads = await Load.Connect(port, Connections);
        var replies = await Harness.Rate(
            Connections, (connection, i) => loads[connection].Ask(request(connection, i)), warmUpCount: 40_000);
        foreach (var load in loads) load.Dispose();
        return replies.PerSecond;
    }

    private static async Task<string[]> Prepare(string directory)
    {
        await using var site = await Site.Open(directory);
        await site.OpenThreads(Enumerable.Range(0, Threads));
        var tokens = Enumerable.Range(0, Accounts).Select(n => ApiTokens.New(Site.Account(n), "load")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Accounts).Select(async n =>
        {
            var account = Site.Account(n);
            await site.Ask(Keys.OfAccount(account), new AccountCommand.Open(account, null, "en"), Call.System());
            await site.Ask(Keys.OfAccount(account), tokens[n].Command, Call.System());
            await site.Ask(Keys.OfMember(Site.Slug, account), new MemberCommand.Join(account), Call.System());
        }));
        await site.Engine.WhenQuiet();
        return [.. tokens.Select(token => token.Text)];
    }
}
