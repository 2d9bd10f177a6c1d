#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// Questions that wait, answers that are looked at again, and threads that are taken up.
public partial class Texts
{
    public virtual string QuestionsHint =>
        "What waits for an answer, and for how long. Those that wait longest come first.";
    public virtual string QuestionLists => "Lists of questions";
    public virtual string OpenQuestions => "Open questions";
    public virtual string OpenQuestionsHint =>
        "Perhaps you know. An answer helps who asks, and everybody who finds it.";
    public virtual string NoOpenQuestionsHint =>
        "Questions of the last three months will stand here while they wait, so that who knows can find them.";
    public virtual string MoreQuestions => "More questions";
    public virtual string ShowThese => "Show";
    public virtual string QuestionKeys => "Keys: j and k choose, Enter opens, r answers, a asks a member.";
    public virtual string QuestionOneKeys =>
        "Keys: j and k go on and back, r answers, a asks a member, u goes to the list.";
    public virtual string AnswerThis => "Answer";
    public virtual string ReadThread => "Read the thread";
    public virtual string SolvedAlike => "Solved before";
    public virtual string SolvedAlikeHint =>
        "Threads about the same that have an accepted answer: a link may be all that is needed.";
    public virtual string AskMember => "Ask a member";
    public virtual string NobodyFits =>
        "Nobody who has answered anything like this can be asked just now. Perhaps you know somebody.";
    public virtual string Ask => "Ask";
    public virtual string AskedLately => "was asked lately, free again";
    public virtual string AskedSoFar => "Asked so far";
    public virtual string HasAnswered => "has answered";
    public virtual string HasPassedOn => "passed it on";
    public virtual string WaitsForAnswer => "no answer yet";
    public virtual string PassOn => "Not me";
    public virtual string AnswerRequestedNow => "The member was asked.";
    public virtual string AnswerPassedOnNow => "Fine. Somebody else will be asked.";
    public virtual string ThreadRestedNow => "It is left alone until somebody writes there.";

    public virtual string RevivalsTitle => "Worth reviving";
    public virtual string RevivalsHint =>
        "Threads that stopped and deserve to go on: sum them up, or ask anew. Nobody bumps them with nothing to say.";
    public virtual string NoRevivals => "Nothing needs reviving";
    public virtual string NoRevivalsHint =>
        "Threads will stand here that many read and nobody answered, whose answer is doubted, that stopped "
        + "midway, or that are asked again and again.";
    public virtual string LastWritten => "last post";
    public virtual string FindAnswer => "Find an answer";
    public virtual string LookAtAnswer => "Look at the answer";
    public virtual string SumUp => "Sum it up";
    public virtual string AskAnew => "Ask anew";
    public virtual string LeaveAlone => "Leave it alone";
    public virtual string IsSummary => "This sums the thread up";
    public virtual string SummaryPost => "Summary";
    public virtual string ToSummary => "To the summary";
    public virtual string MarkSummary => "Mark as summary";
    public virtual string UnmarkSummary => "No summary after all";
    public virtual string TakesUp => "This takes up";
    public virtual string AnOldThread => "an old thread";

    public virtual string AcceptedOn => "Accepted {1}.";
    public virtual string AcceptedByAsker => "Accepted by {0}, who asked, {1}.";
    public virtual string AcceptedByTeam => "Accepted by {0} of the team, {1}.";
    public virtual string DoesItHold => "Does this still hold?";
    public virtual string AnswerIsFrom => "The answer was written {0}.";
    public virtual string YouSaidItHolds => "You said that it does.";
    public virtual string YouDoubtIt => "You said that it no longer does.";
    public virtual string AnswerHoldsNow => "Noted: this answer still holds.";
    public virtual string AnswerDoubtedNow => "Noted: your doubt stands below the answer.";
    public virtual string ItHolds => "Still holds";
    public virtual string ItNoLongerHolds => "No longer…";
    public virtual string WhatChanged => "What has changed";
    public virtual string SayDoubt => "Say that it no longer holds";

    public virtual string AnswerFiguresTitle => "Figures";
    public virtual string AnswerFiguresHint =>
        "How soon somebody else answers what is opened here, against what you aim at.";
    public virtual string AnswerPeriod => "Period";
    public virtual string AnswerByCategory => "By category";
    public virtual string AnswerMedian => "Median time to a first reply";
    public virtual string AnswerMedianHint => "Half of the answered threads were answered sooner.";
    public virtual string AnswerInTime => "Within the target";
    public virtual string AnswerInTimeHint => "Of the threads whose time is up, or that were answered.";
    public virtual string AnswerNone => "Without any reply";
    public virtual string AnswerSolved => "With an accepted answer";
    public virtual string AnswerOpened => "Opened";
    public virtual string AnswerAnswered => "Answered";
    public virtual string AnswerTarget => "Target";
    public virtual string RequestsAnswered => "Answered after being asked";
    public virtual string NoFigures => "No figures yet";
    public virtual string NoFiguresHint =>
        "Once threads are opened, how soon they are answered will stand here, by category.";

