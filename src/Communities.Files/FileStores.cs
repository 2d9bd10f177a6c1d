using Azure.Identity;
using Azure.Storage.Blobs;

namespace Communities.Files;

/// <summary>Opens the place where the content of uploads lies.</summary>
public static class FileStores
{
    // Of an Azure account given by its connection string; an address names its own container.
    private const string Container = "communities-files";

    // Behind the container of an archive: the account is the same, but an archive holds nothing that can be deleted.
    private const string Beside = "-files";

    private static readonly string[] ConnectionSettings =
        ["UseDevelopmentStorage=", "AccountName=", "BlobEndpoint=", "SharedAccessSignature="];

    /// <summary>The files at this location. Nothing is touched before it is read or written.</summary>
    /// <param name="location">
    /// A folder; or the connection string of an Azure Storage account; or the address of a container
    /// (<c>https://account.blob.core.windows.net/container[/folder]</c>), with a shared access signature or else with
    /// the identity that the program runs under. Null: beside the archive.
    /// </param>
    /// <param name="archive">
    /// Where the archive lies, in the same words. In an Azure account the files have a container of their own beside
    /// it, which ends with <c>-files</c>; beside a folder or nothing, they lie in <paramref name="folder"/>.
    /// </param>
    /// <param name="folder">The folder to use where neither names an account.</param>
    /// <param name="isShared">True where other processes use the same folder.</param>
    /// <exception cref="ArgumentException">
    /// It is none of these. The message does not repeat it, for it may be secret.
    /// </exception>
    public static IFiles Open(string? location, string? archive, string folder, bool isShared)
    {
        if (!string.IsNullOrWhiteSpace(location))
            return IsOfAzure(location) ? OnAzure(location, beside: false) : new FolderFiles(location, isShared);
        if (archive is null || !IsOfAzure(archive) || (!isShared && IsSigned(archive)))
            return new FolderFiles(folder, isShared);
        if (IsSigned(archive))
            throw new ArgumentException(
                "A shared access signature opens the archive's container alone: please say where the files lie.",
                nameof(archive));
        return OnAzure(archive, beside: true);
    }

    private static bool IsOfAzure(string location) => IsAddress(location)
        || ConnectionSettings.Any(setting => location.Contains(setting, StringComparison.OrdinalIgnoreCase));

    private static bool IsAddress(string location) =>
        location.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static bool IsSigned(string location) => IsAddress(location)
        && Uri.TryCreate(location, UriKind.Absolute, out var uri) && new BlobUriBuilder(uri).Sas is not null;

    private static BlobFiles OnAzure(string location, bool beside)
    {
        if (IsAddress(location)) return OfAddress(location, beside);
        try
        {
            return new BlobFiles(new BlobContainerClient(location, Container));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ArgumentException(
                "The connection string of the files is not one of Azure Storage.", nameof(location));
        }
    }

    private static BlobFiles OfAddress(string location, bool beside)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var uri)
            || new BlobUriBuilder(uri) is not { BlobContainerName.Length: > 0 } address)
            throw new ArgumentException(
                "The address of the files names no container of Azure Storage.", nameof(location));
        var folder = address.BlobName.Trim('/');
        var prefix = folder is "" ? "" : FileName.Check(folder) + "/";
        address.BlobName = "";
        if (beside) address.BlobContainerName += Beside;
        if (address.Sas is not null) return new BlobFiles(new BlobContainerClient(address.ToUri()), prefix);
        if (uri.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException(
                "The address of the files must begin with https, or carry a shared access signature.",
                nameof(location));
        return new BlobFiles(new BlobContainerClient(address.ToUri(), new DefaultAzureCredential()), prefix);
    }
}
