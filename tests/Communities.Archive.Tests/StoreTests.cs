using Azure.Storage.Blobs;
using Communities.Suites;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Communities.Archive.Tests;

public sealed class FolderStoreTests : ArchiveStoreSuite, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("archive-").FullName;

    protected override IArchiveStore Open(string place) => ArchiveStores.Open(Path.Combine(_root, place), "unused");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

public sealed class BlobStoreTests(Azurite azurite) : ArchiveStoreSuite, IAsyncLifetime
{
    private readonly string _test = Guid.NewGuid().ToString("n");
    private string _connection = "";

    public async ValueTask InitializeAsync() => _connection = await azurite.ConnectionString();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override IArchiveStore Open(string place) =>
        new BlobStore(new BlobContainerClient(_connection, $"{_test}-{place}"));
}

public sealed class BlobStoreInAFolderTests(Azurite azurite) : ArchiveStoreSuite, IAsyncLifetime
{
    private readonly string _test = Guid.NewGuid().ToString("n");
    private string _connection = "";

    public async ValueTask InitializeAsync() => _connection = await azurite.ConnectionString();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override IArchiveStore Open(string place) =>
        new BlobStore(new BlobContainerClient(_connection, "shared"), $"{_test}/{place}/");
}

/// <summary>The tests' own store is one too.</summary>
public sealed class MemoryStoreTests : ArchiveStoreSuite
{
    private readonly Dictionary<string, MemoryStore> _places = [];

    protected override IArchiveStore Open(string place) =>
        _places.TryGetValue(place, out var store) ? store : _places[place] = new MemoryStore();
}
