using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.CaseCommand;

namespace Communities.Web;

/// <summary>A case as moderators see it, and what they do with it: each form becomes one command.</summary>
internal static class CasePages
{
    // As many as one looks over beside a case.
    private const int NextMost = 12;

    public static void MapCasePages(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup("/c/{community}/moderation/cases/{case}");
        one.MapGet("", (
            string community, string @case, HttpContext http, IViews views, IActors actors, CancellationToken ct) =>
            Show(community, @case, Reader.Of(http), http, views, actors, null, null, ct));
        one.MapGet("/state", ReadState);
        one.MapPost("/decide", Decide);
        one.MapPost("/{action}", Change);
    }

    private static async Task<IResult> Show(
        string community, string id, Reader reader, HttpContext http, IViews views, IActors actors, CaseDraft? draft,
        CasePreview? preview, CancellationToken ct)
    {
        if (await FoundCase.Of(reader.Caller, views, actors, community, id, ct) is not { } found)
            return await No(community, reader, http, ct);
        var asked = CaseAsked.Of(http, community);
        var strikes = found.State.ActiveStrikes(reader.Now);
        return Web.Show.Page<CasePage>(reader, new()
        {
            [nameof(CasePage.Found)] = found,
            [nameof(CasePage.Asked)] = asked,
            [nameof(CasePage.Next)] =
                (await views.Cases(asked.Query(reader.Caller.Account, NextMost), found.Place.Viewer, ct)).Items,
            [nameof(CasePage.Draft)] = draft ?? CaseDraft.Fresh(
                found.Settings, strikes, found.View?.Case.Reasons.FirstOrDefault(), found.View?.Case.Version),
            [nameof(CasePage.Preview)] = preview,
        });
    }

    // Who works on it and what has become of it, for a page that is open already.
    private static async Task<IResult> ReadState(
        string community, string @case, HttpContext http, IViews views, IActors actors, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return await FoundCase.Of(reader.Caller, views, actors, community, @case, ct) is { } found
            ? Web.Show.Page<CaseState>(reader, new()
            {
                [nameof(CaseState.Found)] = found,
                [nameof(CaseState.Asked)] = CaseAsked.Of(http, community),
            })
            : await No(community, reader, http, ct);
    }

    private static async Task<IResult> Decide(
        string community, string @case, IFormCollection form, HttpContext http, Asking ask, IViews views,
        IActors actors, CancellationToken ct)
    {
        if (await FoundCase.Of(ask.Caller, views, actors, community, @case, ct) is not { } found)
            return await No(community, Reader.Of(http), http, ct);
        var (draft, act) = (CaseDraft.Of(form), form["act"].ToString());
        if (act == "template") draft = draft.With(found.Settings, form["template"]);
        if (act is "template" or "preview")
        {
            var shown = act == "preview"
                ? await CasePreview.Of(found, draft, actors, Reader.Of(http).Now, ct)
                : null;
            return await Show(community, @case, Reader.Of(http), http, views, actors, draft, shown, ct);
        }

        var answer = await Ask(ask, found, draft, form[Asking.KeyField].ToString(), ct);
        if (answer.Refusal is { } no)
            return await Show(community, @case, Reader.Of(http, no), http, views, actors, draft, null, ct);
        var asked = CaseAsked.Of(http, community);
        return Web.Show.Done(
            act == "next" && await After(found, asked, ask, views, ct) is { } next ? asked.Of(next)
            : act == "next" ? asked.List
            : asked.Of(@case),
            ask.PositionOf(answer), Notices.CaseDecided);
    }

    /// <summary>Decides on a case, which is opened where there is none yet.</summary>
    public static async ValueTask<Answer> Ask(
        Asking ask, FoundCase found, CaseDraft draft, string once, CancellationToken ct)
    {
        if (found.View is null && found.Now is { } content)
        {
            var opened = await ask.Ask(found.Key, new Open(content), once + "/open", ct);
            if (opened.Refusal is not null) return opened;
            draft = draft with { Seen = null };
        }

        return await ask.Ask(
            found.Key, draft.Command(found.Settings, found.Author?.Role ?? Role.None, found.IsAlone), once, ct);
    }

    // The one that follows it in the list, or the first one left.
    private static async ValueTask<string?> After(
        FoundCase found, CaseAsked asked, Asking ask, IViews views, CancellationToken ct)
    {
        var list = (await views.Cases(asked.Query(ask.Caller.Account, NextMost), found.Place.Viewer, ct)).Items
            .Select(row => row.Id).ToList();
        var at = list.IndexOf(found.Id);
        return at + 1 < list.Count ? list[at + 1] : list.FirstOrDefault(id => id != found.Id);
    }

    private static async Task<IResult> Change(
        string community, string @case, string action, IFormCollection form, HttpContext http, Asking ask,
        IViews views, IActors actors, CancellationToken ct)
    {
        if (await FoundCase.Of(ask.Caller, views, actors, community, @case, ct) is not { } found)
            return await No(community, Reader.Of(http), http, ct);
        var text = form["text"].ToString().Trim() is { Length: > 0 } said ? said : null;
        var number = Typed.Number(form["number"]) ?? 0;
        var (command, done) = action switch
        {
            "open" when found.Now is { } content => (new Open(content, text), Notices.CaseReopened),
            "claim" => (new Claim(form.ContainsKey("over")), Notices.CaseClaimed),
            "release" => (new Release(), Notices.CaseReleased),
            "escalate" => (new Escalate(text), Notices.CaseEscalated),
            "reopen" => (new Reopen(text), Notices.CaseReopened),
            "note" => (new Annotate(text ?? ""), Notices.CaseNoted),
            "undo" => (new Undo(number, text), Notices.CaseUndone),
            "answer" => (
                new AnswerAppeal(number, form["how"] == "overturn", text ?? "", found.IsAlone), Notices.CaseAnswered),
            _ => ((CaseCommand?)null, ""),
        };
        if (command is null) return Web.Show.No(http, Case.Missing);
        var once = form[Asking.KeyField].ToString();

        // A note or a claim is about something that there is a case of.
        if (found.View is null && command is not Open && found.Now is { } now
            && (await ask.Ask(found.Key, new Open(now), once + "/open", ct)).Refusal is { } closed)
            return await Show(community, @case, Reader.Of(http, closed), http, views, actors, null, null, ct);
        var answer = await ask.Ask(found.Key, command, once, ct);
        return answer.Refusal is { } no
            ? await Show(community, @case, Reader.Of(http, no), http, views, actors, null, null, ct)
            : Web.Show.Done(CaseAsked.Of(http, community).Of(@case), ask.PositionOf(answer), done);
    }

    /// <summary>True for moderators, and for who keeps order in some category.</summary>
    public static bool KeepsOrder(Standing standing) =>
        standing.Is(Role.Moderator) || standing is { Categories.Length: > 0, Bar: Bar.None };

    /// <summary>What who may not decide there is told; who is not signed in may be somebody who may.</summary>
    public static async ValueTask<IResult> No(
        string community, Reader reader, HttpContext http, CancellationToken ct)
    {
        var place = await reader.Caller.In(community, ct);
        return !place.IsSeen ? Web.Show.No(http, Refusals.NoSuchCommunity)
            : KeepsOrder(place.Standing) ? Web.Show.No(http, Case.Missing)
            : reader.Caller.IsSignedIn ? Web.Show.No(http, Refusals.ModeratorsOnly)
            : Web.Show.SignIn(reader);
    }
}
