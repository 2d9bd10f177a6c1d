using System.Text.Json;
using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>Live pages are told what changed, once it can be read.</summary>
public abstract class ApiLiveTests(ApiSite site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_reply_is_told_to_who_watches_the_thread_and_the_community()
    {
        await site.Found("watch", "olga");
        using var olga = await site.As("olga");
        using var visitor = site.Visitor();
        var thread = await site.Open("watch", "olga");
        var other = await site.Open("watch", "olga");
        await using var ofThread = await Watch(visitor, $"/communities/watch/threads/{thread}/live");
        await using var ofCommunity = await Watch(olga, "/communities/watch/live");
        (await olga.Post($"/communities/watch/threads/{other}/posts", new { text = "Elsewhere" })).Is(201);
        var replied = (await olga.Post($"/communities/watch/threads/{thread}/posts", new { text = "Here" })).Is(201);

        var told = await ofThread.Next();
        Assert.Equal("change", told.Event);
        Assert.Equal("thread.replied", told.Data.GetProperty("kind").GetString());
        Assert.Equal(thread, told.Data.GetProperty("thread").GetString());
        Assert.Equal(2, told.Data.GetProperty("number").GetInt32());
        Assert.Equal(replied.Version, told.Data.GetProperty("version").GetInt64());
        Assert.Equal(replied.Version.ToString(), told.Id);
        Assert.Equal(other, (await ofCommunity.Next()).Data.GetProperty("thread").GetString());
        Assert.Equal(thread, (await ofCommunity.Next()).Data.GetProperty("thread").GetString());
    }

    [Fact]
    public async Task What_waits_for_a_moderator_is_told_once_it_is_seen()
    {
        await site.Found("silent", "olga");
        using var olga = await site.As("olga");
        using var visitor = site.Visitor();
        var thread = await site.Open("silent", "olga");
        await using var ofThread = await Watch(visitor, $"/communities/silent/threads/{thread}/live");
        await using var ofCommunity = await Watch(olga, "/communities/silent/live");
        var key = Keys.OfThread("silent", thread);
        var held = new Screening(IsHeld: true, IsFlagged: false, 0, ["words"]);
        foreach (var command in (ThreadCommand[])[
            new ThreadCommand.Reply("Waits.", Screening: held), new ThreadCommand.Edit(2, "Waits still.")])
            await site.Actors.Ask(
                key, command, new Call("olga", new Standing(Role.Member)), TestContext.Current.CancellationToken);
        await site.Actors.Ask(
            key, new ThreadCommand.Publish(2), Call.System(), TestContext.Current.CancellationToken);

        foreach (var stream in new[] { ofThread, ofCommunity })
        {
            var told = await stream.Next();
            Assert.Equal("thread.published", told.Data.GetProperty("kind").GetString());
            Assert.Equal(2, told.Data.GetProperty("number").GetInt32());
        }
    }

    [Fact]
    public async Task Whatever_page_is_live_its_reader_is_told_that_their_inbox_changed_and_nobody_else()
    {
        await site.Found("rings", "olga", Visibility.Public, ("mia", Role.Member));
        await site.Found("quiet", "olga");
        using var olga = await site.As("olga");
        using var mia = await site.As("mia");
        var thread = await site.Open("rings", "olga");
        await using var hers = await Watch(olga, "/communities/quiet/live");
        await using var another = await Watch(mia, "/communities/quiet/live");
        (await mia.Post($"/communities/rings/threads/{thread}/posts", new { text = "For you" })).Is(201);
        Assert.Equal("inbox", (await hers.Next()).Event);
        await site.Open("quiet", "olga");
        Assert.Equal("change", (await another.Next()).Event);
    }

    [Fact]
    public async Task Who_comes_back_is_told_to_read_anew_only_where_something_was_missed()
    {
        await site.Found("back", "olga");
        using var olga = await site.As("olga");
        var path = $"/communities/back/threads/{await site.Open("back", "olga")}";
        var seen = (await olga.Post(path + "/posts", new { text = "One" })).Version;
        await site.CaughtUp();
        await using (var nothing = await Watch(olga, $"{path}/live?since={seen}"))
        {
            (await olga.Post(path + "/posts", new { text = "Two" })).Is(201);
            Assert.Equal("change", (await nothing.Next()).Event);
        }

        await site.CaughtUp();
        await using var missed = await Watch(olga, $"{path}/live?since={seen}");
        Assert.Equal("reload", (await missed.Next()).Event);
    }

    [Fact]
    public async Task A_stream_ends_when_the_session_ends()
    {
        await site.Found("session", "olga");
        using var browser = site.Visitor();
        (await browser.Post("/accounts", new { account = "watcher", password = "correct horse battery" })).Is(201);
        browser.Headers.Add("Sec-Fetch-Site", "same-origin");
        await using var stream = await Watch(browser, "/communities/session/live");
        (await browser.Delete("/me/sessions/current")).Is(200);
        await stream.Ends();
        await Gone("watcher");
    }

    [Fact]
    public async Task A_stream_of_a_private_community_ends_when_its_reader_leaves()
    {
        await site.Found("inner", "olga", Visibility.Private, ("mia", Role.Member));
        using var mia = await site.As("mia");
        await using var stream = await Watch(mia, "/communities/inner/live");
        (await mia.Delete("/communities/inner/members/mia")).Is(200);
        await stream.Ends();
    }

    [Fact]
    public async Task There_are_only_so_many_live_pages()
    {
        await using var small = new Small();
        await small.InitializeAsync();
        await small.Found("few", "olga");
        using var visitor = small.Visitor();
        await using (await Watch(visitor, "/communities/few/live"))
        {
            (await visitor.Get("/communities/few/live")).Refused(429, "live.exceeded");
        }
    }

    [Fact]
    public void A_reader_who_is_too_slow_is_let_go()
    {
        using var presence = new Presence(site.Time);
        using var connections = new LiveConnections(
            site.Views, new WebOptions { DataDirectory = "" }, presence, site.Time);
        using var slow = connections.Open(new LiveReader("@", null), "devs", null)!;
        for (var i = 0; i < 100; i++) slow.Tell([1]);
        var told = 0;
        while (slow.Untold.TryRead(out _)) told++;
        Assert.InRange(told, 1, 99);
        Assert.True(slow.Untold.Completion.IsCompleted);
        slow.Dispose();
        Assert.Equal(0, connections.Count);
    }

    private async Task Gone(string account)
    {
        // The stream has ended for the reader a moment before the server has put it away.
        var open = site.Services.GetRequiredService<LiveConnections>();
        using var late = new CancellationTokenSource(Patience);
        while (open.Of(account) > 0 && !late.IsCancellationRequested) await Task.Yield();
        Assert.Equal(0, open.Of(account));
    }

    private static async Task<Stream> Watch(ApiClient client, string path)
    {
        var stream = new Stream(await client.Stream(path, TestContext.Current.CancellationToken));
        await stream.Begin();
        return stream;
    }

    private sealed class Small : ApiSite
    {
        protected override WebOptions Options(string directory) =>
            new() { DataDirectory = directory, LivePerCaller = 1 };
    }

    private sealed record Told(string? Id, string Event, JsonElement Data);

    /// <summary>Reads server-sent events.</summary>
    private sealed class Stream(System.IO.Stream source) : IAsyncDisposable
    {
        private readonly StreamReader _reader = new(source);
        private Told? _first;

        /// <summary>Waits for the beginning, after which nothing is missed.</summary>
        public async Task Begin()
        {
            using var late = new CancellationTokenSource(Patience);
            var line = await _reader.ReadLineAsync(late.Token);
            if (line == ":") await _reader.ReadLineAsync(late.Token);
            else _first = await Read(line);
        }

        public async Task<Told> Next()
        {
            if (_first is { } first)
            {
                _first = null;
                return first;
            }

            return await Read(null) ?? throw new EndOfStreamException();
        }

        public async Task Ends() => Assert.Null(await Read(null));

        public ValueTask DisposeAsync()
        {
            _reader.Dispose();
            return source.DisposeAsync();
        }

        private async Task<Told?> Read(string? line)
        {
            using var late = new CancellationTokenSource(Patience);
            var fields = new Dictionary<string, string>();
            while (true)
            {
                line ??= await _reader.ReadLineAsync(late.Token);
                if (line is null) return null;
                if (line.Length > 0 && line[0] != ':')
                {
                    var colon = line.IndexOf(": ", StringComparison.Ordinal);
                    fields[line[..colon]] = line[(colon + 2)..];
                }
                else if (line.Length == 0 && fields.Count > 0)
                {
                    return new Told(
                        fields.GetValueOrDefault("id"), fields["event"],
                        JsonDocument.Parse(fields["data"]).RootElement);
                }

                line = null;
            }
        }
    }
}

/// <summary>Over one partition.</summary>
public sealed class ApiLiveWholeTests(ApiSite site) : ApiLiveTests(site), IClassFixture<ApiSite>;

/// <summary>Over two partitions.</summary>
public sealed class ApiLiveDividedTests(DividedSite site) : ApiLiveTests(site), IClassFixture<DividedSite>;
