using Communities.Cluster;

namespace Communities.Silo;

// The actors, one line each, by the names that placement and the dashboard know them by.
[GrainType("account")]
internal sealed class AccountGrain : ActorGrain<Account, AccountCommand, AccountEvent>;

[GrainType("identifier")]
internal sealed class IdentifierGrain : ActorGrain<Identifier, IdentifierCommand, IdentifierEvent>;

[GrainType("community")]
internal sealed class CommunityGrain : ActorGrain<Community, CommunityCommand, CommunityEvent>;

[GrainType("member")]
internal sealed class MemberGrain : ActorGrain<Member, MemberCommand, MemberEvent>;

[GrainType("thread")]
internal sealed class ThreadGrain : ActorGrain<Thread, ThreadCommand, ThreadEvent>;

[GrainType("poll")]
internal sealed class PollGrain : ActorGrain<Poll, PollCommand, PollEvent>;

[GrainType("gathering")]
internal sealed class GatheringGrain : ActorGrain<Gathering, GatheringCommand, GatheringEvent>;

[GrainType("inbox")]
internal sealed class InboxGrain : ActorGrain<Inbox, InboxCommand, InboxEvent>;

[GrainType("reading")]
internal sealed class ReadingGrain : ActorGrain<Reading, ReadingCommand, ReadingEvent>;

[GrainType("invitation")]
internal sealed class InvitationGrain : ActorGrain<Invitation, InvitationCommand, InvitationEvent>;

[GrainType("watchers")]
internal sealed class WatchersGrain : ActorGrain<Watchers, WatchersCommand, WatchersEvent>;

[GrainType("upload")]
internal sealed class UploadGrain : ActorGrain<Upload, UploadCommand, UploadEvent>;

[GrainType("knowledge")]
internal sealed class KnowledgeGrain : ActorGrain<Knowledge, KnowledgeCommand, KnowledgeEvent>;

[GrainType("allowance")]
internal sealed class AllowanceGrain : ActorGrain<Allowance, AllowanceCommand, AllowanceEvent>;

[GrainType("blocks")]
internal sealed class BlocksGrain : ActorGrain<Blocks, BlocksCommand, BlocksEvent>;

[GrainType("drafts")]
internal sealed class DraftsGrain : ActorGrain<Drafts, DraftsCommand, DraftsEvent>;

[GrainType("link")]
internal sealed class LinkGrain : ActorGrain<LinkCard, LinkCommand, LinkEvent>;

[GrainType("conversation")]
internal sealed class ConversationGrain : ActorGrain<Conversation, ConversationCommand, ConversationEvent>;

[GrainType("slot")]
internal sealed class SlotGrain : ActorGrain<Slot, SlotCommand, SlotEvent>;

[GrainType("interview")]
internal sealed class InterviewGrain : ActorGrain<Interview, InterviewCommand, InterviewEvent>;

[GrainType("group")]
internal sealed class GroupGrain : ActorGrain<Group, GroupCommand, GroupEvent>;

[GrainType("site")]
internal sealed class SiteGrain : ActorGrain<Site, SiteCommand, SiteEvent>;

[GrainType("pushes")]
internal sealed class PushesGrain : ActorGrain<Pushes, PushesCommand, PushesEvent>;

[GrainType("case")]
internal sealed class CaseGrain : ActorGrain<Case, CaseCommand, CaseEvent>;

[GrainType("policy")]
internal sealed class PolicyGrain : ActorGrain<Policy, PolicyCommand, PolicyEvent>;

[GrainType("recipient")]
internal sealed class RecipientGrain : ActorGrain<Recipient, RecipientCommand, RecipientEvent>;

[GrainType("contest")]
internal sealed class ContestGrain : ActorGrain<Contest, ContestCommand, ContestEvent>;

[GrainType("newsletter")]
internal sealed class NewsletterGrain : ActorGrain<Newsletter, NewsletterCommand, NewsletterEvent>;
