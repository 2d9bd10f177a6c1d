using Communities.Actors;

namespace Communities.Web.Tests;

/// <content>The member who is suspended, and the one whom all these reports are about.</content>
public sealed partial class PermissionCast
{
    // Everybody is who they were: whoever left, or got another role, in the request before is back.
    private async Task Restore(string place)
    {
        foreach (var (account, role) in _members)
        {
            var key = Keys.OfMember(place, account);
            if (account == "author") await Know(place);
            if ((await _site.See<Member>(key)).Role == role) continue;
            if (account == "suspended") await Lift(key); // Or who left could not come back.
            await _site.Actors.Ask(key, new MemberCommand.Join(account, role), Call.System());
            await _site.Actors.Ask(key, new MemberCommand.Appoint(role), Call.System());
            if (account == "keeper") await _site.Actors.Ask(key, new MemberCommand.Keep(["other"]), Call.System());
            if (account == "suspended") await Suspend(key);
            await _site.CaughtUp();
        }

        foreach (var account in _strangers)
        {
            var key = Keys.OfMember(place, account);
            if ((await _site.See<Member>(key)).Role == Role.None) continue;
            await _site.Actors.Ask(key, new MemberCommand.Leave(), new Call(account, new Standing(Role.Member)));
            await _site.CaughtUp();
        }
    }

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
