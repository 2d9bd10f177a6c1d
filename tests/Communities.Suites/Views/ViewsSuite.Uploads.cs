using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    private static string Send(World world, string by = "alice", string name = "lake.jpg", uint chance = 1)
    {
        var id = Keys.NewThread(world.Journal.Now, 1_000 + chance);
        world.Journal.Ask(
            Keys.OfUpload(World.Devs, id), new UploadCommand.Store(name, "image/jpeg", 900, "d" + chance, 40, 30, true),
            by, new Standing(Role.Member));
        return id;
    }

    private static string Shown(string upload) => $"Look: ![lake](/files/{World.Devs}/{upload}/lake.jpg#40x30)";

    private static async Task<bool> Sees(IViews views, World world, string upload, string? reader) =>
        await views.Upload(World.Devs, upload, reader is null ? Viewer.Visitor : world.As(reader), Ct) is not null;

    [Fact]
    public async Task An_upload_is_seen_by_who_sent_it_and_moderators_until_a_post_shows_it()
    {
        var world = NewWorld();
        var upload = Send(world);
        var views = await Look(world);
        foreach (var (reader, sees) in ((string?, bool)[])[
            ("alice", true), ("mia", true), ("olga", true), ("bob", false), ("stranger", false), (null, false)])
            Assert.Equal(sees, await Sees(views, world, upload, reader));

        var thread = world.Open("A lake", Shown(upload));
        await CatchUp(views, world.Journal);
        Assert.True(await Sees(views, world, upload, null));
        var found = (await views.Upload(World.Devs, upload, Viewer.Visitor, Ct))!;
        Assert.Equal(
            new UploadView(
                World.Devs, upload, "alice", found.At, "lake.jpg", "image/jpeg", 900, "d1", 40, 30, true, true),
            found);

        world.Ask(thread, new ThreadCommand.Remove(1), "mia");
        await CatchUp(views, world.Journal);
        Assert.False(await Sees(views, world, upload, "bob"));
        Assert.True(await Sees(views, world, upload, "alice"));
        world.Ask(thread, new ThreadCommand.Restore(1), "mia");
        await CatchUp(views, world.Journal);
        Assert.True(await Sees(views, world, upload, "bob"));
    }

    [Fact]
    public async Task A_post_that_no_longer_shows_an_upload_hides_it_and_one_that_now_does_shows_it()
    {
        var world = NewWorld();
        var (first, second) = (Send(world), Send(world, chance: 2));
        var thread = world.Open("Two lakes");
        world.Reply(thread, Shown(first), "alice");
        world.Ask(thread, new ThreadCommand.Edit(2, Shown(second)), "alice");
        var views = await Look(world);
        Assert.False(await Sees(views, world, first, "bob"));
        Assert.True(await Sees(views, world, second, "bob"));
        world.Ask(thread, new ThreadCommand.Remove(2), "alice");
        await CatchUp(views, world.Journal);
        Assert.False(await Sees(views, world, second, "bob"));
    }

    [Fact]
    public async Task What_is_for_and_the_rules_and_biographies_show_uploads_too()
    {
        var world = NewWorld();
        var uploads = Enumerable.Range(1, 3).Select(i => Send(world, "olga", chance: (uint)i)).ToList();
        world.Journal.Ask(World.Devs, new CommunityCommand.SetPurpose(Purpose.Saying(Shown(uploads[0]))));
        world.Journal.Ask($"{World.Devs}/netiquette", new PolicyCommand.Publish(Shown(uploads[1])));
        world.Journal.Ask($"{World.Devs}/olga", new MemberCommand.Describe("Olga", Shown(uploads[2])), "olga");
        var views = await Look(world);
        foreach (var upload in uploads) Assert.True(await Sees(views, world, upload, null));
        world.Journal.Ask(World.Devs, new CommunityCommand.SetPurpose(Purpose.Saying("No lake")));
        world.Journal.Ask($"{World.Devs}/olga", new MemberCommand.Describe("Olga", ""), "olga");
        await CatchUp(views, world.Journal);
        Assert.False(await Sees(views, world, uploads[0], "bob"));
        Assert.True(await Sees(views, world, uploads[1], "bob"));
        Assert.False(await Sees(views, world, uploads[2], "bob"));
    }

    [Fact]
    public async Task What_was_taken_away_is_seen_by_nobody()
    {
        var world = NewWorld();
        var upload = Send(world);
        world.Open("A lake", Shown(upload));
        world.Journal.Ask(Keys.OfUpload(World.Devs, upload), new UploadCommand.Remove(), "alice");
        var views = await Look(world);
        foreach (var reader in (string?[])["alice", "mia", "olga", "bob", null])
            Assert.False(await Sees(views, world, upload, reader));
        Assert.Empty((await views.Uploads(World.Devs, "alice", null, world.As("alice"), Ct)).Items);
        Assert.Empty(await views.UploadsThere(World.Devs, [upload], Ct));
    }

    [Fact]
    public async Task A_private_community_shows_its_uploads_to_nobody_else()
    {
        var world = NewWorld(Visibility.Private);
        var upload = Send(world);
        world.Open("A lake", Shown(upload));
        var views = await Look(world);
        Assert.True(await Sees(views, world, upload, "bob"));
        Assert.False(await Sees(views, world, upload, "stranger"));
        Assert.False(await Sees(views, world, upload, null));
        Assert.Empty((await views.Uploads(World.Devs, "alice", null, Viewer.Visitor, Ct)).Items);
    }

    [Fact]
    public async Task Ones_own_uploads_come_latest_first_and_in_parts()
    {
        var world = NewWorld();
        var sent = Enumerable.Range(1, 120).Select(i => Send(world, name: $"{i}.jpg", chance: (uint)i)).ToList();
        Send(world, "bob", chance: 999);
        var views = await Look(world);
        var (found, cursor) = (new List<string>(), (string?)null);
        do
        {
            var part = await views.Uploads(World.Devs, "alice", cursor, world.As("alice"), Ct);
            found.AddRange(part.Items.Select(upload => upload.Id));
            cursor = part.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Reverse(sent), found);
        Assert.Equal(50, (await views.Uploads(World.Devs, "alice", null, world.As("mia"), Ct)).Items.Count);
        Assert.Empty((await views.Uploads(World.Devs, "alice", null, world.As("bob"), Ct)).Items);
        await Assert.ThrowsAsync<MalformedCursorException>(
            () => views.Uploads(World.Devs, "alice", "nonsense", world.As("alice"), Ct).AsTask());
    }

    [Fact]
    public async Task The_program_learns_which_uploads_are_there()
    {
        var world = NewWorld();
        var upload = Send(world);
        var views = await Look(world);
        var there = await views.UploadsThere(World.Devs, [upload, Keys.NewThread(world.Journal.Now, 77)], Ct);
        Assert.Equal([(upload, "d1")], there.Select(pair => (pair.Key, pair.Value)));
        Assert.Empty(await views.UploadsThere("others", [upload], Ct));
    }
}
