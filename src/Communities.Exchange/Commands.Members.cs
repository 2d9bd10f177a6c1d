using Communities.Actors;

namespace Communities.Exchange;

/// <content>Members, and what became of them.</content>
internal static partial class Commands
{
    /// <summary>Lets a member join. Who was one elsewhere is not new: nobody knows here what they have read.</summary>
    /// <param name="member">The member's record.</param>
    /// <param name="isOwn">The file is one of ours.</param>
    /// <param name="until">Until then it says what came of what the member did; null where it does not.</param>
    public static MemberCommand.Join Joining(Record member, bool isOwn, DateTimeOffset? until) =>
        member.Fact is MemberEvent.Joined { Role: >= Role.Member and <= Role.Owner } e
            ? Joining(e, Line(member.Title, Text.NameMax, member.Id)) with { CopiedUntil = until }
            : new(Line(member.Title, Text.NameMax, member.Id), Trust: isOwn ? Trust.New : Trust.Basic,
                CopiedUntil: until);

    /// <summary>What a later fact about a member asks of it; null where the fact is not complete.</summary>
    public static ICommand<Member>? OnMember(object fact) => fact switch
    {
        MemberEvent.Joined { Role: >= Role.Member and <= Role.Owner } e => Joining(e, Line(e.Name, Text.NameMax, "?")),
        MemberEvent.Left => new MemberCommand.Leave(),
        MemberEvent.Described e => new MemberCommand.Describe(
            Line(e.Name, Text.NameMax, "?"), Text.CleanBody(e.Biography, Text.AboutMax),
            OptionalLine(e.Location, Text.NameMax), OptionalLine(e.Pronouns, Text.NameMax), e.Links),
        MemberEvent.Portrayed e => new MemberCommand.Portray(e.Face),
        MemberEvent.Trusted e => new MemberCommand.SetTrust(e.Level, e.IsLocked),
        MemberEvent.ConsentGiven e => new MemberCommand.GiveConsent(e.Policy, e.Version),
        MemberEvent.Appointed e => new MemberCommand.Appoint(e.Role),
        MemberEvent.Kept { Categories.IsDefault: false } e => new MemberCommand.Keep(e.Categories),
        MemberEvent.Visited => new MemberCommand.Visit(),
        MemberEvent.Entrusted e => new MemberCommand.Entrust(e.IsAmbassador, OptionalLine(e.Word, Text.LineMax)),
        MemberEvent.Thanked e => new MemberCommand.Thank(Line(e.Word, Text.LineMax, "?")),
        MemberEvent.Credited { Of: not null } e => new MemberCommand.Credit(e.Deed, e.Of, e.IsUndone),
        MemberEvent.Promised { Gathering: not null } e => new MemberCommand.Promise(e.Gathering, e.IsOff),
        MemberEvent.Celebrated => new MemberCommand.Celebrate(),
        MemberEvent.Badged e => new MemberCommand.Recognise(e.Badge, null),
        MemberEvent.Reported { Content: not null } e => new MemberCommand.Retell(
            e with { Content = Content(e.Content) }),
        MemberEvent.JourneyBegun or MemberEvent.StepSent or MemberEvent.StepDone or MemberEvent.JourneyEnded
            or MemberEvent.WelcomeDismissed or MemberEvent.Sanctioned or MemberEvent.Struck or MemberEvent.Lifted
            or MemberEvent.SanctionEnded or MemberEvent.Judged or MemberEvent.Suspected or MemberEvent.Cleared =>
            new MemberCommand.Retell((MemberEvent)fact),
        MemberEvent.Awarded e => new MemberCommand.Award(e.Badge, OptionalLine(e.Word, Text.LineMax)),
        MemberEvent.Revoked e => new MemberCommand.Revoke(e.Badge),
        MemberEvent.Displayed e => new MemberCommand.Display(e.IsUnranked, e.Flair),
        _ => null,
    };

    /// <summary>What a fact about a case asks of it; null where the fact is not complete.</summary>
    public static ICommand<Case>? OnCase(object? fact) => fact switch
    {
        CaseEvent.Opened { Content: not null } e => new CaseCommand.Retell(e with { Content = Content(e.Content) }),
        CaseEvent.Opened => null,
        CaseEvent.Reported { Content: not null } e => new CaseCommand.Retell(e with { Content = Content(e.Content) }),
        CaseEvent e => new CaseCommand.Retell(e),
        _ => null,
    };

    /// <summary>
    /// What a sanction without a case asks of its member, and of the case of the member, which is opened for it.
    /// </summary>
    /// <param name="sanction">What was decided.</param>
    /// <param name="account">About whom.</param>
    /// <param name="number">Which decision of that case it will be.</param>
    /// <param name="at">When.</param>
    public static (CaseCommand Opening, CaseCommand Deciding, MemberCommand Barring) OnCase(
        MemberEvent.Sanctioned sanction, string account, int number, DateTimeOffset at)
    {
        int? hours = sanction.Until is { } until
            ? (int)Math.Clamp(Math.Round((until - at).TotalHours), 1, Measure.HoursMax) : null;
        var reason = Line(sanction.Reason, Text.LineMax, "?");
        var measure = new Measure(sanction.Kind, hours);
        return (
            new CaseCommand.Open(new ReportedContent(account, null, "")),
            new CaseCommand.Decide([measure], null, reason, reason),
            new MemberCommand.Sanction(
                Case.IdOf(Subject.OfMember(account).ToString(), number), measure, reason));
    }

    private static MemberCommand.Join Joining(MemberEvent.Joined e, string name) => new(
        name, e.Role, Keys.IsAccount(e.InvitedBy) ? e.InvitedBy : null,
        Math.Clamp(e.Trust, Trust.New, Trust.Leader));

    // As the text of a post itself: under another short name its addresses may have made it longer.
    private static ReportedContent Content(ReportedContent content) => content with
    {
        Text = Text.CleanBody(content.Text, Text.PostMax), Title = OptionalLine(content.Title, Text.TitleMax),
    };
}
