using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>
/// What has been written so far, and from which revision it goes on (<c>base</c>; none or 0: from none).
/// </summary>
internal sealed record DraftBody(
    string Text, string? Title = null, string? Category = null, string? Tags = null, int? ReplyTo = null,
    int? Base = null);

/// <summary>The draft that was saved.</summary>
/// <param name="Revision">Its revision, to be named by the next save; 0 where it is gone, since it was empty.</param>
/// <param name="Besides">Another device had written there meanwhile: its text is kept beside this one.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record SavedDraft(int Revision, bool Besides, long Version);

/// <summary>What an account has begun to write in a community, and threads about the same as one to be.</summary>
internal static class DraftEndpoints
{
    private static readonly Refusal NoSuchDraft = new("draft.missing", "There is no such draft.");

    private static readonly Refusal SignInFirst = new("session.needed", "Please sign in first.");

    public static void MapDraftEndpoints(this RouteGroupBuilder api)
    {
        var drafts = api.MapGroup("/communities/{community}/drafts").WithTags("Writing");
        drafts.MapGet("", List).WithName("ListDrafts").WithSummary("What you have begun to write here, latest first.");
        drafts.MapGet("/{place}", Read).WithName("ReadDraft")
            .WithSummary("What you have begun to write at a place: new, thread:ID, edit:ID:NUMBER, conversation:ID.");
        drafts.MapPut("/{place}", Save).WithName("SaveDraft")
            .WithSummary("Keeps what you have written so far; an empty one goes. For members.");
        drafts.MapDelete("/{place}", Discard).WithName("DiscardDraft")
            .WithSummary("Lets go of a draft; with a revision, only where it is still that one.");
        drafts.MapDelete("/{place}/other", Settle).WithName("SettleDraft")
            .WithSummary("Lets go of what another device had written at the same place.");
        api.MapGet("/communities/{community}/similar", Similar).WithTags("Writing").WithName("ListSimilarThreads")
            .WithSummary("Threads about the same as this title, and perhaps text, five at most; answered ones first.");
    }

    private static async Task<Results<Ok<Page<DraftView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct) =>
        caller.Account is not { } account ? Problem.Of(SignInFirst, caller)
        : caller.Found(
            (await caller.In(community, ct)).IsSeen
                ? new Page<DraftView>(await views.Drafts(account, community, ct), null)
                : null,
            Refusals.NoSuchCommunity);

    private static async Task<Results<Ok<DraftView>, Problem>> Read(
        string community, string place, Caller caller, IViews views, CancellationToken ct)
    {
        if (caller.Account is not { } account) return Problem.Of(SignInFirst, caller);
        var isSeen = (await caller.In(community, ct)).IsSeen;
        return caller.Found(
            isSeen ? await views.Draft(community, account, place, ct) : null,
            isSeen ? NoSuchDraft : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<SavedDraft>, Problem>> Save(
        string community, string place, DraftBody body, Asking ask, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Problem.Of(SignInFirst, ask.Caller);
        var answer = await ask.Ask(
            Keys.OfMember(community, account),
            new DraftsCommand.Save(
                place, body.Text, body.Title, body.Category, body.Tags, body.ReplyTo, body.Base), ct: ct);
        if (answer.Refusal is { } no) return Problem.Of(no, ask.Caller);
        var saved = answer.First<DraftsEvent.Saved>();
        return TypedResults.Ok(
            new SavedDraft(saved?.Revision ?? 0, saved?.Besides ?? false, ask.PositionOf(answer)));
    }

    private static Task<Results<Ok<Changed>, Problem>> Discard(
        string community, string place, Asking ask, CancellationToken ct, int? revision = null) =>
        Change(community, new DraftsCommand.Discard(place, revision), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> Settle(
        string community, string place, Asking ask, CancellationToken ct) =>
        Change(community, new DraftsCommand.Settle(place), ask, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, DraftsCommand command, Asking ask, CancellationToken ct) =>
        ask.Caller.Account is { } account
            ? await ask.Change(Keys.OfMember(community, account), command, ct)
            : Problem.Of(SignInFirst, ask.Caller);

    private static async Task<Results<Ok<Page<SimilarThread>>, Problem>> Similar(
        string community, string title, Caller caller, IViews views, CancellationToken ct, string? text = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen
                ? new Page<SimilarThread>(await views.Similar(community, title, text, place.Viewer, ct), null)
                : null,
            Refusals.NoSuchCommunity);
    }
}
