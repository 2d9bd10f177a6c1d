using System.Text;
using System.Text.Json;

namespace Communities.Web;

/// <summary>A thread that somebody has open. Its owner holds its lock.</summary>
internal sealed class Room(string thread)
{
    // A crowd comes and goes all the time, and each telling is a message to all of it.
    private static readonly TimeSpan RestEach = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<string, Guest> _guests = [];
    private readonly Dictionary<string, (string Name, DateTimeOffset Until)> _writing = [];
    private readonly Dictionary<string, (PresenceView View, DateTimeOffset Until)> _elsewhere = [];
    private readonly HashSet<LiveConnection> _told = [];
    private int _visitors;
    private bool _isChanged;
    private bool _isNews;
    private DateTimeOffset _toldAt;
    private DateTimeOffset _saidAt;

    public string Thread { get; } = thread;

    public bool IsGone { get; set; }

    public bool IsEmpty => _told.Count + _guests.Count + _writing.Count + _visitors == 0;

    public void Enter(LiveConnection connection)
    {
        var reader = connection.Reader;
        if (reader is not { Account: { } account, Name: { } name }) _visitors++;
        else
        {
            _told.Add(connection);
            if (reader.IsShown)
                _guests[account] = new(name, _guests.TryGetValue(account, out var known) ? known.Pages + 1 : 1);
        }

        _isChanged = _isNews = true;
    }

    public void Leave(LiveConnection connection)
    {
        var reader = connection.Reader;
        if (reader is not { Account: { } account, Name: not null }) _visitors--;
        else
        {
            _told.Remove(connection);
            if (reader.IsShown && _guests.TryGetValue(account, out var known))
            {
                if (known.Pages > 1) _guests[account] = known with { Pages = known.Pages - 1 };
                else _guests.Remove(account);
            }
        }

        _isChanged = _isNews = true;
    }

    public void Writes(string account, string name, DateTimeOffset until)
    {
        if (!_writing.ContainsKey(account)) _isChanged = _isNews = true;
        _writing[account] = (name, until);
    }

    public void Wrote(string account)
    {
        if (_writing.Remove(account)) _isChanged = _isNews = true;
    }

    public void Hear(string from, PresenceView view, DateTimeOffset until)
    {
        _elsewhere[from] = (view, until);
        _isChanged = true;
    }

    /// <summary>Forgets who stopped writing, and what was heard too long ago.</summary>
    public void Forget(DateTimeOffset now)
    {
        foreach (var (account, (_, until)) in _writing)
            if (until <= now && _writing.Remove(account)) _isChanged = _isNews = true;
        foreach (var (from, (_, until)) in _elsewhere)
            if (until <= now && _elsewhere.Remove(from)) _isChanged = true;
    }

    /// <summary>Tells the members here who is here, where that changed and they were not told just now.</summary>
    public void Tell(DateTimeOffset now)
    {
        if (!_isChanged || _toldAt + (RestEach * _told.Count) > now) return;
        (_isChanged, _toldAt) = (false, now);
        if (_told.Count == 0) return;
        var json = JsonSerializer.Serialize(Everywhere(), WebJson.Default.PresenceView);
        var told = Encoding.UTF8.GetBytes($"event: presence\ndata: {json}\n\n");
        foreach (var connection in _told) connection.TellPresent(told);
    }

    /// <summary>What the other processes are to be told, where it is time to; null where it is not.</summary>
    public PresenceView? Gossip(DateTimeOffset now, TimeSpan pace)
    {
        if (!_isNews && (_saidAt + pace > now || IsEmpty)) return null;
        (_isNews, _saidAt) = (false, now);
        return Here();
    }

    private PresenceView Here() => View(
        _guests.Select(guest => new PresentMember(guest.Key, guest.Value.Name)), 0, _visitors,
        _writing.Select(writer => new PresentMember(writer.Key, writer.Value.Name)));

    private PresenceView Everywhere()
    {
        var here = Here();
        if (_elsewhere.Count == 0) return here;
        var others = _elsewhere.Values.Select(other => other.View).ToList();
        return View(
            here.Here.Concat(others.SelectMany(other => other.Here)), here.More + others.Sum(other => other.More),
            here.Visitors + others.Sum(other => other.Visitors),
            here.Writing.Concat(others.SelectMany(other => other.Writing)));
    }

    private static PresenceView View(
        IEnumerable<PresentMember> here, int more, int visitors, IEnumerable<PresentMember> writing)
    {
        var all = here.DistinctBy(member => member.Account).OrderBy(member => member.Name).ToList();
        return new(
            [.. all.Take(PresenceView.NamedMax)], more + Math.Max(0, all.Count - PresenceView.NamedMax), visitors,
            [.. writing.DistinctBy(member => member.Account).Take(PresenceView.NamedMax)]);
    }

    private readonly record struct Guest(string Name, int Pages);
}
