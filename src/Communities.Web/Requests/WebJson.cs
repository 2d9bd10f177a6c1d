using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>The JSON of the HTTP API, generated at build time.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(NameOf<Visibility>), typeof(NameOf<Role>), typeof(NameOf<Removal>), typeof(NameOf<Theme>),
        typeof(NameOf<Matter>), typeof(NameOf<VersionState>),
        typeof(NameOf<BadgeMeasure>), typeof(NameOf<ContestPhase>),
        typeof(NameOf<VotingWay>), typeof(NameOf<ResultsShown>), typeof(NameOf<SlotKind>),
        typeof(NameOf<SlotStatus>), typeof(NameOf<Wrinkle>), typeof(NameOf<Rhythm>), typeof(NameOf<DayOfWeek>),
        typeof(NameOf<InterviewPhase>), typeof(NameOf<Joining>), typeof(NameOf<TrustMeasure>), typeof(Moments),
        typeof(NameOf<GatheringForm>), typeof(NameOf<GatheringStatus>), typeof(NameOf<Rsvp>),
        typeof(NameOf<Level>), typeof(NameOf<Pushing>), typeof(NameOf<LogField>), typeof(NameOf<SubjectKind>),
        typeof(NameOf<MeasureKind>), typeof(NameOf<DecisionOrigin>), typeof(NameOf<DecisionEnd>),
        typeof(NameOf<AutomodTest>), typeof(NameOf<AutomodActionKind>), typeof(NameOf<TrialOutcome>),
        typeof(NameOf<GroupAccess>), typeof(NameOf<GroupCallers>), typeof(NameOf<Crawlers>),
        typeof(NameOf<DigestRhythm>),
        typeof(NameOf<NewsletterStatus>), typeof(NameOf<StepKind>)])]
