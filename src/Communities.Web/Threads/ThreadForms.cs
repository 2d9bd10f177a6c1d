using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>What people write in threads, and what moderators do to them: each form becomes one command.</summary>
internal static class ThreadForms
{
    private const string Act = "act";
    private const string Preview = "preview";

    public static void MapThreadForms(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/c/{community}/new", Open);
        var thread = pages.MapGroup("/c/{community}/threads/{thread}");
        thread.MapPost("/posts", Reply);
        thread.MapPost("/posts/{number:int}/edit", Edit);
        thread.MapPost("/edit", Organise);
        thread.MapPost("/react", React);
        thread.MapPost("/{action}", Change);
    }

    public static async Task<IResult> ShowNew(
        Reader reader, Place place, IViews views, ThreadDraft draft, ThreadView? thread, MarkupString? preview,
        CancellationToken ct, DraftView? saved = null, Nudge? nudge = null,
        IReadOnlyList<SimilarThread>? before = null)
    {
        if (await views.Community(place.Slug, place.Viewer, ct) is not { } community)
            return Results.NotFound();
        var isNew = thread is null && place.Standing.Is(Role.Member);
        if (isNew && draft.Follows is null && draft.Renews is null)
            saved ??= await DraftForms.Of(reader, views, place.Slug, Drafts.NewThread, ct);
        if (saved is not null && draft is { Title: "", Text: "" }) draft = ThreadDraft.Of(saved, draft);
        return Show.Page<NewThreadPage>(reader, new()
        {
            [nameof(NewThreadPage.Community)] = community,
            [nameof(NewThreadPage.Place)] = place,
            [nameof(NewThreadPage.Thread)] = thread,
            [nameof(NewThreadPage.Draft)] = draft,
            [nameof(NewThreadPage.Known)] = await views.Tags(place.Slug, place.Viewer, ct),
            [nameof(NewThreadPage.Preview)] = preview,
            [nameof(NewThreadPage.Saved)] = saved,
            [nameof(NewThreadPage.Nudge)] = nudge,
            [nameof(NewThreadPage.IsSimilarFirst)] = before is not null,
            // What it goes on from is not said to be alike.
            [nameof(NewThreadPage.Similar)] = before is not null ? before : isNew && draft.Title.Length > 0
                ? (await views.Similar(place.Slug, draft.Title, draft.Text, place.Viewer, ct))
                    .Where(one => one.Id != draft.Renews && one.Id != draft.Follows).ToList()
                : [],
        });
    }

    private static async Task<IResult> Open(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, TimeProvider time,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        var draft = ThreadDraft.Of(form);
        if (form[Act] == Preview)
            return await ShowNew(Reader.Of(http), place, views, draft, null, Markup.Html(draft.Text, community), ct);
        if (form[Act] == DraftForms.Keep)
        {
            var kept = await DraftForms.Save(ask, community, Drafts.NewThread, form, ct);
            return kept.Refusal is { } denied
                ? await ShowNew(Reader.Of(http, denied), place, views, draft, null, null, ct)
                : Show.Done($"/c/{community}/new", ask.PositionOf(kept), Notices.Draft);
        }

        var said = $"{draft.Title}\n\n{draft.Text}";
        if (await Nudging.Before(form, ask, views, community, null, said, time.GetUtcNow(), ct) is { } nudge)
            return await ShowNew(Reader.Of(http), place, views, draft, null, null, ct, nudge: nudge);

        if (await Duplicates(community, place, draft, form, views, ct) is { } before)
            return await ShowNew(Reader.Of(http), place, views, draft, null, null, ct, before: before);

        var once = form[Asking.KeyField].ToString();
        var id = await ask.NewThread(community, once, ct);
        var (tags, no) = Labels.Of(place, draft.Category, draft.TagList);
        (var poll, no) = no is not null ? (null, no) : await PollPages.Open(ask, community, form, ct);
        var answer = no is not null ? null : await ask.Ask(
            Keys.OfThread(community, id),
            new Open(draft.Title, draft.Text, draft.Category, tags, poll, draft.Follows, Renews: draft.Renews),
            once, ct);
        if ((no ?? answer?.Refusal) is { } refusal)
            return await ShowNew(Reader.Of(http, refusal), place, views, draft, null, null, ct);
        await FollowingUp.Opened(community, id, ask, http, ct);
        await Nudging.After(form, ask, community, null, said, ct);
        var position = ask.PositionOf(answer!);
        await DraftForms.Sent(ask, community, Drafts.NewThread, form, ct);
        return Show.Done($"/c/{community}/threads/{id}", position);
    }

