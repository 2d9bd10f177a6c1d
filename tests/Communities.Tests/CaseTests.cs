using System.Collections.Immutable;
using Communities.Actors;
using static Communities.CaseCommand;
using static Communities.CaseEvent;

namespace Communities.Tests;

/// <summary>Cases: who works on them, what is decided, by whom, and what takes it back.</summary>
public sealed class CaseTests
{
    private static readonly Subject Post = Subject.OfPost("01k0000000000000", 3);
    private static readonly ReportedContent Content = new("bob", "help", "Buy this");
    private static readonly Reported Report = new(
        "alice", "spam", "No advertising.", 1, "bob", Post, 1, Thresholds.Default, null, Content);

    private static readonly ImmutableArray<Measure> Keep = [new(MeasureKind.Keep)];
    private static readonly ImmutableArray<Measure> Remove = [new(MeasureKind.Remove)];
    private static readonly ImmutableArray<Measure> Hide = [new(MeasureKind.Hide)];

    private static CaseCommand.Decide Deciding(params Measure[] measures) =>
        new([.. measures], "spam", "No advertising.", "Please do not.");

    private static Outcome<CaseEvent> By(
        Given<Case, CaseCommand, CaseEvent> given, CaseCommand command, string by = "mo", Role role = Role.Moderator,
        double minutes = 0) => given.When(command, by, role, minutes);

    private static Given<Case, CaseCommand, CaseEvent> Reported(params object[] after) =>
        Spec.Case([Report, .. after]);

    private static Decided Removed(string by = "mo") =>
        new(1, by, DecisionOrigin.Case, Remove, "bob", Post, "spam", "No advertising.", "Please do not.", null,
            [new("alice", 1)]);

    [Fact]
    public void A_moderator_decides_a_case_once_for_all_who_reported()
    {
        By(Reported(), Deciding(new Measure(MeasureKind.Remove))).Then(Removed());
        var resolved = Reported(Removed()).State;
        Assert.Equal(CaseStatus.Resolved, resolved.Status);
        Assert.Empty(resolved.Waiting);
    }

    [Fact]
    public void Who_moderates_nothing_here_sees_no_case()
    {
        By(Reported(), new Claim(), "alice", Role.Member).Refused("moderator.needed");
        By(Reported(), Deciding(new Measure(MeasureKind.Keep)), "alice", Role.Member).Refused("moderator.needed");
        By(Spec.Case(), new Claim()).Refused("case.missing");
    }

    [Theory]
    [InlineData("help", MeasureKind.Remove, null)]
    [InlineData("help", MeasureKind.Warn, null)]
    [InlineData("help", MeasureKind.Close, null)]
    [InlineData("help", MeasureKind.Silence, "moderator.needed")]
    [InlineData("help", MeasureKind.Ban, "moderator.needed")]
    [InlineData("help", MeasureKind.Erase, "manager.needed")]
    [InlineData("brakes", MeasureKind.Remove, "moderator.needed")]
    public void Who_keeps_order_in_one_category_has_power_over_content_there(
        string category, MeasureKind kind, string? code)
    {
        var turn = new Turn("carol", new Standing(Role.Member, Categories: category), Spec.Start, "devs/" + Post);
        var decision = Reported().State.Decide(Deciding(new Measure(kind)), turn);
        Assert.Equal(code, decision.Refusal?.Code);
    }

    [Fact]
    public void What_another_moderator_works_on_is_theirs_until_taken_over_or_left_for_half_an_hour()
    {
        var claimed = Reported(Spec.By("mo"), new Claimed());
        By(claimed, new Claim(), "max").Refused("case.claimed");
        By(claimed, Deciding(new Measure(MeasureKind.Keep)), "max").Refused("case.claimed");
        By(claimed, new Claim(TakeOver: true), "max").Then(new Claimed("mo"));
        By(claimed, new Claim(), "max", minutes: 31).Then(new Claimed());
        By(claimed, new Claim()).Then();
        By(Reported(Spec.By("mo"), new Claimed(), Spec.By("mo", 20), new Noted("Hm")), new Claim(), "max", minutes: 45)
            .Refused("case.claimed");
        By(claimed, new Release(), "max").Refused("case.claimed");
        By(claimed, new Release()).Then(new Released());
    }

