using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>All by which people come in, and are told what happened to their accounts.</summary>
internal static class Signing
{
    public static IServiceCollection AddSigning(this IServiceCollection services, WebOptions options) =>
        Outside.Add(Keyholders.Add(services, options), options)
        .AddSingleton<Letters>()
        .AddSingleton<Smtp>()
        .AddSingleton<Postbox>()
        .AddHostedService(provider => provider.GetRequiredService<Postbox>())
        .AddSingleton<Alerts>()
        .AddSingleton<OwnAccount>()
        .AddSingleton<Emails>()
        .AddSingleton<Resets>()
        .AddSingleton<SecondFactor>()
        .AddSingleton<Passkeys>()
        .AddSingleton<HalfWay>()
        .AddSingleton<WrongTokens>()
        .AddSingleton<Entrance>()
        .AddSingleton(provider => new FirstOwner(
            provider.GetRequiredService<IActors>(),
            provider.GetRequiredService<Entrance>(),
            provider.GetRequiredService<IDataProtectionProvider>()));
}
