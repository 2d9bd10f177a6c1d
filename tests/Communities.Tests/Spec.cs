using System.Text;
using Communities.Actors;

namespace Communities.Tests;

/// <summary>Given what happened, when this is asked, then that happens.</summary>
internal static class Spec
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Given<Thread, ThreadCommand, ThreadEvent> Thread(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Conversation, ConversationCommand, ConversationEvent> Conversation(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Poll, PollCommand, PollEvent> Poll(params object[] history) =>
        new("devs/01k0000000000001", history);

    public static Given<Gathering, GatheringCommand, GatheringEvent> Gathering(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Member, MemberCommand, MemberEvent> Member(params object[] history) =>
        new("devs/alice", history);

    public static Given<Contest, ContestCommand, ContestEvent> Contest(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Case, CaseCommand, CaseEvent> Case(params object[] history) =>
        new("devs/post-01k0000000000000-3", history);

    public static Given<Community, CommunityCommand, CommunityEvent> Community(params object[] history) =>
        new("devs", history);

    public static Given<Inbox, InboxCommand, InboxEvent> Inbox(params object[] history) => new("devs/alice", history);

    public static Given<Reading, ReadingCommand, ReadingEvent> Reading(params object[] history) =>
        new("devs/01k0000000000000/alice", history);

    public static Given<Watchers, WatchersCommand, WatchersEvent> Watchers(params object[] history) =>
        new("devs", history);

    public static Given<Pushes, PushesCommand, PushesEvent> Pushes(params object[] history) =>
        new("~/alice", history);

    public static Given<Newsletter, NewsletterCommand, NewsletterEvent> Newsletter(params object[] history) =>
        new("devs/01k0000000000002", history);

    public static Given<Recipient, RecipientCommand, RecipientEvent> Recipient(params object[] history) =>
        new("~/devs.alice", history);

    public static Given<Site, SiteCommand, SiteEvent> Site(params object[] history) => new("~", history);

    public static Given<Account, AccountCommand, AccountEvent> Account(params object[] history) =>
        new("~/alice", history);

    public static Given<Identifier, IdentifierCommand, IdentifierEvent> Identifier(params object[] history) =>
        new("~/digest", history);

    public static Given<Group, GroupCommand, GroupEvent> Group(params object[] history) =>
        new("devs/helpers", history);

    public static Given<Invitation, InvitationCommand, InvitationEvent> Invitation(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Policy, PolicyCommand, PolicyEvent> Policy(params object[] history) =>
        new("devs/netiquette", history);

    public static Given<Slot, SlotCommand, SlotEvent> Slot(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Interview, InterviewCommand, InterviewEvent> Interview(params object[] history) =>
        new("devs/01k0000000000000", history);

    public static Given<Knowledge, KnowledgeCommand, KnowledgeEvent> Knowledge(params object[] history) =>
        new("devs/brakes", history);

    public static Given<Drafts, DraftsCommand, DraftsEvent> Drafts(params object[] history) =>
        new("devs/alice", history);

    public static Given<LinkCard, LinkCommand, LinkEvent> Link(params object[] history) =>
        new("devs/0123456789abcdef0123456789abcdef", history);

    /// <summary>A history in which the next events are somebody else's, or later.</summary>
    public static Moment By(string account, double minutes = 0) => new(account, Start.AddMinutes(minutes));

    /// <summary>What the reactors make of this, as lines.</summary>
    public static IEnumerable<string> Follows(object happened, string key, string by = "alice", double minutes = 0) =>
        Domain.Reactors
            .Where(reactor => reactor.Listens.Contains(NameOf(happened)))
            .SelectMany(reactor => reactor.React(happened, key, By(by, minutes)))
            .Select(Line);

    /// <summary>The name and the JSON of an event: records that hold collections are not equal by value.</summary>
    public static string Line(object happened) => $"{NameOf(happened)} {Json(Codec(happened), happened)}";

    public static string Json(Codec codec, object member) => Encoding.UTF8.GetString(codec.Encode(member));

    private static string NameOf(object happened) => Codec(happened).NameOf(happened);

    private static Codec Codec(object happened) =>
        Domain.Kinds.Select(kind => kind.Events).First(events => events.Has(happened.GetType()));

    private static string Line(Reaction reaction)
    {
        var commands = Domain.Kinds.First(kind => kind.Name == reaction.Target.Kind).Commands;
        return reaction switch
        {
            Reaction.Sent r => $"{r.Target} {commands.NameOf(r.Command)} {Json(commands, r.Command)}",
            Reaction.AlarmSet r => $"{r.Target} {r.Name} at {r.Due:HH:mm}: {commands.NameOf(r.Command)}",
            Reaction.AlarmCancelled r => $"{r.Target} {r.Name} never",
            _ => throw new ArgumentOutOfRangeException(nameof(reaction)),
        };
    }
}

internal sealed class Given<TActor, TCommand, TEvent>
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    private readonly string _key;

    public Given(string key, object[] history)
    {
        _key = key;
        State = TActor.Initial;
        var moment = Spec.By("alice");
        foreach (var item in history)
        {
            if (item is Moment next) moment = next;
            else State = State.Apply((TEvent)item, moment);
        }
    }

    public TActor State { get; }

    /// <summary>The same history, under another key.</summary>
    public Given<TActor, TCommand, TEvent> At(string key) => new(key, State);

    public Outcome<TEvent> When(
        TCommand command, string by = "alice", Role role = Role.Member, double minutes = 0,
        bool isOperator = false, bool mayJoin = true, int trust = 0, bool mayApply = false, bool isNew = false,
        Bar bar = Bar.None, string? categories = null)
    {
        var standing = new Standing(role, trust, isOperator, mayJoin, mayApply, isNew, bar, categories);
        return new(State.Decide(command, new Turn(by, standing, Spec.Start.AddMinutes(minutes), _key)));
    }

    private Given(string key, TActor state) => (_key, State) = (key, state);
}

internal sealed record Outcome<TEvent>(Decision<TEvent> Decision) where TEvent : class
{
    public void Then(params TEvent[] expected)
    {
        Assert.Null(Decision.Refusal);
        Assert.Equal(expected.Select(Spec.Line), Decision.Select(Spec.Line));
    }

    /// <summary>The same without what follows of this kind, which others look at.</summary>
    public Outcome<TEvent> Without<TOther>() => new(
        Decision.Refusal is null ? [.. Decision.Where(happened => happened is not TOther)] : Decision);

    public void Refused(string code)
    {
        Assert.NotNull(Decision.Refusal);
        Assert.Equal(code, Decision.Refusal.Code);
    }
}