    [Fact]
    public void Nobody_decides_about_what_they_have_not_seen()
    {
        var seen = Deciding(new Measure(MeasureKind.Keep)) with { Seen = 1 };
        Assert.Null(By(Reported(Report with { By = "carol" }), seen).Decision.Refusal);
        By(Reported(Report with { By = "carol", Content = Content with { Revision = 2 }, Revision = 2 }), seen)
            .Refused("case.changed");
        By(Reported(Report with { By = "carol", IsIllegal = true }), seen).Refused("case.changed");
        By(Reported(Removed(), new Reopened()), seen).Refused("case.changed");
    }

    [Fact]
    public void An_escalated_case_waits_for_a_manager()
    {
        By(Reported(), new Escalate("Threats")).Then(new Escalated("Threats", "help"));
        By(Reported(new Escalated()), Deciding(new Measure(MeasureKind.Keep))).Refused("case.escalated");
        Assert.Null(By(Reported(new Escalated()), Deciding(new Measure(MeasureKind.Keep)), "max", Role.Manager)
            .Decision.Refusal);
    }

    public static TheoryData<Measure[], string> BadMeasures { get; } = new()
    {
        { [], "measures.malformed" },
        { [new(MeasureKind.Hide), new(MeasureKind.Hide)], "measures.malformed" },
        { [new((MeasureKind)99)], "measures.malformed" },
        { [new(MeasureKind.Keep), new(MeasureKind.Warn)], "measures.contrary" },
        { [new(MeasureKind.Hide), new(MeasureKind.Remove)], "measures.contrary" },
        { [new(MeasureKind.Silence), new(MeasureKind.Ban)], "measures.contrary" },
        { [new(MeasureKind.Silence, 0)], "measure.range" },
        { [new(MeasureKind.Warn, 24)], "measure.malformed" },
        { [new(MeasureKind.Slow)], "slow.range" },
        { [new(MeasureKind.Hide, null, 60)], "measure.malformed" },
        { [new(MeasureKind.Erase)], "manager.needed" },
    };

    [Theory, MemberData(nameof(BadMeasures))]
    public void Measures_fit_together(Measure[] measures, string code) =>
        By(Reported(), Deciding(measures)).Refused(code);

    [Fact]
    public void A_decision_names_its_rule_and_says_why_unless_all_is_kept()
    {
        By(Reported(), Deciding(new Measure(MeasureKind.Hide)) with { Rule = "" }).Refused("rule.empty");
        By(Reported(), Deciding(new Measure(MeasureKind.Hide)) with { Text = " " }).Refused("text.empty");
        By(Reported(), Deciding(new Measure(MeasureKind.Hide)) with { Text = new('x', 2_001) }).Refused("text.long");
        By(Reported(), Deciding(new Measure(MeasureKind.Hide)) with { Reason = "A b" })
            .Refused("report-reason.unknown");
        Assert.Null(By(Reported(), new CaseCommand.Decide(Keep, null, "", "")).Decision.Refusal);
    }

    [Fact]
    public void Nobody_decides_about_themselves_or_about_higher_staff()
    {
        By(Reported(), Deciding(new Measure(MeasureKind.Remove)), "bob").Refused("case.own");
        By(Reported(), new CaseCommand.Decide(Keep, null, "", ""), "bob").Refused("case.own");
        Assert.Null(By(Reported(), new CaseCommand.Decide(Keep, null, "", "", IsAlone: true), "bob").Decision.Refusal);
        By(Reported(), Deciding(new Measure(MeasureKind.Warn)) with { Of = Role.Moderator }).Refused("author.higher");
        Assert.Null(By(Reported(), Deciding(new Measure(MeasureKind.Warn)) with { Of = Role.Moderator }, "max",
            Role.Manager).Decision.Refusal);
        Assert.Null(By(Reported(), Deciding(new Measure(MeasureKind.Remove)) with { Of = Role.Owner })
            .Decision.Refusal);
    }

