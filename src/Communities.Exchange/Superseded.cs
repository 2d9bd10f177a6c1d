using Communities.Actors;

namespace Communities.Exchange;

/// <summary>
/// What a first look at a community's events finds that a copy would stumble over: times that have been acted upon,
/// which an alarm would act upon again, and visits that say nothing because the member also wrote on that day. And what
/// was erased, and when decisions were made.
/// </summary>
internal sealed class Superseded
{
    private readonly HashSet<(ActorId Actor, long Version)> _dropped = [];
    private readonly HashSet<(string Key, long Version)> _timeless = [];
    private readonly Dictionary<string, (long Version, bool IsClosing)> _pending = [];
    private readonly Dictionary<string, long> _pins = [];
    private readonly Dictionary<string, DaySet> _active = [];
    private readonly HashSet<string> _ended = [];
    private readonly HashSet<string> _removed = [];
    private readonly HashSet<(string Key, int Number)> _erased = [];
    private readonly Dictionary<string, List<Subject>> _places = []; // Of each case whose post went elsewhere.
    private readonly Dictionary<ActorId, long> _begun = [];
    private readonly Dictionary<string, long> _cases = []; // The latest time of each.
    private readonly Dictionary<string, long> _decided = []; // By decision.
    private readonly Dictionary<string, int> _totals = []; // Of issues of the newsletter.

    /// <summary>Takes the next event of the community.</summary>
    public void Take(Envelope envelope)
    {
        var key = envelope.Actor.Key;
        if (envelope.Actor.Kind == Case.Kind) TakeCase(envelope);
        else if (envelope.Version == 1) _begun[envelope.Actor] = envelope.At.ToUnixTimeMilliseconds();
        switch (envelope.Name)
        {
            case "thread.close-scheduled":
                Drop(key);
                _pending[key] = (envelope.Version, IsClosing: true);
                break;
            case "thread.closed":
                // What a decision closes lies upon what was so before, which is there again without it.
                if (Domain.Happened(envelope) is not ThreadEvent.Closed { Decision: null, Lifted: null } closed)
                    _pending.Remove(key);
                else
                {
                    Drop(key);
                    if (closed.ReopenAt is not null) _pending[key] = (envelope.Version, IsClosing: false);
                }

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

    /// <summary>True where what this case of the community is about was erased, wherever it is by now.</summary>
    public bool IsErased(string community, Subject subject) =>
        IsErasedAt(community, subject)
        || _places.GetValueOrDefault(Keys.OfCase(community, subject))?.Exists(it => IsErasedAt(community, it)) == true;

    /// <summary>When the thread or conversation of this subject began, in milliseconds; 0 for a member.</summary>
    public long BegunAt(string community, Subject subject) => subject.Kind == SubjectKind.Member ? 0
        : _begun.GetValueOrDefault(new ActorId(
            subject.Kind == SubjectKind.Message ? Conversation.Kind : Communities.Thread.Kind,
            Keys.OfThread(community, subject.Id)));

    /// <summary>When the line of this decision stands in a file, in milliseconds.</summary>
    public long DecidedAt(string community, string decision) => Case.PartsOf(decision) is not { } parts ? 0
        : Math.Max(_decided.GetValueOrDefault(decision), BegunAt(community, parts.Subject));

    /// <summary>True where this upload was taken away later, and its content with it.</summary>
    public bool IsGone(Envelope envelope) =>
        envelope.Actor.Kind == Upload.Kind && _removed.Contains(envelope.Actor.Key);

    /// <summary>True where the time at which a closed thread was to reopen no longer means anything.</summary>
    public bool IsTimeless(Envelope envelope) => _timeless.Contains((envelope.Actor.Key, envelope.Version));

    // A line is never earlier than one before of the same actor.
    private void TakeCase(Envelope envelope)
    {
        var key = envelope.Actor.Key;
        var at = Math.Max(envelope.At.ToUnixTimeMilliseconds(), _cases.GetValueOrDefault(key));
        _cases[key] = at;
        if (envelope.Name is not ("case.decided" or "case.relocated")) return;
        if (Domain.Happened(envelope) is CaseEvent.Decided e) _decided[Case.IdOf(Keys.LocalOf(key), e.Number)] = at;
        if (Domain.Happened(envelope) is not CaseEvent.Relocated { Place: var place }) return;
        if (!_places.TryGetValue(key, out var places)) _places[key] = places = [];
        places.Add(place);
    }

    private bool IsErasedAt(string community, Subject subject) =>
        subject.Kind is SubjectKind.Post or SubjectKind.Thread && _erased.Contains((
            Keys.OfThread(community, subject.Id), Math.Max(1, subject.Number)));

    private void Drop(string key)
    {
        if (!_pending.Remove(key, out var pending)) return;
        if (pending.IsClosing) _dropped.Add((new ActorId(Communities.Thread.Kind, key), pending.Version));
        else _timeless.Add((key, pending.Version));
    }
}
