using Communities.Cluster;
using Communities.Hosting;

namespace Communities.Silo;

/// <summary>What a process of the cluster does.</summary>
public enum SiloRole
{
    /// <summary>Hosts actors, and serves pages and API beside them.</summary>
    Silo = 0,

    /// <summary>Serves pages and API, and asks the silos.</summary>
    Web = 1,
}

/// <summary>
/// What a process is told, as <c>Communities:…</c> in .NET's configuration (deploy/README.md has the table). What
/// Orleans is told stands under <c>Orleans:…</c>, in Orleans' own words.
/// </summary>
public sealed class SiloSettings : SiteSettings
{
    /// <summary>What the process does.</summary>
    public SiloRole Role { get; set; }

    /// <summary>
    /// Where journal and views lie; without it the process is alone, and keeps everything under <see cref="Data"/>.
    /// </summary>
    public PostgresSettings Postgres { get; set; } = new();

    /// <summary>How many partitions a new journal gets; null: as many as it has, or the default.</summary>
    public int? Partitions { get; set; }

    /// <summary>Actors in the memory of one silo, beyond which those idle longest leave before their time.</summary>
    public int ActivationsMax { get; set; } = new NodeOptions().ActivationsMax;

    /// <summary>Where the archive lies: a folder, a connection string, or a container's address.</summary>
    public string? Archive { get; set; }

    /// <summary>
    /// Where the content of uploads lies, in the same words; without it beside the archive. All processes must
    /// share it.
    /// </summary>
    public string? Files { get; set; }

    /// <summary>The data directory of a process that is alone.</summary>
    public string Data { get; set; } = "data";

    /// <summary>True where the process needs no other one and no database.</summary>
    public bool IsAlone => string.IsNullOrWhiteSpace(Postgres.ConnectionString);

    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    public static SiloSettings Of(IConfiguration configuration)
    {
        var settings = Of<SiloSettings>(configuration);
        if (settings.IsAlone && settings.Role == SiloRole.Web)
            throw new ArgumentException(
                "A web without silos has nobody to ask: Communities:Postgres:ConnectionString says where they are.");
        return settings;
    }
}

/// <summary>How PostgreSQL is reached.</summary>
public sealed class PostgresSettings
{
    /// <summary>In Npgsql's form.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// <c>Entra</c>: with tokens of the identity the process runs under; otherwise as the string says.
    /// </summary>
    public string? Authentication { get; set; }

    /// <summary>The schema of the journal; that of the views has <c>_views</c> behind it.</summary>
    public string Schema { get; set; } = "communities";
}
