using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>One's own files: sent, looked at and taken away. What a text box sends comes here too.</summary>
internal static class UploadPages
{
    // A script asks with it for what shows the file, and not for a page.
    private const string PartHeader = "X-Part";

    public static void MapUploadPages(this IEndpointRouteBuilder pages)
    {
        var files = pages.MapGroup("/c/{community}/files");
        files.MapGet("", List);
        files.MapPost("", Send).WithMetadata(UploadEndpoints.Limit);
        files.MapPost("/remove", Remove);
    }

    private static Task<IResult> List(
        string community, HttpContext http, IViews views, IActors actors, CancellationToken ct, string? cursor = null,
        string? account = null) =>
        ShowList(community, Reader.Of(http), http, views, actors, account, cursor, ct);

    private static async Task<IResult> ShowList(
        string community, Reader reader, HttpContext http, IViews views, IActors actors, string? account,
        string? cursor, CancellationToken ct)
    {
        if (reader.Caller.Account is not { } own) return Show.SignIn(reader);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Member)) return Show.No(http, Refusals.MembersOnly);
        var whose = place.Standing.Is(Role.Moderator) ? account ?? own : own;
        return Show.Page<FilesPage>(reader, new()
        {
            [nameof(FilesPage.Community)] = view,
            [nameof(FilesPage.Account)] = whose,
            [nameof(FilesPage.Uploads)] = await views.Uploads(community, whose, cursor, place.Viewer, ct),
            [nameof(FilesPage.Left)] = (await actors.See<Allowance>(Keys.OfMember(community, own), ct))
                .LeftAt(reader.Now, place.Standing),
        });
    }

    private static async Task<IResult> Send(
        string community, HttpContext http, Asking ask, Intake intake, IViews views, IActors actors,
        CancellationToken ct)
    {
        var isPart = http.Request.Headers.ContainsKey(PartHeader);
        if (ask.Caller.Account is null)
            return isPart ? Said(http, Refusals.MembersOnly) : Show.SignIn(Reader.Of(http));
        var form = SentForm.Of(http);
        var (position, count) = (0L, 0);
        while (await form.NextFile(ct) is var (name, content))
        {
            var once = form[Asking.KeyField] is { Length: > 0 } key ? $"{key}-{count++}" : null;
            var received = await intake.Take(ask, community, name, content, once: once, ct: ct);
            if (received.Refusal is { } no)
                return isPart
                    ? Said(http, no)
                    : await ShowList(community, Reader.Of(http, no), http, views, actors, null, null, ct);
            if (isPart) return Results.Text(SentFile.Of(community, received).Markdown);
            position = received.Position;
        }

        return Show.Done($"/c/{community}/files", position, position > 0 ? Notices.FilesSent : null);
    }

    private static async Task<IResult> Remove(
        string community, IFormCollection form, HttpContext http, Asking ask, Intake intake, IViews views,
        IActors actors, CancellationToken ct)
    {
        if (ask.Caller.Account is null) return Show.SignIn(Reader.Of(http));
        var upload = form["id"].ToString();
        if (!Keys.IsThread(upload)) return Show.No(http, UploadEndpoints.NoSuchUpload);
        var answer = await UploadEndpoints.TakeAway(
            community, upload, null, ask, actors, intake, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowList(community, Reader.Of(http, no), http, views, actors, null, null, ct)
            : Show.Done($"/c/{community}/files", ask.PositionOf(answer), Notices.FileRemoved);
    }

    // In the reader's language, for it is shown beside the text box.
    private static IResult Said(HttpContext http, Refusal refusal) => Results.Text(
        Reader.Of(http).Texts.Refused(refusal),
        statusCode: Problem.StatusOf(refusal, Caller.Of(http).IsSignedIn));
}
