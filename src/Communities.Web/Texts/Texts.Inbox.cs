#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// Notifications, levels, unread posts and bookmarks.
public partial class Texts
{
    public virtual string Inbox => "Notifications";
    public virtual string InboxHint => "What has happened since you last looked, latest first.";
    public virtual string SeeAll => "Mark all as seen";
    public virtual string NotSeen => "not seen";
    public virtual string NothingTold => "Nothing new";
    public virtual string NothingToldHint =>
        "Answers, mentions and what you watch will be told here, live.";
    public virtual string AllNotices => "Earlier notifications";
    public virtual string MoreNotices => "Earlier still";
    public virtual string Why => "Why, and fewer";
    public virtual string Unwatch => "Stop watching this thread";
    public virtual string MuteThread => "Mute this thread";
    public virtual string TurnOff => "No more of this kind";
    public virtual string InboxSettings => "Notification settings";
    public virtual string InboxSettingsHint => "They hold for this community alone, and can be changed at any time.";
    public virtual string TellMe => "Tell me when …";
    public virtual string AfterOpening => "Threads that I open, I am";
    public virtual string AfterReplying => "Threads in which I reply, I am";
    public virtual string Push => "Also on my devices";
    public virtual string PushHint => "Only devices on which you have allowed it.";
    public virtual string PushHere => "This browser can show you notifications even when no page is open.";
    public virtual string PushOn => "Show them on this device";
    public virtual string PushOff => "No longer on this device";
    public virtual string PushRefused => "The browser did not allow it.";
    public virtual string LevelsSet => "What you watch or mute";
    public virtual string LevelsHint =>
        "Watching: every new thread and each reply. Tracking: unread posts are counted. Muted: nothing.";
    public virtual string WholeCommunity => "The whole community";
    public virtual string LevelLabel => "Level";
    public virtual string ThisCommunity => "This community";
    public virtual string ThisCategory => "This category";
    public virtual string ThisTag => "This tag";
    public virtual string ThisThread => "This thread";
    public virtual string ThisMember => "This member";
    public virtual string Blocked => "Blocked";
    public virtual string Block => "Block";
    public virtual string Unblock => "Unblock";
    public virtual string MarkAllRead => "Mark all as read";
    public virtual string UnreadThreads => "Unread";
    public virtual string NewThreadBadge => "new";
    public virtual string Bookmarks => "Bookmarks";
    public virtual string BookmarksHint => "Posts you wanted to come back to. Only you see them.";
    public virtual string NoBookmarks => "No bookmarks yet";
    public virtual string NoBookmarksHint => "Under “More” at each post, you can keep it with a note and a reminder.";
    public virtual string MoreBookmarks => "Earlier bookmarks";
    public virtual string Bookmark => "Bookmark";
    public virtual string Bookmarked => "Bookmarked";
    public virtual string Unbookmark => "Remove bookmark";
    public virtual string BookmarkNote => "Note, for yourself";
    public virtual string RemindMe => "Remind me";
    public virtual string NoReminder => "Not at all";
    public virtual string Reminder => "Reminder";
    public virtual string UnseenOne => "{0} notification not seen";
    public virtual string UnseenPattern => "{0} notifications not seen";

    public virtual string KeyHome => "Go to the first page";
    public virtual string KeyInbox => "Go to the notifications";
    public virtual string KeyBookmarks => "Go to the bookmarks";
    public virtual string KeyCommunity => "Go to the community of this page";
    public virtual string KeyUnread => "Go to its unread threads";
    public virtual string KeyNew => "Open a new thread there";
    public virtual string KeyToSearch => "Go to the search";

    public string Unseen(int count) => Plural(count, UnseenOne, UnseenPattern);

    public string NewPosts(int count) => string.Format(Culture, NewPattern, Number(count));

    public string FirstUnread(int count) => Plural(count, FirstUnreadOne, FirstUnreadPattern);

    protected virtual string FirstUnreadOne => "To the {0} unread post";

    protected virtual string FirstUnreadPattern => "To the first of {0} unread posts";

    public virtual string LevelOf(string place) => $"{place}: keep me informed";

    public virtual string MuteMember(string name) => $"Mute {name}";

