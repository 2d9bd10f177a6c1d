using System.Collections.Immutable;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>The short names of all categories, in the order in which they are shown.</summary>
internal sealed record OrderBody(ImmutableArray<string> Categories);

/// <summary>A group of tags; its short name stays.</summary>
internal sealed record TagGroupBody(
    string Name, ImmutableArray<string> Tags, bool IsSingle = false, bool IsReserved = false);

/// <summary>The tag that another one means.</summary>
internal sealed record SynonymBody(string Meaning);

/// <summary>A tag that means another one.</summary>
internal sealed record Synonym(string Tag, string Meaning);

/// <summary>The order of categories, groups of tags, and tags that mean the same.</summary>
internal static class LabelEndpoints
{
    public static void MapLabelEndpoints(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/communities/{community}").WithTags("Communities");
        one.MapPut("/categories/order", Order).WithName("OrderCategories")
            .WithSummary("Shows the categories in this order; for managers.");
        one.MapGet("/tag-groups", ListGroups).WithName("ListTagGroups").WithSummary("Its groups of tags.");
        one.MapPut("/tag-groups/{tagGroup}", SetGroup).WithName("SetTagGroup")
            .WithSummary("Makes or changes a group of tags; for managers.");
        one.MapDelete("/tag-groups/{tagGroup}", RemoveGroup).WithName("RemoveTagGroup")
            .WithSummary("Removes a group; its tags stay. For managers.");
        one.MapGet("/tag-synonyms", ListSynonyms).WithName("ListSynonyms")
            .WithSummary("The tags that mean another one.");
        one.MapPut("/tag-synonyms/{tag}", AddSynonym).WithName("AddSynonym")
            .WithSummary("Says that a tag means another one, which takes its place everywhere; for managers.");
        one.MapDelete("/tag-synonyms/{tag}", RemoveSynonym).WithName("RemoveSynonym")
            .WithSummary("Says that a tag means itself again; for managers.");
    }

    private static Task<Results<Ok<Changed>, Problem>> Order(
        string community, OrderBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new OrderCategories(body.Categories), ct);

    private static async Task<Results<Ok<Page<TagGroup>>, Problem>> ListGroups(
        string community, Caller caller, CancellationToken ct) =>
        await caller.In(community, ct) is { IsSeen: true } place
            ? TypedResults.Ok(new Page<TagGroup>(place.Community.TagGroups, null))
            : Problem.Of(Refusals.NoSuchCommunity, caller);

    private static Task<Results<Ok<Changed>, Problem>> SetGroup(
        string community, string tagGroup, TagGroupBody body, Asking ask, CancellationToken ct) => ask.Change(
            community, new SetTagGroup(new(tagGroup, body.Name, body.Tags, body.IsSingle, body.IsReserved)), ct);

    private static Task<Results<Ok<Changed>, Problem>> RemoveGroup(
        string community, string tagGroup, Asking ask, CancellationToken ct) =>
        ask.Change(community, new RemoveTagGroup(tagGroup), ct);

    private static async Task<Results<Ok<Page<Synonym>>, Problem>> ListSynonyms(
        string community, Caller caller, CancellationToken ct) =>
        await caller.In(community, ct) is { IsSeen: true } place
            ? TypedResults.Ok(new Page<Synonym>(
                [.. place.Community.Synonyms.Select(pair => new Synonym(pair.Key, pair.Value))], null))
            : Problem.Of(Refusals.NoSuchCommunity, caller);

    private static Task<Results<Ok<Changed>, Problem>> AddSynonym(
        string community, string tag, SynonymBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new AddSynonym(tag, body.Meaning), ct);

    private static Task<Results<Ok<Changed>, Problem>> RemoveSynonym(
        string community, string tag, Asking ask, CancellationToken ct) =>
        ask.Change(community, new RemoveSynonym(tag), ct);
}
