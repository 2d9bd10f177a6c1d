using Communities.Actors;

namespace Communities.Exchange;

/// <summary>What actors are asked for a record, every text cleaned to what they accept.</summary>
internal static partial class Commands
{
    /// <summary>The import's own: a thread whose other forum said that it is closed, but not when.</summary>
    public const string Closing = "(closing)";

    /// <summary>
    /// What somebody may do who keeps order: the program itself may not close a closed thread again, as an alarm would.
    /// </summary>
    public static readonly Standing Moderating = new(Role.Owner, Trust: 4);

    private static readonly Standing _reading = new(Role.Member, Trust: 1); // Its word settles nothing.

    private const string Untitled = "(untitled)";

    /// <summary>Founds the community that a file's first record names.</summary>
    public static CommunityCommand.Found Founding(Record first, string slug, bool isOwn) =>
        isOwn && first.Fact is CommunityEvent.Founded e
            ? new(Line(e.Name, Text.NameMax, slug), OptionalLine(e.Summary, Text.LineMax), Language(e.Language),
                e.Visibility, e.FounderName is null ? null : Line(e.FounderName, Text.NameMax, "?"))
            : new(Line(isOwn ? first.Title : null, Text.NameMax, Capitalised(slug)), null, Languages.Known[0],
                Visibility.Public, null);

    /// <summary>Opens a thread with its first post.</summary>
    public static ThreadCommand.Open Opening(Record thread, Record post) => new(
        Line(thread.Title, Text.TitleMax, Untitled), Text.CleanBody(post.Text, Text.PostMax),
        Keys.IsTag(thread.Category) ? thread.Category : null, Names.Tags(thread.Tags), PollOf(post),
        Follows: Keys.IsThread(thread.Follows) ? thread.Follows : null, GreetBy: thread.GreetBy,
        Renews: Keys.IsThread(thread.Renews) ? thread.Renews : null);

    /// <summary>What a later fact about the community asks of it; null where the fact is not complete.</summary>
    public static ICommand<Community>? OnCommunity(object fact) => fact switch
    {
        CommunityEvent.SettingsChanged e => new CommunityCommand.ChangeSettings(
            Line(e.Name, Text.NameMax, "?"), OptionalLine(e.Summary, Text.LineMax), Language(e.Language), e.Visibility),
        CommunityEvent.PurposeStated e => new CommunityCommand.SetPurpose(
            Purpose.Saying(Text.CleanBody(e.Text, Text.AboutMax))),
        CommunityEvent.PurposeSet { Purpose: { } purpose } => new CommunityCommand.SetPurpose(Known(purpose)),
        CommunityEvent.ZoneSet { Zone: not null } e => new CommunityCommand.SetZone(e.Zone),
        CommunityEvent.RecognitionSet e => new CommunityCommand.SetRecognition(
            e.IsUnranked, Text.CleanBody(e.Expected, Text.AboutMax)),
        CommunityEvent.BadgeSet { Badge: { } badge } => new CommunityCommand.SetBadge(badge),
        CommunityEvent.BadgeRemoved e => new CommunityCommand.RemoveBadge(e.Id),
        CommunityEvent.ModerationSet { Settings: { } settings } => new CommunityCommand.SetModeration(settings),
        CommunityEvent.AutomodRuleSet { Rule: { } rule } => new CommunityCommand.SetAutomodRule(rule),
        CommunityEvent.AutomodRuleRemoved e => new CommunityCommand.RemoveAutomodRule(e.Id),
        CommunityEvent.CrawlersSet e => new CommunityCommand.SetCrawlers(e.Let),
        CommunityEvent.NudgesSet { Off.IsDefault: false } e => new CommunityCommand.SetNudges(e.Off),
        CommunityEvent.QuestionsSet { Settings: not null } e => new CommunityCommand.SetQuestions(e.Settings),
        CommunityEvent.JourneySet { Journey: not null } e => new CommunityCommand.SetJourney(e.Journey),
        CommunityEvent.IntroductionsSet e => new CommunityCommand.SetIntroductions(e.Introductions, e.Kept),
        CommunityEvent.JoiningSet e => new CommunityCommand.SetJoining(
            e.Joining, OptionalLine(e.Question, Text.LineMax)),
        CommunityEvent.CategoryAdded { Category: { } category } => new CommunityCommand.AddCategory(category),
        CommunityEvent.CategoryChanged { Category: { } category } => new CommunityCommand.ChangeCategory(category),
        CommunityEvent.CategoryRemoved e => new CommunityCommand.RemoveCategory(e.Slug),
        CommunityEvent.CategoriesOrdered e => new CommunityCommand.OrderCategories(e.Slugs),
        CommunityEvent.TagGroupSet { Group: { } group } => new CommunityCommand.SetTagGroup(group),
        CommunityEvent.TagGroupRemoved e => new CommunityCommand.RemoveTagGroup(e.Slug),
        CommunityEvent.SynonymAdded e => new CommunityCommand.AddSynonym(e.Tag, e.Meaning),
        CommunityEvent.SynonymRemoved e => new CommunityCommand.RemoveSynonym(e.Tag),
        _ => null,
    };

