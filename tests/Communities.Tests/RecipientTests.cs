using Communities.Actors;
using static Communities.RecipientCommand;
using static Communities.RecipientEvent;

namespace Communities.Tests;

/// <summary>Who is sent what by e-mail: wanted, owed once, claimed, settled, and ended.</summary>
public sealed class RecipientTests
{
    private static readonly MailChoices Weekly = new(Newsletter: true, DigestRhythm.Weekly, 8, "Europe/Paris");
    private static readonly Owe Step = new("step-1", LetterKind.Step, "welcome");
    private static readonly Owed StepOwed = new("step-1", LetterKind.Step, "welcome");

    // Monday the 2nd, 10:00 in Paris: the next Monday at 8 is the 9th, 7:00 UTC.
    private static readonly DateTimeOffset NextMonday = new(2026, 3, 9, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_chooses_for_oneself() =>
        Spec.Recipient().When(new Choose(Weekly)).Then(new Chose(Weekly), new DigestSet(NextMonday));

    [Fact]
    public void Nobody_chooses_for_others() =>
        Spec.Recipient().When(new Choose(Weekly), "bob", Role.Owner).Refused("account.foreign");

    [Theory]
    [InlineData(24, "Etc/UTC", DigestRhythm.Daily, "hour.range")]
    [InlineData(-1, "Etc/UTC", DigestRhythm.Daily, "hour.range")]
    [InlineData(8, "Europe/Atlantis", DigestRhythm.Daily, "zone.unknown")]
    [InlineData(8, "Etc/UTC", (DigestRhythm)7, "digest.unknown")]
    public void A_choice_is_one_that_there_is(int hour, string zone, DigestRhythm rhythm, string code) =>
        Spec.Recipient().When(new Choose(new(false, rhythm, hour, zone))).Refused(code);

    [Fact]
    public void The_same_choice_is_none() => Spec.Recipient(new Chose(Weekly)).When(new Choose(Weekly)).Then();

    [Fact]
    public void A_letter_is_owed_once_whoever_asks_how_often()
    {
        Asked(Step).Then(StepOwed);
        Asked(Step, StepOwed).Then();
        Asked(Step, StepOwed, new Delivered("step-1")).Then();
    }

    [Fact]
    public void What_is_not_wanted_is_not_owed()
    {
        Asked(Step, new Chose(MailChoices.None)).Then();
        Asked(Step with { Kind = LetterKind.Newsletter }).Then();
        Asked(Step with { Kind = LetterKind.Decision }, new Chose(MailChoices.None))
            .Then(StepOwed with { Kind = LetterKind.Decision });
    }

    [Fact]
    public void What_is_no_news_any_more_is_not_owed() =>
        Asked(Step with { NotAfter = Spec.Start.AddMinutes(-1) }).Then();

    [Fact]
    public void Only_the_program_owes() => Spec.Recipient().When(Step).Refused("program.needed");

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void A_letter_has_a_name(string name) => Asked(Step with { Delivery = name }).Refused("letter.malformed");

    [Fact]
    public void Nobody_is_owed_without_end() =>
        Asked(Step with { Delivery = "one more" }, [.. Enumerable.Range(0, Recipient.OwedMax)
            .Select(n => StepOwed with { Delivery = $"step-{n}" })]).Refused("letter.many");

    [Fact]
    public void A_claim_is_its_processs_own_at_once_and_anothers_after_a_while()
    {
        Asked(new Claim("step-1", "a", "t"), StepOwed).Then(new Claimed("step-1", "a", "t"));
        Asked(new Claim("step-1", "a", "u"), StepOwed, new Claimed("step-1", "a", "t"))
            .Then(new Claimed("step-1", "a", "u"));
        Asked(new Claim("step-1", "b", "u"), StepOwed, new Claimed("step-1", "a", "t")).Then();
        Later(10, new Claim("step-1", "b", "u"), StepOwed, new Claimed("step-1", "a", "t"))
            .Then(new Claimed("step-1", "b", "u"));
        Asked(new Claim("step-1", "b", "u"), StepOwed, new Delivered("step-1")).Then();
    }

    [Fact]
    public void What_came_too_late_or_is_not_wanted_by_now_is_skipped()
    {
        Later(2, new Claim("step-1", "a", "t"), StepOwed with { NotAfter = Spec.Start.AddMinutes(1) })
            .Then(new Skipped("step-1", "late"));
        Asked(new Claim("step-1", "a", "t"), StepOwed, new Chose(MailChoices.None))
            .Then(new Skipped("step-1", "unwanted"));
    }

    [Fact]
    public void A_letter_that_is_put_off_is_tried_again_ever_later_and_given_up_in_the_end()
    {
        var history = new List<object> { StepOwed };
        foreach (var minutes in (int[])[1, 10, 60, 360, 1_440])
        {
            var failed = new Failed("step-1", "451 later", Spec.Start.AddMinutes(minutes));
            Asked(new Settle("step-1", LetterOutcome.Failed, "451 later"), [.. history]).Then(failed);
            history.Add(failed);
            Asked(new Claim("step-1", "a", "t"), [.. history]).Then();
        }

        Asked(new Settle("step-1", LetterOutcome.Failed, "451 later"), [.. history])
            .Then(new Failed("step-1", "451 later", null));
    }

    [Fact]
    public void A_letter_that_nobody_can_have_ends_all()
    {
        Asked(new Settle("step-1", LetterOutcome.Rejected, "550 nobody"), StepOwed)
            .Then(new Bounced("step-1", "550 nobody"), new Stopped());
        Asked(Step, new Stopped()).Then();
        Spec.Recipient(new Stopped()).When(new Resume()).Then(new Resumed());
        Asked(Step, new Stopped(), new Resumed()).Then(StepOwed);
        Asked(Step with { Kind = LetterKind.Decision }, new Stopped())
            .Then(StepOwed with { Kind = LetterKind.Decision });
        Asked(new Claim("step-1", "a", "t"), StepOwed with { Kind = LetterKind.Decision }, new Stopped())
            .Then(new Claimed("step-1", "a", "t"));
    }

    [Fact]
    public void What_comes_back_as_full_counts_and_what_comes_back_for_good_ends_all()
    {
        Asked(new Bounce("step-1", "4.2.2"), new Delivered("step-1")).Then(new Bounced("step-1", "4.2.2"));
        Asked(new Bounce("step-1", "5.1.1")).Then(new Bounced("step-1", "5.1.1"), new Stopped());
        Asked(new Bounce("e", "4.2.2"), [.. "abcd".Select(c => new Bounced($"{c}", "4.2.2"))])
            .Then(new Bounced("e", "4.2.2"), new Stopped());
        Asked(new Bounce("e", "4.2.2"), [.. "abcd".Select(c => new Bounced($"{c}", "4.2.2")), new Clicked("a", "/")])
            .Then(new Bounced("e", "4.2.2"));
        Asked(new Bounce("step-1", "2.0.0")).Then();
    }

    [Fact]
    public void An_address_is_asked_before_it_is_sent_anything()
    {
        const string address = "zoe@example.org";
        var key = Keys.OfSubscriber("devs", address);
        var asked = Spec.Recipient().At(key).When(new Subscribe(address, "fr"), "", Role.System).Decision;
        Assert.Equal(["recipient.subscribed", "recipient.owed"], asked.Select(e => Spec.Line(e).Split(' ')[0]));
        var waiting = Spec.Recipient(new Subscribed(address, "fr")).At(key);
        waiting.When(new Owe("n-1", LetterKind.Newsletter, "1"), "", Role.System).Then();
        waiting.When(new Subscribe(address, "fr"), "", Role.System).Then(); // Nobody fills a mailbox by asking again.
        waiting.When(new Confirm(), "", Role.System).Then(new Confirmed());
        Spec.Recipient(new Subscribed(address, "fr"), new Confirmed()).At(key)
            .When(new Owe("n-1", LetterKind.Newsletter, "1"), "", Role.System)
            .Then(new Owed("n-1", LetterKind.Newsletter, "1"));
    }

    [Theory]
    [InlineData("zoe")]
    [InlineData("zoe@example")]
    [InlineData("zoe@example.org\r\nBcc: all@example.org")]
    [InlineData("somebody@else.example")]
    public void An_address_is_one_and_its_own(string address) =>
        Spec.Recipient().At(Keys.OfSubscriber("devs", "zoe@example.org"))
            .When(new Subscribe(address, "en"), "", Role.System).Refused("email.malformed");

    [Fact]
    public void A_digest_is_owed_when_it_is_due_and_only_then()
    {
        var world = new World();
        world.Ask("~/devs.alice", new Choose(Weekly), "alice", default);
        world.Pass(TimeSpan.FromDays(6));
        Assert.Empty(world.Recipient("~/devs.alice").Waiting);
        world.Pass(TimeSpan.FromHours(22.5));
        var owed = Assert.Single(world.Recipient("~/devs.alice").Waiting);
        Assert.Equal(LetterKind.Digest, owed.Value.Kind);
        Assert.Equal($"{Spec.Start.ToUnixTimeMilliseconds()}", owed.Value.Of);
        Assert.Equal(NextMonday.AddDays(7), world.Recipient("~/devs.alice").DigestAt);

        world.Ask("~/devs.alice", new Unsubscribe(LetterKind.Digest), "alice", default);
        world.Pass(TimeSpan.FromDays(30));
        Assert.Single(world.Recipient("~/devs.alice").Waiting);
    }

    [Fact]
    public void Who_leaves_is_sent_no_newsletter_and_no_digest()
    {
        var world = new World();
        world.Ask("devs/alice", new MemberCommand.Join("Alice"), "alice", new(Role.None, MayJoin: true));
        world.Ask("~/devs.alice", new Choose(Weekly with { Steps = false }), "alice", default);
        world.Ask("devs/alice", new MemberCommand.Leave(), "alice", new(Role.Member));
        Assert.Equal(
            Weekly with { Newsletter = false, Digest = DigestRhythm.Off, Steps = false },
            world.Recipient("~/devs.alice").Choices);
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", DigestRhythm.Daily, 2, "2026-03-29T01:00:00Z")] // Skipped: an hour behind.
    [InlineData("2026-10-24T12:00:00Z", DigestRhythm.Daily, 2, "2026-10-25T00:00:00Z")] // Twice: the first.
    [InlineData("2026-01-31T12:00:00Z", DigestRhythm.Monthly, 8, "2026-02-01T07:00:00Z")]
    [InlineData("2026-02-01T07:00:00Z", DigestRhythm.Monthly, 8, "2026-03-01T07:00:00Z")]
    public void A_digest_comes_at_an_hour_of_the_day_in_its_zone(
        string after, DigestRhythm rhythm, int hour, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            new MailChoices(false, rhythm, hour, "Europe/Paris")
                .NextDigest(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture)));

    private static Outcome<RecipientEvent> Asked(RecipientCommand command, params object[] history) =>
        Later(0, command, history);

    private static Outcome<RecipientEvent> Later(double minutes, RecipientCommand command, params object[] history) =>
        Spec.Recipient(history).When(command, "", Role.System, minutes);
}
