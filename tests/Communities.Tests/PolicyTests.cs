using Communities.Actors;
using static Communities.PolicyCommand;
using static Communities.PolicyEvent;

namespace Communities.Tests;

/// <summary>Policies: drafted, published, in force from a time on, and consented to.</summary>
public sealed class PolicyTests
{
    private static readonly DateTimeOffset Soon = Spec.Start.AddDays(30);

    private static Published First(bool asks = false) => new(1, "Be kind", "", Spec.Start, asks);

    [Fact]
    public void A_manager_publishes_a_version_that_is_in_force_at_once() =>
        Spec.Policy().When(new Publish("Be kind", "It is new"), role: Role.Manager)
            .Then(new Published(1, "Be kind", "It is new", Spec.Start), new TookEffect(1));

    [Fact]
    public void A_version_may_ask_for_consent_and_a_later_one_that_does_not_leaves_that_owed()
    {
        var policy = Spec.Policy(First(asks: true), new TookEffect(1, 1));
        policy.When(new Publish("Be kind."), role: Role.Manager)
            .Then(new Published(2, "Be kind.", "", Spec.Start), new TookEffect(2, 1));
        policy.When(new Publish("Be very kind", null, null, AsksConsent: true), role: Role.Manager)
            .Then(new Published(2, "Be very kind", "", Spec.Start, true), new TookEffect(2, 2));
    }

    [Fact]
    public void An_empty_version_ends_a_policy_and_what_was_owed()
    {
        var policy = Spec.Policy(First(asks: true), new TookEffect(1, 1));
        policy.When(new Publish(""), role: Role.Manager)
            .Then(new Published(2, "", "", Spec.Start), new TookEffect(2));
        policy.When(new Publish(" ", null, null, AsksConsent: true), role: Role.Manager).Refused("text.empty");
    }

    [Fact]
    public void A_version_waits_for_its_time_and_can_be_withdrawn_until_then()
    {
        var policy = Spec.Policy(First(), new TookEffect(1));
        policy.When(new Publish("Be kinder", "More", Soon, true), role: Role.Manager)
            .Then(new Published(2, "Be kinder", "More", Soon, true));

        var waiting = Spec.Policy(First(), new TookEffect(1), new Published(2, "Be kinder", "More", Soon, true));
        waiting.When(new Publish("No"), role: Role.Manager).Refused("version.exists");
        waiting.When(new Withdraw(1), role: Role.Manager).Refused("version.missing");
        waiting.When(new Withdraw(2), role: Role.Manager).Then(new Withdrawn(2));
        waiting.When(new TakeEffect(2), role: Role.System).Then(new TookEffect(2, 2));
        waiting.When(new TakeEffect(1), role: Role.System).Then();
        waiting.When(new TakeEffect(2), role: Role.Owner).Refused("program.needed");
    }

    [Fact]
    public void The_number_of_a_withdrawn_version_is_never_given_again() =>
        Spec.Policy(First(), new TookEffect(1), new Published(2, "No", "", Soon), new Withdrawn(2))
            .When(new Publish("Yes"), role: Role.Manager)
            .Then(new Published(3, "Yes", "", Spec.Start), new TookEffect(3));

    [Fact]
    public void What_is_past_is_for_an_import_alone()
    {
        var before = Spec.Start.AddDays(-1);
        Spec.Policy().When(new Publish("Be kind", null, before), role: Role.Owner).Refused("time.past");
        Spec.Policy().When(new Publish("Be kind", null, before), role: Role.System)
            .Then(new Published(1, "Be kind", "", before), new TookEffect(1));
    }

    [Fact]
    public void A_draft_is_kept_until_it_is_dropped_or_published()
    {
        Spec.Policy().When(new SaveDraft("Be", null), role: Role.Manager).Then(new Drafted("Be", ""));
        Spec.Policy(new Drafted("Be", "")).When(new DropDraft(), role: Role.Manager).Then(new DraftDropped());
        Spec.Policy().When(new DropDraft(), role: Role.Manager).Then();
        Assert.False(Spec.Policy(new Drafted("Be", ""), First()).State.HasDraft);
    }

    [Theory]
    [InlineData(Role.Member), InlineData(Role.Moderator)]
    public void Only_managers_write_policies(Role role)
    {
        foreach (PolicyCommand command in (PolicyCommand[])
                 [new SaveDraft("x", null), new DropDraft(), new Publish("x"), new Withdraw(1)])
            Spec.Policy().When(command, role: role).Refused("manager.needed");
    }

    [Fact]
    public void Only_operators_write_those_of_the_site()
    {
        var site = Spec.Policy().At("~/terms");
        site.When(new Publish("x"), role: Role.None).Refused("operator.needed");
        site.When(new Publish("x"), role: Role.None, isOperator: true)
            .Then(new Published(1, "x", "", Spec.Start), new TookEffect(1));
    }

