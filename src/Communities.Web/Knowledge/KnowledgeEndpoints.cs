using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A revision of a knowledge page.</summary>
/// <param name="On">The revision gone on from; 0 for a page that is not written yet.</param>
/// <param name="Text">The whole page, in Markdown.</param>
/// <param name="Summary">What was changed.</param>
internal sealed record KnowledgeBody(int On, string Text, string? Summary = null);

/// <summary>Knowledge pages of categories.</summary>
internal static class KnowledgeEndpoints
{
    public static void MapKnowledgeEndpoints(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/communities/{community}/knowledge").WithTags("Knowledge");
        all.MapGet("", List).WithName("ListKnowledge").WithSummary("The knowledge pages of its categories.");
        all.MapGet("/search", Find).WithName("SearchKnowledge")
            .WithSummary("Knowledge pages that hold all the words of ?q=, the most fitting first.");

        var one = all.MapGroup("/{category}");
        one.MapGet("", Read).WithName("ReadKnowledge").WithSummary("A category's page, and what it is made from.");
        one.MapPut("", Revise).WithName("ReviseKnowledge")
            .WithSummary("Writes a revision; for who has been there for a while (trust level 2).");
        one.MapGet("/revisions", Revisions).WithName("ListKnowledgeRevisions").WithSummary("Its revisions.");
        one.MapGet("/revisions/{revision:int}", Revision).WithName("ReadKnowledgeRevision")
            .WithSummary("What a revision said.");
        one.MapGet("/untaken", Untaken).WithName("ListUntakenAnswers")
            .WithSummary("Accepted answers of the category that no knowledge page links to.");
        one.MapPost("/lock", (string community, string category, Asking ask, IViews views, CancellationToken ct) =>
            Change(community, category, new KnowledgeCommand.Lock(), ask, views, ct)).WithName("LockKnowledge")
            .WithSummary("From now on only who keeps order there changes it.");
        one.MapPost("/unlock", (string community, string category, Asking ask, IViews views, CancellationToken ct) =>
            Change(community, category, new KnowledgeCommand.Unlock(), ask, views, ct)).WithName("UnlockKnowledge")
            .WithSummary("Takes that back.");
        one.MapPost("/revisions/{revision:int}/hide", (string community, string category, int revision, Asking ask,
            IViews views, CancellationToken ct) => Change(
                community, category, new KnowledgeCommand.Hide(revision), ask, views, ct))
            .WithName("HideKnowledgeRevision").WithSummary("Keeps an earlier revision from readers; for moderators.");
        one.MapPost("/revisions/{revision:int}/show", (string community, string category, int revision, Asking ask,
            IViews views, CancellationToken ct) => Change(
                community, category, new KnowledgeCommand.Show(revision), ask, views, ct))
            .WithName("ShowKnowledgeRevision").WithSummary("Takes that back.");
    }

    private static async Task<Results<Ok<Page<KnowledgeRow>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? new Page<KnowledgeRow>(await views.KnowledgePages(community, place.Viewer, ct), null) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Page<KnowledgeHit>>, Problem>> Find(
        string community, string? q, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? new Page<KnowledgeHit>(await views.FindKnowledge([community], q ?? "", ct), null) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<KnowledgeView>, Problem>> Read(
        string community, string category, Caller caller, IViews views, CancellationToken ct)
    {
        var (view, no) = await Found(community, category, caller, views, ct);
        return no is not null ? no : TypedResults.Ok(view!);
    }

    private static async Task<Results<Ok<Page<KnowledgeRevisionView>>, Problem>> Revisions(
        string community, string category, Caller caller, IViews views, CancellationToken ct)
    {
        var (_, no) = await Found(community, category, caller, views, ct);
        var viewer = (await caller.In(community, ct)).Viewer;
        return no is not null ? no : TypedResults.Ok(new Page<KnowledgeRevisionView>(
            await views.KnowledgeRevisions(community, category, viewer, ct), null));
    }

    private static async Task<Results<Ok<TextBody>, Problem>> Revision(
        string community, string category, int revision, Caller caller, IViews views, CancellationToken ct)
    {
        var (_, no) = await Found(community, category, caller, views, ct);
        if (no is not null) return no;
        var viewer = (await caller.In(community, ct)).Viewer;
        return caller.Found(
            await views.KnowledgeText(community, category, revision, viewer, ct) is { } text
                ? new TextBody(text) : null,
            Knowledge.NoSuchRevision);
    }

    private static async Task<Results<Ok<UntakenAnswers>, Problem>> Untaken(
        string community, string category, Caller caller, IViews views, CancellationToken ct)
    {
        var (_, no) = await Found(community, category, caller, views, ct);
        var viewer = (await caller.In(community, ct)).Viewer;
        return no is not null ? no : TypedResults.Ok(await views.Untaken(community, category, viewer, ct));
    }

    private static Task<Results<Ok<Changed>, Problem>> Revise(
        string community, string category, KnowledgeBody body, Asking ask, IViews views, CancellationToken ct) =>
        Change(
            community, category, new KnowledgeCommand.Revise(body.On, body.Text, body.Summary), ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, string category, KnowledgeCommand command, Asking ask, IViews views, CancellationToken ct)
    {
        var (_, no) = await Found(community, category, ask.Caller, views, ct);
        return no is not null ? no : await ask.Change(Keys.OfKnowledge(community, category), command, ct);
    }

    // Which categories there are, only the community knows, and its views.
    private static async ValueTask<(KnowledgeView? View, Problem? No)> Found(
        string community, string category, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return (null, Problem.Of(Refusals.NoSuchCommunity, caller));
        return await views.Knowledge(community, category, place.Viewer, ct) is { } view
            ? (view, null)
            : (null, Problem.Of(Refusals.NoSuchCategory, caller));
    }
}
