using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task A_policy_has_versions_of_which_one_is_in_force_and_one_comes()
    {
        var world = NewWorld();
        var start = world.Journal.Now;
        world.Journal.Ask("devs/netiquette", new PolicyCommand.Publish("Be kind.", "First."));
        world.Journal.Ask("devs/netiquette", new PolicyCommand.Publish("Be kinder.", "More.", null, true));
        world.Journal.Ask("devs/netiquette", new PolicyCommand.Publish("Be kindest.", "Most.", start.AddDays(9)));
        world.Journal.Ask("devs/alice", new MemberCommand.GiveConsent("netiquette", 2), "alice");
        var views = await Look(world);

        var policy = (await views.Policy("devs", "netiquette", world.As("olga"), Ct))!;
        Assert.Equal([3, 2, 1], policy.Versions.Select(version => version.Number));
        Assert.Equal((2, "More.", 1), (policy.Current!.Number, policy.Current.Summary, policy.Current.Consents));
        Assert.Equal((3, start.AddDays(9)), (policy.Coming!.Number, policy.Coming.EffectiveAt));
        Assert.Equal("Be kind.", await views.PolicyText("devs", "netiquette", 1, Viewer.Visitor, Ct));
        Assert.Null(await views.PolicyText("devs", "netiquette", 9, Viewer.Visitor, Ct));
        Assert.Equal("Be kinder.", (await views.Community("devs", Viewer.Visitor, Ct))!.Rules);
        Assert.All(
            (await views.Policy("devs", "netiquette", world.As("alice"), Ct))!.Versions,
            version => Assert.Null(version.Consents));

        world.Journal.Ask("devs/netiquette", new PolicyCommand.TakeEffect(3));
        await CatchUp(views, world.Journal);
        policy = (await views.Policy("devs", "netiquette", Viewer.Visitor, Ct))!;
        Assert.Equal((3, null, VersionState.Former), (policy.Current!.Number, policy.Coming, policy.Of(2)!.State));
        Assert.Equal("Be kindest.", (await views.Community("devs", Viewer.Visitor, Ct))!.Rules);
    }

    [Fact]
    public async Task A_draft_is_seen_by_managers_alone_and_a_withdrawn_version_by_nobody()
    {
        var world = NewWorld();
        world.Journal.Ask("devs/terms", new PolicyCommand.SaveDraft("Secret so far", "Soon"), "olga");
        world.Journal.Ask("devs/terms", new PolicyCommand.Publish("No", null, world.Journal.Now.AddDays(9)));
        world.Journal.Ask("devs/terms", new PolicyCommand.Withdraw(1));
        world.Journal.Ask("devs/terms", new PolicyCommand.SaveDraft("Secret so far", "Soon"), "olga");
        var views = await Look(world);
        Assert.Null(await views.Policy("devs", "terms", world.As("mia"), Ct));
        Assert.Null(await views.PolicyText("devs", "terms", 1, world.As("olga"), Ct));
        var draft = (await views.Policy("devs", "terms", world.As("olga"), Ct))!.Draft!;
        Assert.Equal(("Secret so far", "Soon", "olga"), (draft.Text, draft.Summary, draft.By));

        world.Journal.Ask("devs/terms", new PolicyCommand.Publish("Agree"), "olga");
        await CatchUp(views, world.Journal);
        Assert.Null((await views.Policy("devs", "terms", world.As("olga"), Ct))!.Draft);
    }

    [Fact]
    public async Task Policies_of_a_private_community_are_its_members_and_those_of_the_site_everybodys()
    {
        var world = NewWorld(Visibility.Private);
        world.Journal.Ask("devs/terms", new PolicyCommand.Publish("Ours"));
        world.Journal.Ask("~/terms", new PolicyCommand.Publish("Everybody's"));
        var views = await Look(world);
        Assert.Null(await views.Policy("devs", "terms", Viewer.Visitor, Ct));
        Assert.Null(await views.PolicyText("devs", "terms", 1, Viewer.Visitor, Ct));
        Assert.Equal("Ours", await views.PolicyText("devs", "terms", 1, world.As("bob"), Ct));
        Assert.Equal("Everybody's", await views.PolicyText("~", "terms", 1, Viewer.Visitor, Ct));
        Assert.NotNull((await views.Policy("~", "terms", Viewer.Visitor, Ct))!.Current);
    }
}
