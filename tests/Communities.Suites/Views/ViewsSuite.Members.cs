using Communities.Actors;
using Communities.Views;
using static Communities.MemberCommand;

namespace Communities.Suites;

// Who joins and how, who is trusted, and what members do.
public abstract partial class ViewsSuite
{
    private static readonly Standing Applicant = new(Role.None, MayApply: true);

    [Fact]
    public async Task Requests_wait_for_moderators_and_are_seen_by_who_asked()
    {
        var world = NewWorld();
        world.Journal.Ask(World.Devs, new CommunityCommand.SetJoining(Joining.Request, "Why?"));
        world.Journal.Ask($"{World.Devs}/zoe", new AskToJoin("Zoé", "I build."), "zoe", Applicant);
        world.Journal.Ask($"{World.Devs}/yann", new AskToJoin("Yann", ""), "yann", Applicant);
        world.Journal.Ask($"{World.Devs}/xavier", new AskToJoin("Xavier", ""), "xavier", Applicant);
        world.Journal.Ask($"{World.Devs}/xavier", new Withdraw(), "xavier", Applicant);
        var views = await Look(world);

        var community = (await views.Community(World.Devs, Viewer.Visitor, Ct))!;
        Assert.Equal((Joining.Request, "Why?"), (community.Joining, community.Question));
        var waiting = await views.Requests(World.Devs, world.As("mia"), Ct);
        Assert.Equal(["zoe", "yann"], waiting.Select(request => request.Account));
        Assert.Equal(("Zoé", "I build.", null), (waiting[0].Name, waiting[0].Answer, waiting[0].DeclinedAt));
        Assert.Empty(await views.Requests(World.Devs, world.As("alice"), Ct));
        Assert.Null(await views.Member(World.Devs, "zoe", world.As("mia"), Ct));
        Assert.Null(await views.OwnRequest(World.Devs, world.As("xavier"), Ct));
        Assert.Null(await views.OwnRequest(World.Devs, Viewer.Visitor, Ct));

        world.Journal.Ask($"{World.Devs}/zoe", new Admit(), "mia");
        world.Journal.Ask($"{World.Devs}/yann", new Decline("Full"), "mia");
        await CatchUp(views, world.Journal);
        Assert.Empty(await views.Requests(World.Devs, world.As("mia"), Ct));
        Assert.Equal("Full", (await views.OwnRequest(World.Devs, world.As("yann"), Ct))!.Reason);
        Assert.Null(await views.OwnRequest(World.Devs, world.As("zoe"), Ct));
        Assert.Equal("Zoé", (await views.Member(World.Devs, "zoe", Viewer.Visitor, Ct))!.Name);

        world.Journal.Now = world.Journal.Now.AddDays(8);
        world.Journal.Ask($"{World.Devs}/yann", new AskToJoin("Yann", "Now?"), "yann", Applicant);
        await CatchUp(views, world.Journal);
        Assert.Equal("Now?", Assert.Single(await views.Requests(World.Devs, world.As("mia"), Ct)).Answer);
    }

    [Fact]
    public async Task Invitations_are_seen_by_who_wrote_them_and_by_moderators()
    {
        var world = NewWorld();
        var until = world.Journal.Now.AddDays(7);
        Invite("alice", "01k0000000000001", "Friends");
        Invite("bob", "01k0000000000002", null);
        var key = $"{World.Devs}/01k0000000000001";
        world.Journal.Ask(key, new InvitationCommand.Redeem("Zoé"), "zoe", new Standing(Role.None));
        world.Journal.Ask($"{World.Devs}/01k0000000000002", new InvitationCommand.Revoke(), "bob");
        var views = await Look(world);

        var own = Assert.Single(await views.Invitations(World.Devs, world.As("alice"), Ct));
        Assert.Equal(("01k0000000000001", "Alice", "Friends"), (own.Id, own.By.Name, own.Note));
        Assert.Equal((5, 1), (own.Uses, own.Taken));
        Assert.Equal((until, false, "sealed"), (own.Until, own.IsRevoked, own.Sealed));
        var all = await views.Invitations(World.Devs, world.As("mia"), Ct);
        Assert.Equal([true, false], all.Select(invitation => invitation.IsRevoked));
        Assert.Empty(await views.Invitations(World.Devs, Viewer.Visitor, Ct));
        var zoe = (await views.Member(World.Devs, "zoe", Viewer.Visitor, Ct))!;
        Assert.Equal(("alice", Trust.Basic), (zoe.InvitedBy, zoe.Trust));

        void Invite(string by, string id, string? note) => world.Journal.Ask(
            $"{World.Devs}/{by}", new Invite(id, 5, until, note, "sealed"), by, new Standing(Role.Member, Trust.Full));
    }