    // Threads that may well be the same, where the form has not shown them yet: without script nothing shows them while
    // a title is written. Who posts again has seen them.
    private static async ValueTask<IReadOnlyList<SimilarThread>?> Duplicates(
        string community, Place place, ThreadDraft draft, IFormCollection form, IViews views, CancellationToken ct)
    {
        if (!place.Standing.Is(Role.Member) || draft.Title.Length == 0) return null;
        if (draft.Follows is not null || draft.Renews is not null) return null; // Alike because it goes on from one.
        var similar = await views.Similar(community, draft.Title, draft.Text, place.Viewer, ct);
        var seen = form[SimilarPart.Seen];
        return similar.Any(thread => thread.IsNear && !seen.Contains(thread.Id)) ? similar : null;
    }

    private static async Task<IResult> Organise(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (await FoundThread.In(http, views, community, thread, 1, ct) is not { } found)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        var draft = ThreadDraft.Of(form);
        var (tags, no) = Labels.Of(found.Place, draft.Category, draft.TagList, found.Thread.Tags);
        var answer = no is not null ? null : await ask.Ask(
            Keys.OfThread(community, thread), new Organise(draft.Title, draft.Category, tags),
            form[Asking.KeyField], ct);
        return (no ?? answer?.Refusal) is { } refusal
            ? await ShowNew(Reader.Of(http, refusal), found.Place, views, draft, found.Thread, null, ct)
            : Show.Done(found.Path, ask.PositionOf(answer!), Notices.Saved);
    }

    private static async Task<IResult> Reply(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, IViews views,
        TimeProvider time, CancellationToken ct)
    {
        var text = form["text"].ToString();
        var replyTo = Typed.Number(form["reply-to"]);
        var draft = Drafts.InThread(thread);
        if (form[Act] == DraftForms.Keep)
        {
            var kept = await DraftForms.Save(ask, community, draft, form, ct);
            return kept.Refusal is { } denied
                ? Show.No(http, denied)
                : Show.Done(DraftForms.BackTo(community, thread, form), ask.PositionOf(kept), Notices.Draft);
        }

        Refusal? no = null;
        var meanwhile = form[Act] == Preview
            ? default
            : await Meanwhile.Of(form, ask.Caller, views, community, thread, ct);
        var nudge = form[Act] == Preview || meanwhile.Count > 0
            ? null
            : await Nudging.Before(form, ask, views, community, thread, text, time.GetUtcNow(), ct);
        if (form[Act] != Preview && meanwhile.Count == 0 && nudge is null)
        {
            (var poll, no) = await PollPages.Open(ask, community, form, ct);
            var answer = no is not null ? null : await ask.Ask(
                Keys.OfThread(community, thread),
                new Reply(text, replyTo, poll, IsSummary: form.ContainsKey("summary")), form[Asking.KeyField], ct);
            if (answer?.First<ThreadEvent.Replied>() is { } replied)
            {
                await FollowingUp.Replied(community, thread, ask, http, ct);
                await Nudging.After(form, ask, community, thread, text, ct);
                var position = ask.PositionOf(answer);
                await DraftForms.Sent(ask, community, draft, form, ct);
                return Show.Done(
                    $"/c/{community}/threads/{thread}?page={ThreadPages.PageOf(replied.Number)}#p{replied.Number}",
                    position);
            }

            no ??= answer?.Refusal;
        }

        // What was written stays: on the thread's last page, where it was being written.
        var page = meanwhile.Count > 0 ? ThreadPages.PageOf(meanwhile.First)
            : replyTo is { } number ? ThreadPages.PageOf(number)
            : int.MaxValue;
        if (await FoundThread.In(http, views, community, thread, page, ct, Reader.Of(http, no)) is not { } found)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        return found.Show(
            found.Post(replyTo ?? 0), text, form[Act] == Preview ? Markup.Html(text, community) : null,
            await DraftForms.Of(found.Reader, views, community, draft, ct), meanwhile, nudge,
            form.ContainsKey("summary"));
    }

