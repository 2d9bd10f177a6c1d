using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Tests;

/// <summary>Every actor of one community in memory, with the reactors at once behind each event.</summary>
internal sealed class World
{
    private readonly Dictionary<ActorId, object> _states = [];
    private readonly Dictionary<ActorId, long> _versions = [];
    private readonly SortedDictionary<(string Target, string Name), Reaction.AlarmSet> _alarms = [];

    /// <summary>All that happened, as the journal would hold it.</summary>
    public List<Envelope> Journal { get; } = [];

    public DateTimeOffset Now { get; private set; } = Spec.Start;

    public TActor See<TActor, TCommand, TEvent>(string key)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class =>
        (TActor)_states.GetValueOrDefault(new ActorId(TActor.Kind, key), TActor.Initial);

    public Community Community(string key) => See<Community, CommunityCommand, CommunityEvent>(key);

    public Member Member(string key) => See<Member, MemberCommand, MemberEvent>(key);

    public Thread Thread(string key) => See<Thread, ThreadCommand, ThreadEvent>(key);

    public Poll Poll(string key) => See<Poll, PollCommand, PollEvent>(key);

    public Contest Contest(string key) => See<Contest, ContestCommand, ContestEvent>(key);
    public Slot Slot(string key) => See<Slot, SlotCommand, SlotEvent>(key);

    public Interview Interview(string key) => See<Interview, InterviewCommand, InterviewEvent>(key);

    public Case Case(string key) => See<Case, CaseCommand, CaseEvent>(key);

    public Recipient Recipient(string key) => See<Recipient, RecipientCommand, RecipientEvent>(key);
    public Gathering Gathering(string key) => See<Gathering, GatheringCommand, GatheringEvent>(key);

    public Inbox Inbox(string key) => See<Inbox, InboxCommand, InboxEvent>(key);

    public Refusal? Ask(string key, ICommand command, string by, Standing standing) => command switch
    {
        AccountCommand c => Ask<Account, AccountCommand, AccountEvent>(key, c, by, standing),
        CommunityCommand c => Ask<Community, CommunityCommand, CommunityEvent>(key, c, by, standing),
        MemberCommand c => Ask<Member, MemberCommand, MemberEvent>(key, c, by, standing),
        ThreadCommand c => Ask<Thread, ThreadCommand, ThreadEvent>(key, c, by, standing),
        ConversationCommand c => Ask<Conversation, ConversationCommand, ConversationEvent>(key, c, by, standing),
        PollCommand c => Ask<Poll, PollCommand, PollEvent>(key, c, by, standing),
        InboxCommand c => Ask<Inbox, InboxCommand, InboxEvent>(key, c, by, standing),
        WatchersCommand c => Ask<Watchers, WatchersCommand, WatchersEvent>(key, c, by, standing),
        ReadingCommand c => Ask<Reading, ReadingCommand, ReadingEvent>(key, c, by, standing),
        GroupCommand c => Ask<Group, GroupCommand, GroupEvent>(key, c, by, standing),
        PolicyCommand c => Ask<Policy, PolicyCommand, PolicyEvent>(key, c, by, standing),
        SiteCommand c => Ask<Site, SiteCommand, SiteEvent>(key, c, by, standing),
        InvitationCommand c => Ask<Invitation, InvitationCommand, InvitationEvent>(key, c, by, standing),
        DraftsCommand c => Ask<Drafts, DraftsCommand, DraftsEvent>(key, c, by, standing),
        ContestCommand c => Ask<Contest, ContestCommand, ContestEvent>(key, c, by, standing),
        CaseCommand c => Ask<Case, CaseCommand, CaseEvent>(key, c, by, standing),
        NewsletterCommand c => Ask<Newsletter, NewsletterCommand, NewsletterEvent>(key, c, by, standing),
        RecipientCommand c => Ask<Recipient, RecipientCommand, RecipientEvent>(key, c, by, standing),
        GatheringCommand c => Ask<Gathering, GatheringCommand, GatheringEvent>(key, c, by, standing),
        SlotCommand c => Ask<Slot, SlotCommand, SlotEvent>(key, c, by, standing),
        InterviewCommand c => Ask<Interview, InterviewCommand, InterviewEvent>(key, c, by, standing),
        KnowledgeCommand c => Ask<Knowledge, KnowledgeCommand, KnowledgeEvent>(key, c, by, standing),
        LinkCommand c => Ask<LinkCard, LinkCommand, LinkEvent>(key, c, by, standing),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>Lets time pass, and every alarm that is due by then ring.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        foreach (var (name, alarm) in _alarms.Where(alarm => alarm.Value.Due <= Now).ToList())
        {
            _alarms.Remove(name);
            Ask(alarm.Target.Key, alarm.Command, "", Standing.System);
        }
    }

    private Refusal? Ask<TActor, TCommand, TEvent>(string key, TCommand command, string by, Standing standing)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class
    {
        var id = new ActorId(TActor.Kind, key);
        var decision = See<TActor, TCommand, TEvent>(key).Decide(command, new Turn(by, standing, Now, key));
        foreach (var happened in decision)
        {
            _states[id] = See<TActor, TCommand, TEvent>(key).Apply(happened, new Moment(by, Now));
            var envelope = Enclose(id, happened, by);
            Journal.Add(envelope);
            foreach (var reactor in Domain.Reactors.Where(reactor => reactor.Listens.Contains(envelope.Name)))
                foreach (var reaction in reactor.React(happened, key, new Moment(by, Now)).ToImmutableArray())
                    Follow(reaction, by);
        }

        return decision.Refusal;
    }

    private Envelope Enclose(ActorId id, object happened, string by)
    {
        var codec = Domain.Kinds.First(kind => kind.Name == id.Kind).Events;
        _versions[id] = _versions.GetValueOrDefault(id) + 1;
        return new(
            Journal.Count + 1, id, _versions[id], codec.NameOf(happened), Now, by, null, codec.Encode(happened));
    }

    private void Follow(Reaction reaction, string by)
    {
        switch (reaction)
        {
            case Reaction.Sent r: Ask(r.Target.Key, r.Command, r.By ?? by, Standing.System); break;
            case Reaction.AlarmSet r: _alarms[(r.Target.ToString(), r.Name)] = r; break;
            case Reaction.AlarmCancelled r: _alarms.Remove((r.Target.ToString(), r.Name)); break;
            default: throw new ArgumentOutOfRangeException(nameof(reaction));
        }
    }
}
