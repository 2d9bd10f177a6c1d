using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Communities.Actors;

namespace Communities;

/// <summary>All that an engine is given to host Communities.</summary>
public static class Domain
{
    /// <summary>The one JSON of journal, wire and archive.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(
            AccountJson.Default, CommunityJson.Default, MemberJson.Default, ThreadJson.Default,
            UploadJson.Default, KnowledgeJson.Default,
            GatheringJson.Default,
            PollJson.Default, ConversationJson.Default,
            SlotJson.Default, InterviewJson.Default,
            IdentifierJson.Default,
            InboxJson.Default, ReadingJson.Default, WatchersJson.Default, SiteJson.Default, PushesJson.Default,
            InvitationJson.Default, GroupJson.Default, PolicyJson.Default, BlocksJson.Default,
            DraftsJson.Default, LinkJson.Default,
            CaseJson.Default, RecipientJson.Default, ContestJson.Default, NewsletterJson.Default),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every kind of actor.</summary>
    public static IReadOnlyList<ActorKind> Kinds { get; } =
    [
        ActorKind.Of<Account, AccountCommand, AccountEvent>(Json),
        ActorKind.Of<Identifier, IdentifierCommand, IdentifierEvent>(Json),
        ActorKind.Of<Community, CommunityCommand, CommunityEvent>(Json),
        ActorKind.Of<Member, MemberCommand, MemberEvent>(Json),
        ActorKind.Of<Thread, ThreadCommand, ThreadEvent>(Json),
        ActorKind.Of<Upload, UploadCommand, UploadEvent>(Json),
        ActorKind.Of<Knowledge, KnowledgeCommand, KnowledgeEvent>(Json),
        ActorKind.Of<Allowance, AllowanceCommand, AllowanceEvent>(Json),
        ActorKind.Of<Blocks, BlocksCommand, BlocksEvent>(Json),
        ActorKind.Of<Poll, PollCommand, PollEvent>(Json),
        ActorKind.Of<Gathering, GatheringCommand, GatheringEvent>(Json),
        ActorKind.Of<Conversation, ConversationCommand, ConversationEvent>(Json),
        ActorKind.Of<Slot, SlotCommand, SlotEvent>(Json),
        ActorKind.Of<Interview, InterviewCommand, InterviewEvent>(Json),
        ActorKind.Of<Inbox, InboxCommand, InboxEvent>(Json),
        ActorKind.Of<Reading, ReadingCommand, ReadingEvent>(Json),
        ActorKind.Of<Invitation, InvitationCommand, InvitationEvent>(Json),
        ActorKind.Of<Group, GroupCommand, GroupEvent>(Json),
        ActorKind.Of<Watchers, WatchersCommand, WatchersEvent>(Json),
        ActorKind.Of<Site, SiteCommand, SiteEvent>(Json),
        ActorKind.Of<Pushes, PushesCommand, PushesEvent>(Json),
        ActorKind.Of<Drafts, DraftsCommand, DraftsEvent>(Json),
        ActorKind.Of<Policy, PolicyCommand, PolicyEvent>(Json),
        ActorKind.Of<LinkCard, LinkCommand, LinkEvent>(Json),
        ActorKind.Of<Case, CaseCommand, CaseEvent>(Json),
        ActorKind.Of<Recipient, RecipientCommand, RecipientEvent>(Json),
        ActorKind.Of<Contest, ContestCommand, ContestEvent>(Json),
        ActorKind.Of<Newsletter, NewsletterCommand, NewsletterEvent>(Json),
    ];

    /// <summary>Every reactor.</summary>
    public static IReadOnlyList<Reactor> Reactors { get; } =
    [
        Founding.Reactor, Scheduling.Reactor, Tallying.Reactor, Moving.Reactor,
        Portraying.Reactor,
        Polling.Reactor, Corresponding.Reactor,
        Freeing.Reactor,
        Publishing.Reactor, Interviewing.Reactor,
        Announcing.Reactor,
        Trusting.Reactor, Inviting.Reactor, Admitting.Reactor, Grouping.Reactor,
        Referring.Reactor,
        Sanctioning.Reactor,
        Policing.Reactor, Deciding.Reactor, Informing.Reactor,
        Promulgating.Reactor,
        Questioning.Reactor,
        Convening.Reactor,
        Entrusting.Reactor, Keeping.Reactor,
        Mailing.Reactor,
        Welcoming.Reactor,
        Recognising.Reactor, Contesting.Reactor,
        TakingUp.Reactor,
    ];

    /// <summary>What happened, from an envelope of any of the kinds.</summary>
    /// <exception cref="JsonException">A newer version wrote it, or it is damaged.</exception>
    public static object Happened(Envelope envelope)
    {
        foreach (var kind in Kinds)
            if (kind.Name == envelope.Actor.Kind) return envelope.Decoded(kind.Events);
        throw new JsonException($"No actor is called {envelope.Actor.Kind} here; a newer version may have written it.");
    }

    internal static string EventName<TEvent>() =>
        Kinds.Select(kind => kind.Events).First(events => events.Has(typeof(TEvent))).NameOf<TEvent>();
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Account)), JsonSerializable(typeof(AccountCommand)), JsonSerializable(typeof(AccountEvent))]
internal sealed partial class AccountJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Identifier))]
[JsonSerializable(typeof(IdentifierCommand)), JsonSerializable(typeof(IdentifierEvent))]
internal sealed partial class IdentifierJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Community))]
[JsonSerializable(typeof(CommunityCommand)), JsonSerializable(typeof(CommunityEvent))]
internal sealed partial class CommunityJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Member)), JsonSerializable(typeof(MemberCommand)), JsonSerializable(typeof(MemberEvent))]
[JsonSerializable(typeof(MemberCommand.Sanction), TypeInfoPropertyName = "SanctionCommand")]
[JsonSerializable(typeof(MemberCommand.Strike), TypeInfoPropertyName = "StrikeCommand")]
internal sealed partial class MemberJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Thread)), JsonSerializable(typeof(ThreadCommand)), JsonSerializable(typeof(ThreadEvent))]
internal sealed partial class ThreadJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Knowledge))]
[JsonSerializable(typeof(KnowledgeCommand)), JsonSerializable(typeof(KnowledgeEvent))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Poll)), JsonSerializable(typeof(PollCommand)), JsonSerializable(typeof(PollEvent))]
internal sealed partial class PollJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Gathering))]
[JsonSerializable(typeof(GatheringCommand)), JsonSerializable(typeof(GatheringEvent))]
internal sealed partial class GatheringJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Slot)), JsonSerializable(typeof(SlotCommand)), JsonSerializable(typeof(SlotEvent))]
internal sealed partial class SlotJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Interview))]
[JsonSerializable(typeof(InterviewCommand)), JsonSerializable(typeof(InterviewEvent))]
internal sealed partial class InterviewJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Inbox)), JsonSerializable(typeof(InboxCommand)), JsonSerializable(typeof(InboxEvent))]
internal sealed partial class InboxJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Reading)), JsonSerializable(typeof(ReadingCommand)), JsonSerializable(typeof(ReadingEvent))]
internal sealed partial class ReadingJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(InvitationCommand)), JsonSerializable(typeof(InvitationEvent))]
internal sealed partial class InvitationJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Group)), JsonSerializable(typeof(GroupCommand)), JsonSerializable(typeof(GroupEvent))]
internal sealed partial class GroupJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Watchers))]
[JsonSerializable(typeof(WatchersCommand)), JsonSerializable(typeof(WatchersEvent))]
internal sealed partial class WatchersJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Drafts)), JsonSerializable(typeof(DraftsCommand)), JsonSerializable(typeof(DraftsEvent))]
internal sealed partial class DraftsJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(LinkCard)), JsonSerializable(typeof(LinkCommand)), JsonSerializable(typeof(LinkEvent))]
internal sealed partial class LinkJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(ConversationCommand)), JsonSerializable(typeof(ConversationEvent))]
internal sealed partial class ConversationJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Site)), JsonSerializable(typeof(SiteCommand)), JsonSerializable(typeof(SiteEvent))]
internal sealed partial class SiteJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Pushes)), JsonSerializable(typeof(PushesCommand)), JsonSerializable(typeof(PushesEvent))]
internal sealed partial class PushesJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Case)), JsonSerializable(typeof(CaseCommand)), JsonSerializable(typeof(CaseEvent))]
internal sealed partial class CaseJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Blocks)), JsonSerializable(typeof(BlocksCommand)), JsonSerializable(typeof(BlocksEvent))]
internal sealed partial class BlocksJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Policy)), JsonSerializable(typeof(PolicyCommand)), JsonSerializable(typeof(PolicyEvent))]
internal sealed partial class PolicyJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Recipient))]
[JsonSerializable(typeof(RecipientCommand)), JsonSerializable(typeof(RecipientEvent))]
internal sealed partial class RecipientJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Contest)), JsonSerializable(typeof(ContestCommand)), JsonSerializable(typeof(ContestEvent))]
internal sealed partial class ContestJson : JsonSerializerContext;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Newsletter)), JsonSerializable(typeof(NewsletterContent))]
[JsonSerializable(typeof(NewsletterCommand)), JsonSerializable(typeof(NewsletterEvent))]
internal sealed partial class NewsletterJson : JsonSerializerContext;
