using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Contests as people see them, take part in them, and hold them.</summary>
internal static class ContestPages
{
    public static void MapContestPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/contests", List);
        pages.MapGet("/c/{community}/studio/contests", Studio);
        pages.MapPost("/c/{community}/studio/contests", Open);
        var contest = pages.MapGroup("/c/{community}/contests/{contest}");
        contest.MapGet("", Read);
        contest.MapPost("/enter", Enter);
        contest.MapPost("/{action}", Change);
    }

    private static async Task<IResult> List(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<ContestsPage>(reader, new()
        {
            [nameof(ContestsPage.Community)] = view,
            [nameof(ContestsPage.Place)] = place,
            [nameof(ContestsPage.Contests)] = await views.Contests(community, place.Viewer, ct),
        });
    }

    private static Task<IResult> Studio(string community, HttpContext http, IViews views, CancellationToken ct) =>
        ShowStudio(community, Reader.Of(http), http, views, null, ct);

    private static async Task<IResult> ShowStudio(
        string community, Reader reader, HttpContext http, IViews views, ContestDraft? draft, CancellationToken ct)
    {
        var (entry, no) = await StudioEntry.Of(community, Role.Manager, reader, http, views, ct);
        if (entry is null) return no!;
        return Show.Page<ContestStudioPage>(reader, new()
        {
            [nameof(ContestStudioPage.Community)] = entry.View,
            [nameof(ContestStudioPage.Place)] = entry.Place,
            [nameof(ContestStudioPage.Contests)] = await views.Contests(community, entry.Place.Viewer, ct),
            [nameof(ContestStudioPage.Draft)] =
                draft ?? ContestDraft.New(reader.Texts, entry.Place.Community.Zone, reader.Now),
        });
    }

    private static async Task<IResult> Open(
        string community, IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var draft = ContestDraft.Of(form);
        var (open, wrinkle, no) = draft.Read(place.Community.Zone);
        if ((open is null ? no : await ContestEndpoints.FaultOf(place, open, actors, ct)) is { } fault)
            return await ShowStudio(community, Reader.Of(http, fault), http, views, draft, ct);
        var once = form[Asking.KeyField].ToString();
        var contest = await ask.NewContest(community, once, ct);
        var answer = await ask.Ask(Keys.OfContest(community, contest), open!, once, ct);
        return answer.Refusal is { } refused
            ? await ShowStudio(community, Reader.Of(http, refused), http, views, draft, ct)
            : Show.Done(
                $"/c/{community}/contests/{contest}", ask.PositionOf(answer),
                Notices.Of(wrinkle, Notices.ContestOpened));
    }

    private static Task<IResult> Read(
        string community, string contest, HttpContext http, IViews views, CancellationToken ct) =>
        ShowContest(community, contest, Reader.Of(http), http, views, ct);

    private static async Task<IResult> ShowContest(
        string community, string contest, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        var (place, found) = await FoundContest.Of(reader.Caller, community, contest, views, ct);
        if (found is null || await views.Community(community, place.Viewer, ct) is not { } view)
            return Show.No(http, place.IsSeen ? Contest.Missing : Refusals.NoSuchCommunity);
        return Show.Page<ContestPage>(reader, new()
        {
            [nameof(ContestPage.Community)] = view,
            [nameof(ContestPage.Place)] = place,
            [nameof(ContestPage.Page)] = found.Page,
            [nameof(ContestPage.Rules)] = await RulesOf(community, contest, place, views, ct),
        });
    }

    // The first post of its thread, without the line by which that leads here; nothing where a moderator removed it.
    private static async ValueTask<string> RulesOf(
        string community, string contest, Place place, IViews views, CancellationToken ct)
    {
        var text = (await views.Thread(community, contest, 1, place.Viewer, ct))?.Posts
            .FirstOrDefault(post => post is { Number: 1, Removal: Removal.None })?.Text ?? "";
        var end = text.LastIndexOf("\n\n→ [", StringComparison.Ordinal);
        return end > 0 && text.EndsWith($"(/c/{community}/contests/{contest})", StringComparison.Ordinal)
            ? text[..end] : text;
    }

    // A text is posted first and is an entry then; where that fails, the post stands and can be made one below.
    private static async Task<IResult> Enter(
        string community, string contest, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var (place, found) = await FoundContest.Of(ask.Caller, community, contest, views, ct);
        if (found is null) return Show.No(http, place.IsSeen ? Contest.Missing : Refusals.NoSuchCommunity);
        var number = Typed.Number(form["post"]) ?? 0;
        if (!form.ContainsKey("post"))
        {
            var posted = await ask.Ask(
                Keys.OfThread(community, contest), new ThreadCommand.Reply(form["text"].ToString()),
                form[Asking.KeyField] + "/post", ct);
            if (posted.Refusal is { } not)
                return await ShowContest(community, contest, Reader.Of(http, not), http, views, ct);
            if (posted.First<ThreadEvent.Replied>() is { IsHeld: true })
                return Show.Done($"/c/{community}/contests/{contest}", ask.PositionOf(posted), Notices.EntryHeld);
            number = posted.First<ThreadEvent.Replied>()?.Number ?? 0;
        }
        else if (place.Standing.Is(Role.Member) && found.FaultOf(number) is { } fault)
            return await ShowContest(community, contest, Reader.Of(http, fault), http, views, ct);

        var answer = await ask.Ask(
            Keys.OfContest(community, contest), new ContestCommand.Enter(number), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowContest(community, contest, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/contests/{contest}#e{number}", ask.PositionOf(answer), Notices.Entered);
    }

    private static async Task<IResult> Change(
        string community, string contest, string action, IFormCollection form, HttpContext http, Asking ask,
        IViews views, IActors actors, CancellationToken ct)
    {
        var (place, found) = await FoundContest.Of(ask.Caller, community, contest, views, ct);
        if (found is null) return Show.No(http, place.IsSeen ? Contest.Missing : Refusals.NoSuchCommunity);
        var (key, number) = (Keys.OfContest(community, contest), Typed.Number(form["number"]) ?? 0);
        var (times, wrinkle, malformed) = action != "times" ? default
            : ContestDraft.Times(form["entries-until"], form["voting-until"], place.Community.Zone);
        if (malformed is not null)
            return await ShowContest(community, contest, Reader.Of(http, malformed), http, views, ct);
        ContestCommand? command = action switch
        {
            "vote" => new ContestCommand.Vote(
                With(await actors.See<Contest>(key, ct), ask.Caller.Account, form, number)),
            "withdraw" => new ContestCommand.Withdraw(number),
            "times" => times,
            "finish" => new ContestCommand.Finish(),
            "cancel" => new ContestCommand.Cancel(form["reason"].ToString().Trim()),
            _ => null,
        };
        if (command is null) return Show.No(http, Contest.Missing);
        var answer = await ask.Ask(key, command, form[Asking.KeyField] + "/" + action, ct);
        return answer.Refusal is { } no
            ? await ShowContest(community, contest, Reader.Of(http, no), http, views, ct)
            : Show.Done(
                $"/c/{community}/contests/{contest}{(action == "vote" ? $"#e{number}" : "")}", ask.PositionOf(answer),
                action == "vote" ? Notices.Voted : Notices.Of(wrinkle, Notices.Saved));
    }

    // One entry more or less on one's ballot; the others stay.
    private static ImmutableArray<int> With(Contest contest, string? account, IFormCollection form, int number)
    {
        var before = account is null ? [] : contest.Ballots.GetValueOrDefault(account, []);
        return form.ContainsKey("off") ? before.Remove(number) : before.Contains(number) ? before : before.Add(number);
    }
}