    [Fact]
    public void There_are_two_policies_and_texts_have_their_limits()
    {
        Spec.Policy().At("devs/cookies").When(new Publish("x"), role: Role.Owner).Refused("policy.missing");
        Spec.Policy().When(new Publish(new string('x', Policy.TextMax + 1)), role: Role.Owner).Refused("text.long");
        Spec.Policy().When(new SaveDraft("x", new string('x', Policy.SummaryMax + 1)), role: Role.Owner)
            .Refused("summary.long");
        Spec.Policy().When(new Publish("x\0"), role: Role.Owner).Refused("text.malformed");
    }

    [Fact]
    public void The_place_knows_what_holds_and_an_alarm_brings_what_comes()
    {
        var world = Founded();
        world.Ask("devs/terms", new Publish("Agree", null, null, AsksConsent: true), "olga", Owner);
        Assert.Equal(new PolicyStand(1, 1), world.Community("devs").PolicyOf("terms"));

        var at = world.Now.AddDays(2);
        world.Ask("devs/terms", new Publish("Agree more", null, at, AsksConsent: true), "olga", Owner);
        Assert.Equal(new PolicyStand(1, 1, new(2, at, true)), world.Community("devs").PolicyOf("terms"));
        world.Pass(TimeSpan.FromDays(3));
        Assert.Equal(new PolicyStand(2, 2), world.Community("devs").PolicyOf("terms"));
    }

    [Fact]
    public void A_version_that_was_withdrawn_never_comes()
    {
        var world = Founded();
        world.Ask("devs/terms", new Publish("Agree", null, world.Now.AddDays(2)), "olga", Owner);
        world.Ask("devs/terms", new Withdraw(1), "olga", Owner);
        world.Pass(TimeSpan.FromDays(3));
        Assert.Equal(PolicyStand.None, world.Community("devs").PolicyOf("terms"));
    }

    [Fact]
    public void A_member_agrees_once_to_each_version_and_for_nobody_else()
    {
        var joined = new MemberEvent.Joined("Alice", Role.Member);
        Spec.Member(joined).When(new MemberCommand.GiveConsent("terms", 2))
            .Then(new MemberEvent.ConsentGiven("terms", 2));
        var agreed = Spec.Member(joined, new MemberEvent.ConsentGiven("terms", 2));
        Assert.Equal(new Consent(2, Spec.Start), agreed.State.Consents["terms"]);
        agreed.When(new MemberCommand.GiveConsent("terms", 2)).Then();
        agreed.When(new MemberCommand.GiveConsent("terms", 1)).Then();
        agreed.When(new MemberCommand.GiveConsent("terms", 3), "olga", Role.Owner).Refused("account.foreign");
        agreed.When(new MemberCommand.GiveConsent("cookies", 1)).Refused("policy.missing");
        agreed.When(new MemberCommand.GiveConsent("terms", 0)).Refused("version.missing");
        Spec.Member().When(new MemberCommand.GiveConsent("terms", 1), role: Role.None).Refused("member.needed");
    }

    [Fact]
    public void A_person_agrees_to_the_policies_of_the_site()
    {
        var opened = new AccountEvent.Opened("Alice", null, "en");
        Spec.Account(opened).When(new AccountCommand.GiveConsent("terms", 1))
            .Then(new AccountEvent.ConsentGiven("terms", 1));
        Spec.Account(opened).When(new AccountCommand.GiveConsent("terms", 1), "olga").Refused("account.foreign");
        Spec.Account(opened, new AccountEvent.ConsentGiven("terms", 1))
            .When(new AccountCommand.GiveConsent("terms", 1)).Then();
    }

    [Fact]
    public void Consent_is_owed_to_the_latest_version_that_asked_and_a_later_one_counts()
    {
        var owing = Spec.Member(new MemberEvent.ConsentGiven("terms", 1)).State.Consents;
        Dictionary<string, PolicyStand> asked = new() { ["terms"] = new(3, 2), ["netiquette"] = new(4, 0) };
        var policies = System.Collections.Immutable.ImmutableDictionary.CreateRange(asked);
        Assert.Equal(["terms"], Consenting.Owed(policies, owing));
        Assert.True(Consenting.IsOwed(policies, owing));
        Assert.False(Consenting.IsOwed(policies, owing.SetItem("terms", new Consent(3, Spec.Start))));
    }

    private static readonly Standing Owner = new(Role.Owner);

    private static World Founded()
    {
        var world = new World();
        world.Ask("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Olga"), "olga",
            Standing.System);
        return world;
    }
}
