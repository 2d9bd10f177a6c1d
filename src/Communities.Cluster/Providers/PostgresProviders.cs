using Communities.Cluster;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Messaging;
using Orleans.Providers;
using Orleans.Runtime.Hosting;

[assembly: RegisterProvider("PostgreSql", "Clustering", "Silo", typeof(PostgresClusteringBuilder))]
[assembly: RegisterProvider("PostgreSql", "Clustering", "Client", typeof(PostgresClusteringBuilder))]
[assembly: RegisterProvider("PostgreSql", "Reminders", "Silo", typeof(PostgresRemindersBuilder))]
[assembly: RegisterProvider("PostgreSql", "GrainStorage", "Silo", typeof(PostgresGrainStorageBuilder))]

namespace Communities.Cluster;

/// <summary>
/// What <c>Orleans:Clustering:ProviderType=PostgreSql</c> stands for: the database of the journal, through the very
/// same <see cref="Npgsql.NpgsqlDataSource"/>, so that a managed identity is enough and no script has to be run first.
/// </summary>
internal sealed class PostgresClusteringBuilder : IProviderBuilder<ISiloBuilder>, IProviderBuilder<IClientBuilder>
{
    public void Configure(ISiloBuilder builder, string? name, IConfigurationSection configurationSection) =>
        builder.Services.AddSingleton<IMembershipTable, PostgresMembership>();

    public void Configure(IClientBuilder builder, string? name, IConfigurationSection configurationSection) =>
        builder.Services.AddSingleton<IGatewayListProvider, PostgresGateways>();
}

/// <summary>What <c>Orleans:Reminders:ProviderType=PostgreSql</c> stands for.</summary>
internal sealed class PostgresRemindersBuilder : IProviderBuilder<ISiloBuilder>
{
    public void Configure(ISiloBuilder builder, string? name, IConfigurationSection configurationSection)
    {
        builder.AddReminders();
        builder.Services.AddSingleton<IReminderTable, PostgresReminders>();
    }
}

/// <summary>What <c>Orleans:GrainStorage:NAME:ProviderType=PostgreSql</c> stands for.</summary>
internal sealed class PostgresGrainStorageBuilder : IProviderBuilder<ISiloBuilder>
{
    public void Configure(ISiloBuilder builder, string? name, IConfigurationSection configurationSection) =>
        builder.AddPostgresGrainStorage(name!);
}

/// <summary>The same in code.</summary>
public static class PostgresProviders
{
    /// <summary>Keeps the state of Orleans' own grains in the database of the journal, under this name.</summary>
    public static ISiloBuilder AddPostgresGrainStorage(this ISiloBuilder silo, string name)
    {
        silo.Services.AddGrainStorage(
            name, (services, key) => ActivatorUtilities.CreateInstance<PostgresGrainStorage>(services, key));
        return silo;
    }
}
