using System.Collections.Immutable;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The categories in which a member keeps order.</summary>
/// <param name="Categories">Their slugs; none ends it.</param>
internal sealed record KeptBody(ImmutableArray<string> Categories);

/// <summary>Members who keep order in some categories: managers say who, and where.</summary>
internal static class CategoryKeepers
{
    public static void MapCategoryKeepers(this RouteGroupBuilder api) =>
        api.MapPut("/communities/{community}/members/{member}/categories", Set).WithTags("Members")
            .WithName("KeepCategories")
            .WithSummary("Lets a member keep order in these categories and those below them; for managers.");

    public static void MapCategoryKeeperPages(this IEndpointRouteBuilder pages) =>
        pages.MapPost("/c/{community}/members/{member}/categories", Save);

    private static async Task<Results<Ok<Changed>, Problem>> Set(
        string community, string member, KeptBody body, Asking ask, CancellationToken ct)
    {
        var (command, fault) = CommandOf(await ask.Caller.In(community, ct), body.Categories);
        return fault is not null ? Problem.Of(fault, ask.Caller)
            : await ask.Change(Keys.OfMember(community, member), command!, ct);
    }

    private static async Task<IResult> Save(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Show.No(http, Refusals.MembersOnly);
        var slugs = form["category"].OfType<string>().ToImmutableArray();
        var (command, fault) = CommandOf(await ask.Caller.In(community, ct), slugs);
        if (fault is not null) return Show.No(http, fault);
        var answer = await ask.Ask(Keys.OfMember(community, member), command!, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/members/{member}", ask.PositionOf(answer), Notices.Appointed);
    }

    // A member does not know which categories there are.
    private static (MemberCommand.Keep? Command, Refusal? Fault) CommandOf(
        Place place, ImmutableArray<string> slugs)
    {
        if (!place.IsSeen) return (null, Refusals.NoSuchCommunity);
        if (slugs.IsDefault) return (new([]), null);
        foreach (var slug in slugs)
            if (ThreadEndpoints.CategoryFault(place, slug) is { } fault && place.Standing.Is(Role.Manager))
                return (null, fault);
        return (new(slugs), null);
    }
}
