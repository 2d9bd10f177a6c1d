using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using Communities.Files;
using Communities.Suites;
using Communities.Views;

namespace Communities.Exchange.Tests;

/// <summary>Files, polls and messages go out and come in with the rest.</summary>
public sealed class AttachedTests
{
    private const string Picture = "01k0000000000001";
    private const string Gone = "01k0000000000002";
    private const string Poll = "01k0000000000003";
    private const string Thread = "01k0000000000004";
    private const string Talk = "01k0000000000005";

    private static readonly DateTimeOffset _start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_polls_and_messages_come_in_elsewhere_as_they_were()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var file = await here.Exports("devs");
        await using var there = await Place.Open();
        await there.TakesIn(file);
        foreach (var kind in (string[])["content", "upload", "poll", "ballot", "conversation", "message"])
            Assert.Contains($"\"kind\":\"{kind}\"", Encoding.UTF8.GetString(file), StringComparison.Ordinal);

        var bob = new Viewer("bob", new Standing(Role.Member));
        Assert.NotNull(await there.Views.Upload("devs", Picture, bob, Ct));
        Assert.Null(await there.Views.Upload("devs", Gone, bob, Ct));
        var poll = await there.Engine.See<Poll>(Keys.OfPoll("devs", Poll), Ct);
        Assert.True(poll is { IsClosed: true, Thread: Thread, Number: 1, Ballots.Count: 2 });
        var talk = await there.Engine.See<Conversation>(Keys.OfThread("devs", Talk), Ct);
        Assert.Equal(2, talk.Last);

        var own = await here.Imports(new MemoryStream(file));
        Assert.Equal(0, own.Rows.Sum(row => row.Imported + row.Repeated));
    }

    [Fact]
    public async Task Under_another_name_texts_show_the_files_that_came_with_them()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var file = await here.Exports("devs");
        await using var there = await Place.Open();
        await there.Imports(new MemoryStream(file), new ImportOptions { Community = "others" });
        var thread = await there.Views.Thread("others", Thread, 1, Viewer.Visitor, Ct);
        Assert.Contains($"/files/others/{Picture}/", thread!.Posts[0].Text);
        Assert.NotNull(await there.Views.Upload("others", Picture, Viewer.Visitor, Ct));
        var names = new List<string>();
        await foreach (var stored in there.Files.List(Ct)) names.Add(stored.Name);
        Assert.StartsWith($"others/{Picture}-", Assert.Single(names));
    }

    [Fact]
    public async Task Content_that_is_not_what_it_says_stays_out()
    {
        await using var here = await Place.Open();
        await Lived(here);
        var file = Encoding.UTF8.GetString(await here.Exports("devs"));
        var page = Convert.ToBase64String(SampleFiles.Html);
        var at = file.IndexOf("\"kind\":\"content\"", StringComparison.Ordinal);
        var start = file.IndexOf("\"text\":\"", at, StringComparison.Ordinal) + 8;
        var end = file.IndexOf('"', start);
        await using var there = await Place.Open();
        var tally = await there.Imports(
            new MemoryStream(Encoding.UTF8.GetBytes(file[..start] + page + file[end..])));
        Assert.Equal(1, tally.Of("upload").Skipped);
        await foreach (var stored in there.Files.List(Ct)) Assert.Fail(stored.Name);
    }

    private static async Task Lived(Place place)
    {
        var minute = 0;
        await Do("devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Alice"), "alice");
        await place.Engine.WhenQuiet(Ct);
        foreach (var account in (string[])["bob", "carol"])
            await Do(Keys.OfMember("devs", account), new MemberCommand.Join(account), account);
        await Send(Picture, SampleFiles.WebP);
        await Send(Gone, SampleFiles.WebP);
        await Do(Keys.OfUpload("devs", Gone), new UploadCommand.Remove(), "alice");
        await Do(
            Keys.OfPoll("devs", Poll),
            new PollCommand.Open("Which lake?", ["The small one", "The large one"], PollTerms.Default, null), "alice");
        await Do(
            Keys.OfThread("devs", Thread),
            new ThreadCommand.Open("A lake", $"![lake](/files/devs/{Picture}/lake.webp#40x30)", null, [], Poll),
            "alice");
        await place.Engine.WhenQuiet(Ct);
        await Do(Keys.OfPoll("devs", Poll), new PollCommand.Vote([1]), "bob");
        await Do(Keys.OfPoll("devs", Poll), new PollCommand.Vote([2]), "carol");
        await Do(Keys.OfPoll("devs", Poll), new PollCommand.Close(), "alice");
        await Do(
            Keys.OfThread("devs", Talk), new ConversationCommand.Start("Oars", "Have you any?", ["bob"]), "alice");
        await Do(Keys.OfThread("devs", Talk), new ConversationCommand.Send("Two."), "bob");

        async Task Send(string id, byte[] content)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(content));
            await place.Files.Put(StoredNames.Of("devs", id, digest), new MemoryStream(content), Ct);
            await Do(
                Keys.OfUpload("devs", id),
                new UploadCommand.Store("lake.webp", "image/webp", content.Length, digest, 40, 30), "alice");
        }

        async Task Do<TActor>(string key, ICommand<TActor> command, string by) where TActor : class, IActor =>
            await place.Does(key, command, by, _start.AddMinutes(++minute));
    }
}
