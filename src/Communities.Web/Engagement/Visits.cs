using System.Threading.Channels;
using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// Members who were here today for the first time, or for whom there is news of policies, until their actors are told.
/// </summary>
internal sealed class Visits
{
    // A visit that finds no room is told with the member's next request.
    private const int WaitingMax = 10_000;

    private readonly Channel<(string Member, Call Call, MemberCommand Command)> _waiting =
        Channel.CreateBounded<(string, Call, MemberCommand)>(
            new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>This member is here; told once a day, and what is news for the member once for each.</summary>
    public void Here(
        string slug, string account, Community community, Member member, Standing standing, DateTimeOffset now)
    {
        if (member.Role == Role.None) return;
        if (!member.ActiveDays.Contains(DaySet.DayOf(now))) Tell(new MemberCommand.Visit());
        foreach (var badge in Badges.Earned(member, community))
            Tell(new MemberCommand.Recognise(badge.Id, badge.Rule!));
        if (community.Policies.IsEmpty) return;
        foreach (var (policy, version) in member.NewsOf(community.Policies))
            Tell(new MemberCommand.Inform(policy, version.Number));

        void Tell(MemberCommand command) => _waiting.Writer.TryWrite(
            (Keys.OfMember(slug, account), new Call(account, standing), command));
    }

    /// <summary>Who was here since the last call, and what their actors are asked.</summary>
    public IEnumerable<(string Member, Call Call, MemberCommand Command)> Take()
    {
        var taken = new HashSet<(string, Call, MemberCommand)>();
        while (_waiting.Reader.TryRead(out var visit)) taken.Add(visit);
        return taken;
    }
}