    /// <summary>What a record asks of its open thread, or why it asks nothing.</summary>
    /// <param name="record">A post, a vote, or a fact about the thread.</param>
    /// <param name="number">The number of the post that it names; 0 where it names none.</param>
    /// <param name="isKnown">It is known who did it.</param>
    /// <param name="isOwn">The file is one of ours.</param>
    public static (ICommand<Thread>? Command, Standing Standing, string? Reason) OnThread(
        Record record, int number, bool isKnown, bool isOwn) => record switch
    {
        // In other forums what answers the thread as a whole has the opening post as its parent.
        { Kind: Record.Post } => By(new ThreadCommand.Reply(
            Text.CleanBody(record.Text, Text.PostMax), number == 0 || (number == 1 && !isOwn) ? null : number,
            PollOf(record))),
        { Kind: Closing } => By(new ThreadCommand.Close()),
        { Kind: Record.Vote } => OfVote(record, number, isKnown),
        { Fact: ThreadEvent fact } => (isOwn ? Retold(fact, number) : null) is { } told ? By(told)
            : OfFact(fact, number),
        _ => (null, default, "This kind is not known."),
    };

    /// <summary>What a fact about a policy asks of it; null where the fact is not complete.</summary>
    public static ICommand<Policy>? OnPolicy(object? fact) => fact switch
    {
        // What is in force by now is told by the next fact.
        PolicyEvent.Published e => new PolicyCommand.Publish(
            Text.CleanBody(e.Text, Policy.TextMax), Text.CleanBody(e.Summary, Policy.SummaryMax), e.EffectiveAt,
            e.AsksConsent),
        PolicyEvent.TookEffect e => new PolicyCommand.TakeEffect(e.Number),
        PolicyEvent.Withdrawn e => new PolicyCommand.Withdraw(e.Number),
        CommunityEvent.RulesSet e => new PolicyCommand.Publish(Text.CleanBody(e.Text, Text.AboutMax)),
        _ => null,
    };

    /// <summary>What a fact about a knowledge page asks of it; null where the fact is not complete.</summary>
    public static ICommand<Knowledge>? OnKnowledge(object? fact) => fact switch
    {
        KnowledgeEvent.Revised { Text.Length: > 0 } e => new KnowledgeCommand.Revise(
            e.Number - 1, Text.CleanBody(e.Text, Knowledge.TextMax), OptionalLine(e.Summary, Knowledge.SummaryMax)),
        KnowledgeEvent.Locked => new KnowledgeCommand.Lock(),
        KnowledgeEvent.Unlocked => new KnowledgeCommand.Unlock(),
        KnowledgeEvent.Hidden e => new KnowledgeCommand.Hide(e.Revision),
        KnowledgeEvent.Shown e => new KnowledgeCommand.Show(e.Revision),
        _ => null,
    };

    /// <summary>What a later fact about a poll asks of it; null where the fact is not complete.</summary>
    public static ICommand<Poll>? OnPoll(object? fact) => fact switch
    {
        PollEvent.Opened { Options.IsDefault: false, Terms: not null } e =>
            new PollCommand.Open(e.Question, e.Options, e.Terms, e.ClosesAt),
        PollEvent.Voted e => new PollCommand.Vote(e.Choices),
        PollEvent.Withdrawn => new PollCommand.Withdraw(),
        PollEvent.Closed => new PollCommand.Close(),
        PollEvent.Reopened => new PollCommand.Reopen(),
        _ => null,
    };

