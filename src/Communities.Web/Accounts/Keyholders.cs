using Communities.Actors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>An account as the passkey handler knows its users.</summary>
/// <param name="Account">Its name, which is also what authenticators keep.</param>
/// <param name="State">The account.</param>
internal sealed record Keyholder(string Account, Account State);

/// <summary>
/// What the passkey handler looks up: accounts by their names, and passkeys of accounts. It changes nothing; that the
/// account is asked to do.
/// </summary>
internal sealed class Keyholders(IActors actors) : IUserPasskeyStore<Keyholder>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static IServiceCollection Add(IServiceCollection services, WebOptions options)
    {
        services.AddIdentityCore<Keyholder>();
        return services
            .AddScoped<IUserStore<Keyholder>, Keyholders>()
            .AddScoped<IPasskeyHandler<Keyholder>, PasskeyHandler<Keyholder>>()
            .Configure<IdentityPasskeyOptions>(passkeys =>
            {
                passkeys.ServerDomain = options.BaseUrl?.Host;
                passkeys.AuthenticatorTimeout = Patience;

                // So that it is two factors in one, and that nobody has to type a name.
                passkeys.UserVerificationRequirement = "required";
                passkeys.ResidentKeyRequirement = "required";
            });
    }

    public Task<string> GetUserIdAsync(Keyholder user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account);

    public Task<string?> GetUserNameAsync(Keyholder user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account);

    public Task<string?> GetNormalizedUserNameAsync(Keyholder user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account);

    public async Task<Keyholder?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Keys.IsAccount(userId)) return null;
        var state = await actors.See<Account>(Keys.OfAccount(userId), cancellationToken);
        return state.IsMissing ? null : new Keyholder(userId, state);
    }

    public Task<Keyholder?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByIdAsync(normalizedUserName, cancellationToken);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Keyholder user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.State.Passkeys.Select(Passkeys.InfoOf)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        Keyholder user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = WebEncoders.Base64UrlEncode(credentialId);
        return Task.FromResult(user.State.Passkeys.Find(key => key.Id == id) is { } key ? Passkeys.InfoOf(key) : null);
    }

    // Whose a passkey is, it says itself when it is shown; no account is looked up by it.
    public Task<Keyholder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult<Keyholder?>(null);

    public Task SetUserNameAsync(Keyholder user, string? userName, CancellationToken cancellationToken) => Unchanged();

    public Task SetNormalizedUserNameAsync(
        Keyholder user, string? normalizedName, CancellationToken cancellationToken) => Unchanged();

    public Task<IdentityResult> CreateAsync(Keyholder user, CancellationToken cancellationToken) => Unchanged();

    public Task<IdentityResult> UpdateAsync(Keyholder user, CancellationToken cancellationToken) => Unchanged();

    public Task<IdentityResult> DeleteAsync(Keyholder user, CancellationToken cancellationToken) => Unchanged();

    public Task AddOrUpdatePasskeyAsync(
        Keyholder user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Unchanged();

    public Task RemovePasskeyAsync(Keyholder user, byte[] credentialId, CancellationToken cancellationToken) =>
        Unchanged();

    public void Dispose()
    {
        // It holds nothing.
    }

    private static Task<IdentityResult> Unchanged() =>
        throw new NotSupportedException("Accounts are changed by asking them.");
}