    private static async Task<IResult> Edit(
        string community, string thread, int number, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var (text, draft) = (form["text"].ToString(), Drafts.OfPost(thread, number));
        var path = $"/c/{community}/threads/{thread}";
        if (form[Act] == DraftForms.Keep)
        {
            var kept = await DraftForms.Save(ask, community, draft, form, ct);
            return kept.Refusal is { } denied
                ? Show.No(http, denied)
                : Show.Done($"{path}/posts/{number}/edit", ask.PositionOf(kept), Notices.Draft);
        }

        var answer = form[Act] == Preview ? null : await ask.Ask(
            Keys.OfThread(community, thread), new Edit(number, text), form[Asking.KeyField], ct);
        var page = ThreadPages.PageOf(number);
        if (answer is { Refusal: null })
        {
            var position = ask.PositionOf(answer);
            await DraftForms.Sent(ask, community, draft, form, ct);
            return Show.Done($"{path}?page={page}#p{number}", position);
        }

        return await FoundThread.In(
            http, views, community, thread, page, ct, Reader.Of(http, answer?.Refusal)) is { } found
            ? Show.Page<EditPostPage>(found.Reader, new()
            {
                [nameof(EditPostPage.Thread)] = found.Thread,
                [nameof(EditPostPage.Number)] = number,
                [nameof(EditPostPage.Draft)] = text,
                [nameof(EditPostPage.Saved)] = await DraftForms.Of(found.Reader, views, community, draft, ct),
                [nameof(EditPostPage.Preview)] = answer is null ? Markup.Html(text, community) : (MarkupString?)null,
            })
            : Show.No(http, ThreadEndpoints.NoSuchThread);
    }

    private static async Task<IResult> React(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        // The button says which reaction, to which post: "like.12".
        var isOn = form.ContainsKey("on");
        var (kind, number) = form[isOn ? "on" : "off"].ToString().Split('.') is [var which, var at]
            && Typed.Number(at) is { } post
                ? (which, post)
                : ("", 0);
        ThreadCommand command = isOn ? new React(number, kind) : new Unreact(number, kind);
        var answer = await ask.Ask(Keys.OfThread(community, thread), command, ct: ct);
        if (answer.Refusal is { } no) return Show.No(http, no);
        var path = $"/c/{community}/threads/{thread}";
        return Show.Done(
            IsByScript(http) ? $"{path}/posts/{number}/part" : $"{path}?page={ThreadPages.PageOf(number)}#p{number}",
            ask.PositionOf(answer));
    }

    private static async Task<IResult> Change(
        string community, string thread, string action, IFormCollection form, HttpContext http, Asking ask,
        CancellationToken ct)
    {
        if (CommandOf(action, form) is not { } command) return Show.No(http, ThreadEndpoints.NoSuchThread);
        var answer = await ask.Ask(Keys.OfThread(community, thread), command, form[Asking.KeyField] + "/" + action, ct);
        if (answer.Refusal is { } no) return Show.No(http, no);
        var done = command switch
        {
            ConfirmAnswer => Notices.AnswerHolds,
            DoubtAnswer => Notices.AnswerDoubted,
            _ => null,
        };
        if (form.TryGetValue("back", out var back)) return Show.Done(Show.Local(back), ask.PositionOf(answer), done);
        var number = NumberOf(form);
        return Show.Done(
            command is Remove { Number: 1 } && !(await ask.Caller.In(community, ct)).Standing.Is(Role.Moderator)
                ? $"/c/{community}"
                : $"/c/{community}/threads/{thread}"
                    + (number > 0 ? $"?page={ThreadPages.PageOf(number)}#p{number}" : ""),
            ask.PositionOf(answer), done);
    }

    private static ThreadCommand? CommandOf(string action, IFormCollection form) => action switch
    {
        "pin" => new Pin(Addresses.Time("until", form["until"])),
        "unlist" => new Unlist(Said(form["reason"])),
        "list" => new List(),
        "archive" => new Archive(Said(form["reason"])),
        "unarchive" => new Unarchive(),
        "unpin" => new Unpin(),
        "close" => new Close(Addresses.Time("until", form["until"]), Said(form["reason"])),
        "schedule-close" => new ScheduleClose(Addresses.Time("at", form["at"]) ?? default),
        "reopen" => new Reopen(),
        "slow" => new Slow(Typed.Number(form["seconds"]) ?? -1),
        "accept" => new Accept(NumberOf(form)),
        "unaccept" => new Unaccept(),
        "confirm-answer" => new ConfirmAnswer(NumberOf(form)),
        "doubt-answer" => new DoubtAnswer(NumberOf(form), Said(form["reason"])),
        "summarise" => new Summarise(NumberOf(form), form.ContainsKey("off")),
        "remove" => new Remove(NumberOf(form), Said(form["reason"])),
        "restore" => new Restore(NumberOf(form)),
        _ => null,
    };

    private static int NumberOf(IFormCollection form) => Typed.Number(form["number"]) ?? 0;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsByScript(HttpContext http) => http.Request.Headers.ContainsKey("X-Part");
}
