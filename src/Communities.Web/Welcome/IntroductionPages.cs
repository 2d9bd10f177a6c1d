using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Where newcomers introduce themselves, and others greet them.</summary>
internal static class IntroductionPages
{
    /// <summary>How far back introductions are shown: who came before is no newcomer.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(60);

    /// <summary>The most that are shown: what one can greet in a day.</summary>
    public const int Shown = 50;

    /// <summary>There is no place for introductions here.</summary>
    public static Refusal Missing { get; } =
        new("introductions.missing", "There is no place here to introduce oneself.");

    public static void MapIntroductionPages(this IEndpointRouteBuilder pages)
    {
        var introductions = pages.MapGroup("/c/{community}/introductions");
        introductions.MapGet("", List);
        introductions.MapGet("/new", New);
        introductions.MapPost("/new", Open);
    }

    private static async Task<IResult> List(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (place.Community.Introductions is null) return Show.No(http, Missing);
        var all = await views.Introductions(
            community, reader.Now - ShownFor, reader.Now.AddDays(1), place.Viewer, ct);
        return Show.Page<IntroductionsPage>(reader, new()
        {
            [nameof(IntroductionsPage.Community)] = view,
            [nameof(IntroductionsPage.Place)] = place,
            [nameof(IntroductionsPage.Introductions)] = all.Take(Shown).ToList(),
        });
    }

    private static async Task<IResult> New(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        var name = Text.CleanLine(reader.Caller.Name, Text.NameMax);
        return await ShowNew(
            reader, place, views, http, new IntroductionDraft(reader.Texts.IntroductionTitle(name), [], ""), null, ct);
    }

    private static async Task<IResult> Open(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        if (!ask.Caller.IsSignedIn) return Show.No(http, Refusals.MembersOnly);
        if (place.Community.Introductions is not { } set) return Show.No(http, Missing);
        var draft = IntroductionDraft.Of(form);
        var text = draft.Text(set.Questions);
        if (form["act"] == "preview")
            return await ShowNew(Reader.Of(http), place, views, http, draft, Markup.Html(text, community), ct);

        var once = form[Asking.KeyField].ToString();
        var id = await ask.NewThread(community, once, ct);
        var (tags, no) = Labels.Of(place, set.Category, []);
        var answer = no is not null ? null : await ask.Ask(
            Keys.OfThread(community, id), new ThreadCommand.Open(draft.Title, text, set.Category, tags), once, ct);
        if ((no ?? answer?.Refusal) is { } refusal)
            return await ShowNew(Reader.Of(http, refusal), place, views, http, draft, null, ct);
        await FollowingUp.Opened(community, id, ask, http, ct);
        return Show.Done($"/c/{community}/threads/{id}", ask.PositionOf(answer!));
    }

    private static async Task<IResult> ShowNew(
        Reader reader, Place place, IViews views, HttpContext http, IntroductionDraft draft, MarkupString? preview,
        CancellationToken ct)
    {
        if (place.Community.Introductions is not { } set
            || await views.Community(place.Slug, place.Viewer, ct) is not { } view)
            return Show.No(http, Missing);
        return Show.Page<IntroducePage>(reader, new()
        {
            [nameof(IntroducePage.Community)] = view,
            [nameof(IntroducePage.Place)] = place,
            [nameof(IntroducePage.Set)] = set,
            [nameof(IntroducePage.Draft)] = draft,
            [nameof(IntroducePage.Preview)] = preview,
        });
    }
}
