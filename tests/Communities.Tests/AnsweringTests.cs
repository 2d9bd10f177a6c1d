using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;
using Accepted = Communities.ThreadEvent.Accepted;
using Opened = Communities.ThreadEvent.Opened;

namespace Communities.Tests;

/// <summary>Answers that readers look at again, members who are asked for one, and threads that are taken up.</summary>
public sealed class AnsweringTests
{
    private const string Old = "01k0000000000000";
    private const string New = "01k0000000000001";

    private static readonly string Long = new('a', Thread.SummaryMin);

    private static readonly object[] Solved =
    [
        new Opened("How?", "Like so?", "help", []), Spec.By("bob"), new Replied(2, "So."),
        Spec.By("alice"), new Accepted(2, "bob"),
    ];

    [Fact]
    public void Trusted_readers_and_who_asked_say_whether_an_answer_still_holds()
    {
        var thread = Spec.Thread(Solved);
        thread.When(new ConfirmAnswer(2), "carol", trust: 1).Then(new AnswerConfirmed(2));
        thread.When(new ConfirmAnswer(2), "carol").Refused("verdict.needed");
        thread.When(new ConfirmAnswer(2)).Then(new AnswerConfirmed(2));
        thread.When(new DoubtAnswer(2, "Not since version 3."), "carol", trust: 1)
            .Then(new AnswerDoubted(2, "bob", "Not since version 3."));
        thread.When(new DoubtAnswer(2, "two\nlines"), "carol", trust: 1).Refused("reason.malformed");
    }

    [Fact]
    public void What_is_said_is_said_of_the_present_answer()
    {
        Spec.Thread(Solved).When(new ConfirmAnswer(3), "carol", trust: 1).Refused("answer.changed");
        Spec.Thread(new Opened("How?", "Like so?", null, []), new Replied(2, "So."))
            .When(new DoubtAnswer(2), "carol", trust: 1).Refused("answer.changed");
    }

    [Fact]
    public void The_same_word_of_the_same_reader_is_news_again_after_a_month()
    {
        var thread = Spec.Thread([.. Solved, Spec.By("carol"), new AnswerDoubted(2, "bob")]);
        thread.When(new DoubtAnswer(2), "carol", trust: 1, minutes: 60).Then();
        thread.When(new ConfirmAnswer(2), "carol", trust: 1, minutes: 60).Then(new AnswerConfirmed(2));
        thread.When(new DoubtAnswer(2), "carol", trust: 1, minutes: Thread.VerdictFor.TotalMinutes + 1)
            .Then(new AnswerDoubted(2, "bob"));
    }

    [Fact]
    public void The_word_of_a_moderator_settles_doubts()
    {
        var thread = Spec.Thread([.. Solved, Spec.By("carol"), new AnswerDoubted(2, "bob")]);
        thread.When(new ConfirmAnswer(2), "mo", Role.Moderator).Then(new AnswerConfirmed(2, IsSettled: true));
        var settled = Spec.Thread([.. Solved, Spec.By("carol"), new AnswerDoubted(2, "bob"),
            Spec.By("mo"), new AnswerConfirmed(2, IsSettled: true)]);
        Assert.Equal(["mo"], settled.State.Verdicts!.Keys);
        settled.When(new DoubtAnswer(2), "carol", trust: 1).Then(new AnswerDoubted(2, "bob"));
    }

    [Fact]
    public void Another_text_or_another_answer_is_looked_at_anew()
    {
        object[] doubted = [.. Solved, Spec.By("carol"), new AnswerDoubted(2, "bob")];
        Assert.Null(Spec.Thread([.. doubted, Spec.By("bob"), new Edited(2, "Now so.", 2)]).State.Verdicts);
        Assert.Null(Spec.Thread([.. doubted, Spec.By("alice"), new Unaccepted(2, "bob")]).State.Verdicts);
        Assert.NotNull(Spec.Thread([.. doubted, new Edited(1, "How, please?", 2)]).State.Verdicts);
    }

