using Azure.Storage.Blobs;
using Communities.Suites;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Communities.Files.Tests;

public sealed class FolderFilesTests : FilesSuite, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("files-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    protected override IFiles Open(string place) =>
        FileStores.Open(null, null, Path.Combine(_root, place), isShared: false);

    [Theory, InlineData(false, 0), InlineData(true, 1)]
    public async Task What_a_kill_left_half_written_is_cleared_away(bool isShared, int left)
    {
        var unfinished = Path.Combine(_root, "a", ".unfinished");
        Directory.CreateDirectory(unfinished);
        foreach (var name in (string[])["old", "new"])
            await File.WriteAllTextAsync(Path.Combine(unfinished, name), "half", Ct);
        File.SetLastWriteTimeUtc(Path.Combine(unfinished, "old"), DateTime.UtcNow.AddHours(-2));
        var files = FileStores.Open(Path.Combine(_root, "a"), null, "unused", isShared);
        Assert.Empty(await Names(files));
        await files.ClearUnfinished(DateTimeOffset.UtcNow.AddHours(-1), Ct);
        Assert.Equal(left, Directory.GetFiles(unfinished).Length);
    }
}

public sealed class BlobFilesTests(Azurite azurite) : FilesSuite, IAsyncLifetime
{
    private readonly string _test = Guid.NewGuid().ToString("n");
    private string _connection = "";

    public async ValueTask InitializeAsync() => _connection = await azurite.ConnectionString();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override IFiles Open(string place) =>
        new BlobFiles(new BlobContainerClient(_connection, $"{_test}-{place}"));
}

public sealed class BlobFilesInAFolderTests(Azurite azurite) : FilesSuite, IAsyncLifetime
{
    private readonly string _test = Guid.NewGuid().ToString("n");
    private string _connection = "";

    public async ValueTask InitializeAsync() => _connection = await azurite.ConnectionString();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override IFiles Open(string place) =>
        new BlobFiles(new BlobContainerClient(_connection, "shared-files"), $"{_test}/{place}/");
}

public sealed class PlaceTests
{
    private const string Key = "AccountName=devstoreaccount1;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:1/x;";
    private const string Container = "https://account.blob.core.windows.net/archive";

    [Theory]
    [InlineData(null, null, false, "/f")]
    [InlineData(null, "/archive", true, "/f")]
    [InlineData("/mine", Container, true, "/mine")]
    [InlineData(null, Container, true, "https://account.blob.core.windows.net/archive-files")]
    [InlineData(null, Container + "/eu", true, "https://account.blob.core.windows.net/archive-files/eu/")]
    [InlineData(Container + "/eu", null, true, "https://account.blob.core.windows.net/archive/eu/")]
    [InlineData(null, Key, true, "http://127.0.0.1:1/x/communities-files")]
    [InlineData(null, Container + "?sv=2024-01-01&sig=eA%3D%3D", false, "/f")]
    public void Files_lie_beside_the_archive_unless_something_else_is_said(
        string? location, string? archive, bool isShared, string place) =>
        Assert.Equal(place, FileStores.Open(location, archive, "/f", isShared).ToString());

    [Theory]
    [InlineData("https://account.blob.core.windows.net", null)]
    [InlineData("http://account.blob.core.windows.net/files", null)]
    [InlineData("AccountName=x", null)]
    [InlineData(null, Container + "?sv=2024-01-01&sig=eA%3D%3D")]
    public void A_place_that_cannot_be_is_told_without_repeating_it(string? location, string? archive)
    {
        var fault = Assert.Throws<ArgumentException>(() => FileStores.Open(location, archive, "/f", isShared: true));
        Assert.DoesNotContain("account.blob", fault.Message);
    }
}
