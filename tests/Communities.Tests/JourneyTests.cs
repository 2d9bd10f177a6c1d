using System.Collections.Immutable;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities.Tests;

/// <summary>Journeys: each step comes at its time, only while it is undone, and once.</summary>
public sealed class JourneyTests
{
    private static readonly Standing Member = new(Role.Member, MayJoin: true);
    private static readonly Standing Manager = new(Role.Manager);

    private static readonly ImmutableArray<PlannedStep> Plan =
        [new("welcome", StepKind.Welcome, 3), new("react", StepKind.React, 24, IsByMail: true)];

    [Fact]
    public void Who_joins_is_taken_along_step_by_step()
    {
        var world = Begin();
        world.Pass(TimeSpan.FromHours(2));
        Assert.Empty(Told(world));
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["welcome"], Told(world));
        world.Pass(TimeSpan.FromHours(21));
        world.Pass(TimeSpan.FromDays(2));
        world.Pass(TimeSpan.FromDays(2));
        world.Pass(TimeSpan.FromDays(1));
        world.Pass(TimeSpan.FromDays(30));
        Assert.Equal(["welcome", "introduce", "react", "profile", "answer", "open"], Told(world));
        Assert.Null(world.Member("devs/alice").Walk!.Next);
    }

    [Fact]
    public void What_is_done_in_time_is_not_asked_for()
    {
        var world = Begin();
        world.Ask("devs/01k0000000000000", new ThreadCommand.Open("Hello", "I am Bob.", null, []), "bob", Member);
        world.Ask("devs/01k0000000000000", new ThreadCommand.React(1, "like"), "alice", Member);
        world.Ask("devs/01k0000000000000", new ThreadCommand.Reply("Welcome!"), "alice", Member);
        world.Ask("devs/alice", new Describe("Alice", "I ride."), "alice", Member);
        for (var day = 0; day < 20; day++) world.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["welcome", "introduce", "open"], Told(world));
        Assert.Equal(["react", "answer", "profile"], world.Member("devs/alice").Walk!.Done);
    }

    [Fact]
    public void A_thread_is_no_introduction_and_an_introduction_no_thread()
    {
        var world = Begin();
        world.Ask(
            "devs/01k0000000000000",
            new ThreadCommand.Open("Hello", "I am Alice.", null, [], GreetBy: world.Now.AddHours(5)), "alice", Member);
        Assert.Equal(["introduce"], world.Member("devs/alice").Walk!.Done);
        world.Ask("devs/01k0000000000001", new ThreadCommand.Open("Brakes", "Which?", null, []), "alice", Member);
        Assert.Equal(["introduce", "open"], world.Member("devs/alice").Walk!.Done);
    }

    [Fact]
    public void What_waited_for_the_program_does_not_come_at_once()
    {
        var world = Begin();
        world.Pass(TimeSpan.FromHours(4));
        world.Pass(TimeSpan.FromDays(60));
        Assert.Equal(["welcome", "introduce"], Told(world));
        world.Pass(TimeSpan.FromHours(11));
        Assert.Equal(2, Told(world).Count);
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(3, Told(world).Count);
    }

    [Fact]
    public void Who_joined_long_before_is_sent_nothing()
    {
        var world = Begin();
        world.Pass(Notice.NewsFor + TimeSpan.FromHours(4));
        Assert.Empty(Told(world));
        Assert.True(world.Member("devs/alice").Walk!.IsEnded);
    }

    [Fact]
    public void A_step_by_mail_is_owed_once()
    {
        var world = Begin(isByMail: true);
        world.Pass(TimeSpan.FromHours(3));
        world.Pass(TimeSpan.FromHours(3));
        var owed = world.Journal.Select(Domain.Happened).OfType<RecipientEvent.Owed>().Single();
        Assert.Equal(("step-welcome", LetterKind.Step, "welcome"), (owed.Delivery, owed.Kind, owed.Of));
        Assert.Equal(Spec.Start.AddHours(3) + Notice.NewsFor, owed.NotAfter);
    }

    [Fact]
    public void Leaving_ends_it_and_coming_back_does_not_begin_it_again()
    {
        var world = Begin();
        world.Pass(TimeSpan.FromHours(3));
        world.Ask("devs/alice", new Leave(), "alice", Member);
        world.Pass(TimeSpan.FromDays(2));
        world.Ask("devs/alice", new Join("Alice"), "alice", Member);
        world.Pass(TimeSpan.FromDays(2));
        Assert.Equal(["welcome"], Told(world));
    }

    [Fact]
    public void Who_is_kept_from_writing_gets_no_more()
    {
        var banned = Spec.Member(
            new Joined("Alice", Role.Member), new JourneyBegun(Plan, Spec.Start.AddHours(3)),
            new Sanctioned("d", MeasureKind.Ban, null, "Spam"));
        banned.When(new TakeStep(), "", Role.System, minutes: 180).Then(new JourneyEnded());
    }

    [Fact]
    public void A_step_comes_once_and_not_before_its_time()
    {
        var begun = new JourneyBegun(Plan, Spec.Start.AddHours(3));
        var alice = Spec.Member(new Joined("Alice", Role.Member), begun);
        alice.When(new TakeStep(), "", Role.System, minutes: 179).Then();
        alice.When(new TakeStep(), "", Role.System, minutes: 180)
            .Then(new StepSent("welcome", StepKind.Welcome, Next: Spec.Start.AddHours(24)));
        alice.When(new TakeStep()).Refused("program.needed");
        alice.When(new BeginJourney(Plan), "", Role.System).Then();
        Spec.Member(
                new Joined("Alice", Role.Member), begun, Spec.By("", 180), new StepSent("welcome", StepKind.Welcome))
            .When(new TakeStep(), "", Role.System, minutes: 24 * 60)
            .Then(new StepSent("react", StepKind.React, IsByMail: true));
    }

    [Fact]
    public void A_member_dismisses_the_guided_visit_once()
    {
        var alice = Spec.Member(new Joined("Alice", Role.Member), new JourneyBegun(Plan, Spec.Start));
        alice.When(new DismissWelcome()).Then(new WelcomeDismissed());
        alice.When(new DismissWelcome(), "max", Role.Manager).Refused("account.foreign");
        Spec.Member(new Joined("Alice", Role.Member)).When(new DismissWelcome()).Then();
    }

    [Fact]
    public void Nobody_is_taken_along_where_the_journey_is_off()
    {
        var world = Begin(isOn: false);
        world.Pass(TimeSpan.FromHours(3));
        Assert.Empty(Told(world));
        Assert.Null(world.Member("devs/alice").Walk);
    }

    [Fact]
    public void Nobody_is_asked_to_introduce_themselves_where_there_is_no_place_for_it() =>
        Assert.DoesNotContain(
            Spec.Community(
                    new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
                    new CommunityEvent.JourneySet(Journey.Default with { IsOn = true }))
                .When(new CommunityCommand.OfferJourney("zoe"), "", Role.System).Decision
                .OfType<CommunityEvent.JourneyOffered>().Single().Steps,
            step => step.Kind == StepKind.Introduce);

    [Fact]
    public void Managers_write_the_journey_within_its_limits()
    {
        var devs = Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"));
        Refused("journey.many", [.. Enumerable.Range(10, 13).Select(i => Custom($"step-{i}"))]);
        Refused("step.exists", Custom("one"), Custom("one"));
        Refused("step.malformed", Custom("One"));
        Refused("step.range", Custom("one") with { AfterHours = -1 });
        Refused("step.range", Custom("one") with { AfterHours = Journey.HoursMax + 1 });
        Refused("step.empty", new JourneyStep("one", StepKind.Custom, 1));
        Refused("step.unknown", new JourneyStep("one", (StepKind)99, 1));
        Refused("language.unknown", Custom("one", "de"));
        Refused("title.empty", Custom("one", title: " "));
        Refused("text.long", Custom("one", text: new string('x', Journey.TextMax + 1)));
        devs.When(new CommunityCommand.SetJourney(Journey.Default), "mo", Role.Moderator).Refused("manager.needed");

        void Refused(string code, params ImmutableArray<JourneyStep> steps) =>
            devs.When(new CommunityCommand.SetJourney(new Journey(true, steps)), "max", Role.Manager).Refused(code);
    }

    [Fact]
    public void A_step_speaks_the_readers_language_where_it_was_written_in_it()
    {
        var step = Custom("one", "fr");
        Assert.Equal("Hello", step.TextIn("fr")!.Title);
        Assert.Equal("Hello", step.TextIn("en")!.Title);
        Assert.Null((step with { Kind = StepKind.React }).TextIn("en"));
    }

    private static JourneyStep Custom(
        string id, string language = "en", string title = "Hello", string text = "Hello {name}") =>
        new(id, StepKind.Custom, 1, Texts: [new StepText(language, title, text)]);

    private static World Begin(bool isOn = true, bool isByMail = false)
    {
        var world = new World();
        world.Ask(
            "devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Max"), "max",
            new Standing(Role.None, IsOperator: true));
        world.Ask("devs", new CommunityCommand.AddCategory(new("hello", "Hello")), "max", Manager);
        world.Ask("devs", new CommunityCommand.SetIntroductions(new("hello", null, [])), "max", Manager);
        world.Ask("devs", new CommunityCommand.SetJourney(new Journey(
            isOn, [.. Journey.Default.Steps.Select(step => step with { IsByMail = isByMail })])), "max", Manager);
        world.Ask("devs/alice", new Join("Alice"), "alice", Member);
        return world;
    }

    private static List<string> Told(World world) => [.. world.Journal
        .Where(envelope => envelope.Actor == new ActorId(Inbox.Kind, "devs/alice"))
        .Select(Domain.Happened).OfType<InboxEvent.Notified>()
        .Where(told => told.Notice.Reason == Reasons.Step).Select(told => told.Notice.Subject!)];
}
