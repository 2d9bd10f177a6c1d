using Communities.Actors;

namespace Communities;

/// <summary>
/// Counts one community anew from the facts alone (what threads and members did), without the tallies by which the
/// actors were told. Where both differ, something was lost or counted twice.
/// </summary>
public sealed class Audit
{
    private readonly Dictionary<string, Thread> _threads = [];
    private readonly Dictionary<string, DaySet> _days = [];
    private readonly HashSet<string> _members = [];

    /// <summary>Takes the next event of the community, in order.</summary>
    public void Take(Envelope envelope)
    {
        var key = envelope.Actor.Key;
        switch (Domain.Happened(envelope))
        {
            case ThreadEvent e:
                _threads[key] = _threads.GetValueOrDefault(key, Thread.Initial).Apply(e, envelope.Moment);
                if (e is ThreadEvent.Opened or ThreadEvent.Replied or ThreadEvent.Edited or ThreadEvent.Reacted)
                    Active(envelope.By, envelope.At);
                break;
            case MemberEvent.Joined: _members.Add(Keys.LocalOf(key)); break;
            case MemberEvent.Left: _members.Remove(Keys.LocalOf(key)); break;
            case MemberEvent.Visited: Active(Keys.LocalOf(key), envelope.At); break;
            default: break;
        }
    }

    /// <summary>What the community should count.</summary>
    public CommunityCounters Community() => new(
        _members.Count,
        _threads.Values.Count(thread => thread.IsStanding),
        _threads.Values.Sum(thread => thread.Counters.Posts),
        _threads.Values.Sum(thread => thread.Reactions),
        _threads.Values.Sum(thread => thread.Views));

    /// <summary>What each thread should count, by its key.</summary>
    public IEnumerable<(string Key, ThreadCounters Counters)> Threads() =>
        _threads.Select(thread => (thread.Key, thread.Value.Counters));

    /// <summary>What each account with any trace here should count, by its name.</summary>
    public IReadOnlyDictionary<string, MemberCounters> Members()
    {
        var totals = _members.ToDictionary(member => member, _ => default(MemberTotals));
        foreach (var thread in _threads.Values)
        {
            Add(thread.Posts[0].Author, new(Threads: thread.IsStanding ? 1 : 0));
            if (thread.Accepted > 0) Add(thread.Posts[thread.Accepted - 1].Author, new(Accepted: 1));
            foreach (var post in thread.Posts)
            {
                Add(post.Author, new(
                    Posts: post.IsVisible ? 1 : 0, Received: post.Counted + (post.Reactions?.Count ?? 0)));
                foreach (var reaction in post.Reactions ?? [])
                    Add(reaction[..reaction.LastIndexOf(':')], new(Given: 1));
            }
        }

        foreach (var account in _days.Keys) Add(account, default);
        return totals.ToDictionary(total => total.Key, total => new MemberCounters(
            total.Value.Threads, total.Value.Posts, total.Value.Given, total.Value.Received, total.Value.Accepted,
            _days.GetValueOrDefault(total.Key, DaySet.Empty).Count));

        void Add(string account, MemberTotals change)
        {
            if (account.Length > 0) totals[account] = totals.GetValueOrDefault(account) + change;
        }
    }

    private void Active(string account, DateTimeOffset at)
    {
        if (account.Length > 0)
            _days[account] = _days.GetValueOrDefault(account, DaySet.Empty).Add(DaySet.DayOf(at));
    }
}
