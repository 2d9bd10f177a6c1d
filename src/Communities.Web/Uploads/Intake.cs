using System.Security.Cryptography;
using Communities.Actors;
using Communities.Files;
using Communities.Views;

namespace Communities.Web;

/// <summary>What came of a file that was sent.</summary>
/// <param name="Id">Its id; empty where it was not taken.</param>
/// <param name="Stored">What is known of it; null where it was not taken.</param>
/// <param name="Position">The position of the write.</param>
/// <param name="Refusal">Why it was not taken, or null.</param>
internal sealed record Received(string Id, UploadCommand.Store? Stored, long Position, Refusal? Refusal)
{
    public static implicit operator Received(Refusal refusal) => new("", null, 0, refusal);
}

/// <summary>
/// Takes files from members: looks at what they are, makes pictures anew, writes the content, and only then says that
/// it is there. Whatever is cut off on this way leaves nothing that is served, and nothing for long.
/// </summary>
internal sealed class Intake(
    IFiles files, IViews views, IActors actors, Spool spool, WebOptions options, TimeProvider time)
{
    private static readonly Refusal TooLong = new(
        "file.long", $"A file may have {FileKind.LargestMax >> 20} MB at most.");

    /// <summary>Takes a file into a community, as who asks.</summary>
    /// <param name="ask">Who asks.</param>
    /// <param name="community">Its slug, perhaps malformed.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="content">All of it.</param>
    /// <param name="isFace">It is to be the face of who asks: a square of its middle is kept.</param>
    /// <param name="once">What names this request, from a form.</param>
    /// <param name="ct">Ends it, where nothing is durable yet.</param>
    public async Task<Received> Take(
        Asking ask, string community, string? name, Stream content, bool isFace = false, string? once = null,
        CancellationToken ct = default)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Refusals.NoSuchCommunity;
        if (Refusals.Of(place.Standing.Bar) is { } barred) return barred;
        if (!place.Standing.Is(Role.Member)) return Refusals.MembersOnly;
        var called = UploadFiles.Clean(name);
        var named = FileKind.Named(called);
        if (await Fault(place, ask, named, isFace, ct) is { } early) return early;
        await using var came = await spool.Take(content, named?.BytesMax ?? FileKind.LargestMax, ct);
        if (came is null) return named is null ? TooLong : Contents.TooLong(named);
        var (kind, refusal) = await Task.Run(() => Contents.KindOf(came, called), ct);
        if (kind is null) return refusal!;
        if (!kind.IsPicture)
        {
            if (isFace) return NoPicture;
            if (await Task.Run(() => Contents.Clean(came, kind), ct) is { } damaged) return damaged;
            return await Keep(ask, community, new Part(UploadFiles.As(called, kind), kind, came), false, once, ct);
        }

        var (picture, no) = isFace ? await Pictures.Face(came, ct) : await Pictures.Clean(came, ct);
        if (picture is null) return no!;
        using var made = new MemoryStream(picture.Content, writable: false);
        using var small = picture.Small is null ? null : new MemoryStream(picture.Small, writable: false);
        return await Keep(
            ask, community,
            new Part(UploadFiles.As(called, picture.Kind), picture.Kind, made, small, picture.Width, picture.Height),
            isFace, once, ct);
    }

    private static Refusal NoPicture { get; } = new(
        "face.malformed", "Please choose a picture: JPEG, PNG, GIF or WebP.");

    // What is refused anyway need not be sent to its end.
    private async ValueTask<Refusal?> Fault(Place place, Asking ask, FileKind? named, bool isFace, CancellationToken ct)
    {
        if (named is null) return null;
        var key = Keys.OfMember(place.Slug, ask.Caller.Account!);
        var sort = SortOf(named, isFace);
        var decision = (await actors.See<Allowance>(key, ct)).Decide(
            new AllowanceCommand.Take(sort, 0), new Turn(ask.Caller.Account!, place.Standing, time.GetUtcNow(), key));
        return decision.Refusal;
    }

    private static UploadSort SortOf(FileKind kind, bool isFace) =>
        isFace ? UploadSort.Face : kind.IsPicture ? UploadSort.Picture : UploadSort.Other;

    private async Task<Received> Keep(
        Asking ask, string community, Part part, bool isFace, string? once, CancellationToken ct)
    {
        part.Content.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(part.Content, ct));
        var allowed = await ask.Ask(
            Keys.OfMember(community, ask.Caller.Account!),
            new AllowanceCommand.Take(SortOf(part.Kind, isFace), part.Content.Length), once, ct);
        if (allowed.Refusal is { } no) return no;

        var id = await ask.NewUpload(community, once, ct);
        var name = StoredNames.Of(community, id, digest);
        var store = new UploadCommand.Store(
            part.Name, part.Kind.MediaType, part.Content.Length, digest, part.Width, part.Height,
            part.Small is not null);
        await Put(name, part, ct);
        var answer = await ask.Ask(Keys.OfUpload(community, id), store, once, CancellationToken.None);
        if (answer.Refusal is { } refused)
        {
            await Forget(name);
            return refused;
        }

        var position = ask.PositionOf(answer);
        await WhenSeen(position, ct);
        return new Received(id, store, position, null);
    }

    private async Task Put(string name, Part part, CancellationToken ct)
    {
        part.Content.Position = 0;
        await files.Put(name, part.Content, ct);
        if (part.Small is null) return;
        part.Small.Position = 0;
        await files.Put(StoredNames.SmallOf(name), part.Small, ct);
    }

    /// <summary>Deletes what belongs to no upload, or no longer; what cannot be reached is swept later.</summary>
    public async Task Forget(string name)
    {
        try
        {
            await files.Delete(name);
            await files.Delete(StoredNames.SmallOf(name));
        }
        catch (FilesUnavailableException)
        {
            return; // The sweep finds it: no event names it.
        }
    }

    // The page that shows it next asks the views.
    private async Task WhenSeen(long position, CancellationToken ct)
    {
        try
        {
            await views.WaitFor(position, ct).AsTask().WaitAsync(options.AtLeastPatience, time, ct);
        }
        catch (TimeoutException)
        {
            return; // It is durable, and will be seen when the views are there.
        }
    }

    private sealed record Part(
        string Name, FileKind Kind, Stream Content, Stream? Small = null, int Width = 0, int Height = 0);
}
