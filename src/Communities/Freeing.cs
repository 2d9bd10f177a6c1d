using Communities.Actors;

namespace Communities;

/// <summary>Which e-mail addresses and outside logins are whose, as accounts take and leave them.</summary>
/// <remarks>
/// The web claims one before an account takes it, since it may be another's; claimed again here, it stays the account's
/// even where an earlier release comes late.
/// </remarks>
internal static class Freeing
{
    /// <summary>Claims what an account took, and frees what it left.</summary>
    public static Reactor Reactor { get; } = new(
        "freeing",
        new HashSet<string>
        {
            Domain.EventName<AccountEvent.EmailConfirmed>(), Domain.EventName<AccountEvent.EmailRemoved>(),
            Domain.EventName<AccountEvent.Linked>(), Domain.EventName<AccountEvent.Unlinked>(),
        },
        (happened, key, _) => happened switch
        {
            AccountEvent.EmailConfirmed e => [.. Release(OfEmail(e.Former), key), Claim(Keys.OfEmail(e.Address), key)],
            AccountEvent.EmailRemoved e => Release(OfEmail(e.Former), key),
            AccountEvent.Linked e => [Claim(Keys.OfOutsideLogin(e.Login.Provider, e.Login.Subject), key)],
            AccountEvent.Unlinked e => Release(Keys.OfOutsideLogin(e.Provider, e.Subject), key),
            _ => [],
        });

    private static string? OfEmail(string? address) => address is null ? null : Keys.OfEmail(address);

    private static Reaction Claim(string identifier, string account) =>
        Reaction.Send(identifier, new IdentifierCommand.Claim(Keys.LocalOf(account)));

    private static Reaction[] Release(string? identifier, string account) => identifier is null ? []
        : [Reaction.Send(identifier, new IdentifierCommand.Release(Keys.LocalOf(account)))];
}