    public virtual string RemindIn(int days) => days switch
    {
        1 => "Tomorrow",
        7 => "In a week",
        30 => "In a month",
        _ => $"In {Number(days)} days",
    };

    public virtual string LevelName(Level level) => level switch
    {
        Level.Watching => "Watching",
        Level.Tracking => "Tracking",
        Level.Muted => "Muted",
        _ => "Normal",
    };

    public virtual string PushName(Pushing push) => push switch
    {
        Pushing.Direct => "What is meant for me",
        Pushing.All => "Everything",
        _ => "Nothing",
    };

    /// <summary>When one is told for this reason, behind "Tell me when …".</summary>
    public virtual string ReasonName(string reason) => reason switch
    {
        Reasons.Message => "somebody writes me a private message",
        Reasons.Mention => "somebody mentions me",
        Reasons.Reply => "somebody answers me or my thread",
        Reasons.Quote => "somebody quotes me",
        Reasons.Reminder => "a reminder of mine is due",
        Reasons.Accepted => "my answer is accepted",
        Reasons.Request => "somebody asks to join, or my request is answered",
        Reasons.Invited => "I am invited, or somebody comes by my invitation",
        Reasons.Promoted => "I reach another trust level or role",
        Reasons.Decision => "moderators decide on something of mine",
        Reasons.Outcome => "something comes of a report of mine",
        Reasons.Appealed => "my appeal is answered",
        Reasons.Case => "a case should be looked at soon",
        Reasons.Group => "something changes in a group of mine",
        Reasons.Contest => "a contest of mine goes on",
        Reasons.Step => "there is a message for me as a newcomer",
        Reasons.Ungreeted => "somebody who introduced themselves waits for an answer",
        Reasons.TakenUp => "my post is taken up in a knowledge page",
        Reasons.Thanks => "somebody thanks me as an ambassador",
        Reasons.Badge => "I earn a badge",
        Reasons.Anniversary => "it is the anniversary of my joining",
        Reasons.AnswerRequested => "somebody hopes that I answer a question, once a week at most",
        Reasons.AnswerDoubted => "a reader finds that my answer no longer holds",
        Reasons.GatheringSoon => "a gathering I come to starts soon",
        Reasons.GatheringChanged => "a gathering I come to is moved or called off",
        Reasons.GatheringSeat => "there is a seat for me after all",
        Reasons.GatheringRecap => "it is told what a gathering of mine was",
        Reasons.Interview => "an interview I take part in goes on",
        Reasons.Slot => "something of mine in the calendar goes on",
        Reasons.Moved => "my post is moved",
        Reasons.PollClosed => "a poll I took part in is over",
        Reasons.Opened => "a thread is opened where I watch",
        Reasons.Watched => "there is a reply in a thread I watch",
        _ => "somebody reacts to my post",
    };

    /// <summary>Why one was told: the sentence above the ways to have fewer.</summary>
    public virtual string WhyTold(string reason) => reason switch
    {
        Reasons.Watched => "You are told because you watch this thread.",
        Reasons.Opened => "You are told because you watch its community, category, tag or author.",
        Reasons.Reminder => "You are told because you asked to be reminded.",
        Reasons.Case => "You are told because you keep order here. This cannot be switched off.",
        _ when Reasons.Owed.Contains(reason) => "This is told to whom it concerns, and cannot be switched off.",
        _ => $"Your settings say: tell me when {ReasonName(reason)}.",
    };

