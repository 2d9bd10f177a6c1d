using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A trust level, and whether it stays whatever the member does.</summary>
internal sealed record TrustBody(int Level, bool IsLocked = false);

/// <summary>Trust levels: what they ask for, and what managers give.</summary>
internal static class TrustEndpoints
{
    public static void MapTrustEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Members");
        community.MapGet("/trust", Read).WithName("ReadTrust")
            .WithSummary("What the trust levels ask for, and how far one has come oneself.");
        community.MapPut("/members/{member}/trust", Set).WithName("SetTrust")
            .WithSummary("Gives a member this trust level; for managers.");
    }

    private static async Task<Results<Ok<TrustView>, Problem>> Read(
        string community, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? TrustView.Of(place, time.GetUtcNow()) : null, Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Set(
        string community, string member, TrustBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new MemberCommand.SetTrust(body.Level, body.IsLocked), ct);
}
