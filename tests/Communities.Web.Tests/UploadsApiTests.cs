using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Communities.Actors;
using Communities.Files;
using Communities.Suites;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Communities.Web.Tests;

/// <summary>Files are sent, served to whom they may be shown, and taken away.</summary>
public sealed class UploadsApiTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static int _places;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<string> Place(Visibility visibility = Visibility.Public)
    {
        var slug = $"uploads-{Interlocked.Increment(ref _places)}";
        await site.Found(
            slug, "owner", visibility, ("mia", Role.Member), ("bob", Role.Member), ("mod", Role.Moderator));
        return slug;
    }

    [Fact]
    public async Task A_photograph_is_sent_and_shown_upright_small_and_without_what_it_told()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        var photograph = SampleFiles.Photograph(3_000, 2_000, orientation: 6);
        var sent = (await mia.SendFile(place, "IMG 1 – Zürich.JPG", photograph)).Is(201);
        Assert.Equal((1_707, 2_560), (sent["width"].GetInt32(), sent["height"].GetInt32()));
        var address = sent["address"].GetString()!;
        Assert.EndsWith("/img-1-zurich.jpg", address);
        Assert.Equal($"![IMG 1 – Zürich]({address}#1707x2560)", sent["markdown"].GetString());

        using var answer = await site.Fetch(address, mia.Token);
        var content = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(content));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
        using var small = await site.Fetch(address + "?size=small", mia.Token);
        Assert.Equal("image/webp", small.Content.Headers.ContentType?.ToString());
        using var shown = SKBitmap.Decode(await small.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(Pictures.SmallMax, shown.Height);
    }

    [Fact]
    public async Task Another_file_is_given_as_such_in_parts_and_only_when_it_changed()
    {
        var place = await Place();
        using var mod = await site.As("mod");
        var sent = (await mod.SendFile(place, "liste.csv", SampleFiles.Csv)).Is(201);
        Assert.StartsWith("[liste.csv](/files/", sent["markdown"].GetString());
        var address = sent["address"].GetString()!;
        using var whole = await site.Fetch(address, mod.Token);
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("text/csv; charset=utf-8", whole.Content.Headers.ContentType?.ToString());
        Assert.Equal(SampleFiles.Csv, await whole.Content.ReadAsByteArrayAsync(Ct));

        using var part = await site.Fetch(
            address, mod.Token, request => request.Headers.Range = new RangeHeaderValue(5, 8));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(SampleFiles.Csv[5..9], await part.Content.ReadAsByteArrayAsync(Ct));
        using var same = await site.Fetch(
            address, mod.Token, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Theory]
    [InlineData("photo.png", nameof(SampleFiles.Exe), "file.malformed")]
    [InlineData("photo.png", nameof(SampleFiles.Html), "file.malformed")]
    [InlineData("photo.png", nameof(SampleFiles.Svg), "file.malformed")]
    [InlineData("photo.jpg", nameof(SampleFiles.Pdf), "file.malformed")]
    [InlineData("notes.txt", nameof(SampleFiles.Html), "file.malformed")]
    [InlineData("letter.docx", nameof(SampleFiles.Docm), "file.malformed")]
    [InlineData("song.mp3", nameof(SampleFiles.Exe), "file.malformed")]
    [InlineData("page.html", nameof(SampleFiles.Html), "file.unknown")]
    [InlineData("drawing.svg", nameof(SampleFiles.Svg), "file.unknown")]
    [InlineData("game.exe", nameof(SampleFiles.Exe), "file.unknown")]
    [InlineData("..", nameof(SampleFiles.Html), "file.unknown")]
    public async Task What_lies_about_what_it_is_is_refused(string name, string sample, string code)
    {
        var place = await Place();
        using var mod = await site.As("mod");
        var content = (byte[])typeof(SampleFiles).GetProperty(sample)!.GetValue(null)!;
        (await mod.SendFile(place, name, content)).Refused(422, code);
        await Nothing(place);
    }

    [Fact]
    public async Task A_picture_that_would_fill_the_memory_and_a_damaged_one_are_refused()
    {
        var place = await Place();
        using var mod = await site.As("mod");
        (await mod.SendFile(place, "bomb.png", SampleFiles.Bomb(20_000, 20_000))).Refused(422, "picture.range");
        (await mod.SendFile(place, "half.jpg", SampleFiles.Jpeg[..200])).Refused(422, "picture.malformed");
        (await mod.SendFile(place, "empty.txt", [])).Refused(422, "file.empty");
        var tooLong = Enumerable.Repeat((byte)'x', (int)FileKind.DocumentMax + 1).ToArray();
        (await mod.SendFile(place, "long.txt", tooLong)).Refused(422, "file.long");
        await Nothing(place);
    }

    [Fact]
    public async Task A_file_is_seen_by_others_while_a_post_shows_it()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        using var bob = await site.As("bob");
        var sent = (await mia.SendFile(place, "lake.png", SampleFiles.Png)).Is(201);
        var (address, id) = (sent["address"].GetString()!, sent["id"].GetString()!);
        Assert.Equal(200, await site.StatusOf(address, mia.Token));
        Assert.Equal(404, await site.StatusOf(address, bob.Token));
        Assert.Equal(404, await site.StatusOf(address));
        (await bob.Get($"/communities/{place}/uploads/{id}")).Refused(404, "upload.missing");

        var thread = await site.Open(place, "mia", "A lake", sent["markdown"].GetString()!);
        Assert.Equal(200, await site.StatusOf(address));
        Assert.Equal(200, await site.StatusOf(address.Replace("lake", "anything", StringComparison.Ordinal)));
        using (var page = await site.Fetch($"/c/{place}/threads/{thread}"))
            Assert.Contains(
                $"<img src=\"{address}?size=small\" alt=\"lake\" width=40 height=30",
                await page.Content.ReadAsStringAsync(Ct));

        await site.Actors.Ask(Keys.OfThread(place, thread), new ThreadCommand.Remove(1), Call.System(), Ct);
        await site.CaughtUp();
        Assert.Equal(404, await site.StatusOf(address, bob.Token));
        using var mod = await site.As("mod");
        Assert.Equal(200, await site.StatusOf(address, mod.Token));
    }

    [Fact]
    public async Task A_private_community_keeps_its_files()
    {
        var place = await Place(Visibility.Private);
        using var mia = await site.As("mia");
        using var stranger = await site.As("stranger");
        var sent = (await mia.SendFile(place, "lake.png", SampleFiles.Png)).Is(201);
        await site.Open(place, "mia", "A lake", sent["markdown"].GetString()!);
        var address = sent["address"].GetString()!;
        using var answer = await site.Fetch(address, (await site.As("bob")).Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
        Assert.Equal(404, await site.StatusOf(address, stranger.Token));
        Assert.Equal(404, await site.StatusOf(address));
        (await stranger.SendFile(place, "lake.png", SampleFiles.Png)).Refused(404, "community.missing");
    }

    [Fact]
    public async Task What_is_sent_twice_under_one_key_is_kept_once()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        var first = (await mia.SendFile(place, "lake.png", SampleFiles.Png, "key-1")).Is(201);
        var again = (await mia.SendFile(place, "lake.png", SampleFiles.Png, "key-1")).Is(201);
        Assert.Equal(first["id"].GetString(), again["id"].GetString());
        Assert.Single((await mia.Get($"/communities/{place}/uploads"))["items"].EnumerateArray());
        Assert.Equal(1, (await site.See<Allowance>(Keys.OfMember(place, "mia"))).Used.Pictures);
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_for_good()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        using var bob = await site.As("bob");
        var sent = (await mia.SendFile(place, "lake.png", SampleFiles.Png)).Is(201);
        var address = $"/communities/{place}/uploads/{sent["id"].GetString()}";
        (await bob.Delete(address)).Refused(403, "upload.foreign");
        (await mia.Delete(address)).Is(200);
        await site.CaughtUp();
        Assert.Equal(404, await site.StatusOf(sent["address"].GetString()!, mia.Token));
        await Nothing(place);
    }

    [Fact]
    public async Task Content_without_an_event_is_served_to_nobody_and_swept()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        var sent = (await mia.SendFile(place, "lake.png", SampleFiles.Png)).Is(201);
        var files = site.Services.GetRequiredService<IFiles>();
        var stray = Keys.NewThread(DateTimeOffset.UtcNow, 7);
        var strayFile = $"{place}/{stray}-0123456789abcdef";
        await files.Put(strayFile, new MemoryStream([1, 2, 3]), Ct);
        Assert.Equal(404, await site.StatusOf($"/files/{place}/{stray}/x.png", mia.Token));

        site.Time.Advance(FileSweep.Age + TimeSpan.FromMinutes(1));
        var swept = await site.Services.GetRequiredService<FileSweep>().Sweep(Ct);
        Assert.True(swept > 0); // The site is shared: other tests may have left strays, too.
        Assert.Null(await files.Open(strayFile, Ct));
        Assert.Equal(0, await site.Services.GetRequiredService<FileSweep>().Sweep(Ct));
        Assert.Equal(200, await site.StatusOf(sent["address"].GetString()!, mia.Token));
    }

    [Fact]
    public async Task A_face_is_shown_beside_what_its_member_wrote_until_another_comes()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        var thread = await site.Open(place, "mia");
        var address = $"/communities/{place}/members/mia/face";
        (await mia.Send(HttpMethod.Put, address, new ByteArrayContent(SampleFiles.Jpeg))).Is(200);
        await site.CaughtUp();
        var first = (await mia.Get($"/communities/{place}/members/mia"))["face"].GetString()!;
        Assert.Equal(200, await site.StatusOf(first));
        using (var page = await site.Fetch($"/c/{place}/threads/{thread}"))
            Assert.Contains($"<img class=\"av\" src=\"{first}\"", await page.Content.ReadAsStringAsync(Ct));

        (await mia.Send(HttpMethod.Put, address, new ByteArrayContent(SampleFiles.Png))).Is(200);
        await site.CaughtUp();
        Assert.Equal(404, await site.StatusOf(first, mia.Token));
        using var bob = await site.As("bob");
        (await bob.Delete(address)).Refused(403, "account.foreign");
        (await bob.Send(HttpMethod.Put, address, new ByteArrayContent(SampleFiles.Png)))
            .Refused(403, "account.foreign");
        (await mia.Send(HttpMethod.Put, address, new ByteArrayContent(SampleFiles.Pdf)))
            .Refused(422, "face.malformed");
        using var mod = await site.As("mod");
        (await mod.Delete(address)).Is(200);
        await site.CaughtUp();
        Assert.False((await mia.Get($"/communities/{place}/members/mia")).Json.TryGetProperty("face", out _));
    }

    [Fact]
    public async Task Others_files_are_listed_for_moderators_only()
    {
        var place = await Place();
        using var mia = await site.As("mia");
        (await mia.SendFile(place, "lake.png", SampleFiles.Png)).Is(201);
        var address = $"/communities/{place}/uploads?account=mia";
        foreach (var (account, count) in ((string, int)[])[("mia", 1), ("mod", 1), ("bob", 0)])
        {
            using var who = await site.As(account);
            Assert.Equal(count, (await who.Get(address)).Is(200)["items"].GetArrayLength());
        }

        (await site.Visitor().Get(address)).Refused(401, "member.needed");
    }

    // No content is left in the store for this community.
    private async Task Nothing(string place)
    {
        await foreach (var file in site.Services.GetRequiredService<IFiles>().List(Ct))
            Assert.False(file.Name.StartsWith(place + "/", StringComparison.Ordinal), file.Name);
    }
}
