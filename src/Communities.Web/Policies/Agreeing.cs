using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// Somebody agrees to a policy: the proof stands with the member, that of the site's with the account.
/// </summary>
internal static class Agreeing
{
    /// <summary>Agrees to this version, which must be the one in force or the one that comes.</summary>
    /// <param name="ask">The asking of this request.</param>
    /// <param name="community">The community; null for the site.</param>
    /// <param name="policy">The policy's name.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="site">The site's policies.</param>
    /// <param name="once">What names the request, from a form.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async ValueTask<Answer> Agree(
        this Asking ask, string? community, string policy, int version, SitePolicies site, string? once,
        CancellationToken ct)
    {
        if (await PolicyPlace.Of(ask.Caller, community, ct) is not { } place) return No(Refusals.NoSuchCommunity);
        if (ask.Caller.Account is not { } account) return No(Refusals.MembersOnly);
        if (!Policy.Names.Contains(policy)) return No(Policy.Missing);
        if (!(await place.StandOf(policy, site, ct)).Takes(version)) return No(Policy.NoSuchVersion);
        return community is null
            ? await ask.Ask(Keys.OfAccount(account), new AccountCommand.GiveConsent(policy, version), once, ct)
            : await ask.Ask(
                Keys.OfMember(community, account), new MemberCommand.GiveConsent(policy, version), once, ct);
    }

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
