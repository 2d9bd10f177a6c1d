using Communities.Actors;

namespace Communities;

/// <summary>Does what cases decided, and undoes what they took back, in the actors that it is about.</summary>
internal static class Deciding
{
    /// <summary>From decisions to threads, members, and the reputation of reporters.</summary>
    public static Reactor Reactor { get; } = new(
        "deciding",
        new HashSet<string> { Domain.EventName<CaseEvent.Decided>(), Domain.EventName<CaseEvent.Undone>() },
        (happened, key, moment) => happened switch
        {
            CaseEvent.Decided e => [.. OnThread(key, e, moment), .. OnMember(key, e), .. Settled(key, e)],
            CaseEvent.Undone e => [.. Lifted(key, e), .. Judged(key, e)],
            _ => [],
        }) { SendsOnce = true };

    private static IEnumerable<Reaction> OnThread(string key, CaseEvent.Decided e, Moment moment)
    {
        if (ThreadOf(key, e.Place) is not { } thread) yield break;
        var (id, rule) = (IdOf(key, e.Number), e.Rule.Length > 0 ? e.Rule : null);
        if (CaseDecision.WithheldBy(e.Measures) is { } how)
            yield return Reaction.Send(thread, new ThreadCommand.Withhold(
                NumberOf(e.Place), how, id, rule, IsRecorded: e.Origin == DecisionOrigin.Direct));
        else if (e.IsPublished)
            yield return Reaction.Send(thread, new ThreadCommand.Publish(NumberOf(e.Place), id));
        foreach (var measure in e.Measures)
        {
            if (measure.Kind == MeasureKind.Close)
                yield return Reaction.Send(thread, new ThreadCommand.Close(
                    measure.Hours is { } hours ? moment.At.AddHours(hours) : null, rule, id));
            if (measure is { Kind: MeasureKind.Slow, Seconds: { } seconds })
                yield return Reaction.Send(thread, new ThreadCommand.Slow(seconds, rule, id));
        }

        // A pace that nobody decided on gives way to what somebody did.
        foreach (var replaced in e.Replaces ?? [])
            if (replaced.Has(MeasureKind.Slow))
                yield return Reaction.Send(thread, new ThreadCommand.Lift(IdOf(key, replaced.Number)));
    }

    private static IEnumerable<Reaction> OnMember(string key, CaseEvent.Decided e)
    {
        if (e.Author.Length == 0) yield break;
        var (member, id) = (Keys.OfMember(Keys.CommunityOf(key), e.Author), IdOf(key, e.Number));
        foreach (var measure in e.Measures)
            if (measure.IsSanction)
                yield return Reaction.Send(member, new MemberCommand.Sanction(id, measure, e.Rule));
        if (e.StrikeUntil is { } until) yield return Reaction.Send(member, new MemberCommand.Strike(id, until));
        foreach (var replaced in e.Replaces ?? [])
            if (replaced.Origin == DecisionOrigin.Automatic && replaced.Measures.Any(measure => measure.IsSanction))
                yield return Reaction.Send(member, new MemberCommand.Lift(IdOf(key, replaced.Number)));
    }

    // Nothing waits any more, and who reported was right or not. What happened by itself settles nothing.
    private static IEnumerable<Reaction> Settled(string key, CaseEvent.Decided e)
    {
        if (e.Origin == DecisionOrigin.Automatic || e.Reports is null) yield break;
        var (community, id) = (Keys.CommunityOf(key), Keys.LocalOf(key));
        var isKept = e.Measures is [{ Kind: MeasureKind.Keep }];
        foreach (var report in e.Reports)
            if (report.By.Length > 0) yield return Judge(key, report.By, !isKept);
        if (ThreadOf(key, e.Place) is { } thread)
            yield return Reaction.Send(thread, new ThreadCommand.Cool(id, isKept));
        if (e.Author.Length > 0)
            yield return Reaction.Send(Keys.OfMember(community, e.Author), new MemberCommand.Clear(id, isKept));
    }

    private static IEnumerable<Reaction> Lifted(string key, CaseEvent.Undone e)
    {
        var (thread, isBack) = (ThreadOf(key, e.Place), !e.IsAppeal);
        foreach (var replaced in e.Replaced ?? [])
        {
            // What a moderator takes back makes room for what was there before; what an appeal overturns, for nothing.
            if (e.IsAppeal) foreach (var reaction in Lift(replaced.Number)) yield return reaction;
            else if (thread is not null && replaced.Measures.FirstOrDefault(m => m.Kind == MeasureKind.Slow) is
                { Seconds: { } seconds })
                yield return Reaction.Send(
                    thread, new ThreadCommand.Slow(seconds, null, IdOf(key, replaced.Number)));
        }

        foreach (var reaction in Lift(e.Number)) yield return reaction;
        if (e.IsPublished && thread is not null)
            yield return Reaction.Send(thread, new ThreadCommand.Publish(NumberOf(e.Place), IdOf(key, e.Number)));

        IEnumerable<Reaction> Lift(int number)
        {
            var id = IdOf(key, number);
            if (thread is not null) yield return Reaction.Send(thread, new ThreadCommand.Lift(id));
            if (e.Author.Length > 0)
                yield return Reaction.Send(
                    Keys.OfMember(Keys.CommunityOf(key), e.Author), new MemberCommand.Lift(id));
        }
    }

    private static IEnumerable<Reaction> Judged(string key, CaseEvent.Undone e)
    {
        var wasKept = e.Measures is [{ Kind: MeasureKind.Keep }];
        foreach (var report in e.Reports ?? [])
            if (report.By.Length > 0) yield return Judge(key, report.By, e.IsAppeal ? wasKept : null);
    }

    private static Reaction Judge(string key, string reporter, bool? isAgreed) => Reaction.Send(
        Keys.OfMember(Keys.CommunityOf(key), reporter),
        new MemberCommand.Judge(Subject.Parse(Keys.LocalOf(key))!.Value, isAgreed));

    private static string? ThreadOf(string key, Subject place) =>
        place.Kind is SubjectKind.Post or SubjectKind.Thread ? Keys.OfThread(Keys.CommunityOf(key), place.Id) : null;

    // A thread is withheld with its opening post.
    private static int NumberOf(Subject place) => place.Kind == SubjectKind.Post ? place.Number : 1;

    private static string IdOf(string key, int number) => Case.IdOf(Keys.LocalOf(key), number);
}
