namespace Communities.Archive.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("archive-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_write_that_was_interrupted_is_not_seen_and_is_done_again()
    {
        var store = new FolderStore(_root);
        Directory.CreateDirectory(Path.Combine(_root, ".unfinished"));
        await File.WriteAllTextAsync(Path.Combine(_root, ".unfinished", "devs+one"), "half of a long conte", Ct);
        Assert.Null(await store.Read("devs/one", Ct));
        await foreach (var name in store.List("", deep: true, Ct))
            Assert.Fail(name);

        await store.Put("devs/one", "whole"u8.ToArray(), Ct);
        Assert.Equal("whole", await File.ReadAllTextAsync(Path.Combine(_root, "devs", "one"), Ct));
        Assert.Empty(Directory.GetFiles(Path.Combine(_root, ".unfinished")));
    }

    [Fact]
    public async Task A_whole_archive_in_a_folder_is_the_same_as_one_in_memory()
    {
        var journal = new FakeJournal().AddMany(60);
        var expected = await Archives.Of(journal);
        journal.Marks.Clear();
        var store = new FolderStore(_root);
        await store.Put(ObjectName.Identity, expected.Objects[ObjectName.Identity], Ct);
        await Archives.Write(store, journal);
        var actual = new MemoryStore();
        await foreach (var name in store.List("", deep: true, Ct))
            actual.Objects[name] = (await store.Read(name, Ct))!.Content.ToArray();
        Archives.Same(expected, actual);
        Assert.Empty((await Archives.Verify(store, journal)).Problems);
    }

    [Fact]
    public async Task Files_of_others_in_the_folder_are_told_and_do_no_harm()
    {
        Directory.CreateDirectory(Path.Combine(_root, "lost+found"));
        await File.WriteAllTextAsync(Path.Combine(_root, "Read Me.txt"), "", Ct);
        var journal = new FakeJournal().AddMany(30);
        var store = new FolderStore(_root);
        await Archives.Write(store, journal);
        Assert.Equal(["Read Me.txt", "lost+found/"],
            (await Archives.Verify(store, journal)).Problems.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_gives_one_clear_sentence()
    {
        var file = Path.Combine(_root, "file");
        await File.WriteAllTextAsync(file, "", Ct);
        var e = await Assert.ThrowsAsync<ArchiveUnavailableException>(
            () => new FolderStore(Path.Combine(file, "archive")).Put("a", default, Ct).AsTask());
        Assert.StartsWith("The archive cannot reach a. ", e.Message, StringComparison.Ordinal);
    }
}
