using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The studio's page of the domain: what the community is for, and threads that seem not to belong.</summary>
internal static class DomainPages
{
    public static void MapDomainPages(this IEndpointRouteBuilder pages)
    {
        var studio = pages.MapGroup("/c/{community}/studio/domain");
        studio.MapGet("", (
            string community, HttpContext http, IViews views, CancellationToken ct) =>
            Read(community, Reader.Of(http), http, views, null, false, ct));
        studio.MapPost("", Set);
        studio.MapPost("/threads", Sort);
    }

    private static async Task<IResult> Read(
        string community, Reader reader, HttpContext http, IViews views, Purpose? draft, bool isPreview,
        CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, reader, http, views, ct);
        return entry is null
            ? no!
            : Show.Page<DomainPage>(reader, new()
            {
                [nameof(DomainPage.Community)] = entry.View,
                [nameof(DomainPage.Place)] = entry.Place,
                [nameof(DomainPage.Draft)] = draft ?? entry.View.Purpose,
                [nameof(DomainPage.IsPreview)] = isPreview,
                [nameof(DomainPage.Domain)] = await views.OffTopic(community, reader.Now, entry.Place.Viewer, ct),
            });
    }

    private static async Task<IResult> Set(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var draft = PurposeDraft.Of(form);
        if (form["act"] == "preview") return await Read(community, Reader.Of(http), http, views, draft, true, ct);
        var answer = await ask.Ask(community, new CommunityCommand.SetPurpose(draft), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await Again(community, no, ask, http, views, draft, ct)
            : Show.Done($"/c/{community}/studio/domain", ask.PositionOf(answer), Notices.Saved);
    }

    // What was written stays; who is not signed in has written nothing that could.
    private static async Task<IResult> Again(
        string community, Refusal no, Asking ask, HttpContext http, IViews views, Purpose? draft,
        CancellationToken ct) => ask.Caller.IsSignedIn
            ? await Read(community, Reader.Of(http, no), http, views, draft, false, ct)
            : Show.No(http, no);

    // One form for each thread: to another category, or it belongs here, or that is open again.
    private static async Task<IResult> Sort(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var thread = form["thread"].ToString();
        var (place, key) = (await ask.Caller.In(community, ct), form[Asking.KeyField].ToString());
        if (!Keys.IsThread(thread)) return Show.No(http, ThreadEndpoints.NoSuchThread);
        var (answer, no) = form["act"].ToString() switch
        {
            "fits" => (await Ask(new ThreadCommand.DeemFitting()), (Refusal?)null),
            "open" => (await Ask(new ThreadCommand.DeemFitting(IsFitting: false)), null),
            "move" => await Move(),
            _ => (null, ThreadEndpoints.NoSuchThread),
        };
        return (no ?? answer?.Refusal) is { } refusal
            ? await Again(community, refusal, ask, http, views, null, ct)
            : Show.Done(
                $"/c/{community}/studio/domain", ask.PositionOf(answer!),
                form["act"].ToString() switch
                {
                    "fits" => Notices.Fitting,
                    "open" => Notices.FittingOpen,
                    _ => Notices.Saved,
                });

        ValueTask<Answer> Ask(ThreadCommand command) =>
            ask.Ask(Keys.OfThread(community, thread), command, $"{key}/{thread}", ct);

        async ValueTask<(Answer?, Refusal?)> Move()
        {
            if (await views.Thread(community, thread, 1, place.Viewer, ct) is not { } there)
                return (null, ThreadEndpoints.NoSuchThread);
            var category = form["category"].ToString() is { Length: > 0 } chosen ? chosen : null;
            var (tags, fault) = Labels.Of(place, category, [.. there.Tags], there.Tags);
            return fault is not null
                ? (null, fault)
                : (await Ask(new ThreadCommand.Organise(there.Title, category, tags)), null);
        }
    }
}
