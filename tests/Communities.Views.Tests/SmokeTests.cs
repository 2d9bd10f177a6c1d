using Communities.Actors;
using Communities.Suites;

namespace Communities.Views.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task Smoke()
    {
        var ct = TestContext.Current.CancellationToken;
        var journal = new ToyJournal();
        journal.Ask("devs", new CommunityCommand.Found("Devs", "x", "en", Visibility.Public, "Alice"), "alice");
        journal.Ask("devs", new CommunityCommand.AddCategory(new Category("help", "Help")));
        journal.Ask("devs", new CommunityCommand.AddCategory(new Category("sub", "Sub", Parent: "help")));
        journal.Ask("devs/bob", new MemberCommand.Join("Bob"), "bob");
        var id = Keys.NewThread(journal.Now, 1);
        journal.Ask("devs/" + id, new ThreadCommand.Open("Où est l'été ?", "Le **cœur** de l'été [ici](http://x.y)", "sub", ["a", "b"]), "alice");
        for (var i = 0; i < 120; i++) journal.Ask("devs/" + id, new ThreadCommand.Reply($"réponse numéro {i} \"quoted\""), "bob");
        journal.Ask("devs/" + id, new ThreadCommand.React(2, "like"), "alice");
        var dir = Directory.CreateTempSubdirectory().FullName;
        await using var views = await SqliteViews.Open(Path.Combine(dir, "views.db"), journal, new ViewsOptions { Announce = s => TestContext.Current.SendDiagnosticMessage(s) }, ct);
        await views.WaitFor(journal.Head, ct).AsTask().WaitAsync(TimeSpan.FromSeconds(10), ct);
        var viewer = new Viewer("alice", new Standing(Role.Owner));
        Assert.Single(await views.Communities(null, ct));
        var c = await views.Community("devs", viewer, ct);
        Assert.Equal(121, c!.Counters.Posts);
        Assert.Equal(1, c.Categories[1].Threads);
        var list = await views.Threads(new ThreadQuery("devs", Category: "help"), viewer, ct);
        Assert.Equal(121, Assert.Single(list.Items).Counters.Posts);
        var page = await views.Thread("devs", id, 3, viewer, ct);
        Assert.Equal(21, page!.Posts.Count);
        var p1 = await views.Thread("devs", id, 1, viewer, ct);
        Assert.Equal(["like"], p1!.Posts[1].Mine);
        foreach (var q in new[] { "ete", "l'été", "coeur", "cœur", "COEUR", "\"cœur de\"", "coe", "été -pluie" })
            Assert.Contains("cœur", Assert.Single((await views.Search(new SearchQuery(q, ["devs"]), ct)).Items).Snippet);
        Assert.Equal(20, (await views.Search(new SearchQuery("reponse", ["devs"]), ct)).Items.Count);
        Assert.Equal(120, (await views.Member("devs", "bob", viewer, ct))!.Counters.Posts);
        Assert.Equal(2, (await views.Members("devs", null, null, viewer, ct)).Items.Count);
        Assert.Equal(50, (await views.PostsBy("devs", "bob", null, viewer, ct)).Items.Count);
        Assert.Equal(2, (await views.Tags("devs", viewer, ct)).Count);
        Assert.Single(await views.Memberships("bob", ct));
        await views.Rebuild(ct);
        Assert.Equal(121, (await views.Community("devs", viewer, ct))!.Counters.Posts);
    }
}
