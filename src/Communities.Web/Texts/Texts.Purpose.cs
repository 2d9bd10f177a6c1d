#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// What a community is for, and threads that seem to be about something else.
public partial class Texts
{
    public virtual string Purpose => "Purpose";
    public virtual string NoPurpose => "What this community is for is not written down yet.";
    public virtual string PurposeHint =>
        "What people read before they join and before they write, and what threads are compared with. "
        + "Two or three sentences each are enough.";
    public virtual string WritePurpose => "Write the purpose";
    public virtual string DoorTitle => "What this place is for";
    public virtual string WhatFor => "What it is for";
    public virtual string ForWhom => "For whom";
    public virtual string ForWhomHint => "Beginners, neighbours, people of the trade: who should feel meant?";
    public virtual string BelongsHere => "What belongs here";
    public virtual string BelongsHereHint => "What one asks, tells and shows here, in a few lines.";
    public virtual string NotHere => "What does not";
    public virtual string NotHereHint => "And where to go with it, if you know a better place.";
    public virtual string DomainWords => "Words of the domain";
    public virtual string FirstThreadTitle => "Before your first thread";

    public virtual string OffTopicTitle => "Threads that seem to be about something else";
    public virtual string NoDomainWords =>
        "No words of the domain are written down yet. Threads are compared with them, so that strays are pointed out.";
    public virtual string WriteDomainWords => "Write some down";
    public virtual string NothingLookedAt => "No thread was opened in the last thirty days.";
    public virtual string BelongsAfterAll => "It belongs here";
    public virtual string FittingNow => "It is remembered that this thread belongs here.";
    public virtual string FittingHint =>
        "Somebody said that they belong here, so they are not pointed out. Taken back, their words decide again.";
    public virtual string FittingTakeBack => "Take that back";
    public virtual string FittingOpenNow => "Taken back: the words of that thread decide again.";
    public virtual string MoveToCategory => "Move to";
    public virtual string MoveThread => "Move";
    public virtual string WhyFar => "It has no word of the domain, and is unlike earlier threads.";
    public virtual string WhyNoWord => "It has no word of the domain.";

    public virtual string DomainWordsHint(int most) =>
        $"One on each line, {Number(most)} at most: what threads here are about. Wheel stands for wheels, too.";

    public virtual string NothingOffTopic(int lookedAt) => lookedAt == 1
        ? "One thread was opened in the last thirty days, and it belongs here."
        : $"{Number(lookedAt)} threads were opened in the last thirty days, and all of them seem to belong here.";

    public virtual string OffTopicCount(int found) => found == 1 ? "thread to look at" : "threads to look at";

    public virtual string OffTopicHint(int found, int lookedAt) =>
        $"{Number(found)} of the {Number(lookedAt)} threads of the last thirty days. A word count cannot judge: "
        + "please read before you move anything.";

    public virtual string FittingTitle(int threads) => Plural(
        threads, "{0} thread said to belong here", "{0} threads said to belong here");

    public virtual string WhyUnknown(string words) => $"New here: {words}.";

    public virtual string WhyUnwanted(string words) => $"The purpose says that this does not belong: {words}.";

    public virtual string WhyNearest(string category) => $"The threads most like it are in {category}.";

    public virtual string Quoted(string word) => $"“{word}”";

    /// <summary>Words, each between the marks of the language.</summary>
    internal string QuotedAll(IEnumerable<string> words) => string.Join(", ", words.Select(Quoted));
}
