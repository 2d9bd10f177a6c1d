using Communities.Actors;
using static Communities.NewsletterCommand;
using static Communities.NewsletterEvent;

namespace Communities.Tests;

/// <summary>Issues of a newsletter: written, tried, planned, sent once.</summary>
public sealed class NewsletterTests
{
    private const string Key = "devs/01k0000000000002";
    private static readonly Standing Manager = new(Role.Manager);
    private static readonly NewsletterContent May = new([new("en", "In May", "Hello")], ["01k0000000000000"]);

    [Fact]
    public void Managers_write_it_and_nobody_else()
    {
        Spec.Newsletter().When(new Save(May), role: Role.Manager).Then(new Saved(May));
        Spec.Newsletter().When(new Save(May), role: Role.Moderator).Refused("manager.needed");
        Spec.Newsletter(new Saved(May)).When(new Send(), role: Role.Moderator).Refused("manager.needed");
    }

    public static TheoryData<NewsletterContent, string> Bad { get; } = new()
    {
        { May with { Words = [] }, "words.range" },
        { May with { Words = [new("en", "a"), new("en", "b")] }, "words.range" },
        { May with { Words = [new("de", "Im Mai")] }, "language.unknown" },
        { May with { Words = [new("en", " ")] }, "subject.empty" },
        { May with { Words = [new("en", "a\nBcc: b")] }, "subject.malformed" },
        { May with { Words = [new("en", "a", new('x', Text.AboutMax + 1))] }, "introduction.long" },
        { May with { Threads = ["x"] }, "thread.missing" },
        { May with { Threads = ["01k0000000000000", "01k0000000000000"] }, "thread.missing" },
        {
            May with { Threads = [.. Enumerable.Range(0, 21).Select(n => $"01k0000000000{n:000}")] },
            "newsletter.long"
        },
    };

    [Theory, MemberData(nameof(Bad))]
    public void It_is_short_and_well_formed(NewsletterContent content, string code) =>
        Spec.Newsletter().When(new Save(content), role: Role.Manager).Refused(code);

    [Fact]
    public void What_is_sent_is_not_written_anew()
    {
        Spec.Newsletter(new Saved(May), new Began())
            .When(new Save(May), role: Role.Manager).Refused("newsletter.final");
        Spec.Newsletter(new Saved(May), new Discarded()).When(new Send(), role: Role.Manager)
            .Refused("newsletter.final");
        Spec.Newsletter(new Saved(May), new Began()).When(new Send(), role: Role.Manager).Then();
        Spec.Newsletter().When(new Send(), role: Role.Manager).Refused("newsletter.missing");
    }

    [Fact]
    public void It_is_sent_at_its_time_by_itself_and_not_at_one_given_up()
    {
        var world = new World();
        world.Ask(Key, new Save(May), "zoe", Manager);
        world.Ask(Key, new Plan(Spec.Start.AddHours(1)), "zoe", Manager);
        world.Ask(Key, new Plan(Spec.Start.AddHours(3)), "zoe", Manager);
        world.Pass(TimeSpan.FromHours(2));
        Assert.Equal(NewsletterStatus.Scheduled, Now().Status);
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(NewsletterStatus.Sending, Now().Status);

        Newsletter Now() => world.See<Newsletter, NewsletterCommand, NewsletterEvent>(Key);
    }

    [Fact]
    public void Who_tries_it_is_sent_it()
    {
        var world = new World();
        world.Ask(Key, new Save(May), "zoe", Manager);
        world.Ask(Key, new Try(), "zoe", Manager);
        var owed = Assert.Single(world.Recipient("~/devs.zoe").Waiting.Values);
        Assert.Equal((LetterKind.Trial, "01k0000000000002"), (owed.Kind, owed.Of));
    }

    [Fact]
    public void One_node_goes_through_the_recipients_and_another_one_when_it_ended()
    {
        object[] sending = [new Saved(May), new Began()];
        As(new Claim("a"), sending).Then(new Claimed("a"));
        As(new Claim("b"), [.. sending, new Claimed("a")]).Then();
        As(new Claim("a"), [.. sending, new Claimed("a")]).Then(new Claimed("a"));
        Spec.Newsletter([.. sending, new Claimed("a")]).When(new Claim("b"), "", Role.System, minutes: 5)
            .Then(new Claimed("b"));
        As(new Advance(10, 500), sending).Then(new Advanced(10, 500));
        As(new Advance(20, 300), [.. sending, new Advanced(10, 500)]).Then(new Advanced(20, 800));
        As(new Advance(10, 500), [.. sending, new Advanced(10, 500)]).Then(); // Asked again after a crash.
        As(new Finish(), [.. sending, new Advanced(10, 500)]).Then(new Finished(500));
        As(new Finish(), [.. sending, new Finished(500)]).Then();
        Spec.Newsletter(sending).When(new Finish(), role: Role.Owner).Refused("program.needed");
    }

    private static Outcome<NewsletterEvent> As(NewsletterCommand command, object[] history) =>
        Spec.Newsletter(history).When(command, "", Role.System);
}