    [Fact]
    public void Members_and_messages_are_judged_and_not_hidden()
    {
        var member = Spec.Case(Report with { Place = Subject.OfMember("bob") }).At("devs/member-bob");
        By(member, Deciding(new Measure(MeasureKind.Hide))).Refused("measure.unfit");
        Assert.Null(By(member, Deciding(new Measure(MeasureKind.Silence, 24))).Decision.Refusal);
        var turn = new Turn("carol", new Standing(Role.Member, Categories: "help"), Spec.Start, "devs/member-bob");
        Assert.Equal("moderator.needed", member.State.Decide(new Claim(), turn).Refusal?.Code);
    }

    [Fact]
    public void Messages_are_out_of_reach_unless_reported()
    {
        By(Spec.Case().At("devs/message-01k0000000000000-3"), new Open(Content)).Refused("message.unreported");
        By(Spec.Case(), new Open(Content, "Seen")).Then(new Opened(Content, "Seen"));
    }

    [Fact]
    public void A_sanction_counts_as_a_strike_for_the_days_of_the_community()
    {
        var decided = Assert.IsType<Decided>(By(
            Reported(), Deciding(new Measure(MeasureKind.Silence, 24)) with { StrikeDays = 30 }).Decision[0]);
        Assert.Equal(Spec.Start.AddDays(30), decided.StrikeUntil);
        decided = Assert.IsType<Decided>(By(Reported(), Deciding(new Measure(MeasureKind.Hide))).Decision[0]);
        Assert.Null(decided.StrikeUntil);
    }

    [Fact]
    public void Undoing_leaves_the_case_to_be_decided()
    {
        By(Reported(Removed()), new Undo(1, "A mistake")).Then(new Undone(
            1, "mo", DecisionOrigin.Case, Remove, "bob", Post, "A mistake", [new("alice", 1)]));
        var undone = Reported(Removed(), new Undone(
            1, "mo", DecisionOrigin.Case, Remove, "bob", Post, null, [new("alice", 1)]));
        Assert.Equal(CaseStatus.Open, undone.State.Status);
        Assert.Equal(1, undone.State.Weight);
        By(undone, new Undo(1)).Then();
        By(Reported(Removed()), new Undo(2)).Refused("decision.missing");
        By(Reported(Removed()), new Undo(1), "bob").Refused("decision.own");
    }

    [Fact]
    public void What_is_erased_stays_erased() =>
        By(Reported(Removed() with { Measures = [new(MeasureKind.Erase)] }), new Undo(1), "max", Role.Manager)
            .Refused("decision.final");

    [Fact]
    public void Whom_a_decision_concerns_objects_once_within_twenty_days_even_when_banned()
    {
        By(Reported(Removed()), new Appeal(1, "It was a joke"), "bob", Role.None)
            .Then(new Appealed(1, "It was a joke", "help"));
        By(Reported(Removed()), new Appeal(1, "x"), "alice", Role.Member).Refused("decision.missing");
        By(Reported(Removed()), new Appeal(1, ""), "bob", Role.None).Refused("text.empty");
        By(Reported(Removed()), new Appeal(1, "x"), "bob", Role.None, 20 * 24 * 60).Refused("appeal.late");
        By(Reported(Removed(), new Appealed(1, "x")), new Appeal(1, "x"), "bob", Role.None).Refused("appeal.exists");
        By(Reported(Removed() with { Measures = Keep }), new Appeal(1, "x"), "bob").Refused("decision.harmless");
    }

    [Fact]
    public void An_appeal_is_answered_by_somebody_else_where_there_is_somebody()
    {
        var appealed = Reported(Removed(), new Appealed(1, "It was a joke"));
        Assert.Equal(CaseStatus.Open, appealed.State.Status);
        By(appealed, new AnswerAppeal(1, false, "It was not")).Refused("appeal.own");
        By(appealed, new AnswerAppeal(1, false, "It was not", IsAlone: true))
            .Then(new Answered(1, false, "It was not", "bob"));
        By(appealed, new AnswerAppeal(1, true, "It was"), "bob").Refused("decision.own");
        By(appealed, new AnswerAppeal(1, true, "It was"), "max").Then(
            new Answered(1, true, "It was", "bob"),
            new Undone(
                1, "max", DecisionOrigin.Case, Remove, "bob", Post, "It was", [new("alice", 1)], IsAppeal: true));
        By(Reported(Removed()), new AnswerAppeal(1, true, "x"), "max").Refused("appeal.missing");
    }

