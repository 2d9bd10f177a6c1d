using Communities.Actors;
using static Communities.ConversationCommand;
using static Communities.ConversationEvent;

namespace Communities.Tests;

/// <summary>Private messages: begun, answered, read, left.</summary>
public sealed class ConversationTests
{
    private const string Key = "devs/01k0000000000000";
    private static readonly Standing New = new(Role.Member, IsNew: true);

    [Fact]
    public void A_member_writes_to_others_each_once() =>
        Spec.Conversation().When(new Start("Lunch", "Noon?", ["carol", "bob", "bob", "alice"]))
            .Then(new Started("Lunch", ["bob", "carol"]), new Messaged(1, "Noon?", ["bob", "carol"]));

    [Theory]
    [InlineData("", "Noon?", "subject.empty")]
    [InlineData("a\nb", "Noon?", "subject.malformed")]
    [InlineData("Lunch", " ", "text.empty")]
    public void A_conversation_begins_with_a_subject_and_a_text(string subject, string text, string code) =>
        Spec.Conversation().When(new Start(subject, text, ["bob"])).Refused(code);

    [Fact]
    public void A_conversation_is_between_two_and_twenty_members()
    {
        Spec.Conversation().When(new Start("Lunch", "Noon?", ["alice"])).Refused("recipient.missing");
        Spec.Conversation().When(new Start("Lunch", "Noon?", default)).Refused("recipient.missing");
        Spec.Conversation().When(new Start("Lunch", "Noon?", ["No One"])).Refused("recipient.missing");
        Spec.Conversation().When(new Start("Lunch", "Noon?", [.. Many(20)])).Refused("participants.many");
        Spec.Conversation(new Started("Lunch", [.. Many(19)]), new Messaged(1, "Noon?", []))
            .When(new Add("bob")).Refused("participants.many");
    }

    [Fact]
    public void Nobody_but_members_writes() =>
        Spec.Conversation().When(new Start("Lunch", "Noon?", ["bob"]), role: Role.None).Refused("member.needed");

    [Theory]
    [InlineData(Role.Member), InlineData(Role.Moderator), InlineData(Role.Owner), InlineData(Role.System)]
    public void To_who_takes_no_part_there_is_no_conversation_whatever_the_role(Role role)
    {
        foreach (var command in (ConversationCommand[])[
            new Send("x"), new MarkRead(1), new Add("mallory"), new Rename("x"), new Mute(), new Leave()])
            Begun().When(command, "mallory", role).Refused("conversation.missing");
        Begun().When(new Send("x"), "root", Role.None, isOperator: true).Refused("conversation.missing");
    }

    [Fact]
    public void An_answer_gets_the_next_number_and_is_told_to_who_has_not_muted() =>
        Begun(Spec.By("carol"), new Muted()).When(new Send("Yes."), "bob").Then(new Messaged(2, "Yes.", ["alice"]));

    [Fact]
    public void What_one_writes_oneself_is_read()
    {
        var conversation = Begun(Spec.By("bob"), new Messaged(2, "Yes.", ["alice", "carol"]));
        Assert.Equal((1, 2, 0), (
            conversation.State.Participants["alice"].Read, conversation.State.Participants["bob"].Read,
            conversation.State.Participants["carol"].Read));
        conversation.When(new MarkRead(99)).Then(new Read(2));
        conversation.When(new MarkRead(1)).Then();
    }

    [Fact]
    public void Who_is_added_takes_part_and_who_leaves_does_not()
    {
        Begun().When(new Add("dave"), "bob").Then(new Added("dave"));
        Begun().When(new Add("carol"), "bob").Then();
        Begun().When(new Leave(), "bob").Then(new Left());
        Begun(Spec.By("bob"), new Left()).When(new Send("x"), "bob").Refused("conversation.missing");
        Begun(Spec.By("bob"), new Left(), Spec.By("carol"), new Left()).When(new Send("x"))
            .Refused("conversation.left");
    }

    [Fact]
    public void Anybody_in_it_gives_it_another_subject_mutes_it_and_hears_again()
    {
        Begun().When(new Rename("Dinner"), "bob").Then(new Renamed("Dinner"));
        Begun().When(new Rename(""), "bob").Refused("subject.empty");
        Begun().When(new Mute(), "bob").Then(new Muted());
        Begun(Spec.By("bob"), new Muted()).When(new Mute(), "bob").Then();
        Begun(Spec.By("bob"), new Muted()).When(new Unmute(), "bob").Then(new Unmuted());
    }

    [Fact]
    public void A_new_member_writes_to_one_at_a_time_and_waits_for_an_answer()
    {
        Assert.Equal("recipients.many", Refused(Spec.Conversation().State, new Start("Hi", "Buy!", ["bob", "carol"])));
        Assert.Equal("recipients.many", Refused(Begun().State, new Add("dave")));
        var three = Begun(new Messaged(2, "?", []), new Messaged(3, "??", []));
        Assert.Equal("unanswered.exceeded", Refused(three.State, new Send("???")));
        three.When(new Send("???")).Then(new Messaged(4, "???", ["bob", "carol"]));
        Assert.Null(Refused(
            Begun(new Messaged(2, "?", []), new Messaged(3, "??", []), Spec.By("bob"), new Messaged(4, "Yes", []))
                .State,
            new Send("Ah.")));
    }

    [Fact]
    public void Thirty_conversations_a_day_are_begun_and_three_by_a_new_member()
    {
        foreach (var (standing, most) in new[] { (new Standing(Role.Member), 30), (New, 3) })
        {
            var allowance = Allowance.Initial;
            for (var i = 0; i < most; i++)
            {
                var begun = Assert.Single(allowance.Decide(new AllowanceCommand.Begin(), At(0)));
                allowance = allowance.Apply(begun, Spec.By("alice"));
            }

            Assert.Equal("conversations.exceeded", allowance.Decide(new AllowanceCommand.Begin(), At(1)).Refusal?.Code);
            Assert.Single(allowance.Decide(new AllowanceCommand.Begin(), At(24 * 60)));

            Turn At(double minutes) => new("alice", standing, Spec.Start.AddMinutes(minutes), "devs/alice");
        }
    }

    [Fact]
    public void A_message_is_told_to_inboxes_and_reading_it_settles_that()
    {
        Assert.Contains(
            "inbox:devs/bob notify {\"notice\":{\"reason\":\"message\",\"by\":\"alice\"",
            Assert.Single(Spec.Follows(new Messaged(2, "Secret", ["bob"]), Key)));
        Assert.DoesNotContain("Secret", Assert.Single(Spec.Follows(new Messaged(2, "Secret", ["bob"]), Key)));
        Assert.Equal(
            ["inbox:devs/alice settle {\"subject\":\"01k0000000000000\"}"], Spec.Follows(new Read(2), Key));
        Assert.Equal(
            ["inbox:devs/alice settle {\"subject\":\"01k0000000000000\"}"], Spec.Follows(new Left(), Key));
    }

    private static string? Refused(Conversation conversation, ConversationCommand command) =>
        conversation.Decide(command, new Turn("alice", New, Spec.Start, Key)).Refusal?.Code;

    private static IEnumerable<string> Many(int count) => Enumerable.Range(0, count).Select(n => $"friend{n}");

    private static Given<Conversation, ConversationCommand, ConversationEvent> Begun(params object[] then) =>
        Spec.Conversation(
            [new Started("Lunch", ["bob", "carol"]), new Messaged(1, "Noon?", ["bob", "carol"]), .. then]);
}
