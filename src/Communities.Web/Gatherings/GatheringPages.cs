using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.GatheringCommand;

namespace Communities.Web;

/// <summary>Gatherings as people find them, come to them and talk about them.</summary>
internal static class GatheringPages
{
    public static void MapGatheringPages(this IEndpointRouteBuilder pages)
    {
        var all = pages.MapGroup("/c/{community}/gatherings");
        all.MapGet("", List);
        all.MapGet("/{gathering}", Read);
        all.MapGet("/{gathering}/check-in", ReadDoor);
        all.MapPost("/{gathering}/{action}", Change);
        pages.MapGatheringPlanning();
        pages.MapGatheringHosting();
        pages.MapRoomPages();
        pages.MapCalendarFiles();
    }

    private static async Task<IResult> List(
        string community, HttpContext http, IViews views, FeedKeys keys, CancellationToken ct, string? past = null,
        string? cursor = null)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var query = new GatheringQuery(community, reader.Now, past is not null, cursor);
        return Show.Page<GatheringsPage>(reader, new()
        {
            [nameof(GatheringsPage.Community)] = view,
            [nameof(GatheringsPage.Place)] = place,
            [nameof(GatheringsPage.IsPast)] = query.IsPast,
            [nameof(GatheringsPage.Gatherings)] = await views.Gatherings(query, place.Viewer, ct),
            [nameof(GatheringsPage.Key)] = reader.Caller.Account is { } account
                ? await keys.KeyOf(account, ct) : null,
        });
    }

    private static async Task<IResult> Read(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct)
    {
        return await FoundGathering.In(http, views, community, gathering, ct) is { } found
            ? await ShowOne(found, views, ct)
            : Show.No(http, Gathering.Missing);
    }

    private static async Task<IResult> ShowOne(FoundGathering found, IViews views, CancellationToken ct)
    {
        var talk = await views.Thread(
            found.Place.Slug, Gathering.TalkOf(found.Gathering.Id), 1, found.Place.Viewer, ct);
        return Show.Page<GatheringPage>(found.Reader, new()
        {
            [nameof(GatheringPage.Found)] = found,
            [nameof(GatheringPage.Talk)] = talk,
        });
    }

    private static async Task<IResult> ReadDoor(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        return found.Reader.Caller.IsSignedIn
            ? Show.Page<CheckInPage>(found.Reader, new() { [nameof(CheckInPage.Found)] = found })
            : Show.SignIn(found.Reader);
    }

    private static async Task<IResult> Change(
        string community, string gathering, string action, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct)
    {
        if (await FoundGathering.In(http, views, community, gathering, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        if (CommandOf(action, form) is not { } command)
            return Show.No(http, new Refusal("address.missing", "There is nothing at this address."));
        var answer = await ask.Ask(
            Keys.OfGathering(community, gathering), command, $"{form[Asking.KeyField]}/{action}", ct);
        if (answer.Refusal is { } no)
        {
            if (!found.Reader.Caller.IsSignedIn || no == Refusals.NoSuchCommunity) return Show.No(http, no);
            var again = await FoundGathering.In(http, views, community, gathering, ct, no);
            return action == "check-in"
                ? Show.Page<CheckInPage>(again!.Reader, new() { [nameof(CheckInPage.Found)] = again })
                : await ShowOne(again!, views, ct);
        }

        var (back, done) = AfterOf(action, answer);
        return Show.Done(found.Path + back, ask.PositionOf(answer), done);
    }

    private static GatheringCommand? CommandOf(string action, IFormCollection form) => action switch
    {
        "respond" => Enum.TryParse<Rsvp>(form["with"], ignoreCase: true, out var rsvp) ? new Respond(rsvp) : null,
        "check-in" => new CheckIn(form["code"].ToString()),
        "cancel" => new Cancel(form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null),
        "propose" => new Propose(form["title"].ToString().Trim(), form["text"].ToString().ReplaceLineEndings("\n")),
        "vote" => new Vote(Number(form["session"])),
        "unvote" => new Unvote(Number(form["session"])),
        "retract" => new Retract(Number(form["session"])),
        "place" => PlacedIn(form),
        _ => null,
    };

    // "2.3": the second room at the third time.
    private static PlaceSession PlacedIn(IFormCollection form)
    {
        var parts = form["where"].ToString().Split('.');
        return new PlaceSession(
            Number(form["session"]), parts.Length == 2 ? Number(parts[0]) : 0,
            parts.Length == 2 ? Number(parts[1]) : 0);
    }

    private static (string Back, string? Done) AfterOf(string action, Answer answer) => action switch
    {
        "respond" when answer.First<GatheringEvent.Answered>() is { } answered => ("", answered.With switch
        {
            Rsvp.Going => Notices.Going,
            Rsvp.Waiting => Notices.Waits,
            Rsvp.Interested => Notices.Interested,
            _ => Notices.NotGoing,
        }),
        "check-in" => ("", Notices.CheckedIn),
        "cancel" => ("", Notices.GatheringCancelled),
        "propose" or "vote" or "unvote" or "retract" or "place" => ("#sessions", null),
        _ => ("", Notices.Saved),
    };

    private static int Number(string? typed) => Typed.Number(typed) ?? 0;
}