    [Fact]
    public void A_summary_says_something_and_comes_from_who_knows()
    {
        var thread = Spec.Thread(Solved);
        thread.When(new Reply(Long, IsSummary: true), "carol", trust: 2)
            .Then(new Replied(3, Long, To: "alice"), new Summarised(3));
        thread.When(new Reply(Long, IsSummary: true), "carol", trust: 1).Refused("summary.foreign");
        thread.When(new Reply("Up!", IsSummary: true), "carol", trust: 2).Refused("summary.short");
        thread.When(new Reply(Long + " ", IsSummary: true)).Then(new Replied(3, Long + " "), new Summarised(3));
    }

    [Fact]
    public void Moderators_mark_summaries_and_take_the_mark_back()
    {
        var thread = Spec.Thread(Solved);
        thread.When(new Summarise(2), "mo", Role.Moderator).Then(new Summarised(2));
        thread.When(new Summarise(2), "bob").Refused("moderator.needed");
        thread.When(new Summarise(1), "mo", Role.Moderator).Refused("summary.opening");
        thread.When(new Summarise(7), "mo", Role.Moderator).Refused("post.missing");
        thread.When(new Summarise(2, IsUndone: true), "mo", Role.Moderator).Then();
        var marked = Spec.Thread([.. Solved, new Summarised(2)]);
        marked.When(new Summarise(2), "mo", Role.Moderator).Then();
        marked.When(new Summarise(2, IsUndone: true), "mo", Role.Moderator).Then(new Summarised(2, IsUndone: true));
    }

    [Fact]
    public void A_thread_that_is_left_alone_stays_so_until_somebody_writes()
    {
        Spec.Thread(Solved).When(new Rest(), "mo", Role.Moderator).Then(new Rested());
        Spec.Thread(Solved).When(new Rest(), "bob").Refused("moderator.needed");
        Spec.Thread([.. Solved, new Rested()]).When(new Rest(), "mo", Role.Moderator).Then();
        Spec.Thread([.. Solved, new Rested(), new Replied(3, "Still?")])
            .When(new Rest(), "mo", Role.Moderator).Then(new Rested());
    }

    [Fact]
    public void A_new_question_takes_an_old_thread_up_and_says_something_itself()
    {
        Spec.Thread().When(new Open("Again", "Up", null, [], Renews: Old)).Refused("summary.short");
        Spec.Thread().When(new Open("Again", Long, null, [], Renews: "?")).Refused("thread.missing");
        Spec.Thread().When(new Open("Again", Long, null, [], Renews: Old))
            .Then(new Opened("Again", Long, null, [], Renews: Old));
        Assert.Contains(
            $"thread:devs/{Old} renew {{\"thread\":\"{New}\"}}",
            Spec.Follows(new Opened("Again", Long, null, [], Renews: Old), $"devs/{New}")
                .Select(line => line.Replace("thread/devs", "thread:devs", StringComparison.Ordinal)));
        Spec.Thread(Solved).When(new Renew(New), "", Role.System).Then(new Renewed(New));
        Spec.Thread(Solved).When(new Renew(New), "mo", Role.Moderator).Refused("program.needed");
    }

    private static readonly object[] Joined = [new MemberEvent.Joined("Alice", Role.Member)];

    [Fact]
    public void A_member_is_asked_for_an_answer_once_a_week_at_most_and_never_twice_the_same()
    {
        Spec.Member(Joined).When(new MemberCommand.RequestAnswer(Old), "mo", Role.Moderator)
            .Then(new MemberEvent.AnswerRequested(Old));
        var asked = Spec.Member([.. Joined, Spec.By("mo"), new MemberEvent.AnswerRequested(Old)]);
        asked.When(new MemberCommand.RequestAnswer(New), "mo", Role.Moderator, minutes: 7 * 1440 - 1)
            .Refused("asking.slow");
        asked.When(new MemberCommand.RequestAnswer(New), "mo", Role.Moderator, minutes: 7 * 1440)
            .Then(new MemberEvent.AnswerRequested(New));
        asked.When(new MemberCommand.RequestAnswer(Old), "mo", Role.Moderator, minutes: 30 * 1440)
            .Refused("asking.repeated");
    }

    [Fact]
    public void Only_moderators_ask_and_nobody_asks_themselves_or_who_does_not_want_it()
    {
        Spec.Member(Joined).When(new MemberCommand.RequestAnswer(Old), "bob").Refused("moderator.needed");
        Spec.Member(Joined).When(new MemberCommand.RequestAnswer(Old), "alice", Role.Moderator).Refused("asking.own");
        Spec.Member(Joined).When(new MemberCommand.RequestAnswer("?"), "mo", Role.Moderator).Refused("thread.missing");
        Spec.Member([.. Joined, new MemberEvent.AskedSet(false)])
            .When(new MemberCommand.RequestAnswer(Old), "mo", Role.Moderator).Refused("asking.closed");
    }

