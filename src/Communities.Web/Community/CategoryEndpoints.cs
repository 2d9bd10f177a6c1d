using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>A category to be added.</summary>
internal sealed record CategoryBody(
    string Slug, string Name, string? Description = null, string? Parent = null, int Hue = 190);

/// <summary>What a category becomes; its short name stays.</summary>
internal sealed record CategoryChangeBody(
    string Name, string? Description = null, string? Parent = null, int Hue = 190);

/// <summary>The categories of a community, in two levels.</summary>
internal static class CategoryEndpoints
{
    public static void MapCategoryEndpoints(this RouteGroupBuilder api)
    {
        var categories = api.MapGroup("/communities/{community}/categories").WithTags("Communities");
        categories.MapGet("", List).WithName("ListCategories").WithMetadata(new CachedAttribute(Shows.Community))
            .WithSummary("Its categories, in the order in which they are shown.");
        categories.MapPost("", Add).WithName("AddCategory").WithSummary("Adds a category at the end; for managers.");
        categories.MapPut("/{category}", Change).WithName("ChangeCategory")
            .WithSummary("Changes a category; for managers.");
        categories.MapDelete("/{category}", Remove).WithName("RemoveCategory")
            .WithSummary("Removes a category; its threads stay, without one. For managers.");
    }

    private static async Task<Results<Ok<Page<CategoryView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        var view = place.IsSeen ? await views.Community(community, place.Viewer, ct) : null;
        return caller.Found(
            view is null ? null : new Page<CategoryView>(view.Categories, null), Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Add(
        string community, CategoryBody body, Asking ask, CancellationToken ct) => ask.Change(
            community, new AddCategory(new(body.Slug, body.Name, body.Description, body.Parent, body.Hue)), ct);

    private static Task<Results<Ok<Changed>, Problem>> Change(
        string community, string category, CategoryChangeBody body, Asking ask, CancellationToken ct) => ask.Change(
            community, new ChangeCategory(new(category, body.Name, body.Description, body.Parent, body.Hue)), ct);

    private static Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string category, Asking ask, CancellationToken ct) =>
        ask.Change(community, new RemoveCategory(category), ct);
}
