using Communities.Actors;

namespace Communities.Exchange;

/// <summary>
/// What a first look at a community's events finds that a copy would stumble over: times that have been acted upon,
/// which
/// an alarm would act upon again, and visits that say nothing because the member also wrote on that day.
/// </summary>
internal sealed class Superseded
{
    private readonly HashSet<(ActorId Actor, long Version)> _dropped = [];
    private readonly Dictionary<string, List<(MemberEvent.Sanctioned What, long Version)>> _sanctions = [];
    private readonly HashSet<(string Key, long Version)> _timeless = [];
    private readonly Dictionary<string, (long Version, bool IsClosing)> _pending = [];
    private readonly Dictionary<string, long> _pins = [];
    private readonly Dictionary<string, DaySet> _active = [];
    private readonly HashSet<string> _ended = [];
    private readonly HashSet<string> _removed = [];
    private readonly HashSet<(string Key, int Number)> _erased = [];
    private readonly Dictionary<string, int> _totals = []; // Of issues of the newsletter.

    /// <summary>Takes the next event of the community.</summary>
    public void Take(Envelope envelope)
    {
        var key = envelope.Actor.Key;
        switch (envelope.Name)
        {
            case "thread.close-scheduled":
                Drop(key);
                _pending[key] = (envelope.Version, IsClosing: true);
                break;
            case "thread.closed":
                Drop(key);
                if (Domain.Happened(envelope) is ThreadEvent.Closed { ReopenAt: not null })
                    _pending[key] = (envelope.Version, IsClosing: false);
                break;
            case "thread.reopened":
                // Of a thread that was still to be closed, it means nothing without what it took back.
                if (_pending.TryGetValue(key, out var pending) && pending.IsClosing)
                    _dropped.Add((envelope.Actor, envelope.Version));
                Drop(key);
                break;
            case "thread.removed" or "thread.withheld":
                if (Domain.Happened(envelope) is ThreadEvent.Removed { By: Removal.Erased } gone)
                    _erased.Add((key, gone.Number));
                if (Domain.Happened(envelope) is ThreadEvent.Withheld { How: Removal.Erased } erased)
                    _erased.Add((key, erased.Number));
                break;
            case "poll.closed": _ended.Add(key); break;
            case "newsletter.advanced" when Domain.Happened(envelope) is NewsletterEvent.Advanced sent:
                _totals[key] = sent.Total;
                break;
            case "member.sanctioned" when Domain.Happened(envelope) is MemberEvent.Sanctioned sanction:
                if (!_sanctions.TryGetValue(key, out var sanctions)) _sanctions[key] = sanctions = [];
                sanctions.Add((sanction, envelope.Version));
                break;
            case "member.lifted" when Domain.Happened(envelope) is MemberEvent.Lifted lifted:
                Lift(envelope.Actor, what => what.Decision == lifted.Decision);
                break;
            case "member.sanction-ended" when Domain.Happened(envelope) is MemberEvent.SanctionEnded over:
                Lift(envelope.Actor, what => what.Decision == over.Decision && what.Kind == over.Kind);
                break;
            case "upload.removed": _removed.Add(key); break;
            case "thread.pinned" or "thread.unpinned":
                if (_pins.Remove(key, out var version)) _timeless.Add((key, version));
                if (envelope.Name == "thread.pinned") _pins[key] = envelope.Version;
                break;
            case "thread.opened" or "thread.replied" or "thread.edited" or "thread.reacted" when envelope.By.Length > 0:
                _active[envelope.By] =
                    _active.GetValueOrDefault(envelope.By, DaySet.Empty).Add(DaySet.DayOf(envelope.At));
                break;
        }
    }

    /// <summary>True where a copy has no use for the event.</summary>
    public bool Drops(Envelope envelope) =>
        envelope.Name == "member.visited"
            ? _active.TryGetValue(Keys.LocalOf(envelope.Actor.Key), out var days)
                && days.Contains(DaySet.DayOf(envelope.At))
            : _dropped.Contains((envelope.Actor, envelope.Version));

    /// <summary>True where this poll has ended once, so that its time has been acted upon.</summary>
    public bool HasEnded(Envelope envelope) => _ended.Contains(envelope.Actor.Key);

    /// <summary>To how many this issue of the newsletter was sent.</summary>
    public int TotalOf(Envelope envelope) => _totals.GetValueOrDefault(envelope.Actor.Key);

    /// <summary>True where the post of this number was erased in the thread of this event.</summary>
    public bool IsErased(Envelope envelope, int number) => _erased.Contains((envelope.Actor.Key, number));

    /// <summary>True where this upload was taken away later, and its content with it.</summary>
    public bool IsGone(Envelope envelope) =>
        envelope.Actor.Kind == Upload.Kind && _removed.Contains(envelope.Actor.Key);

    /// <summary>True where the time at which a closed thread was to reopen no longer means anything.</summary>
    public bool IsTimeless(Envelope envelope) => _timeless.Contains((envelope.Actor.Key, envelope.Version));

    // A copy needs to know of what is in force, and not of what was.
    private void Lift(ActorId member, Predicate<MemberEvent.Sanctioned> isLifted)
    {
        foreach (var (what, version) in _sanctions.GetValueOrDefault(member.Key) ?? [])
            if (isLifted(what)) _dropped.Add((member, version));
    }

    private void Drop(string key)
    {
        if (!_pending.Remove(key, out var pending)) return;
        if (pending.IsClosing) _dropped.Add((new ActorId(Communities.Thread.Kind, key), pending.Version));
        else _timeless.Add((key, pending.Version));
    }
}
