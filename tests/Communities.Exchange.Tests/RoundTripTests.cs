using System.Text;
using System.Text.Json;
using Communities.Actors;
using Communities.Views;

namespace Communities.Exchange.Tests;

public sealed class RoundTripTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Viewer _operator = new("alice", new Standing(Role.Owner, 4, true, true));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_community_that_is_taken_out_and_brought_in_elsewhere_is_the_same_one()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var file = await here.Exports("devs");

        await using var there = await Place.Open();
        await there.TakesIn(file);
        await here.Quiet(0);
        Assert.Equal(await States(here), await States(there));
        Assert.Equal(await Seen(here), await Seen(there));
    }

    [Fact]
    public async Task What_is_kept_from_readers_is_kept_from_them_in_a_copy()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var key = Keys.OfThread("devs", Keys.NewThread(_start.AddDays(9), 5));
        var held = new Screening(IsHeld: true, IsFlagged: false, 0, ["words"]);
        foreach (var command in (ThreadCommand[])[
            new ThreadCommand.Open("Kept", "Text", "a", []), new ThreadCommand.Reply("Waits", Screening: held),
            new ThreadCommand.Reply("Hidden"), new ThreadCommand.Reply("Numbat"), new ThreadCommand.Reply("Seen")])
            await here.Does(key, command, "alice", _start.AddDays(9));
        foreach (var command in (ThreadCommand[])[
            new ThreadCommand.Withhold(3, Removal.Hidden, "a.1"), new ThreadCommand.Withhold(4, Removal.Erased, "b.1")])
            Assert.Null((await here.Engine.Ask(key, command, Call.System(), Ct)).Refusal);
        await here.Engine.WhenQuiet(Ct);
        var file = await here.Exports("devs");

        await using var there = await Place.Open();
        await there.Imports(new MemoryStream(file));
        var copy = await there.Engine.See<Thread>(key, Ct);
        Assert.Equal(
            [Removal.None, Removal.Pending, Removal.Hidden, Removal.Erased, Removal.None],
            copy.Posts.Select(post => post.Removal));
        Assert.Equal((await here.Engine.See<Thread>(key, Ct)).Counters, copy.Counters);
        Assert.DoesNotContain("Numbat", Text(file));
    }

    [Fact]
    public async Task A_community_that_gets_its_own_file_stays_as_it_is()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var file = await here.Exports("devs");
        var head = here.Feed.Head;
        var tally = await here.Imports(new MemoryStream(file));
        Assert.Equal(head, here.Feed.Head);
        Assert.Equal(0, tally.Rows.Sum(row => row.Imported + row.Repeated));
    }

    [Fact]
    public async Task An_import_that_broke_off_anywhere_is_taken_up_again()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var file = await here.Exports("devs");
        var lines = Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var cut = 1; cut < lines.Length; cut += 5)
        {
            await using var there = await Place.Open();
            await there.Imports(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(cut)))));
            var rest = await there.Imports(new MemoryStream(file));
            Assert.Equal(lines.Length, rest.Rows.Sum(row => row.Imported + row.Repeated));
            Assert.Equal(Text(file), Text(await there.Exports("devs")));
        }
    }

    // All that can happen in a community, once at least.
    private static async Task Lived(Place place)
    {
        var at = _start;
        var thread = Keys.OfThread("devs", Keys.NewThread(_start, 1));
        var other = Keys.OfThread("devs", Keys.NewThread(_start, 2));
        foreach (var account in new[] { "alice", "bob", "carol" })
            await place.Does(Keys.OfAccount(account), new AccountCommand.Open(account, null, "en"), account, Next());
        await place.Does("devs", new CommunityCommand.Found("Devs", "We  write", "fr", Visibility.Unlisted, "Alice"),
            "alice", Next());
        await place.Engine.WhenQuiet(Ct);
        await place.Does("devs", new CommunityCommand.SetPurpose(Purpose.Saying("**Why**")), "alice", Next());
        await place.Does("devs/netiquette", new PolicyCommand.Publish("1. Be kind", "First"), "alice", Next());
        await place.Does("devs/terms", new PolicyCommand.Publish("Agree", null, _start.AddYears(10)), "alice", Next());
        await place.Does("devs/terms", new PolicyCommand.Withdraw(1), "alice", Next());
        await place.Does(
            "devs/terms", new PolicyCommand.Publish("Agree", null, null, AsksConsent: true), "alice", Next());
        await place.Does("devs/alice", new MemberCommand.GiveConsent("terms", 2), "alice", Next());
        await place.Does("devs", new CommunityCommand.AddCategory(new("a", "A")), "alice", Next());
        await place.Does("devs", new CommunityCommand.AddCategory(new("b", "B", "sub", "a", 20)), "alice", Next());
        await place.Does("devs", new CommunityCommand.AddCategory(new("c", "C")), "alice", Next());
        await place.Does("devs", new CommunityCommand.ChangeCategory(new("a", "Aa", null, null, 7)), "alice", Next());
        await place.Does("devs", new CommunityCommand.RemoveCategory("c"), "alice", Next());
        await place.Does("devs", new CommunityCommand.ChangeSettings("Devs!", null, "en", Visibility.Public), "alice",
            Next());
        foreach (var account in new[] { "bob", "carol" })
            await Member(account, new MemberCommand.Join(account.ToUpperInvariant()), account);
        await Member("bob", new MemberCommand.Describe("Bob", "I *am*"), "bob");
        await Member("bob", new MemberCommand.Appoint(Role.Moderator), "alice");
        await Member("bob", new MemberCommand.Visit(), "bob");
        await place.Does(
            "devs", new CommunityCommand.SetRecognition(true, "Be  *kind*"), "alice", Next());
        foreach (var badge in new[] { "helper", "short" })
            await place.Does(
                "devs", new CommunityCommand.SetBadge(new(badge, badge, "star", "Helped us")), "alice", Next());
        await place.Does("devs", new CommunityCommand.RemoveBadge("short"), "alice", Next());
        await Member("bob", new MemberCommand.Entrust(true, "Welcome"), "alice");
        await Member("bob", new MemberCommand.Thank("You helped me"), "alice");
        await Member("bob", new MemberCommand.Award("helper", "Thanks"), "alice");
        await Member("carol", new MemberCommand.Award("helper"), "alice");
        await Member("carol", new MemberCommand.Revoke("helper"), "alice");
        await Member("bob", new MemberCommand.Display(true, "helper"), "bob");
        await place.Engine.Ask(
            "devs/bob", new MemberCommand.Credit(Deed.Attended, "01k0000000000000"), Call.System(null, Next()), Ct);
        await On(thread, new ThreadCommand.Open("Hello  there", "First", "b", ["x", "y"]), "bob");
        await On(thread, new ThreadCommand.Reply("Second\r\nline"), "carol");
        await On(thread, new ThreadCommand.Reply("Third", 1), "alice");
        await On(thread, new ThreadCommand.Reply("Fourth", 2), "bob");
        await On(thread, new ThreadCommand.Edit(2, "Second, silently"), "carol");
        at = at.AddHours(1);
        await On(thread, new ThreadCommand.Edit(2, "Second, again"), "carol");
        await On(thread, new ThreadCommand.Edit(3, "Third, by a moderator"), "bob");
        await place.Does(
            "devs/b", new KnowledgeCommand.Revise(0, $"See {new PostLink(Keys.LocalOf(thread), 2).PathIn("devs")}"),
            "alice", Next());
        await place.Does("devs/b", new KnowledgeCommand.Revise(1, "# All  new", "Anew"), "bob", Next());
        await place.Does("devs/b", new KnowledgeCommand.Hide(1), "bob", Next());
        await place.Does("devs/b", new KnowledgeCommand.Lock(), "alice", Next());
        await On(thread, new ThreadCommand.DeemFitting(), "bob");
        await On(thread, new ThreadCommand.React(1, "like"), "carol");
        await On(thread, new ThreadCommand.React(2, "thanks"), "bob");
        await On(thread, new ThreadCommand.Unreact(2, "thanks"), "bob");
        await On(thread, new ThreadCommand.Accept(2), "bob");
        await On(thread, new ThreadCommand.Accept(3), "bob");
        await On(thread, new ThreadCommand.Remove(3, "Off topic"), "bob");
        await On(thread, new ThreadCommand.Remove(4), "bob");
        await On(thread, new ThreadCommand.Restore(4), "bob");
        await On(thread, new ThreadCommand.Accept(4), "bob");
        await On(thread, new ThreadCommand.DoubtAnswer(4, "Not any more"), "alice");
        await On(thread, new ThreadCommand.ConfirmAnswer(4), "bob");
        await On(thread, new ThreadCommand.Summarise(4), "bob");
        await On(thread, new ThreadCommand.Rest(), "bob");
        await On(thread, new ThreadCommand.Organise("Hello", null, ["z"]), "bob");
        await On(thread, new ThreadCommand.Slow(30), "bob");
        await On(thread, new ThreadCommand.Pin(), "bob");
        await On(thread, new ThreadCommand.Close(null, "Done"), "bob");
        await Organised();
        await On(other, new ThreadCommand.Open("Gone", "Soon", null, []), "carol");
        await On(other, new ThreadCommand.Reply("Ever"), "bob");
        await On(other, new ThreadCommand.Close(new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)), "bob");
        await On(other, new ThreadCommand.Remove(1, "Spam"), "bob");
        await place.Engine.Ask(thread, new ThreadCommand.CountViews(5), Call.System(null, Next()), Ct);
        await place.Engine.Ask(thread, new ThreadCommand.CountReactions(1, "funny", 3), Call.System(null, Next()), Ct);
        await Member("carol", new MemberCommand.Leave(), "carol");
        await Member("carol", new MemberCommand.Join("Carol"), "carol");
        at = at.AddDays(2);
        await Member("carol", new MemberCommand.Visit(), "carol");

        async Task Organised()
        {
            var (first, second) = (Keys.NewThread(_start, 3), Keys.NewThread(_start, 4));
            var (third, one) = (Keys.NewThread(_start, 5), Keys.OfThread("devs", first));
            await On(one, new ThreadCommand.Open("To be split", "One", null, ["x"]), "carol");
            foreach (var text in new[] { "Two", "Three", "Four" })
                await On(one, new ThreadCommand.Reply(text, 1), "bob");
            await On(one, new ThreadCommand.React(3, "like"), "carol");
            await On(one, new ThreadCommand.Accept(3), "bob");
            await On(Keys.OfThread("devs", second), new ThreadCommand.Open("Goal", "Here", null, []), "bob");
            await On(one, new ThreadCommand.MovePosts([3], second, null, "Off topic"), "bob");
            await place.Engine.WhenQuiet(Ct);
            await On(one, new ThreadCommand.MovePosts([2, 4], third, new("Own", "a", ["y"]), null), "bob");
            await place.Engine.WhenQuiet(Ct);
            await On(Keys.OfThread("devs", third), new ThreadCommand.Edit(2, "Four, elsewhere"), "bob");
            await On(Keys.OfThread("devs", second), new ThreadCommand.Reply("After", 2), "carol");
            await On(one, new ThreadCommand.Merge(second), "bob");
            await place.Engine.WhenQuiet(Ct);
            var end = new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);
            await On(Keys.OfThread("devs", second), new ThreadCommand.Pin(end), "bob");
            await On(Keys.OfThread("devs", third), new ThreadCommand.Unlist("Draft"), "bob");
            await On(Keys.OfThread("devs", third), new ThreadCommand.Archive(), "bob");
            await place.Does("devs", new CommunityCommand.OrderCategories(["b", "a"]), "alice", Next());
            await place.Does("devs", new CommunityCommand.SetTagGroup(new("g", "G", ["x", "y"])), "alice", Next());
            await place.Does("devs", new CommunityCommand.AddSynonym("z", "y"), "alice", Next());
        }

        DateTimeOffset Next() => at = at.AddSeconds(10);
        Task On(string key, ThreadCommand command, string by) => place.Does(key, command, by, Next());
        Task Member(string account, MemberCommand command, string by) =>
            place.Does(Keys.OfMember("devs", account), command, by, Next());
    }

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    private static async Task<Dictionary<string, string>> States(Place place)
    {
        var states = new Dictionary<string, string>();
        foreach (var actor in (await place.Events()).Select(envelope => envelope.Actor).Distinct())
            states[actor.ToString()] = actor.Kind switch
            {
                "community" => JsonSerializer.Serialize(await place.Engine.See<Community>(actor.Key, Ct), Domain.Json),
                "member" => JsonSerializer.Serialize(
                    await place.Engine.See<Member>(actor.Key, Ct) with { CopiedUntil = null }, Domain.Json),
                "thread" => JsonSerializer.Serialize(await place.Engine.See<Thread>(actor.Key, Ct), Domain.Json),
                _ => (await place.Engine.See<Account>(actor.Key, Ct)).PasswordHash ?? "",
            };
        return states;
    }

    // Versions count tallies too, of which there may be fewer or more.
    private static async Task<List<string>> Seen(Place place)
    {
        var seen = new List<string>();
        var views = place.Views;
        seen.Add(Json((await views.Community("devs", _operator, Ct))! with { Version = 0 }));
        foreach (var member in (await views.Members(new MembersQuery("devs"), _operator, Ct)).Items)
            seen.Add(Json(member with { Version = 0 }));
        foreach (var sort in Enum.GetValues<ThreadSort>())
            seen.Add(Json((await views.Threads(new ThreadQuery("devs", sort), _operator, Ct)).Items));
        for (var i = 1u; i <= 2; i++)
        {
            var id = Keys.NewThread(_start, i);
            if (await views.Thread("devs", id, 1, _operator, Ct) is { } thread)
                seen.Add(Json(thread with { Version = 0 }));
            for (var number = 1; number <= 4; number++)
                seen.Add(Json(await views.Revisions("devs", id, number, _operator, Ct)));
        }

        seen.Add(Json((await views.Search(new SearchQuery("second", ["devs"]), Ct)).Items));
        return seen;

        static string Json<T>(T value) => JsonSerializer.Serialize(value);
    }
}
