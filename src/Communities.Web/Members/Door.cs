using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>What the door of a community asks of who joins: to say yes to its rules, once.</summary>
/// <param name="Asks">What is to be said yes to by who stands before it.</param>
/// <param name="Rules">What the rules say, in Markdown; empty where there is nothing to be said yes to in them.</param>
public sealed record Door(HouseRules Asks, string Rules)
{
    /// <summary>Asks nothing.</summary>
    public static Door Open { get; } = new(HouseRules.None, "");

    /// <summary>The door as it is for who asks; members are inside.</summary>
    internal static async ValueTask<Door> Of(Place place, IViews views, CancellationToken ct)
    {
        if (place.IsMember) return Open;
        var asks = place.HouseRules;
        if (asks.Rules == 0) return new(asks, "");
        var within = new Viewer(place.Viewer.Account, Standing.System); // Who is invited sees them, too.
        var rules = await views.PolicyText(place.Slug, Policy.Netiquette, asks.Rules, within, ct);

        // An empty version ends the rules. One that the views have not come to is asked for all the same.
        return rules is { Length: 0 } ? new(asks with { Rules = 0 }, "") : new(asks, rules ?? "");
    }

    /// <summary>What a form says yes to.</summary>
    internal static HouseRules Said(IFormCollection form) =>
        new(Typed.Number(form["rules"]) ?? 0, Typed.Number(form["purpose"]) ?? 0);

    /// <summary>This command with what was said yes to in it, or why it may not be given.</summary>
    /// <param name="command">What is asked; what brings nobody in comes back as it is.</param>
    /// <param name="place">The community, as it is for who asks.</param>
    /// <param name="isOwn">True where the member who is asked is who asks.</param>
    /// <param name="views">What is read there.</param>
    /// <param name="ct">Ends the wait.</param>
    internal static async ValueTask<(object Command, Refusal? Refusal)> Pass(
        object command, Place place, bool isOwn, IViews views, CancellationToken ct)
    {
        HouseRules? said;
        switch (command)
        {
            case MemberCommand.Join c when isOwn && place.Standing.MayJoin: said = c.Agreed; break;
            case MemberCommand.AskToJoin c when isOwn && place.Standing.MayApply: said = c.Agreed; break;
            case InvitationCommand.Redeem c: said = c.Agreed; break;
            case MemberCommand.Join c: return (c with { Agreed = null }, null);
            case MemberCommand.AskToJoin c: return (c with { Agreed = null }, null);
            default: return (command, null);
        }

        var asks = (await Of(place, views, ct)).Asks;
        said ??= HouseRules.None;
        if ((asks.Rules > 0 && asks.Rules != said.Rules) || (asks.Purpose > 0 && asks.Purpose != said.Purpose))
            return (command, HouseRules.Unread);
        var agreed = asks.IsAny ? asks : null;
        return (command switch
        {
            MemberCommand.Join c => c with { Agreed = agreed },
            MemberCommand.AskToJoin c => c with { Agreed = agreed },
            InvitationCommand.Redeem c => c with { Agreed = agreed },
            _ => command,
        }, null);
    }
}
