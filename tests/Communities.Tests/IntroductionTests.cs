using Communities.Actors;

namespace Communities.Tests;

/// <summary>Introductions: where newcomers say who they are, and that somebody answers in time.</summary>
public sealed class IntroductionTests
{
    private const string Hello = "devs/01k0000000000000";
    private static readonly Standing Member = new(Role.Member, MayJoin: true);

    [Fact]
    public void What_nobody_answers_in_time_is_told_to_staff_and_ambassadors_once()
    {
        var world = Begin();
        world.Pass(TimeSpan.FromHours(24));
        world.Pass(TimeSpan.FromDays(30));
        Assert.Equal(["max"], Told(world, "devs/max"));
        Assert.Equal(["amy"], Told(world, "devs/amy"));
    }

    [Fact]
    public void Who_was_greeted_in_time_is_brought_to_nobody()
    {
        var world = Begin();
        world.Ask(Hello, new ThreadCommand.Reply("I bake, too."), "zoe", Member);
        world.Ask(Hello, new ThreadCommand.Reply("Welcome!"), "amy", Member);
        world.Pass(TimeSpan.FromHours(24));
        Assert.Empty(Told(world, "devs/max"));
    }

    [Fact]
    public void An_answer_of_ones_own_is_no_greeting_and_a_removed_introduction_waits_for_none()
    {
        var world = Begin();
        world.Ask(Hello, new ThreadCommand.Reply("Anybody?"), "zoe", Member);
        world.Pass(TimeSpan.FromHours(24));
        Assert.NotEmpty(Told(world, "devs/max"));

        var gone = Begin();
        gone.Ask(Hello, new ThreadCommand.Remove(1), "zoe", Member);
        gone.Pass(TimeSpan.FromHours(24));
        Assert.Empty(Told(gone, "devs/max"));
    }

    [Fact]
    public void Who_introduces_themself_and_who_answers_first_are_recognised_once()
    {
        var world = Begin();
        world.Ask(Hello, new ThreadCommand.Reply("I bake, too."), "zoe", Member);
        Assert.Contains("introduced", world.Member("devs/zoe").Badges);
        world.Ask(Hello, new ThreadCommand.Reply("Welcome!"), "amy", Member);
        world.Ask(Hello, new ThreadCommand.Reply("Hello!"), "max", Member);
        world.Ask(Hello, new ThreadCommand.Remove(3), "amy", Member);
        world.Ask(Hello, new ThreadCommand.Reply("Welcome again!"), "amy", Member);
        world.Ask(Hello, new ThreadCommand.Restore(3), "amy", Member);
        Assert.Equal(1, world.Member("devs/amy").Deeds.Greeted);
        Assert.Equal(default, world.Member("devs/max").Deeds);
        Assert.Equal(default, world.Member("devs/zoe").Deeds);
    }

    [Fact]
    public void A_greeting_that_waits_for_a_moderator_counts_once_it_is_seen()
    {
        var world = Begin();
        var held = new Screening(IsHeld: true, IsFlagged: false, 0, ["words"]);
        world.Ask(Hello, new ThreadCommand.Reply("Welcome!", Screening: held), "amy", Member);
        Assert.Equal(0, world.Member("devs/amy").Deeds.Greeted);
        world.Ask(Hello, new ThreadCommand.Publish(2), "", Standing.System);
        Assert.Equal(1, world.Member("devs/amy").Deeds.Greeted);
    }

    [Fact]
    public void Only_the_program_looks_for_greetings() =>
        Spec.Thread(new ThreadEvent.Opened("Hello", "I am Zoe", null, [], GreetBy: Spec.Start))
            .When(new ThreadCommand.LookForGreeting()).Refused("program.needed");

    [Fact]
    public void Managers_say_where_and_how_within_limits()
    {
        var devs = Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.CategoryAdded(new("hello", "Hello")));
        var set = new Introductions("hello", "Who are you?", ["Which bike?"]);
        devs.When(new CommunityCommand.SetIntroductions(set), "max", Role.Manager)
            .Then(new CommunityEvent.IntroductionsSet(set));
        Refused("category.missing", set with { Category = "nowhere" });
        Refused("questions.many", set with { Questions = ["1", "2", "3", "4", "5", "6"] });
        Refused("question.empty", set with { Questions = [" "] });
        Refused("greeting.range", set with { GreetHours = 0 });
        Refused("prompt.long", set with { Prompt = new string('x', Journey.TextMax + 1) });
        devs.When(new CommunityCommand.SetIntroductions(null), "max", Role.Manager).Then();
        devs.When(new CommunityCommand.SetIntroductions(set), "mo", Role.Moderator).Refused("manager.needed");

