using Communities.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Communities.Web;

/// <summary>What uploads need.</summary>
internal static class UploadsExtensions
{
    private const string Folder = "files";

    /// <summary>A host that keeps files elsewhere than in the data directory registers its own before.</summary>
    public static IServiceCollection AddUploads(this IServiceCollection services, WebOptions options)
    {
        services.TryAddSingleton(
            FileStores.Open(null, null, Path.Combine(options.DataDirectory, Folder), isShared: false));
        return services.AddSingleton<Spool>().AddSingleton<Intake>().AddSingleton<FileSweep>()
            .AddHostedService(provider => provider.GetRequiredService<FileSweep>());
    }
}
