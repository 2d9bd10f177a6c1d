using Communities.Actors;

namespace Communities.Web.Tests;

/// <content>The member who is suspended, and the one whom all these reports are about.</content>
public sealed partial class PermissionCast
{
    private async Task Suspend(string key) => await _site.Actors.Ask(
        key,
        new MemberCommand.Sanction(
            $"member-suspended.{Interlocked.Increment(ref _made)}", new Measure(MeasureKind.Suspend), "Be kind."),
        Call.System());

    private async Task Lift(string key)
    {
        foreach (var sanction in (await _site.See<Member>(key)).Sanctions)
            await _site.Actors.Ask(key, new MemberCommand.Lift(sanction.Decision), Call.System());
    }

    // Known well enough not to be silenced by the reports, no regular, and nobody who keeps order.
    private async Task Know(string place)
    {
        var key = Keys.OfMember(place, "author");
        await _site.Actors.Ask(key, new MemberCommand.SetTrust(1, IsLocked: true), Call.System());
        await _site.Actors.Ask(key, new MemberCommand.Keep([]), Call.System());
    }
}
