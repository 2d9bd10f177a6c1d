using System.Text;
using Communities.Archive;

namespace Communities.Suites;

/// <summary>What an archive store is. Each store runs all of it.</summary>
public abstract class ArchiveStoreSuite
{
    /// <summary>A store at a place of this name, empty the first time, of this test alone.</summary>
    protected abstract IArchiveStore Open(string place);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<string?> Text(IArchiveStore store, string name) =>
        await store.Read(name, Ct) is { } there ? Encoding.UTF8.GetString(there.Content.Span) : null;

    private static async Task<List<string>> List(IArchiveStore store, string folder, bool deep)
    {
        var names = new List<string>();
        await foreach (var name in store.List(folder, deep, Ct))
            names.Add(name);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    [Fact]
    public async Task What_is_put_is_read_by_anybody_who_opens_the_same_place()
    {
        await Open("a").Put("devs/2026/11/22/one.ndjson.gz", Bytes("one"), Ct);
        Assert.Equal("one", await Text(Open("a"), "devs/2026/11/22/one.ndjson.gz"));
        Assert.Null(await Text(Open("b"), "devs/2026/11/22/one.ndjson.gz"));
    }

    [Fact]
    public async Task An_object_may_be_empty_or_of_several_megabytes()
    {
        var store = Open("a");
        var large = new byte[5_000_001];
        new Random(1).NextBytes(large);
        await store.Put("large", large, Ct);
        await store.Put("empty", default, Ct);
        Assert.True((await store.Read("large", Ct))!.Content.Span.SequenceEqual(large));
        Assert.Equal("", await Text(store, "empty"));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_an_empty_place_lists_nothing()
    {
        Assert.Null(await Open("a").Read("devs/head.json", Ct));
        Assert.Empty(await List(Open("a"), "", deep: true));
        Assert.Empty(await List(Open("a"), "", deep: false));
        Assert.Empty(await List(Open("a"), "devs/", deep: true));
    }

    [Fact]
    public async Task The_same_object_may_be_put_again()
    {
        var store = Open("a");
        await store.Put("devs/one", Bytes("one"), Ct);
        await store.Put("devs/one", Bytes("one"), Ct);
        Assert.Equal("one", await Text(store, "devs/one"));
        Assert.Equal(["devs/one"], await List(store, "", deep: true));
    }

    [Theory, InlineData("two"), InlineData("on"), InlineData("one "), InlineData("")]
    public async Task Other_bytes_under_the_same_name_are_refused(string other)
    {
        var store = Open("a");
        await store.Put("devs/one", Bytes("one"), Ct);
        await Assert.ThrowsAsync<ArchiveConflictException>(() => store.Put("devs/one", Bytes(other), Ct).AsTask());
        Assert.Equal("one", await Text(store, "devs/one"));
    }

    [Fact]
    public async Task A_head_is_replaced_by_who_knows_the_one_before()
    {
        var store = Open("a");
        var tag = await store.Replace("devs/head.json", Bytes("1"), null, Ct);
        tag = await store.Replace("devs/head.json", Bytes("2"), tag, Ct);
        Assert.Equal(tag, (await Open("a").Read("devs/head.json", Ct))!.Tag);
        await Open("a").Replace("devs/head.json", Bytes("3"), tag, Ct);
        Assert.Equal("3", await Text(store, "devs/head.json"));
    }

    [Fact]
    public async Task A_head_is_not_replaced_by_who_does_not_know_the_one_before()
    {
        var store = Open("a");
        var first = await store.Replace("devs/head.json", Bytes("1"), null, Ct);
        await Refused(null);
        await store.Replace("devs/head.json", Bytes("2"), first, Ct);
        await Refused(first);
        Assert.Equal("2", await Text(store, "devs/head.json"));

        async Task Refused(string? tag) => await Assert.ThrowsAsync<ArchiveConflictException>(
            () => store.Replace("devs/head.json", Bytes("mine"), tag, Ct).AsTask());
    }

    [Fact]
    public async Task A_head_that_is_gone_is_not_replaced()
    {
        var tag = await Open("a").Replace("devs/head.json", Bytes("1"), null, Ct);
        await Assert.ThrowsAsync<ArchiveConflictException>(
            () => Open("b").Replace("devs/head.json", Bytes("2"), tag, Ct).AsTask());
    }

    [Fact]
    public async Task A_list_names_each_object_once_and_nothing_else()
    {
        var store = Open("a");
        string[] devs = ["devs/2026/11/21/a.gz", "devs/2026/11/22/b.gz", "devs/head.json"];
        string[] names = ["archive.json", "devs-2/c.gz", .. devs];
        foreach (var name in names)
            await store.Put(name, Bytes(name), Ct);
        await store.Replace("fr/head.json", Bytes("1"), null, Ct);

        Assert.Equal(names.Append("fr/head.json").Order(StringComparer.Ordinal), await List(store, "", deep: true));
        Assert.Equal(["archive.json", "devs-2/", "devs/", "fr/"], await List(store, "", deep: false));
        Assert.Equal(devs, await List(store, "devs/", deep: true));
        Assert.Equal(["devs/2026/", "devs/head.json"], await List(store, "devs/", deep: false));
    }

    [Theory]
    [InlineData(""), InlineData("/"), InlineData("/devs"), InlineData("devs/"), InlineData("devs//one")]
    [InlineData(".."), InlineData("devs/../one"), InlineData("./one"), InlineData(".hidden"), InlineData("one.")]
    [InlineData("Devs"), InlineData("dévs"), InlineData("de vs"), InlineData("de\\vs"), InlineData("de\0vs")]
    [InlineData("c:/x")]
    public async Task A_name_that_could_mean_something_else_is_a_mistake(string name)
    {
        var store = Open("a");
        await Assert.ThrowsAsync<ArgumentException>(() => store.Put(name, Bytes("x"), Ct).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => store.Replace(name, Bytes("x"), null, Ct).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => store.Read(name, Ct).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => List(store, name + "//", deep: true));
        Assert.Empty(await List(store, "", deep: true));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_a_mistake()
    {
        var store = Open("a");
        await Assert.ThrowsAsync<ArgumentException>(() => store.Read(new string('x', 201), Ct).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.Read(string.Join('/', Enumerable.Repeat("part", 110)), Ct).AsTask());
        await store.Put(new string('x', 200), Bytes("x"), Ct);
        Assert.Equal("x", await Text(store, new string('x', 200)));
    }
}