    [Fact]
    public void A_member_passes_a_request_on_once()
    {
        object[] asked = [.. Joined, Spec.By("mo"), new MemberEvent.AnswerRequested(Old)];
        Spec.Member(asked).When(new MemberCommand.DeclineAnswer(Old)).Then(new MemberEvent.AnswerDeclined(Old));
        Spec.Member(asked).When(new MemberCommand.DeclineAnswer(New)).Then();
        Spec.Member(asked).When(new MemberCommand.DeclineAnswer(Old), "bob").Refused("account.foreign");
        Spec.Member([.. asked, Spec.By("alice"), new MemberEvent.AnswerDeclined(Old)])
            .When(new MemberCommand.DeclineAnswer(Old)).Then();
    }

    [Fact]
    public void Who_is_asked_is_told_and_the_setting_of_the_inbox_ends_it()
    {
        var world = new World();
        var moderator = new Standing(Role.Moderator);
        Assert.Null(world.Ask("devs/alice", new MemberCommand.Join("Alice"), "alice", new(Role.None, MayJoin: true)));
        Assert.Null(world.Ask("devs/alice", new MemberCommand.RequestAnswer(Old), "mo", moderator));
        Assert.Equal(Reasons.AnswerRequested, Assert.Single(world.Inbox("devs/alice").Unseen).Reason);
        var settings = InboxSettings.Default with { Off = [Reasons.AnswerRequested] };
        Assert.Null(world.Ask("devs/alice", new InboxCommand.Prefer(settings), "alice", new(Role.Member)));
        Assert.True(world.Member("devs/alice").IsNotAsked);
        world.Pass(TimeSpan.FromDays(8));
        Assert.Equal(
            "asking.closed", world.Ask("devs/alice", new MemberCommand.RequestAnswer(New), "mo", moderator)?.Code);
    }

    [Fact]
    public void A_target_holds_for_the_categories_below_and_else_for_the_community()
    {
        var community = Spec.Community(
            new CommunityEvent.CategoryAdded(new Category("help", "Help")),
            new CommunityEvent.CategoryAdded(new Category("brakes", "Brakes", Parent: "help")),
            new CommunityEvent.CategoryAdded(new Category("news", "News")),
            new CommunityEvent.QuestionsSet(
                new(48, false, [new("help", 4, IsSolved: true), new("news", 0)], 365), QuestionSettings.Default)).State;
        Assert.Equal((4, true), Target("help"));
        Assert.Equal((4, true), Target("brakes"));
        Assert.Equal((0, false), Target("news"));
        Assert.Equal((48, false), Target(null));

        (int, bool) Target(string? category) =>
            (community.TargetOf(category).Hours, community.TargetOf(category).IsSolved);
    }

    [Theory]
    [InlineData(-1, 365, "target.range")]
    [InlineData(673, 365, "target.range")]
    [InlineData(24, 29, "holds.range")]
    [InlineData(24, 3_651, "holds.range")]
    public void Settings_out_of_range_are_refused(int hours, int age, string code) =>
        Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Alice"))
            .When(new CommunityCommand.SetQuestions(new(hours, false, [], age)), role: Role.Manager).Refused(code);

    [Fact]
    public void Targets_are_of_categories_that_there_are_and_managers_set_them()
    {
        var community = Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Alice"));
        var settings = QuestionSettings.Default with { Hours = 12 };
        community.When(new CommunityCommand.SetQuestions(settings), role: Role.Manager)
            .Then(new CommunityEvent.QuestionsSet(settings, QuestionSettings.Default));
        community.When(new CommunityCommand.SetQuestions(settings), role: Role.Moderator).Refused("manager.needed");
        community.When(new CommunityCommand.SetQuestions(QuestionSettings.Default), role: Role.Manager).Then();
        community.When(
                new CommunityCommand.SetQuestions(settings with { Categories = [new("help", 4)] }), role: Role.Manager)
            .Refused("category.missing");
    }
}
