using Communities.Actors;
using Communities.Files;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A file that was taken.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Type">What it is now, as a media type.</param>
/// <param name="Bytes">How long it is now.</param>
/// <param name="Width">Of a picture, in pixels; otherwise 0.</param>
/// <param name="Height">Of a picture, in pixels; otherwise 0.</param>
/// <param name="Address">Where its content is.</param>
/// <param name="Markdown">What shows it in a text.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record SentFile(
    string Id, string Name, string Type, long Bytes, int Width, int Height, string Address, string Markdown,
    long Version)
{
    public static SentFile Of(string community, Received received)
    {
        var stored = received.Stored!;
        var address = UploadFiles.AddressOf(community, received.Id, stored.Name);
        return new SentFile(
            received.Id, stored.Name, stored.Type, stored.Bytes, stored.Width, stored.Height, address,
            UploadFiles.Markdown(address, stored.Name, stored.Type, stored.Width, stored.Height), received.Position);
    }
}

/// <summary>Uploads: sent, listed and taken away.</summary>
internal static class UploadEndpoints
{
    /// <summary>How large a request may be that brings a file: the largest file, and a form around it.</summary>
    public static IRequestSizeLimitMetadata Limit { get; } = new SizeLimit(FileKind.LargestMax + 100_000);

    public static void MapUploadEndpoints(this RouteGroupBuilder api)
    {
        var uploads = api.MapGroup("/communities/{community}/uploads").WithTags("Uploads");
        uploads.MapPost("", Send).WithName("SendUpload").WithMetadata(Limit)
            .WithSummary("Takes a file, whose content is the body; for members, as much as their trust level allows.");
        uploads.MapGet("", List).WithName("ListUploads")
            .WithSummary("One's own files, latest first; for moderators those of any account.");
        uploads.MapGet("/{upload}", Read).WithName("ReadUpload").WithSummary("What is known of a file.");
        uploads.MapDelete("/{upload}", Remove).WithName("RemoveUpload")
            .WithSummary("Takes a file away for good; for who sent it and moderators.");
    }

    internal static Refusal NoSuchUpload { get; } = new("upload.missing", "There is no such file.");

    private static async Task<Results<Created<SentFile>, Problem>> Send(
        string community, Stream body, Asking ask, Intake intake, CancellationToken ct, string? name = null)
    {
        var received = await intake.Take(ask, community, name, body, ct: ct);
        if (received.Refusal is { } no) return Problem.Of(no, ask.Caller);
        var sent = SentFile.Of(community, received);
        return TypedResults.Created(sent.Address, sent);
    }

    private static async Task<Results<Ok<Page<UploadView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct, string? account = null,
        string? cursor = null)
    {
        var place = await caller.In(community, ct);
        if (place.RefusalBelow(Role.Member) is { } no) return Problem.Of(no, caller);
        return TypedResults.Ok(
            await views.Uploads(community, account ?? caller.Account!, cursor, place.Viewer, ct));
    }

    private static async Task<Results<Ok<UploadView>, Problem>> Read(
        string community, string upload, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        var view = place.IsSeen ? await views.Upload(community, upload, place.Viewer, ct) : null;
        return caller.Found(view, place.IsSeen ? NoSuchUpload : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string upload, Asking ask, IActors actors, Intake intake, CancellationToken ct,
        string? reason = null) =>
        ask.Changed(await TakeAway(community, upload, reason, ask, actors, intake, null, ct));

    /// <summary>Takes it away, and then its content.</summary>
    internal static async Task<Answer> TakeAway(
        string community, string upload, string? reason, Asking ask, IActors actors, Intake intake, string? once,
        CancellationToken ct)
    {
        var key = Keys.OfUpload(community, upload);
        var answer = await ask.Ask(key, new UploadCommand.Remove(reason), once, ct);
        if (answer.Refusal is null)
            await intake.Forget(StoredNames.Of(community, upload, (await actors.See<Upload>(key, ct)).Digest));
        return answer;
    }

    private sealed class SizeLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
