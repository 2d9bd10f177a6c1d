using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.KnowledgeCommand;

namespace Communities.Web;

/// <summary>Knowledge pages as people read, compare and write them.</summary>
internal static class KnowledgePages
{
    // The value of a button: this, the thread's id, a dot and the post's number.
    private const string Take = "take:";

    public static void MapKnowledgePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/knowledge", List);
        var one = pages.MapGroup("/c/{community}/knowledge/{category}");
        one.MapGet("", Read);
        one.MapGet("/history", History);
        one.MapGet("/edit", Edit);
        one.MapPost("/edit", Write);
        one.MapPost("/restore", Restore);
        one.MapPost("/{action}", Change);
    }

    private static async Task<IResult> List(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return await reader.Caller.Enter(community, views, ct) is (var place, var view)
            ? Show.Page<KnowledgeListPage>(reader, new()
            {
                [nameof(KnowledgeListPage.Community)] = view,
                [nameof(KnowledgeListPage.Place)] = place,
                [nameof(KnowledgeListPage.Pages)] = await views.KnowledgePages(community, place.Viewer, ct),
            })
            : Show.No(http, Refusals.NoSuchCommunity);
    }

    private static async Task<IResult> Read(
        string community, string category, HttpContext http, IViews views, CancellationToken ct)
    {
        var (found, no) = await FoundKnowledge.In(Reader.Of(http), http, community, category, views, ct);
        return found is null
            ? no!
            : Show.Page<KnowledgePage>(found.Reader, found.Parameters());
    }

    private static async Task<IResult> History(
        string community, string category, int? revision, int? against, HttpContext http, IViews views,
        CancellationToken ct)
    {
        var (found, no) = await FoundKnowledge.In(Reader.Of(http), http, community, category, views, ct);
        if (found is null) return no!;
        var text = await TextOf(revision);
        var before = await TextOf(against);
        if ((revision is not null && text is null) || (against is not null && before is null))
            return Show.No(http, Knowledge.NoSuchRevision);
        return Show.Page<KnowledgeHistoryPage>(found.Reader, new(found.Parameters())
        {
            [nameof(KnowledgeHistoryPage.Revisions)] =
                await views.KnowledgeRevisions(community, category, found.Place.Viewer, ct),
            [nameof(KnowledgeHistoryPage.Shown)] = revision,
            [nameof(KnowledgeHistoryPage.Text)] = text,
            [nameof(KnowledgeHistoryPage.Against)] = against,
            [nameof(KnowledgeHistoryPage.Before)] = before,
        });

        async ValueTask<string?> TextOf(int? number) => number is null ? null
            : await views.KnowledgeText(community, category, number.Value, found.Place.Viewer, ct);
    }

    private static async Task<IResult> Edit(
        string community, string category, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn
            ? await ShowEditor(community, category, reader, null, null, http, views, ct)
            : Show.SignIn(reader);
    }

    private static async Task<IResult> Write(
        string community, string category, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var draft = KnowledgeDraft.Of(form);
        var act = form["act"].ToString();
        if (act.StartsWith(Take, StringComparison.Ordinal))
            return await ShowEditor(community, category, Reader.Of(http), draft, act[Take.Length..], http, views, ct);
        if (act == "preview")
            return await ShowEditor(
                community, category, Reader.Of(http), draft with { IsPreview = true }, null, http, views, ct);
        var (found, no) = await FoundKnowledge.In(Reader.Of(http), http, community, category, views, ct);
        if (found is null) return no!;
        var answer = await ask.Ask(
            Keys.OfKnowledge(community, category), new Revise(draft.On, draft.Text, draft.Summary),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } refused
            ? await ShowEditor(community, category, Reader.Of(http, refused), draft, null, http, views, ct)
            : Show.Done(KnowledgePaths.Of(community, category), ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> ShowEditor(
        string community, string category, Reader reader, KnowledgeDraft? draft, string? taken, HttpContext http,
        IViews views, CancellationToken ct)
    {
        var (found, no) = await FoundKnowledge.In(reader, http, community, category, views, ct);
        if (found is null) return no!;
        if (!found.MayWrite)
            return Show.No(http, !found.Place.Standing.Is(Role.Member) ? Refusals.MembersOnly
                : Refusals.Of(found.Place.Standing.Bar)
                    ?? (found.View.IsLocked ? Knowledge.Locked : Refusals.TrustNeeded));
        var untaken = await views.Untaken(community, category, found.Place.Viewer, ct);
        draft ??= KnowledgeDraft.Of(found.View);
        if (taken is not null && untaken.Answers.FirstOrDefault(answer => $"{answer.Thread}.{answer.Number}" == taken)
            is { } answer)
            draft = draft with
            {
                Text = KnowledgeTaking.Add(draft.Text, answer, community, Texts.Of(found.Community.Language)),
                HasTaken = true,
            };
        return Show.Page<KnowledgeEditPage>(reader, new(found.Parameters())
        {
            [nameof(KnowledgeEditPage.Draft)] = draft,
            [nameof(KnowledgeEditPage.Untaken)] = untaken,
        });
    }

    private static async Task<IResult> Restore(
        string community, string category, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var (found, no) = await FoundKnowledge.In(Reader.Of(http), http, community, category, views, ct);
        if (found is null) return no!;
        var number = NumberOf(form);
        if (await views.KnowledgeText(community, category, number, found.Place.Viewer, ct) is not { } text)
            return Show.No(http, Knowledge.NoSuchRevision);
        var answer = await ask.Ask(
            Keys.OfKnowledge(community, category),
            new Revise(found.View.Revision, text, Texts.Of(found.Community.Language).RestoredRevision(number)),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } refused
            ? Show.No(http, refused)
            : Show.Done(KnowledgePaths.Of(community, category), ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> Change(
        string community, string category, string action, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct)
    {
        KnowledgeCommand? command = action switch
        {
            "lock" => new KnowledgeCommand.Lock(),
            "unlock" => new Unlock(),
            "hide" => new Hide(NumberOf(form)),
            "show" => new KnowledgeCommand.Show(NumberOf(form)),
            _ => null,
        };
        var (found, no) = await FoundKnowledge.In(Reader.Of(http), http, community, category, views, ct);
        if (found is null) return no!;
        if (command is null) return Show.No(http, Knowledge.Missing);
        var answer = await ask.Ask(
            Keys.OfKnowledge(community, category), command, $"{form[Asking.KeyField]}/{action}", ct);
        var path = KnowledgePaths.Of(community, category);
        return answer.Refusal is { } refused
            ? Show.No(http, refused)
            : Show.Done(
                action is "hide" or "show" ? $"{path}/history" : path, ask.PositionOf(answer), Notices.Saved);
    }

    private static int NumberOf(IFormCollection form) => Typed.Number(form["revision"]) ?? 0;
}
