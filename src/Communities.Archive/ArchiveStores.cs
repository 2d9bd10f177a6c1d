using Azure.Identity;
using Azure.Storage.Blobs;

namespace Communities.Archive;

/// <summary>Opens the place where an archive lies.</summary>
public static class ArchiveStores
{
    // Of an Azure account given by its connection string; an address names its own container.
    private const string Container = "communities-archive";

    private static readonly string[] _connectionSettings =
        ["UseDevelopmentStorage=", "AccountName=", "BlobEndpoint=", "SharedAccessSignature="];

    /// <summary>The store at this location. Nothing is touched before it is read or written.</summary>
    /// <param name="location">
    /// A folder; or the connection string of an Azure Storage account; or the address of a container
    /// (<c>https://account.blob.core.windows.net/container[/folder]</c>), with a shared access signature or else with
    /// the identity that the program runs under. Null: <paramref name="folder"/>.
    /// </param>
    /// <param name="folder">The folder to use where no location is given.</param>
    /// <exception cref="ArgumentException">
    /// It is none of these. The message does not repeat it, for it may be secret.
    /// </exception>
    public static IArchiveStore Open(string? location, string folder)
    {
        if (string.IsNullOrWhiteSpace(location))
            return new FolderStore(folder);
        if (location.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || location.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return OpenAddress(location);
        if (!_connectionSettings.Any(s => location.Contains(s, StringComparison.OrdinalIgnoreCase)))
            return new FolderStore(location);
        try
        {
            return new BlobStore(new BlobContainerClient(location, Container));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ArgumentException(
                "The archive's connection string is not one of Azure Storage.", nameof(location));
        }
    }

    private static BlobStore OpenAddress(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var uri)
            || new BlobUriBuilder(uri) is not { BlobContainerName.Length: > 0 } address)
            throw new ArgumentException("The archive's address names no container of Azure Storage.", nameof(location));
        var prefix = address.BlobName.Trim('/');
        if (prefix is not "")
            prefix = ObjectName.Check(prefix) + "/";
        address.BlobName = "";
        if (address.Sas is not null)
            return new BlobStore(new BlobContainerClient(address.ToUri()), prefix);
        if (uri.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException(
                "The archive's address must begin with https, or carry a shared access signature.", nameof(location));
        return new BlobStore(new BlobContainerClient(address.ToUri(), new DefaultAzureCredential()), prefix);
    }
}
