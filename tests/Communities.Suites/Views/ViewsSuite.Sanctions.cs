namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task Who_is_kept_out_of_a_private_community_sees_nothing_of_it_until_that_ends()
    {
        const string decision = "member-alice.1";
        var world = NewWorld(Visibility.Private);
        var id = world.Open("Plans");
        Answer(world, id);
        var (key, command) = Bookmarked(id, 1, "alice");
        world.Journal.Ask(key, command, "alice");
        var alice = $"{World.Devs}/alice";
        Ask(new MemberCommand.Sanction(decision, new Measure(MeasureKind.Suspend, Hours: 24), "Threats."));
        world.Journal.Ask(alice, new InboxCommand.Notify(new Notice(Reasons.Decision, Subject: decision)));
        var views = await Look(world);
        Assert.Equal(
            Reasons.Decision, Assert.Single((await views.Notices("alice", null, false, null, Ct)).Items).Reason);
        Assert.Equal(1, await views.Unseen("alice", Ct));
        Assert.Empty((await views.Bookmarks("alice", null, Ct)).Items);
        Assert.Empty(await views.Memberships("alice", Ct));
        Assert.DoesNotContain(await views.Communities("alice", Ct), community => community.Slug == World.Devs);

        Ask(new MemberCommand.Lift(decision));
        await CatchUp(views, world.Journal);
        Assert.Equal(2, (await views.Notices("alice", null, false, null, Ct)).Items.Count);
        Assert.Single((await views.Bookmarks("alice", null, Ct)).Items);
        Assert.Single(await views.Memberships("alice", Ct));
        Assert.Contains(await views.Communities("alice", Ct), community => community.Slug == World.Devs);

        void Ask(MemberCommand asked) => world.Journal.Ask(alice, asked);
    }

    [Fact]
    public async Task Who_is_silenced_still_reads()
    {
        var world = NewWorld(Visibility.Private);
        world.Journal.Ask(
            $"{World.Devs}/alice", new MemberCommand.Sanction("member-alice.1", new(MeasureKind.Silence), "Threats."));
        Assert.Single(await (await Look(world)).Memberships("alice", Ct));
    }
}
