using Communities.Files;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Communities.Web;

/// <summary>The content of uploads: never active, and for nobody who may not read a text that shows it.</summary>
internal static class FileEndpoints
{
    // What is opened by itself can do nothing and load nothing, whatever it is.
    private const string Policy = "default-src 'none'; sandbox";

    // An address keeps its content for ever. In a private community it is asked each time whether it is still theirs.
    private const string Forever = "private, max-age=31536000, immutable";
    private const string EachTime = "private, no-cache";

    private const string Small = "small";

    public static void MapFileEndpoints(this IEndpointRouteBuilder app) => app
        .MapMethods(UploadFiles.Root + "{community}/{upload}/{name}", ["GET", "HEAD"], Serve)
        .ExcludeFromDescription();

    private static async Task<IResult> Serve(
        string community, string upload, HttpContext http, Caller caller, IViews views, IFiles files,
        CancellationToken ct, string? size = null)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen || !Keys.IsThread(upload)
            || await views.Upload(community, upload, place.Viewer, ct) is not { } view)
            return Show.No(http, UploadEndpoints.NoSuchUpload);
        var isSmall = size == Small && view.HasSmall;
        var name = StoredNames.Of(community, upload, view.Digest);
        if (await files.Open(isSmall ? StoredNames.SmallOf(name) : name, ct) is not { } content)
            return Show.No(http, UploadEndpoints.NoSuchUpload);

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = place.Community.Visibility == Visibility.Private ? EachTime : Forever;
        headers.ContentDisposition = Disposition(view);
        return Results.Stream(
            content, TypeOf(view, isSmall), lastModified: view.At,
            entityTag: new EntityTagHeaderValue($"\"{view.Digest[..32]}{(isSmall ? "s" : "")}\""),
            enableRangeProcessing: true);
    }

    private static string TypeOf(UploadView view, bool isSmall) =>
        isSmall ? "image/webp"
        : view.Type.StartsWith("text/", StringComparison.Ordinal) ? view.Type + "; charset=utf-8"
        : view.Type;

    // Only what was made here opens in the browser; everything else is given as a file.
    private static string Disposition(UploadView view)
    {
        var said = new ContentDispositionHeaderValue(UploadFiles.IsPicture(view.Type) ? "inline" : "attachment");
        said.SetHttpFileName(view.Name);
        return said.ToString();
    }
}