        void Refused(string code, Introductions wrong) =>
            devs.When(new CommunityCommand.SetIntroductions(wrong), "max", Role.Manager).Refused(code);
    }

    [Fact]
    public void What_managers_wrote_is_kept_where_there_is_no_place_for_it()
    {
        var set = new Introductions("hello", "Who are you?", ["Which bike?"], 12);
        var none = new CommunityCommand.SetIntroductions(null);
        var unset = new CommunityEvent.IntroductionsSet(null);
        After().When(none, "max", Role.Manager).Then(unset);
        var off = After(unset);
        Assert.Null(off.State.Introductions);
        Assert.Equal(set with { Category = "" }, off.State.KeptIntroductions);
        off.When(none, "max", Role.Manager).Then();
        off.When(new CommunityCommand.SetIntroductions(null, set), "max", Role.Manager).Then();

        // What is written meanwhile is kept as well, within the same limits.
        var other = set with { Category = "", Questions = ["Which tyre?"] };
        off.When(new CommunityCommand.SetIntroductions(null, other), "max", Role.Manager)
            .Then(new CommunityEvent.IntroductionsSet(null, other));
        off.When(new CommunityCommand.SetIntroductions(null, set with { Questions = [" "] }), "max", Role.Manager)
            .Refused("question.empty");
        var meanwhile = new CommunityEvent.IntroductionsSet(null, other);
        Assert.Equal(other, After(meanwhile, unset).State.KeptIntroductions);
        var on = After(meanwhile, new CommunityEvent.IntroductionsSet(set)).State;
        Assert.Equal((set, null), (on.Introductions, on.KeptIntroductions));
        Assert.Equal(
            set with { Category = "" }, After(new CommunityEvent.CategoryRemoved("hello")).State.KeptIntroductions);

        Given<Community, CommunityCommand, CommunityEvent> After(params object[] more) => Spec.Community(
            [
                new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
                new CommunityEvent.CategoryAdded(new("hello", "Hello")), new CommunityEvent.IntroductionsSet(set),
                .. more,
            ]);
    }

    [Fact]
    public void What_was_set_before_anything_was_kept_is_read_as_ever()
    {
        var codec = Domain.Kinds.First(kind => kind.Name == Community.Kind).Events;
        Assert.Equal(
            new CommunityEvent.IntroductionsSet(null), codec.Decode("community.introductions-set", "{}"u8));
        var read = (CommunityEvent.IntroductionsSet)codec.Decode(
            "community.introductions-set",
            """{"introductions":{"category":"brakes","questions":["Which bike?"],"greetHours":12}}"""u8);
        Assert.Equal(["Which bike?"], read.Introductions!.Questions);
        Assert.Null(read.Kept);
    }

    [Fact]
    public void They_end_with_their_category() =>
        Assert.Null(Spec.Community(
            new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"),
            new CommunityEvent.CategoryAdded(new("hello", "Hello")),
            new CommunityEvent.IntroductionsSet(new("hello", null, [])),
            new CommunityEvent.CategoryRemoved("hello")).State.Introductions);

    private static World Begin()
    {
        var world = new World();
        world.Ask(
            "devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Max"), "max",
            new Standing(Role.None, IsOperator: true));
        world.Ask("devs/amy", new MemberCommand.Join("Amy"), "amy", Member);
        world.Ask("devs/amy", new MemberCommand.Entrust(true), "max", new Standing(Role.Manager));
        world.Ask("devs/zoe", new MemberCommand.Join("Zoe"), "zoe", Member);
        world.Ask(
            Hello, new ThreadCommand.Open("Hello", "I am Zoe.", null, [], GreetBy: world.Now.AddHours(24)), "zoe",
            Member);
        return world;
    }

    private static List<string> Told(World world, string inbox) => [.. world.Journal
        .Where(envelope => envelope.Actor == new ActorId(Inbox.Kind, inbox))
        .Select(Domain.Happened).OfType<InboxEvent.Notified>()
        .Where(told => told.Notice.Reason == Reasons.Ungreeted).Select(_ => inbox[5..])];
}