    [Fact]
    public void Who_takes_a_decision_back_that_was_objected_to_answers_the_objection()
    {
        var appealed = Reported(Removed(), new Appealed(1, "It was a joke"));
        Assert.Equal(
            ["Answered", "Undone"],
            By(appealed, new Undo(1, "Right")).Decision.Select(happened => happened.GetType().Name));
        var automatic = Reported(
            Removed("") with { Origin = DecisionOrigin.Automatic, Measures = Hide, Reports = null },
            new Appealed(1, "It was a joke"));
        var kept = By(automatic, new CaseCommand.Decide(Keep, null, "", "It was"));
        Assert.Equal(new Answered(1, true, "It was", "bob"), kept.Decision[0]);
        Assert.Equal(CaseStatus.Resolved, automatic.State.Apply(kept.Decision[0], Spec.By("mo"))
            .Apply(kept.Decision[1], Spec.By("mo")).Status);
    }

    [Fact]
    public void An_answered_appeal_resolves_the_case()
    {
        var upheld = Reported(
            Removed(), new Appealed(1, "x"), new Answered(1, false, "y", "bob"));
        Assert.Equal(CaseStatus.Resolved, upheld.State.Status);
        By(upheld, new Appeal(1, "Once more"), "bob").Refused("appeal.exists");
    }

    [Fact]
    public void Enough_weight_hides_a_post_until_somebody_decides()
    {
        var receive = new Receive("dave", "spam", "No advertising.", 7, Content, Thresholds.Default);
        var outcome = By(Reported(), receive, "", Role.System);
        var decided = Assert.IsType<Decided>(outcome.Decision[1]);
        Assert.Equal((DecisionOrigin.Automatic, ""), (decided.Origin, decided.By));
        Assert.Equal(Hide, decided.Measures);
        Assert.Null(decided.Reports);

        Assert.Single(By(Reported(), receive with { Weight = 6 }, "", Role.System).Decision);
        Assert.Single(By(Reported(), receive with { IsIllegal = true }, "", Role.System).Decision);
        Assert.Single(By(Reported(), receive with { Thresholds = Thresholds.None }, "", Role.System).Decision);
        Assert.Single(By(
            Reported(), receive with { Content = Content with { IsStaff = true } }, "", Role.System).Decision);
        Assert.Single(By(Reported(), receive with { By = "alice", Weight = 7 }, "", Role.System).Decision);
        Assert.Single(By(
            Reported(outcome.Decision[0], outcome.Decision[1]), receive with { By = "erin" }, "", Role.System)
            .Decision);
    }

    [Fact]
    public void What_moderators_have_looked_at_is_not_opened_again_unless_it_changed_or_is_illegal()
    {
        var kept = Reported(Removed() with { Measures = Keep });
        var receive = new Receive("dave", "spam", "No advertising.", 9, Content, Thresholds.Default);
        var settled = Assert.IsType<Reported>(Assert.Single(By(kept, receive, "", Role.System).Decision));
        Assert.True(settled.IsSettled);
        Assert.Equal(CaseStatus.Resolved, Reported(Removed() with { Measures = Keep }, settled).State.Status);
        var changed = (Reported)By(kept, receive with { Content = Content with { Revision = 2 } }, "", Role.System)
            .Decision[0];
        Assert.False(changed.IsSettled);
        Assert.False(((Reported)By(kept, receive with { IsIllegal = true }, "", Role.System).Decision[0]).IsSettled);
    }

    [Fact]
    public void A_decision_s_id_names_its_case_and_number()
    {
        Assert.Equal("post-01k0000000000000-3.2", Case.IdOf(Post.ToString(), 2));
        Assert.Equal((Post, 2), Case.PartsOf("post-01k0000000000000-3.2"));
        Assert.All((string?[])[null, "", ".2", "post-01k0000000000000-3", "post-01k0000000000000-3.0", "x.2", "a.b"],
            id => Assert.Null(Case.PartsOf(id)));
    }
}