    /// <summary>What a notice says.</summary>
    public virtual string Told(NoticeView notice)
    {
        var name = notice.By.Name.Length > 0 ? notice.By.Name : "Somebody";
        var count = Number(notice.Count);
        return (notice.Reason, notice.Count, notice.Subject) switch
        {
            (Reasons.Message, 1, _) => $"{name} wrote to you",
            (Reasons.Message, _, _) => $"{count} messages, the last by {name}",
            (Reasons.Mention, _, _) => $"{name} mentioned you in",
            (Reasons.Reply, 1, _) => $"{name} answered you in",
            (Reasons.Reply, _, _) => $"{count} answers, the last by {name}, in",
            (Reasons.Quote, 1, _) => $"{name} quoted you in",
            (Reasons.Quote, _, _) => $"{count} quotes, the last by {name}, in",
            (Reasons.Watched, 1, _) => $"{name} wrote in",
            (Reasons.Watched, _, _) => $"{count} new posts, the last by {name}, in",
            (Reasons.Opened, _, _) => $"{name} opened",
            (Reasons.Reaction, 1, _) => $"{name} reacted to your post in",
            (Reasons.Reaction, _, _) => $"{count} reactions, the last by {name}, to your post in",
            (Reasons.Accepted, _, _) => $"{name} accepted your answer in",
            (Reasons.TakenUp, 1, _) => $"{name} took up your post in the knowledge page, from",
            (Reasons.TakenUp, _, _) => $"{count} posts of yours were taken up in knowledge pages, the last from",
            (Reasons.Moved, _, _) => "Your post now stands in",
            (Reasons.PollClosed, _, _) => "A poll you took part in is over, in",
            (Reasons.Reminder, _, _) => "You wanted to come back to",
            (Reasons.Invited, _, "admitted") => $"{name} accepted your invitation",
            (Reasons.Invited, _, _) => $"{name} invites you to {notice.CommunityName}",
            (Reasons.Request, _, "admitted") => $"You were let into {notice.CommunityName}",
            (Reasons.Request, _, "declined") => $"Your request to join {notice.CommunityName} was declined",
            (Reasons.Request, 1, _) => $"{name} asks to join {notice.CommunityName}",
            (Reasons.Request, _, _) => $"{count} people ask to join {notice.CommunityName}",
            (Reasons.Promoted, _, { } level) when level.StartsWith("trust-", StringComparison.Ordinal) =>
                $"You have reached trust level {level["trust-".Length..]}",
            (Reasons.Promoted, _, "ambassador") => $"You are now an ambassador of {notice.CommunityName}",
            (Reasons.Promoted, _, _) => $"You have another role in {notice.CommunityName}",
            (Reasons.Decision, _, _) => $"Moderators of {notice.CommunityName} made a decision that concerns you",
            (Reasons.Appealed, _, _) => $"Your appeal in {notice.CommunityName} was answered",
            (Reasons.Outcome, 1, _) => $"Something came of your report in {notice.CommunityName}",
            (Reasons.Outcome, _, _) => $"Something came of your reports in {notice.CommunityName}",
            (Reasons.Case, _, _) => $"A case in {notice.CommunityName} should be looked at soon",
            (Reasons.Policy, _, { } version) => PolicyNotice(version, notice.CommunityName),
            (Reasons.Step, _, { } step) => StepNotice(step, notice.CommunityName),
            (Reasons.Ungreeted, 1, _) =>
                $"{name} introduced themselves in {notice.CommunityName}, and nobody has answered yet",
            (Reasons.Ungreeted, _, _) => $"{count} introductions in {notice.CommunityName} wait for an answer",
            (Reasons.Thanks, 1, _) => $"{name} thanked you for your welcome in {notice.CommunityName}",
            (Reasons.Thanks, _, _) => $"{count} members thanked you, the last {name}, in {notice.CommunityName}",
            (Reasons.Contest, _, { } about) => ContestTold(about, notice.CommunityName),
            (Reasons.Badge, _, { } badge) => BadgeTold(badge, notice.CommunityName),
            (Reasons.Anniversary, _, { } years) => Anniversary(years, notice.CommunityName),
            (Reasons.AnswerRequested, _, _) => $"{name} thinks that you could answer",
            (Reasons.AnswerDoubted, _, _) => $"{name} finds that your answer no longer holds, in",
            (Reasons.GatheringSoon, _, { } minutes) => SoonIn(minutes),
            (Reasons.GatheringChanged, _, "cancelled") => $"{name} called off",
            (Reasons.GatheringChanged, _, _) => $"{name} changed the time or place of",
            (Reasons.GatheringSeat, _, _) => "There is a seat for you at",
            (Reasons.GatheringRecap, _, _) => "Thank you for having come. Read what it was:",
            (Reasons.Slot, _, { } slot) => SlotNotice(slot, notice.CommunityName),
            (Reasons.Interview, _, { } what) => InterviewNotice(what),
            (Reasons.Group, _, { } group) => $"There is news of the group {group}",
            _ => "There is news for you",
        };
    }
}
