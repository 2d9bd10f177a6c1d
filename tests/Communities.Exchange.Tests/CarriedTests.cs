using Communities.Actors;

namespace Communities.Exchange.Tests;

/// <summary>Every kind of event goes along in files and comes in from them, or is known to stay.</summary>
public sealed class CarriedTests
{
    // The posts, votes and first records of a file have words and keys of their own.
    private static readonly HashSet<string> _words =
    [
        "community.founded", "thread.opened", "thread.replied", "thread.reacted", "thread.reactions-counted",
        "thread.accepted", "newsletter.began", "upload.stored", "conversation.started",
    ];

    // Written by no export since they follow from others.
    private static readonly HashSet<string> _following =
    [
        "thread.merged", "thread.revived", "thread.overflowed", "thread.watched", "thread.unwatched",
    ];

    [Fact]
    public void What_an_export_writes_an_import_reads()
    {
        var unread = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Samples(), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!Facts.Has(name) || _words.Contains(name) || _following.Contains(name)) continue;
            if (CommandOf(Facts.Decode(name, File.ReadAllBytes(path)), name) is null) unread.Add(name);
        }

        Assert.Equal("", string.Join(", ", unread));
    }

    private static ICommand? CommandOf(object fact, string name) => fact switch
    {
        CommunityEvent.RulesSet or PolicyEvent => Commands.OnPolicy(fact),
        CommunityEvent => Commands.OnCommunity(fact),
        MemberEvent => Commands.OnMember(fact),
        ThreadEvent => Commands.OnThread(
            new Record { Kind = name, Id = "x", Fact = fact }, 2, isKnown: true, isOwn: true).Command,
        PollEvent => Commands.OnPoll(fact),
        ConversationEvent => Commands.OnConversation(fact),
        KnowledgeEvent => Commands.OnKnowledge(fact),
        GatheringEvent => Commands.OnGathering(fact, "bob"),
        ContestEvent => Commands.OnContest(fact),
        SlotEvent => Commands.OnSlot(fact),
        InterviewEvent => Commands.OnInterview(fact),
        NewsletterEvent => Commands.OnNewsletter(fact),
        GroupEvent => Commands.OnGroup(fact),
        CaseEvent => Commands.OnCase(fact),
        _ => null,
    };

    private static string Samples()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
            if (Path.Combine(up.FullName, "tests/Communities.Tests/Events") is var found && Directory.Exists(found))
                return found;
        throw new DirectoryNotFoundException("There are no samples of events above the tests.");
    }
}
