using System.Threading.Channels;
using Communities.Actors;

namespace Communities.Web;

/// <summary>Members who were here today for the first time, until their actors are told.</summary>
internal sealed class Visits
{
    // A visit that finds no room is told with the member's next request.
    private const int WaitingMax = 10_000;

    private readonly Channel<(string Community, string Account, Standing Standing)> _waiting =
        Channel.CreateBounded<(string, string, Standing)>(
            new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>This member is here; told once a day.</summary>
    public void Here(string community, string account, Member member, Standing standing, DateTimeOffset now)
    {
        if (member.Role != Role.None && !member.ActiveDays.Contains(DaySet.DayOf(now)))
            _waiting.Writer.TryWrite((community, account, standing));
    }

    /// <summary>Who was here since the last call.</summary>
    public IEnumerable<(string Community, string Account, Standing Standing)> Take()
    {
        var taken = new HashSet<(string, string, Standing)>();
        while (_waiting.Reader.TryRead(out var visit)) taken.Add(visit);
        return taken;
    }
}
