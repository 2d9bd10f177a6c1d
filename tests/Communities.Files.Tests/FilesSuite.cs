using System.Text;

namespace Communities.Files.Tests;

/// <summary>What files are. Each store runs all of it.</summary>
public abstract class FilesSuite
{
    /// <summary>The files at a place of this name, empty the first time, of this test alone.</summary>
    protected abstract IFiles Open(string place);

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected static Stream Bytes(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private static async Task<string?> Text(IFiles files, string name)
    {
        await using var content = await files.Open(name, Ct);
        return content is null ? null : await new StreamReader(content).ReadToEndAsync(Ct);
    }

    private protected static async Task<List<string>> Names(IFiles files)
    {
        var names = new List<string>();
        await foreach (var file in files.List(Ct)) names.Add(file.Name);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task What_is_put_is_read_by_anybody_who_opens_the_same_place()
    {
        await Open("a").Put("devs/one", Bytes("one"), Ct);
        Assert.Equal("one", await Text(Open("a"), "devs/one"));
        Assert.Null(await Text(Open("b"), "devs/one"));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_an_empty_place_lists_nothing()
    {
        Assert.Null(await Text(Open("a"), "devs/one"));
        Assert.Empty(await Names(Open("a")));
        await Open("a").Delete("devs/one", Ct);
    }

    [Fact]
    public async Task The_same_name_again_replaces_what_was_there()
    {
        var files = Open("a");
        await files.Put("devs/one", Bytes("the first"), Ct);
        await files.Put("devs/one", Bytes("second"), Ct);
        Assert.Equal("second", await Text(files, "devs/one"));
        Assert.Equal(["devs/one"], await Names(files));
    }

    [Fact]
    public async Task A_large_file_is_read_from_anywhere_in_it()
    {
        var large = new byte[5_000_001];
        new Random(1).NextBytes(large);
        await Open("a").Put("devs/large", new MemoryStream(large), Ct);
        await using var content = (await Open("a").Open("devs/large", Ct))!;
        Assert.Equal(large.Length, content.Length);
        var part = new byte[1_000];
        foreach (var at in (ReadOnlySpan<int>)[4_999_001, 0, 2_345_678])
        {
            content.Position = at;
            content.ReadExactly(part);
            Assert.True(large.AsSpan(at, part.Length).SequenceEqual(part));
        }
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_the_rest_stays()
    {
        var files = Open("a");
        foreach (var name in (string[])["devs/one", "devs/two", "fr/one"]) await files.Put(name, Bytes(name), Ct);
        await files.Delete("devs/one", Ct);
        Assert.Null(await Text(files, "devs/one"));
        Assert.Equal(["devs/two", "fr/one"], await Names(files));
    }

    [Fact]
    public async Task A_list_says_when_each_was_written()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        await Open("a").Put("devs/one", Bytes("one"), Ct);
        await foreach (var file in Open("a").List(Ct))
            Assert.InRange(file.At, before, DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task A_write_that_is_cut_off_leaves_nothing()
    {
        var files = Open("a");
        await Assert.ThrowsAnyAsync<Exception>(() => files.Put("devs/one", new Broken(), Ct).AsTask());
        Assert.Null(await Text(files, "devs/one"));
        Assert.Empty(await Names(files));
    }

    [Theory]
    [InlineData(""), InlineData("/"), InlineData("/devs"), InlineData("devs/"), InlineData("devs//one")]
    [InlineData(".."), InlineData("devs/../one"), InlineData("./one"), InlineData(".hidden"), InlineData("one.txt")]
    [InlineData("Devs"), InlineData("dévs"), InlineData("de vs"), InlineData("de\\vs"), InlineData("de\0vs")]
    [InlineData("c:/x"), InlineData("-x")]
    public async Task A_name_that_could_mean_something_else_is_a_mistake(string name)
    {
        var files = Open("a");
        await Assert.ThrowsAsync<ArgumentException>(() => files.Put(name, Bytes("x"), Ct).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => files.Open(name, Ct).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => files.Delete(name, Ct).AsTask());
        Assert.Empty(await Names(files));
    }

    /// <summary>A connection that is lost after some bytes.</summary>
    private sealed class Broken : MemoryStream
    {
        private bool _isAsked;

        public Broken() : base(new byte[300_000])
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_isAsked) throw new InvalidOperationException("Lost.");
            _isAsked = true;
            buffer[..100].Clear();
            return 100;
        }

        public override Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Lost.");
    }
}
