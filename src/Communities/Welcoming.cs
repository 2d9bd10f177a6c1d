using Communities.Actors;

namespace Communities;

/// <summary>
/// Takes newcomers along, step by step, brings introductions that nobody answers to those who greet, and credits
/// whoever is the first to answer one.
/// </summary>
internal static class Welcoming
{
    private const string Step = "journey";
    private const string Greeting = "greet";

    /// <summary>From joining to the steps and their alarms, and from introductions to theirs.</summary>
    public static Reactor Reactor { get; } = new(
        "welcoming",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Joined>(), Domain.EventName<MemberEvent.Left>(),
            Domain.EventName<CommunityEvent.JourneyOffered>(), Domain.EventName<MemberEvent.JourneyBegun>(),
            Domain.EventName<MemberEvent.StepSent>(), Domain.EventName<MemberEvent.StepDone>(),
            Domain.EventName<MemberEvent.JourneyEnded>(), Domain.EventName<ThreadEvent.Opened>(),
            Domain.EventName<ThreadEvent.Ungreeted>(), Domain.EventName<ThreadEvent.Replied>(),
            Domain.EventName<ThreadEvent.Published>(),
        },
        React) { SendsOnce = true };

    private static IEnumerable<Reaction> React(object happened, string key, Moment moment) => happened switch
    {
        MemberEvent.Joined { Role: Role.Member } => [Reaction.Send(
            Keys.CommunityOf(key), new CommunityCommand.OfferJourney(Keys.LocalOf(key)))],
        CommunityEvent.JourneyOffered e => [Reaction.Send(
            Keys.OfMember(key, e.Account), new MemberCommand.BeginJourney(e.Steps))],
        MemberEvent.JourneyBegun e => [Ring(key, e.Next)],
        MemberEvent.StepSent e => [Ring(key, e.Next), .. Told(key, e, moment)],
        MemberEvent.StepDone e => [Ring(key, e.Next)],
        MemberEvent.Left or MemberEvent.JourneyEnded => [Ring(key, null)],
        ThreadEvent.Opened { GreetBy: { } by } => [
            Reaction.SetAlarm(key, Greeting, by, new ThreadCommand.LookForGreeting())],
        ThreadEvent.Replied { Greets: true } => [Credit(key, moment.By)],
        ThreadEvent.Published { Greets: true } e => [Credit(key, e.Author)],
        ThreadEvent.Ungreeted e => [Reaction.CancelAlarm<Thread>(key, Greeting), Reaction.Send(
            Keys.CommunityOf(key),
            new CommunityCommand.TellStaff(e.Author, Reasons.Ungreeted, Keys.LocalOf(key), Ambassadors: true))],
        _ => [],
    };

    private static Reaction Credit(string thread, string account) => Reaction.Send(
        Keys.OfMember(Keys.CommunityOf(thread), account),
        new MemberCommand.Credit(Deed.Greeted, Keys.LocalOf(thread)));

    private static Reaction Ring(string key, DateTimeOffset? at) =>
        at is { } due ? Reaction.SetAlarm(key, Step, due, new MemberCommand.TakeStep())
        : Reaction.CancelAlarm<Member>(key, Step);

    private static IEnumerable<Reaction> Told(string key, MemberEvent.StepSent e, Moment moment)
    {
        yield return Reaction.Send(
            key, new InboxCommand.Notify(new Notice(Reasons.Step, Subject: e.Id, At: moment.At)));
        if (!e.IsByMail) yield break;
        yield return Reaction.Send(
            Keys.OfRecipient(Keys.CommunityOf(key), Keys.LocalOf(key)),
            new RecipientCommand.Owe($"step-{e.Id}", LetterKind.Step, e.Id, moment.At + Notice.NewsFor));
    }
}
