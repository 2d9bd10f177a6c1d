using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Polls as people see them and vote in them.</summary>
internal static class PollPages
{
    private const string RankField = "rank-";

    private static readonly Refusal RankTaken = new("rank.taken", "Two options cannot have the same rank.");

    public static void MapPollPages(this IEndpointRouteBuilder pages)
    {
        var poll = pages.MapGroup("/c/{community}/polls/{poll}");
        poll.MapGet("", Read);
        poll.MapGet("/part", ReadPart);
        poll.MapPost("/{action}", Change);
    }

    /// <summary>Opens the poll that a form asks for with a post, if it asks for one.</summary>
    /// <returns>Its id, or null; or why not.</returns>
    public static async Task<(string? Poll, Refusal? No)> Open(
        Asking ask, string community, IFormCollection form, CancellationToken ct)
    {
        var draft = PollDraft.Of(form);
        if (draft.IsEmpty) return (null, null);
        var once = form[Asking.KeyField].ToString();
        var poll = await ask.NewPoll(community, once, ct);
        var answer = await ask.Ask(Keys.OfPoll(community, poll), draft.Command, once, ct);
        return (poll, answer.Refusal);
    }

    private static async Task<IResult> Read(
        string community, string poll, HttpContext http, IViews views, CancellationToken ct, string? cursor = null)
    {
        var (reader, place) = await Where(http, community, ct);
        if (await views.Community(community, place.Viewer, ct) is not { } around
            || await views.Poll(community, poll, place.Viewer, ct) is not { } found)
            return Show.No(http, Poll.NoSuchPoll);
        return Show.Page<PollPage>(reader, new()
        {
            [nameof(PollPage.Poll)] = found,
            [nameof(PollPage.Community)] = around,
            [nameof(PollPage.Place)] = place,
            [nameof(PollPage.Ballots)] = await views.Ballots(community, poll, cursor, place.Viewer, ct),
        });
    }

    private static async Task<IResult> ReadPart(
        string community, string poll, HttpContext http, IViews views, CancellationToken ct)
    {
        var (reader, place) = await Where(http, community, ct);
        return await views.Poll(community, poll, place.Viewer, ct) is { } found
            ? Show.Page<PollPart>(reader, new()
            {
                [nameof(PollPart.Poll)] = found,
                [nameof(PollPart.Place)] = place,
            })
            : Show.No(http, Poll.NoSuchPoll);
    }

    private static async Task<IResult> Change(
        string community, string poll, string action, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var (_, place) = await Where(http, community, ct);
        if (await views.Poll(community, poll, place.Viewer, ct) is not { } found) return Show.No(http, Poll.NoSuchPoll);
        PollCommand? command = action switch
        {
            "vote" => ChoicesIn(form) is { } choices ? new PollCommand.Vote(choices) : null,
            "withdraw" => new PollCommand.Withdraw(),
            "close" => new PollCommand.Close(),
            "reopen" => new PollCommand.Reopen(),
            _ => null,
        };
        if (command is null) return Show.No(http, action == "vote" ? RankTaken : Poll.NoSuchPoll);
        var answer = await ask.Ask(Keys.OfPoll(community, poll), command, form[Asking.KeyField] + "/" + action, ct);
        if (answer.Refusal is { } no) return Show.No(http, no);
        var page = ThreadPages.PageOf(found.Number);
        return Show.Done(
            http.Request.Headers.ContainsKey("X-Part")
                ? $"/c/{community}/polls/{poll}/part"
                : $"/c/{community}/threads/{found.Thread}?page={page}#p{found.Number}",
            ask.PositionOf(answer));
    }

    // A community that nobody sees has no polls, nor has an address that is none.
    private static async Task<(Reader Reader, Place Place)> Where(
        HttpContext http, string community, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return (reader, await reader.Caller.In(community, ct));
    }

    // What was chosen, or its ranks in order; null where two options have the same.
    private static ImmutableArray<int>? ChoicesIn(IFormCollection form)
    {
        if (form.ContainsKey("choice"))
            return [.. form["choice"].Select(choice => NumberOf(choice))];
        var ranked = form.Where(field => field.Key.StartsWith(RankField, StringComparison.Ordinal))
            .Select(field => (Rank: NumberOf(field.Value), Option: NumberOf(field.Key[RankField.Length..])))
            .Where(field => field.Rank > 0).OrderBy(field => field.Rank).ToList();
        return ranked.DistinctBy(field => field.Rank).Count() < ranked.Count
            ? null
            : [.. ranked.Select(field => field.Option)];
    }

    private static int NumberOf(string? typed) => Typed.Number(typed) ?? 0;
}
