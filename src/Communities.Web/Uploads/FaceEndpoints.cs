using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The pictures by which members are known: a square of what they send, and nothing else of it.</summary>
internal static class FaceEndpoints
{
    public static void MapFaceEndpoints(this RouteGroupBuilder api)
    {
        var face = api.MapGroup("/communities/{community}/members/{member}/face").WithTags("Members");
        face.MapPut("", Set).WithName("SetFace").WithMetadata(UploadEndpoints.Limit)
            .WithSummary("Takes the picture that is the body as one's own face.");
        face.MapDelete("", Remove).WithName("RemoveFace")
            .WithSummary("Takes a face away, for initials; for oneself and moderators.");
    }

    public static void MapFacePages(this IEndpointRouteBuilder pages)
    {
        var profile = pages.MapGroup("/c/{community}/profile/face");
        profile.MapPost("", Send).WithMetadata(UploadEndpoints.Limit);
        profile.MapPost("/remove", Forget);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Set(
        string community, string member, Stream body, Asking ask, Intake intake, CancellationToken ct)
    {
        if (member != ask.Caller.Account)
        {
            var place = await ask.Caller.In(community, ct);
            return Problem.Of(place.IsSeen ? Refusals.OwnOnly : Refusals.NoSuchCommunity, ask.Caller);
        }

        return ask.Changed(await Portray(community, member, "face", body, ask, intake, null, ct));
    }

    private static Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new MemberCommand.Portray(null), ct);

    private static async Task<IResult> Send(
        string community, HttpContext http, Asking ask, Intake intake, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var form = SentForm.Of(http);
        if (await form.NextFile(ct) is not var (name, content)) return Back(community, account);
        var answer = await Portray(community, account, name, content, ask, intake, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/members/{account}", ask.PositionOf(answer), Notices.FaceSet);
    }

    private static async Task<IResult> Forget(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(
            Keys.OfMember(community, account), new MemberCommand.Portray(null), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/members/{account}", ask.PositionOf(answer), Notices.FaceRemoved);
    }

    private static IResult Back(string community, string account) => Show.Done($"/c/{community}/members/{account}");

    private static async Task<Answer> Portray(
        string community, string account, string name, Stream content, Asking ask, Intake intake, string? once,
        CancellationToken ct)
    {
        var received = await intake.Take(ask, community, name, content, isFace: true, once, ct);
        return received.Refusal is { } no
            ? new Answer(0, 0, [], no)
            : await ask.Ask(Keys.OfMember(community, account), new MemberCommand.Portray(received.Id), once, ct);
    }
}
