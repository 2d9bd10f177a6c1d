using Communities.Actors;

namespace Communities.Exchange;

/// <content>What moderators know, and what their decisions did to members.</content>
internal sealed partial class ImportSession
{
    private readonly Dictionary<string, Lane> _cases = []; // By the id of the case.
    private readonly HashSet<string> _decisions = []; // Those that are here.
    private readonly Dictionary<string, int> _sanctions = []; // Of each account, those that came without a case.

    private ValueTask<Outcome?> OnCase(Record record)
    {
        if (!_isOwn) return Skipped(Foreign);
        if (Subject.Parse(record.Parent) is not { } subject) return Skipped("Its case is about nothing there can be.");
        if (!_cases.TryGetValue(record.Parent!, out var lane))
        {
            if (About(subject) is not { } about) return Skipped("What its case is about did not come before it.");
            var key = Keys.OfCase(Slug, subject);
            _cases[record.Parent!] = lane = new Lane(key, about.IsOurs && !_earlier.HasBegun(Case.Kind, key));
        }

        var brought = Bring(lane, record, Commands.OnCase(record.Fact), By(record), Standing.System);
        return record.Fact is CaseEvent.Decided e ? Decided(brought, Case.IdOf(record.Parent!, e.Number)) : brought;
    }

    private async ValueTask<Outcome?> Decided(ValueTask<Outcome?> brought, string decision)
    {
        var outcome = await brought.ConfigureAwait(false);
        if (outcome is { What: not What.Skipped }) _decisions.Add(decision); // The next record waits for this one.
        return outcome;
    }

    private Lane? About(Subject subject) => subject.Kind switch
    {
        SubjectKind.Member => MemberOf(subject.Id),
        SubjectKind.Message => _conversations.GetValueOrDefault(subject.Id),
        _ => _threads.GetValueOrDefault(subject.Id),
    };

    // Who wrote here without having joined may be judged all the same.
    private Lane? MemberOf(string account)
    {
        if (_members.TryGetValue(account, out var lane)) return lane;
        var key = Keys.OfMember(Slug, account);
        return _isOwn && Keys.IsAccount(account)
            ? new Lane(key, _community!.IsOurs && !_earlier.HasBegun(Communities.Member.Kind, key))
            : null;
    }

    private ValueTask<Outcome?> OnMember(Record record)
    {
        var lane = record.Parent is null ? null
            : Facts.IsJudgement(record.Fact) ? MemberOf(record.Parent) : _members.GetValueOrDefault(record.Parent);
        return lane is null ? Skipped("Its member did not come before it.")
            : record.Fact switch
            {
                MemberEvent.Sanctioned { Decision: "" } e => Sanction(lane, record, e),
                MemberEvent.Sanctioned e when !_decisions.Contains(e.Decision ?? "") => Skipped(Undecided),
                MemberEvent.Struck e when !_decisions.Contains(e.Decision ?? "") => Skipped(Undecided),
                _ when Facts.IsJudgement(record.Fact) && !_isOwn => Skipped(Foreign),
                _ => Bring(lane, record, Commands.OnMember(record.Fact!), By(record), Standing.System),
            };
    }

    private const string Foreign = "Only a file of this program tells of cases and what came of them.";
    private const string Undecided = "Its decision did not come before it.";

    // A sanction that nobody could lift or object to would be none: it rests on a case of its member.
    private async ValueTask<Outcome?> Sanction(Lane member, Record record, MemberEvent.Sanctioned e)
    {
        if (!new Measure(e.Kind).IsSanction) return Outcome.Skipped("It is no sanction.");
        var account = Keys.LocalOf(member.Key);
        var lane = new Lane(Keys.OfCase(Slug, Subject.OfMember(account)), member.IsOurs);
        var number = _sanctions[account] = _sanctions.GetValueOrDefault(account) + 1;
        var (opening, deciding, barring) = Commands.OnCase(e, account, number, record.Time);
        var barred = Bring(member, record, barring, By(record), Standing.System);
        var opened = Bring(
            lane, record with { Id = $"{record.Id}/case" }, opening, By(record), Commands.Moderating);
        var decided = Bring(
            lane, record with { Id = $"{record.Id}/decided" }, deciding, By(record), Commands.Moderating);
        await opened.ConfigureAwait(false);
        await decided.ConfigureAwait(false);
        return await barred.ConfigureAwait(false);
    }
}