    public virtual string TargetsTitle => "Targets";
    public virtual string TargetsHint =>
        "Within how many hours somebody shall answer, and where an accepted answer is wanted.";
    public virtual string TargetHours => "Hours to a first reply";
    public virtual string TargetHoursShort => "Hours";
    public virtual string TargetHoursHint => "Where a category says nothing else. 0: threads need no reply.";
    public virtual string TargetSolved => "Threads are questions";
    public virtual string TargetSolvedShort => "Questions, to be solved";
    public virtual string TargetSolvedHint =>
        "They wait until an answer is accepted, where their category says nothing else.";
    public virtual string TargetsByCategory => "Targets by category";
    public virtual string TargetsByCategoryHint =>
        "Sub-categories follow the category above them unless they have a target of their own.";
    public virtual string TargetOwn => "Own target";
    public virtual string HoldsDays => "Days until answers are looked at again";
    public virtual string CardUnanswered => "without an answer";

    public virtual string QuestionShowName(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Late",
        QuestionShow.Unsolved => "Unsolved",
        QuestionShow.Doubted => "Doubted",
        _ => "Unanswered",
    };

    public virtual string QuestionShowHint(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Nobody has answered within the target of the category.",
        QuestionShow.Unsolved => "Others have answered, and no answer is accepted yet, where threads are questions.",
        QuestionShow.Doubted =>
            "Readers say that the accepted answer no longer holds. Confirm it, mend it, or take it back.",
        _ => $"Nobody but the author has written, in the last {QuestionQuery.WaitingFor.Days} days.",
    };

    public virtual string NoQuestions(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Nobody waits too long",
        QuestionShow.Unsolved => "Nothing unsolved",
        QuestionShow.Doubted => "No answer is doubted",
        _ => "Nobody waits for an answer",
    };

    public virtual string NoQuestionsHint(QuestionShow show) => show switch
    {
        QuestionShow.Late => "Threads without a reply will stand here once they are older than their target.",
        QuestionShow.Unsolved =>
            "Say among the targets which categories hold questions; those without an accepted answer will stand here.",
        QuestionShow.Doubted => "Accepted answers that readers find outdated will stand here.",
        _ => "Threads in which nobody but the author has written will stand here.",
    };

    public virtual string WorthReviving(RevivalReason reason, long count) => reason switch
    {
        RevivalReason.Doubted =>
            Plural(count, "A reader says that its accepted answer no longer holds.",
            "{0} readers say that its accepted answer no longer holds."),
        RevivalReason.Stopped =>
            Plural(count, "An exchange of {0} post stopped without a result.",
            "An exchange of {0} posts stopped without a result."),
        RevivalReason.Recurring =>
            Plural(count, "{0} later thread asks about the same.",
            "{0} later threads ask about the same."),
        _ => Plural(count, "Read {0} time, and nobody has answered.", "Read {0} times, and nobody has answered."),
    };

    public virtual string LateBy(string time) => $"late by {time}";
    public virtual string DueIn(string time) => $"{time} left";
    public virtual string AskedCount(int count) => Plural(count, "{0} member asked", "{0} members asked");
    public virtual string DoubtsCount(int count) => Plural(count, "{0} doubt", "{0} doubts");
    public virtual string LateCount(int count) =>
        Plural(count, "{0} waits longer than aimed at", "{0} wait longer than aimed at");
    public virtual string DoubtedCount(int count) =>
        Plural(count, "{0} accepted answer is doubted", "{0} accepted answers are doubted");
    public virtual string AskMemberHint(int days) =>
        $"They have answered what is alike. Nobody is asked more than once in {Number(days)} days, and "
            + "everybody may pass it on.";
    public virtual string AnsweredAlike(int count) =>
        Plural(count, "answered {0} thread like it", "answered {0} threads like it");
    public virtual string AcceptedAlike(int count) => Plural(count, "{0} accepted", "{0} accepted");
    public virtual string AskedBy(string name) => $"asked by {name}";
    public virtual string HoldsSaid(int count) =>
        Plural(count, "{0} reader says", "{0} readers say") + " that it still holds, the last {0}.";
    public virtual string DoubtsSaid(int count) =>
        Plural(count, "{0} reader says that this no longer holds.", "{0} readers say that this no longer holds.");
    public virtual string IsSummaryHint(int least) =>
        $"It is found from the top of the thread. At least {Number(least)} characters.";
    public virtual string TakesUpHint(int least) =>
        $"Say in at least {Number(least)} characters what was found out then, and what you want to know now.";
    public virtual string HoldsDaysHint(int least, int most) =>
        $"Then readers are asked whether they still hold: {Number(least)} to {Number(most)} days, or 0 for never.";
    public virtual string LastDays(int days) => Plural(days, "Last {0} day", "Last {0} days");
    public virtual string BeforeThat(string figure) => $"Before that: {figure}";
    public virtual string OfThreads(int count) => Plural(count, "of {0} thread", "of {0} threads");
    public virtual string RequestsHint(int asked, int declined) =>
        $"{Number(asked)} asked, {Number(declined)} passed on";
}