    [Fact]
    public async Task Members_are_found_by_role_and_trust_and_the_newest_first()
    {
        var world = NewWorld();
        for (var i = 0; i < 60; i++) world.Join($"user{i}", $"Zoé {i}");
        foreach (var account in (string[])["alice", "user7"])
            world.Journal.Ask($"{World.Devs}/{account}", new SetTrust(3, IsLocked: account == "alice"));
        var views = await Look(world);

        var staff = await views.Members(new MembersQuery(World.Devs, IsStaff: true), Viewer.Visitor, Ct);
        Assert.Equal(["mia", "olga"], staff.Items.Select(member => member.Account));
        var trusted = await views.Members(new MembersQuery(World.Devs, Trust: 3), Viewer.Visitor, Ct);
        Assert.Equal(["alice", "user7"], trusted.Items.Select(member => member.Account));
        Assert.Equal([true, false], trusted.Items.Select(member => member.IsTrustLocked));
        Assert.Equal("user7", Assert.Single((await views.Members(
            new MembersQuery(World.Devs, "zoe 7", Trust: 3), Viewer.Visitor, Ct)).Items).Account);

        var newest = new MembersQuery(World.Devs, Order: MemberOrder.Newest);
        var first = await views.Members(newest, Viewer.Visitor, Ct);
        var second = await views.Members(newest with { Cursor = first.Next }, Viewer.Visitor, Ct);
        Assert.Equal("user59", first.Items[0].Account);
        Assert.Equal("olga", second.Items[^1].Account);
        Assert.Equal(64, first.Items.Concat(second.Items).DistinctBy(member => member.Account).Count());
    }

    [Fact]
    public async Task A_profile_tells_what_its_member_says()
    {
        var world = NewWorld();
        world.Journal.Ask($"{World.Devs}/alice", new Describe(
            "Alice", "I build.", "Lyon", "she/her", ["https://a.example", "https://b.example"]));
        var views = await Look(world);
        var alice = (await views.Member(World.Devs, "alice", Viewer.Visitor, Ct))!;
        Assert.Equal(("Lyon", "she/her"), (alice.Location, alice.Pronouns));
        Assert.Equal(["https://a.example", "https://b.example"], alice.Links!);
        Assert.Empty((await views.Member(World.Devs, "bob", Viewer.Visitor, Ct))!.Links!);
    }

    [Fact]
    public async Task What_a_member_did_can_be_looked_at_by_kind()
    {
        var world = NewWorld();
        var (own, other) = (world.Open("Own", "Opened", "bob"), world.Open("Other", "Asked", "alice"));
        world.Reply(own, "Own reply");
        world.Reply(other, "The answer");
        world.Reply(other, "Another reply");
        world.Ask(other, new ThreadCommand.Accept(2), "alice");
        world.Ask(other, new ThreadCommand.React(1, "like"), "bob");
        world.Ask(other, new ThreadCommand.React(1, "thanks"), "bob");
        var hidden = world.Open("Hidden", "Hidden", "bob");
        world.Ask(hidden, new ThreadCommand.Remove(1), "mia");
        var views = await Look(world);

        Assert.Equal(["Another reply", "The answer", "Own reply", "Opened"], await Did(ActivityKind.Posts));
        Assert.Equal(["Opened"], await Did(ActivityKind.Threads));
        Assert.Equal(["Another reply", "The answer", "Own reply"], await Did(ActivityKind.Replies));
        Assert.Equal(["The answer"], await Did(ActivityKind.Answers));
        Assert.Equal(["Asked"], await Did(ActivityKind.Reactions));

        async Task<IEnumerable<string>> Did(ActivityKind kind) =>
            (await views.Activity(new ActivityQuery(World.Devs, "bob", kind), Viewer.Visitor, Ct))
            .Items.Select(hit => hit.Snippet);
    }

