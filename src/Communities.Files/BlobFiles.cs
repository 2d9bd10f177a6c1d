using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Communities.Files;

/// <summary>Files in a container of Azure Blob Storage, which is made with the first write.</summary>
/// <param name="container">The container.</param>
/// <param name="prefix">Put before every name; empty, or ends with a slash.</param>
internal sealed class BlobFiles(BlobContainerClient container, string prefix = "") : IFiles
{
    // What a read asks for at once: a picture comes in one answer, a film in a few dozen.
    private const int ReadBytes = 1 << 20;

    public bool IsShared => true;

    public async ValueTask Put(string name, Stream content, CancellationToken ct = default)
    {
        var blob = BlobOf(name);
        var start = content.Position;
        for (var made = false; ; made = true)
        {
            try
            {
                if (made) await container.CreateIfNotExistsAsync(cancellationToken: ct).ConfigureAwait(false);
                content.Position = start;
                await blob.UploadAsync(content, overwrite: true, ct).ConfigureAwait(false);
                return;
            }
            catch (RequestFailedException e) when (!made && e.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                continue; // The first file of all.
            }
            catch (Exception e) when (IsOutage(e))
            {
                throw Unavailable(e);
            }
        }
    }

    public async ValueTask<Stream?> Open(string name, CancellationToken ct = default)
    {
        try
        {
            return await BlobOf(name).OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadBytes }, ct)
                .ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (IsMissing(e))
        {
            return null;
        }
        catch (Exception e) when (IsOutage(e))
        {
            throw Unavailable(e);
        }
    }

    public async ValueTask Delete(string name, CancellationToken ct = default)
    {
        try
        {
            await BlobOf(name).DeleteIfExistsAsync(cancellationToken: ct).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (IsMissing(e))
        {
            return; // The container is not there either.
        }
        catch (Exception e) when (IsOutage(e))
        {
            throw Unavailable(e);
        }
    }

    public async IAsyncEnumerable<FileEntry> List([EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var blobs = container.GetBlobsAsync(prefix: prefix, cancellationToken: ct).GetAsyncEnumerator(ct);
        while (await Advance(blobs).ConfigureAwait(false))
            yield return new FileEntry(
                blobs.Current.Name[prefix.Length..], blobs.Current.Properties.LastModified ?? default);
    }

    /// <summary>A blob appears whole or not at all, and Azure forgets what was not committed by itself.</summary>
    public ValueTask ClearUnfinished(DateTimeOffset before, CancellationToken ct = default) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public override string ToString() =>
        container.Uri.GetLeftPart(UriPartial.Path) + (prefix is "" ? "" : "/" + prefix);

    private async ValueTask<bool> Advance(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync().ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (IsMissing(e))
        {
            return false;
        }
        catch (Exception e) when (IsOutage(e))
        {
            throw Unavailable(e);
        }
    }

    private BlobClient BlobOf(string name) => container.GetBlobClient(prefix + FileName.Check(name));

    private static bool IsMissing(RequestFailedException e) =>
        e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound;

    // After its own retries the SDK throws any of these; Azure.Identity's are told by their name space.
    private static bool IsOutage(Exception e) =>
        e is RequestFailedException or AggregateException or IOException
        || e.GetType().Namespace is "Azure.Identity"
        || e is TaskCanceledException { InnerException: TimeoutException };

    // The first line says it; the others are headers of the answer.
    private FilesUnavailableException Unavailable(Exception e) =>
        new($"The files at {this} cannot be reached. {e.Message.Split('\n')[0].TrimEnd()}", e);
}
