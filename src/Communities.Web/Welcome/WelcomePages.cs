using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The guided first visit.</summary>
internal static class WelcomePages
{
    /// <summary>How many threads are shown to begin with: enough to find one, too few to get lost.</summary>
    private const int Picked = 3;

    /// <summary>How many people are shown of each sort.</summary>
    private const int People = 8;

    // What is liked now, and not years ago.
    private static readonly TimeSpan LikedWithin = TimeSpan.FromDays(30);

    public static void MapWelcomePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/welcome", Read);
        pages.MapPost("/c/{community}/welcome/dismiss", Dismiss);
    }

    private static async Task<IResult> Read(
        string community, HttpContext http, IViews views, CancellationToken ct, string? step = null)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var (steps, welcomers) = (FirstSteps.Of(place), await Welcomers(place, views, ct));
        return Show.Page<WelcomePage>(reader, new()
        {
            [nameof(WelcomePage.Community)] = view,
            [nameof(WelcomePage.Place)] = place,
            [nameof(WelcomePage.Steps)] = steps,
            [nameof(WelcomePage.Step)] = step,
            [nameof(WelcomePage.Picks)] = place.Standing.Role != Role.None
                ? await Picks(steps.FirstOrDefault(one => !one.IsDone)?.Kind, place, reader.Now, views, ct)
                : [],
            [nameof(WelcomePage.Welcomers)] = welcomers,
            [nameof(WelcomePage.Newest)] = (await views.Members(
                new MembersQuery(community, Order: MemberOrder.Newest), place.Viewer, ct)).Items
                .Where(member => member.Account != reader.Caller.Account && !welcomers.Contains(member))
                .Take(People).ToList(),
        });
    }

    // Threads with which the next step can be taken at once.
    private static async ValueTask<IReadOnlyList<ThreadRow>> Picks(
        StepKind? next, Place place, DateTimeOffset now, IViews views, CancellationToken ct)
    {
        var query = next switch
        {
            StepKind.React => new ThreadQuery(place.Slug, ThreadSort.Top, now - LikedWithin, Size: Picked),
            StepKind.Answer => new ThreadQuery(place.Slug, ThreadSort.Unanswered, Size: Picked + 1),
            _ => null,
        };
        if (query is null) return [];
        var threads = (await views.Threads(query, place.Viewer, ct)).Items;
        return [.. threads.Where(thread => thread.Author.Account != place.Viewer.Account).Take(Picked)];
    }

    // Ambassadors before those who keep order: it is what they are for.
    private static async ValueTask<IReadOnlyList<MemberView>> Welcomers(
        Place place, IViews views, CancellationToken ct)
    {
        var welcomers = new List<MemberView>();
        foreach (var account in place.Community.Ambassadors.Order(StringComparer.Ordinal).Take(People))
            if (await views.Member(place.Slug, account, place.Viewer, ct) is { } ambassador) welcomers.Add(ambassador);
        var staff = await views.Members(new MembersQuery(place.Slug, IsStaff: true), place.Viewer, ct);
        return [.. welcomers.Concat(staff.Items).DistinctBy(member => member.Account).Take(People)];
    }

    private static async Task<IResult> Dismiss(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.No(http, Refusals.MembersOnly);
        var answer = await ask.Ask(
            Keys.OfMember(community, account), new MemberCommand.DismissWelcome(), form[Asking.KeyField], ct);
        return answer.Refusal is { } no ? Show.No(http, no) : Show.Done($"/c/{community}", ask.PositionOf(answer));
    }
}
