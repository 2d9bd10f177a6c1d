#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// The studio: the parts by which a community is animated.
public partial class Texts
{
    public virtual string Studio => "Studio";
    public virtual string StudioHint =>
        "Where the community is kept alive: people arrive well, find something worth answering, and come back.";
    public virtual string StudioTabs => "Parts of the studio";
    public virtual string StudioParts => "What there is to do";
    public virtual string StudioOverview => "Overview";

    public virtual string StudioCalendar => "Calendar";
    public virtual string StudioCalendarHint =>
        "Plan what starts conversations: debates, questions, polls, interviews.";
    public virtual string StudioWelcome => "Welcome";
    public virtual string StudioWelcomeHint => "How new members arrive, and whose introduction waits for a greeting.";
    public virtual string StudioQuestions => "Questions";
    public virtual string StudioQuestionsHint => "What waits for an answer, and what is worth taking up again.";
    public virtual string StudioDomain => "Domain";
    public virtual string StudioDomainHint => "What the community is for, and threads that seem to be about something "
        + "else.";
    public virtual string StudioGatherings => "Gatherings";
    public virtual string StudioGatheringsHint =>
        "Events, online and in one place: who comes, what is on, what was said.";
    public virtual string StudioContests => "Contests";
    public virtual string StudioContestsHint => "Rules, entries, votes and results.";
    public virtual string StudioNewsletter => "Newsletter";
    public virtual string StudioNewsletterHint => "Issues made from the best threads, and to whom they go.";
    public virtual string StudioRecognition => "Recognition";
    public virtual string StudioRecognitionHint => "Badges, points and ambassadors: thanks for what members do.";

    public virtual string StudioNothingComes =>
        "Nothing is planned yet. A question of the week, or an evening together, is a beginning.";
    public virtual string StudioNotScheduled => "not scheduled yet";
    public virtual string StudioEntriesEnd => "entries end";
    public virtual string StudioVotingEnds => "voting ends";

    public virtual string StudioComing(int days) => Plural(days, "The coming day", "The coming {0} days");

    public virtual string StudioZone(string zone) => $"By the clocks of the community: {zone}.";
}
