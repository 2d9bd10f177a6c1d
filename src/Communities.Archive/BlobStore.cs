using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Communities.Archive;

/// <summary>An archive in a container of Azure Blob Storage, which is made with the first write.</summary>
/// <param name="container">The container.</param>
/// <param name="prefix">Put before every name; empty, or ends with a slash.</param>
internal sealed class BlobStore(BlobContainerClient container, string prefix = "") : IArchiveStore
{
    public async ValueTask Put(string name, ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        var nothing = new BlobRequestConditions { IfNoneMatch = ETag.All };
        if (await Upload(name, content, nothing, ct).ConfigureAwait(false) is not null)
            return;
        var there = await Read(name, ct).ConfigureAwait(false);
        if (there is null || !there.Content.Span.SequenceEqual(content.Span))
            throw new ArchiveConflictException($"The archive already holds {name}, with other content.");
    }

    public async ValueTask<string> Replace(
        string name, ReadOnlyMemory<byte> content, string? tag, CancellationToken ct = default)
    {
        var unchanged = tag is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = new ETag(tag) };
        return await Upload(name, content, unchanged, ct).ConfigureAwait(false)
            ?? throw new ArchiveConflictException($"Somebody else has written {name} of this archive.");
    }

    public async ValueTask<ArchiveObject?> Read(string name, CancellationToken ct = default)
    {
        var blob = BlobOf(name);
        try
        {
            using var answer = (await blob.DownloadStreamingAsync(cancellationToken: ct).ConfigureAwait(false)).Value;
            if (answer.Details.ContentLength > ArchiveFormat.SegmentBytesMax)
                throw new ArchiveDamagedException(
                    name, $"It has {answer.Details.ContentLength} bytes; nothing here is so large.");
            var content = new byte[answer.Details.ContentLength];
            await answer.Content.ReadExactlyAsync(content, ct).ConfigureAwait(false);
            return new ArchiveObject(content, answer.Details.ETag.ToString());
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

    public async IAsyncEnumerable<string> List(
        string folder, bool deep, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var start = prefix + ObjectName.CheckFolder(folder);
        await using var entries = deep
            ? Names(container.GetBlobsAsync(prefix: start, cancellationToken: ct), b => b.Name, ct)
            : Names(container.GetBlobsByHierarchyAsync(delimiter: "/", prefix: start, cancellationToken: ct),
                b => b.IsPrefix ? b.Prefix : b.Blob.Name, ct);
        while (await Advance(entries).ConfigureAwait(false))
            yield return entries.Current[prefix.Length..];
    }

    /// <inheritdoc/>
    public override string ToString() =>
        container.Uri.GetLeftPart(UriPartial.Path) + (prefix is "" ? "" : "/" + prefix);

    private static async IAsyncEnumerator<string> Names<T>(
        AsyncPageable<T> items, Func<T, string> name, CancellationToken ct) where T : notnull
    {
        await foreach (var item in items.WithCancellation(ct).ConfigureAwait(false))
            yield return name(item);
    }

    private async ValueTask<bool> Advance(IAsyncEnumerator<string> entries)
    {
        try
        {
            return await entries.MoveNextAsync().ConfigureAwait(false);
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

    // The new tag, or null where the condition does not hold.
    private async ValueTask<string?> Upload(
        string name, ReadOnlyMemory<byte> content, BlobRequestConditions conditions, CancellationToken ct)
    {
        var blob = BlobOf(name);
        var type = name.EndsWith(".gz", StringComparison.Ordinal) ? "application/gzip" : "application/json";
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            HttpHeaders = new BlobHttpHeaders { ContentType = type },
        };
        for (var made = false; ; made = true)
        {
            try
            {
                if (made)
                    await container.CreateIfNotExistsAsync(cancellationToken: ct).ConfigureAwait(false);
                var done = await blob.UploadAsync(new BinaryData(content), options, ct).ConfigureAwait(false);
                return done.Value.ETag.ToString();
            }
            catch (RequestFailedException e) when (!made && e.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                continue; // The first object of all.
            }
            catch (RequestFailedException e) when (
                e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.ErrorCode == BlobErrorCode.ConditionNotMet)
            {
                return null;
            }
            catch (Exception e) when (IsOutage(e))
            {
                throw Unavailable(e);
            }
        }
    }

    private BlobClient BlobOf(string name) => container.GetBlobClient(prefix + ObjectName.Check(name));

    private static bool IsMissing(RequestFailedException e) =>
        e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound;

    // After its own retries the SDK throws any of these; Azure.Identity's are told by their name space.
    private static bool IsOutage(Exception e) =>
        e is RequestFailedException or AggregateException or (IOException and not FileNotFoundException)
        || e.GetType().Namespace is "Azure.Identity"
        || e is TaskCanceledException { InnerException: TimeoutException };

    // The first line says it; the others are headers of the answer.
    private ArchiveUnavailableException Unavailable(Exception e) =>
        new($"The archive at {this} does not answer as it should. {e.Message.Split('\n')[0].TrimEnd()}", e);
}
