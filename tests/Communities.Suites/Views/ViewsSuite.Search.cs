using System.Text.Json;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private const char MarkStart = '\uE000', MarkEnd = '\uE001';

    [Theory]
    [InlineData("Le cœur de l'été", "coeur"), InlineData("Le cœur de l'été", "CŒUR"), InlineData("un coeur", "cœur")]
    [InlineData("Le cœur de l'été", "ete"), InlineData("Le cœur de l’été", "l'été"), InlineData("un été", "l'été")]
    [InlineData("Ça va, à bientôt", "bientot"), InlineData("Garcon", "garçon"), InlineData("Ælfred", "aelfred")]
    [InlineData("naïve Zoë", "naive zoe"), InlineData("Straße", "strasse"), InlineData("Łódź", "lodz")]
    [InlineData("e\u0301te\u0301", "été"), InlineData("écoles", "eco"), InlineData("use node.js here", "node.js")]
    [InlineData("don't panic", "don't"), InlineData("aujourd'hui", "aujourd'hui"), InlineData("हिन्दी में", "हिन्दी")]
    [InlineData("a **bold** word", "\"bold word\""), InlineData("snake_case", "snake"), InlineData("日本語", "日本語")]
    public async Task Accents_case_and_apostrophes_do_not_matter(string text, string words)
    {
        var world = NewWorld();
        world.Open("Title", text);
        world.Open("Other", "Nothing of it.");
        var views = await Look(world);
        var hit = Assert.Single((await views.Search(new SearchQuery(words, [World.Devs]), Ct)).Items);
        Assert.Contains(MarkStart.ToString(), hit.Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("red green", "both")]
    [InlineData("red -green", "red")]
    [InlineData("\"green red\"", "")]
    [InlineData("\"red green\"", "both")]
    [InlineData("-red", "")]
    [InlineData("gree", "both,green")]
    [InlineData("gr", "")]
    [InlineData("red gre", "both")]
    [InlineData("gre red", "")]
    [InlineData("red OR green", "")]
    [InlineData("red \"green", "both")]
    [InlineData("green -\"red green\"", "green")]
    [InlineData("  \t ", "")]
    [InlineData("", "")]
    [InlineData("-", "")]
    [InlineData("\"\"", "")]
    [InlineData("title:red", "")]
    public async Task All_words_count_phrases_hold_together_and_exclusions_exclude(string words, string expected)
    {
        var world = NewWorld();
        world.Open("both", "A red green thing");
        world.Open("red", "A red thing, a r e d one");
        world.Open("green", "A green thing");
        var views = await Look(world);
        var found = (await views.Search(new SearchQuery(words, [World.Devs]), Ct)).Items;
        Assert.Equal(expected, string.Join(',', found.Select(hit => hit.Title).Distinct().Order()));
    }

    [Fact]
    public async Task Filters_narrow_what_is_found()
    {
        var world = NewWorld();
        world.Category("help");
        world.Category("sub", parent: "help");
        var first = world.Open("Apple pie", "The word is pear.", "alice", "sub", ["cake"]);
        var between = world.Journal.Now.AddMilliseconds(1);
        world.Reply(first, "A pear of mine.", by: "bob");
        world.Open("Pear tree", "Nothing else.", "bob");
        world.Ask(first, new ThreadCommand.Accept(2));
        world.Journal.Ask("other", new CommunityCommand.Found("Other", null, "en", Visibility.Public, null));
        world.Journal.Ask("other/0000000000000001", new ThreadCommand.Open("Pear", "Elsewhere.", null, []), "bob");
        var views = await Look(world);
        var pear = new SearchQuery("pear", [World.Devs]);
        Assert.Equal(["Apple pie/1", "Apple pie/2", "Pear tree/1"], await Found(views, pear));
        Assert.Equal(
            ["Apple pie/1", "Apple pie/2", "Pear tree/1", "Pear/1"],
            await Found(views, pear with { Communities = ["other", World.Devs] }));
        Assert.Equal(["Apple pie/1", "Apple pie/2"], await Found(views, pear with { Category = "help" }));
        Assert.Empty(await Found(views, pear with { Category = "none" }));
        Assert.Equal(["Apple pie/1", "Apple pie/2"], await Found(views, pear with { Tag = "cake" }));
        Assert.Equal(["Apple pie/2", "Pear tree/1"], await Found(views, pear with { Author = "bob" }));
        Assert.Equal(["Apple pie/2", "Pear tree/1"], await Found(views, pear with { From = between }));
        Assert.Equal(["Apple pie/1"], await Found(views, pear with { To = between }));
        Assert.Equal(["Apple pie/2"], await Found(views, pear with { Author = "bob", To = between.AddSeconds(1) }));
        Assert.Equal(["Pear tree/1"], await Found(views, pear with { TitlesOnly = true }));
        Assert.Equal(["Apple pie/1", "Apple pie/2"], await Found(views, pear with { SolvedOnly = true }));
        Assert.Equal("Pear tree", (await views.Search(pear, Ct)).Items[0].Title);
        Assert.Empty(await Found(views, pear with { Words = "tree nothing", TitlesOnly = true }));
        Assert.Empty(await Found(views, pear with { Words = "pear -tree", TitlesOnly = true }));
    }

    [Fact]
    public async Task Edits_and_new_titles_are_found_and_what_they_replaced_is_not()
    {
        var world = NewWorld();
        var id = world.Open("Before", "Earlier words.");
        world.Reply(id, "Something.");
        var views = await Look(world);
        world.Ask(id, new ThreadCommand.Edit(1, "Later words."));
        world.Ask(id, new ThreadCommand.Edit(2, "Other things."));
        world.Ask(id, new ThreadCommand.Organise("After", null, []));
        await CatchUp(views, world.Journal);
        foreach (var gone in (string[])["before", "earlier", "something"])
            Assert.Empty(await Found(views, new SearchQuery(gone, [World.Devs])));
        Assert.Equal(["After/1"], await Found(views, new SearchQuery("later after", [World.Devs])));
        Assert.Equal(["After/2"], await Found(views, new SearchQuery("things", [World.Devs])));
    }

    [Fact]
    public async Task Search_pages_hold_every_hit_once_the_latest_first_among_equals()
    {
        var world = NewWorld();
        var threads = Enumerable.Range(0, 45).Select(i => world.Open($"Number {i}", "needle")).ToList();
        var views = await Look(world);
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await views.Search(new SearchQuery("needle", [World.Devs], Cursor: cursor), Ct);
            seen.AddRange(page.Items.Select(hit => hit.Thread));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Reverse(threads), seen);
    }

    [Fact]
    public async Task A_snippet_shows_the_words_in_plain_text_and_no_marks_of_others()
    {
        var world = NewWorld();
        var filler = string.Join(' ', Enumerable.Repeat("filler", 100));
        world.Open("Title", $"{filler} <b>a</b> \uE000fake\uE001 *Needle* [link](http://example.org) {filler}");
        var views = await Look(world);
        var hit = Assert.Single((await views.Search(new SearchQuery("needle", [World.Devs]), Ct)).Items);
        Assert.Contains($"a fake {MarkStart}Needle{MarkEnd} link filler", hit.Snippet, StringComparison.Ordinal);
        Assert.Equal(1, hit.Snippet.Count(c => c == MarkStart));
        Assert.InRange(hit.Snippet.Length, 50, 300);
    }

    [Fact]
    public async Task Hostile_words_and_cursors_are_no_more_than_words_and_cursors()
    {
        var hostile = (List<string>)
        [
            "\"", "\"\"\"", "*", "a*", "^a", "a:b", "{title} : x", "NEAR(a b)", "a AND", "NOT", "(", ")", "a -", "--a",
            "-\"a", "a\0b", "\ud800", "\udc00x", "a\ud800", "'; DROP TABLE posts; --", "\u0301", "\uE000", "ﷺ",
            "-a -b", "½", "²", "a\u200Db", "😀", "ª", "ⅷ", "e\u0301\u0301",
            new string('"', 300), new string('a', 300), new string('-', 300),
            string.Join(' ', Enumerable.Repeat("ab", 100)), .. Naughty(),
        ];
        var world = NewWorld();
        world.Open("Title", "Some text a b ab.");
        foreach (var text in hostile) world.Open("Naughty", Text.CleanBody(text, Text.PostMax));
        var views = await Look(world);
        foreach (var text in hostile)
        {
            await views.Search(new SearchQuery(text, [World.Devs], text, text, text), Ct);
            await views.Search(new SearchQuery("a" + text, [text, World.Devs], TitlesOnly: true), Ct);
            await views.Threads(new ThreadQuery(World.Devs, Category: text, Tag: text), Viewer.Visitor, Ct);
            await views.Threads(new ThreadQuery(text, ThreadSort.Top, DateTimeOffset.MinValue), Viewer.Visitor, Ct);
            await views.Members(new MembersQuery(World.Devs, text), Viewer.Visitor, Ct);
            Assert.Null(await views.Member(World.Devs, text, Viewer.Visitor, Ct));
            Assert.Null(await views.Thread(World.Devs, text, int.MaxValue, Viewer.Visitor, Ct));
            await Malformed(views.Search, new SearchQuery("a", [World.Devs], Cursor: text));
            await Malformed(views.Threads, new ThreadQuery(World.Devs, Cursor: text));
            await Malformed((_, viewer, ct) => views.PostsBy(World.Devs, "alice", text, viewer, ct), text);
            await Malformed(
                (_, viewer, ct) => views.Members(new MembersQuery(World.Devs, Cursor: text), viewer, ct), text);
        }
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_malformed()
    {
        var world = NewWorld();
        for (var i = 0; i < 3; i++) world.Open("Thread");
        var views = await Look(world);
        var next = (await views.Threads(new ThreadQuery(World.Devs, Size: 1), Viewer.Visitor, Ct)).Next!;
        await Malformed(views.Threads, new ThreadQuery(World.Devs, ThreadSort.Top, Cursor: next));
        await Malformed(views.Search, new SearchQuery("a", [World.Devs], Cursor: next));
    }

    // Words of many scripts and of many attacks, if they lie beside the checkout.
    private static IEnumerable<string> Naughty() =>
        SharedData.Find("robustness/blns/blns.json") is { } path
            ? JsonSerializer.Deserialize<string[]>(File.ReadAllText(path))!.Where(text => text.Length > 0) : [];

    private static Task Malformed<TQuery, T>(Func<TQuery, CancellationToken, ValueTask<T>> read, TQuery query) =>
        Assert.ThrowsAsync<MalformedCursorException>(() => read(query, Ct).AsTask());

    private static Task Malformed<TQuery, T>(
        Func<TQuery, Viewer, CancellationToken, ValueTask<T>> read, TQuery query) =>
        Malformed((one, ct) => read(one, Viewer.Visitor, ct), query);

    private static async Task<IEnumerable<string>> Found(IViews views, SearchQuery query) =>
        (await views.Search(query, Ct)).Items.Select(hit => $"{hit.Title}/{hit.Number}").Order(StringComparer.Ordinal);
}