[JsonSerializable(typeof(ProblemView)), JsonSerializable(typeof(Changed)), JsonSerializable(typeof(TextBody))]
[JsonSerializable(typeof(Page<CommunityView>)), JsonSerializable(typeof(Page<CategoryView>))]
[JsonSerializable(typeof(Page<TagView>)), JsonSerializable(typeof(Page<ThreadRow>))]
[JsonSerializable(typeof(Page<MemberView>)), JsonSerializable(typeof(Page<Hit>))]
[JsonSerializable(typeof(Page<RevisionView>)), JsonSerializable(typeof(Page<SessionView>))]
[JsonSerializable(typeof(Page<TokenView>)), JsonSerializable(typeof(ThreadView))]
[JsonSerializable(typeof(FoundBody)), JsonSerializable(typeof(SettingsBody))]
[JsonSerializable(typeof(CategoryBody)), JsonSerializable(typeof(CategoryChangeBody))]
[JsonSerializable(typeof(OpenBody)), JsonSerializable(typeof(OrganiseBody)), JsonSerializable(typeof(OpenedThread))]
[JsonSerializable(typeof(ReplyBody)), JsonSerializable(typeof(Posted)), JsonSerializable(typeof(ReactionBody))]
[JsonSerializable(typeof(AcceptBody)), JsonSerializable(typeof(CloseBody)), JsonSerializable(typeof(SlowBody))]
[JsonSerializable(typeof(KeptBody))]
[JsonSerializable(typeof(MoveBody)), JsonSerializable(typeof(SplitBody)), JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(OrderBody)), JsonSerializable(typeof(TagGroupBody)), JsonSerializable(typeof(SynonymBody))]
[JsonSerializable(typeof(Page<TagGroup>)), JsonSerializable(typeof(Page<Synonym>))]
[JsonSerializable(typeof(AutomodRuleBody)), JsonSerializable(typeof(Page<AutomodRule>))]
[JsonSerializable(typeof(RuleBlocksView))]
[JsonSerializable(typeof(GuardBody)), JsonSerializable(typeof(TrialBody)), JsonSerializable(typeof(TrialView))]
[JsonSerializable(typeof(JourneyBody)), JsonSerializable(typeof(JourneyView))]
[JsonSerializable(typeof(IntroductionsBody)), JsonSerializable(typeof(IntroductionsView))]
[JsonSerializable(typeof(WelcomeView))]
[JsonSerializable(typeof(PinBody)), JsonSerializable(typeof(PostView))]
[JsonSerializable(typeof(JoinBody)), JsonSerializable(typeof(DescribeBody)), JsonSerializable(typeof(RoleBody))]
[JsonSerializable(typeof(SignUpBody)), JsonSerializable(typeof(SetupBody)), JsonSerializable(typeof(PreferBody))]
[JsonSerializable(typeof(PasswordBody)), JsonSerializable(typeof(Me)), JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(IssueBody)), JsonSerializable(typeof(IssuedToken))]
[JsonSerializable(typeof(SecurityView)), JsonSerializable(typeof(EmailBody)), JsonSerializable(typeof(KeyBody))]
[JsonSerializable(typeof(ForgottenBody)), JsonSerializable(typeof(ResetBody)), JsonSerializable(typeof(ConfirmBody))]
[JsonSerializable(typeof(SecretView)), JsonSerializable(typeof(FirstCodeBody)), JsonSerializable(typeof(CodesView))]
[JsonSerializable(typeof(NewPasskeyBody)), JsonSerializable(typeof(PasskeyBody))]
[JsonSerializable(typeof(IssueResetBody)), JsonSerializable(typeof(ResetLinkView))]
[JsonSerializable(typeof(SentFile)), JsonSerializable(typeof(UploadView)), JsonSerializable(typeof(Page<UploadView>))]
[JsonSerializable(typeof(DraftBody)), JsonSerializable(typeof(SavedDraft)), JsonSerializable(typeof(DraftView))]
[JsonSerializable(typeof(Page<DraftView>)), JsonSerializable(typeof(Page<SimilarThread>))]
[JsonSerializable(typeof(Page<LogEntry>)), JsonSerializable(typeof(TransparencyView))]
[JsonSerializable(typeof(ReportBody)), JsonSerializable(typeof(Page<OwnReportView>))]
[JsonSerializable(typeof(NoteBody)), JsonSerializable(typeof(ClaimBody)), JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(UndoBody)), JsonSerializable(typeof(AnswerBody)), JsonSerializable(typeof(Page<CaseRow>))]
[JsonSerializable(typeof(CaseView)), JsonSerializable(typeof(DecisionView))]
[JsonSerializable(typeof(Health)), JsonSerializable(typeof(LiveEvent))]
[JsonSerializable(typeof(CrawlersBody))]
[JsonSerializable(typeof(PurposeBody)), JsonSerializable(typeof(FittingBody)), JsonSerializable(typeof(DomainView))]
[JsonSerializable(typeof(Page<KnowledgeRow>)), JsonSerializable(typeof(Page<KnowledgeHit>))]
[JsonSerializable(typeof(KnowledgeView)), JsonSerializable(typeof(KnowledgeBody))]
[JsonSerializable(typeof(Page<KnowledgeRevisionView>)), JsonSerializable(typeof(UntakenAnswers))]
[JsonSerializable(typeof(ContestBody)), JsonSerializable(typeof(OpenedContest)), JsonSerializable(typeof(EntryBody))]
[JsonSerializable(typeof(EntriesBody)), JsonSerializable(typeof(ContestTimesBody))]
[JsonSerializable(typeof(CallOffBody)), JsonSerializable(typeof(Page<ContestView>))]
[JsonSerializable(typeof(ContestPageView))]
[JsonSerializable(typeof(AmbassadorBody)), JsonSerializable(typeof(WordBody)), JsonSerializable(typeof(BadgeBody))]
[JsonSerializable(typeof(RecognitionBody)), JsonSerializable(typeof(DisplayBody))]
[JsonSerializable(typeof(AmbassadorsView)), JsonSerializable(typeof(LeaderboardView))]
[JsonSerializable(typeof(Page<BadgeView>)), JsonSerializable(typeof(Page<BadgeHolder>))]
[JsonSerializable(typeof(Page<HeldBadge>))]
[JsonSerializable(typeof(PolicyBody)), JsonSerializable(typeof(PolicyDraftBody))]
[JsonSerializable(typeof(NudgesBody)), JsonSerializable(typeof(NudgesView))]
[JsonSerializable(typeof(TargetsBody)), JsonSerializable(typeof(AskBody)), JsonSerializable(typeof(VerdictBody))]
[JsonSerializable(typeof(QuestionFigures)), JsonSerializable(typeof(Page<QuestionRow>))]
[JsonSerializable(typeof(Page<Revival>)), JsonSerializable(typeof(Page<FittingMember>))]
[JsonSerializable(typeof(Page<AnswerRequestView>))]
[JsonSerializable(typeof(PolicyVersionBody)), JsonSerializable(typeof(ConsentBody))]
[JsonSerializable(typeof(PresenceView)), JsonSerializable(typeof(PresenceGossip))]
[JsonSerializable(typeof(PollBody)), JsonSerializable(typeof(OpenedPoll)), JsonSerializable(typeof(BallotBody))]
[JsonSerializable(typeof(StartBody)), JsonSerializable(typeof(StartedConversation))]
[JsonSerializable(typeof(ParticipantBody)), JsonSerializable(typeof(SubjectBody))]
[JsonSerializable(typeof(MessagesReadBody))]
[JsonSerializable(typeof(MutedBody)), JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(Page<ConversationRow>))]
[JsonSerializable(typeof(NewSlotBody)), JsonSerializable(typeof(EditSlotBody))]
[JsonSerializable(typeof(PlanSlotBody)), JsonSerializable(typeof(RepeatSlotBody))]
[JsonSerializable(typeof(ReturnSlotBody)), JsonSerializable(typeof(CancelSlotBody))]
[JsonSerializable(typeof(ZoneBody)), JsonSerializable(typeof(OpenedSlot)), JsonSerializable(typeof(SlotView))]
[JsonSerializable(typeof(Page<SlotView>)), JsonSerializable(typeof(InterviewBody))]
[JsonSerializable(typeof(CloseInterviewBody)), JsonSerializable(typeof(InterviewDetail))]
[JsonSerializable(typeof(Page<InterviewView>))]
[JsonSerializable(typeof(PollView)), JsonSerializable(typeof(Page<BallotView>))]
[JsonSerializable(typeof(ConditionView)), JsonSerializable(typeof(RebuildView))]
[JsonSerializable(typeof(JoiningBody)), JsonSerializable(typeof(JoiningView))]
[JsonSerializable(typeof(RequestBody)), JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(TakeBody)), JsonSerializable(typeof(InviteBody)), JsonSerializable(typeof(Invited))]
[JsonSerializable(typeof(Page<RequestView>)), JsonSerializable(typeof(Page<InvitationItem>))]
[JsonSerializable(typeof(TrustBody)), JsonSerializable(typeof(TrustView))]
[JsonSerializable(typeof(Page<NoticeView>)), JsonSerializable(typeof(InboxCount)), JsonSerializable(typeof(SeenBody))]
[JsonSerializable(typeof(PlaceLevelBody)), JsonSerializable(typeof(InboxView)), JsonSerializable(typeof(ReadBody))]
[JsonSerializable(typeof(LevelBody)), JsonSerializable(typeof(BookmarkBody)), JsonSerializable(typeof(ThreadReading))]
[JsonSerializable(typeof(Page<BookmarkView>))]
[JsonSerializable(typeof(GatheringBody)), JsonSerializable(typeof(PlannedGathering))]
[JsonSerializable(typeof(RsvpBody))]
[JsonSerializable(typeof(GatheringCancelBody)), JsonSerializable(typeof(DoorBody)), JsonSerializable(typeof(RecapBody))]
[JsonSerializable(typeof(AttendanceBody)), JsonSerializable(typeof(SessionProposalBody))]
[JsonSerializable(typeof(BoardBody)), JsonSerializable(typeof(SessionPlaceBody))]
[JsonSerializable(typeof(Page<GatheringView>)), JsonSerializable(typeof(GatheringPageView))]
[JsonSerializable(typeof(Page<GuestView>))]
[JsonSerializable(typeof(FoundGroupBody)), JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(Page<GroupView>)), JsonSerializable(typeof(GroupPageView))]
[JsonSerializable(typeof(ModerationSettings)), JsonSerializable(typeof(ModerationView))]
[JsonSerializable(typeof(PushText)), JsonSerializable(typeof(PushKeyView))]
[JsonSerializable(typeof(MailChoices)), JsonSerializable(typeof(MailView)), JsonSerializable(typeof(SubscriberBody))]
[JsonSerializable(typeof(BounceBody)), JsonSerializable(typeof(NewsletterBody)), JsonSerializable(typeof(PlanBody))]
[JsonSerializable(typeof(NewsletterList)), JsonSerializable(typeof(SavedNewsletter))]
[JsonSerializable(typeof(NewsletterView)), JsonSerializable(typeof(NewsletterFiguresView))]
[JsonSerializable(typeof(PushDevice)), JsonSerializable(typeof(EndpointBody))]
internal sealed partial class WebJson : JsonSerializerContext
{
    /// <summary>What is not asked for is a mistake, and said: no unknown names, none twice, nothing missing.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.TypeInfoResolverChain.Insert(0, Default);
        foreach (var names in Default.Options.Converters) json.Converters.Add(names);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = Api.JsonDepthMax;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

        // Accents stay readable; < > & ' do not, in case somebody puts it into a page.
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }
}

/// <summary>Writes a choice as its name, <c>unlisted</c>; no number is taken for one.</summary>
internal sealed class NameOf<TChoice>() : JsonStringEnumConverter<TChoice>(JsonNamingPolicy.CamelCase, false)
    where TChoice : struct, Enum;

/// <summary>Reads times in UTC where they say nothing else, as in addresses, and not by this machine's zone.</summary>
internal sealed class Moments : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTime() is { Kind: DateTimeKind.Unspecified } time
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