    [Fact]
    public async Task Groups_are_listed_with_their_people_and_what_they_are_to_the_viewer()
    {
        var world = NewWorld();
        var (helpers, readers) = ($"{World.Devs}/helpers", $"{World.Devs}/readers");
        world.Journal.Ask(
            helpers, new GroupCommand.Found("Helpers", "Who help", GroupAccess.Request, GroupCallers.Members), "mia");
        world.Journal.Ask(
            readers, new GroupCommand.Found("Avid readers", null, GroupAccess.Open, GroupCallers.Everybody), "olga");
        world.Journal.Ask(helpers, new GroupCommand.Join(), "alice", new Standing(Role.Member));
        world.Journal.Ask(helpers, new GroupCommand.Add("bob"), "mia");
        world.Journal.Ask(helpers, new GroupCommand.Add("olga"), "mia");
        world.Journal.Ask(helpers, new GroupCommand.Remove("olga"), "mia");
        var views = await Look(world);

        var all = await views.Groups(World.Devs, null, world.As("alice"), Ct);
        Assert.Equal(["readers", "helpers"], all.Select(group => group.Slug));
        Assert.Equal((1, 2), (all[0].Members, all[1].Members));
        Assert.True(all[1] is { IsWaiting: true, IsMember: false, IsOwner: false, Access: GroupAccess.Request });
        Assert.Equal("helpers", Assert.Single(await views.Groups(World.Devs, "bob", Viewer.Visitor, Ct)).Slug);
        Assert.Empty(await views.Groups(World.Devs, "alice", Viewer.Visitor, Ct));

        var seen = (await views.Group(World.Devs, "helpers", world.As("bob"), Ct))!;
        Assert.Equal(["mia"], seen.Owners.Select(person => person.Account));
        Assert.Equal(["bob"], seen.Members.Select(person => person.Account));
        Assert.Empty(seen.Waiting);
        Assert.False(seen.IsKept);
        var kept = (await views.Group(World.Devs, "helpers", world.As("mia"), Ct))!;
        Assert.Equal("alice", Assert.Single(kept.Waiting).Account);
        Assert.True(kept is { IsKept: true, Group.IsOwner: true });

        world.Journal.Ask(helpers, new GroupCommand.SetOwner("bob", true), "mia");
        world.Journal.Ask(helpers, new GroupCommand.Change("Help", "", GroupAccess.Open, GroupCallers.Owners), "mia");
        world.Journal.Ask($"{World.Devs}/mia", new MemberCommand.Leave(), "mia");
        world.Journal.Ask(readers, new GroupCommand.Dissolve());
        await CatchUp(views, world.Journal);
        seen = (await views.Group(World.Devs, "helpers", Viewer.Visitor, Ct))!;
        Assert.Equal(("Help", GroupAccess.Open, GroupCallers.Owners),
            (seen.Group.Title, seen.Group.Access, seen.Group.Callers));
        Assert.Equal(["bob"], seen.Owners.Select(person => person.Account));
        Assert.Null(await views.Group(World.Devs, "readers", Viewer.Visitor, Ct));
        Assert.Single(await views.Groups(World.Devs, null, Viewer.Visitor, Ct));
    }
}
