using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Trust levels in words, and what managers give.</summary>
internal static class TrustPages
{
    public static void MapTrustPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/trust", Read);
        pages.MapPost("/c/{community}/members/{member}/trust", Set);
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<TrustPage>(reader, new()
        {
            [nameof(TrustPage.Community)] = view,
            [nameof(TrustPage.Place)] = place,
            [nameof(TrustPage.Trusted)] = TrustView.Of(place, reader.Now),
        });
    }

    private static async Task<IResult> Set(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Results.NotFound();
        var level = Typed.Number(form["level"]) ?? -1;
        var answer = await ask.Ask(
            Keys.OfMember(community, member), new MemberCommand.SetTrust(level, form["locked"] == "true"),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/members/{member}", ask.PositionOf(answer), Notices.Saved);
    }
}