    /// <summary>What a later fact about a conversation asks of it; null where the fact is not complete.</summary>
    public static ICommand<Conversation>? OnConversation(object? fact) => fact switch
    {
        ConversationEvent.Messaged e => new ConversationCommand.Send(Text.CleanBody(e.Text, Conversation.MessageMax)),
        ConversationEvent.Added e => new ConversationCommand.Add(e.Account),
        ConversationEvent.Renamed e => new ConversationCommand.Rename(Line(e.Subject, Text.TitleMax, Untitled)),
        ConversationEvent.Left => new ConversationCommand.Leave(),
        _ => null,
    };

    private static string? PollOf(Record post) => Keys.IsThread(post.Brings) ? post.Brings : null;

    private static (ICommand<Thread>?, Standing, string?) By(ThreadCommand command) => (command, Standing.System, null);

    private static (ICommand<Thread>?, Standing, string?) OfVote(Record vote, int number, bool isKnown)
    {
        var type = vote.Tags.Count > 0 ? vote.Tags[0] : "";
        if (type == "close") return By(new ThreadCommand.Close());
        if (type == "reopen") return By(new ThreadCommand.Reopen());
        if (number == 0) return (null, default, "It names no post.");
        if (type == "accept") return By(new ThreadCommand.Accept(number));
        var kind = type switch
        {
            "up" => Reactions.Like,
            "down" => "disagree",
            "favorite" => "thanks",
            _ => Reactions.Kinds.Contains(type) ? type : null,
        };
        if (kind is null) return (null, default, $"Votes of type {Text.CleanLine(type, 30)} mean nothing here.");
        return isKnown ? By(new ThreadCommand.React(number, kind))
            : By(new ThreadCommand.CountReactions(number, kind, Math.Max(1, type == kind ? vote.Score ?? 1 : 1)));
    }

    // What decisions did, each known by its name, and reports. Without a name that is one, only what it did comes in.
    private static ThreadCommand.Retell? Retold(ThreadEvent fact, int number) => fact switch
    {
        ThreadEvent.Removed e when IsNamed(e.Decision) => new(e with { Number = number }),
        ThreadEvent.Restored e when IsNamed(e.Decision) => new(e with { Number = number }),
        ThreadEvent.Withheld e when IsNamed(e.Decision) => new(e with { Number = number }),
        ThreadEvent.Closed e when IsNamed(e.Decision ?? e.Lifted) => new(e),
        ThreadEvent.AlsoClosed e when IsNamed(e.Decision) => new(e),
        ThreadEvent.Reopened e when IsNamed(e.Decision) => new(e),
        ThreadEvent.Slowed e when IsNamed(e.Decision ?? e.Lifted) => new(e),
        ThreadEvent.AlsoSlowed e when IsNamed(e.Decision) => new(e),
        ThreadEvent.Heated or ThreadEvent.Cooled => new(fact),
        _ => null,
    };

    private static bool IsNamed(string? decision) => Case.PartsOf(decision) is not null;

    private static (ICommand<Thread>?, Standing, string?) OfFact(ThreadEvent fact, int number) => fact switch
    {
        ThreadEvent.Edited e => By(new ThreadCommand.Edit(number, Text.CleanBody(e.Text, Text.PostMax))),
        ThreadEvent.Organised e => By(new ThreadCommand.Organise(
            Line(e.Title, Text.TitleMax, Untitled), Keys.IsTag(e.Category) ? e.Category : null,
            e.Tags.IsDefault ? [] : [.. e.Tags.Where(Keys.IsTag).Take(Thread.TagsMax)])),
        ThreadEvent.Removed { By: Removal.Hidden or Removal.Pending or Removal.Erased } e =>
            By(new ThreadCommand.Withhold(number, e.By, Reason: OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Withheld e => By(
            new ThreadCommand.Withhold(number, e.How, Reason: OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Published => By(new ThreadCommand.Publish(number)),
        ThreadEvent.Removed e => By(new ThreadCommand.Remove(number, OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Restored => By(new ThreadCommand.Restore(number)),
        ThreadEvent.Unreacted e => By(new ThreadCommand.Unreact(number, e.Kind)),
        ThreadEvent.Unaccepted => By(new ThreadCommand.Unaccept()),
        ThreadEvent.Pinned e => (new ThreadCommand.Pin(e.Until), Moderating, null),
        ThreadEvent.Unpinned => (new ThreadCommand.Unpin(), Moderating, null),
        ThreadEvent.Closed e => (
            new ThreadCommand.Close(e.ReopenAt, OptionalLine(e.Reason, Text.LineMax)), Moderating, null),
        ThreadEvent.CloseScheduled e => (new ThreadCommand.ScheduleClose(e.At), Moderating, null),
        ThreadEvent.Reopened => (new ThreadCommand.Reopen(), Moderating, null),
        ThreadEvent.Slowed e => By(new ThreadCommand.Slow(e.Seconds, OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Viewed e => By(new ThreadCommand.CountViews(e.Count)),
        ThreadEvent.Unlisted e => By(new ThreadCommand.Unlist(OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Listed => By(new ThreadCommand.List()),
        ThreadEvent.Archived e => By(new ThreadCommand.Archive(OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Unarchived => By(new ThreadCommand.Unarchive()),
        ThreadEvent.DeemedFitting e => By(new ThreadCommand.DeemFitting(e.IsFitting)),
        ThreadEvent.AnswerConfirmed e => (
            new ThreadCommand.ConfirmAnswer(number), e.IsSettled ? Moderating : _reading, null),
        ThreadEvent.AnswerDoubted e => (
            new ThreadCommand.DoubtAnswer(number, OptionalLine(e.Reason, Text.LineMax)), _reading, null),
        ThreadEvent.Summarised e => (new ThreadCommand.Summarise(number, e.IsUndone), Moderating, null),
        ThreadEvent.Rested => (new ThreadCommand.Rest(), Moderating, null),
        ThreadEvent.Ungreeted => By(new ThreadCommand.LookForGreeting()),
        ThreadEvent.PostsMoved { Posts.IsDefault: false } e => By(new ThreadCommand.Release(
            [.. e.Posts.Select(post => post.Number)], e.Target, e.Heading, e.Answer, e.Total,
            OptionalLine(e.Reason, Text.LineMax))),
        ThreadEvent.Received { Posts.IsDefault: false } e => By(new ThreadCommand.Receive(
            e.Source, [.. e.Posts.Select(Known)], e.Heading, 0, e.Total, Account(e.By),
            OptionalLine(e.Reason, Text.LineMax))),
        _ => (null, default, "This kind does not stand for itself in a file."),
    };

    // Names that cannot be accounts would be of nobody.
    private static string Account(string? name) => Keys.IsAccount(name) ? name! : "";

    private static MovedPost Known(MovedPost post) => post with
    {
        Author = Account(post.Author),
        Reactions = post.Reactions is not { IsDefault: false } given ? null
            : [.. given.Where(reaction => reaction?.Split(':') is [var by, var kind]
                && Keys.IsAccount(by) && Reactions.Kinds.Contains(kind))],
        Counted = Math.Max(0, post.Counted),
        Revision = Math.Max(1, post.Revision),
        Poll = Keys.IsThread(post.Poll) ? post.Poll : null,
    };

    private static Purpose Known(Purpose purpose) => new(
        Text.CleanBody(purpose.WhatFor, Text.AboutMax), Text.CleanBody(purpose.ForWhom, Purpose.PartMax),
        Text.CleanBody(purpose.BelongsHere, Purpose.PartMax), Text.CleanBody(purpose.NotHere, Purpose.PartMax),
        purpose.Words.IsDefault ? [] : [.. purpose.Words
            .Select(word => Text.CleanLine(word, Purpose.WordMax)).Where(word => word.Length > 0)
            .Take(Purpose.WordsMax)]);

    // What is fine stays as it is, to the character.
    private static string Line(string? text, int max, string otherwise)
    {
        if (text is not null && Text.LineFault("line", text, max) is null) return text;
        var clean = Text.CleanLine(text, max);
        return Text.LineFault("line", clean, max) is null ? clean : Text.CleanLine(otherwise, max);
    }

    private static string? OptionalLine(string? text, int max) =>
        text is null || Text.LineFault("line", text, max, mayBeEmpty: true) is null ? text : Text.CleanLine(text, max);

    private static string Language(string? language) =>
        language is not null && Languages.Known.Contains(language) ? language : Languages.Known[0];

    private static string Capitalised(string slug)
    {
        var words = slug.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
