using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>The page on which moderators move posts to another thread, or merge the whole thread into one.</summary>
internal static class MovingPages
{
    // Of which the form offers the latest: the other one is nearly always among them, and any can be named.
    private const int OfferedMost = 50;

    // How long a form waits for the posts to arrive; then the page shows where they went without what they are there.
    private static readonly TimeSpan ArrivalMax = TimeSpan.FromSeconds(3);

    public static void MapMovingPages(this IEndpointRouteBuilder pages)
    {
        var thread = pages.MapGroup("/c/{community}/threads/{thread}");
        thread.MapGet("/move", Read);
        thread.MapPost("/move", Move);
        thread.MapPost("/merge", Merge);
    }

    private static async Task<IResult> Read(
        string community, string thread, HttpContext http, IViews views, CancellationToken ct, int? post = null,
        int page = 1)
    {
        var reader = Reader.Of(http);
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        var numbers = post is > 1 and var chosen ? chosen.ToString(CultureInfo.InvariantCulture) : "";
        var draft = MoveDraft.Empty with { Numbers = numbers };
        return await ShowForm(
            community, thread, reader, http, views, draft, post is { } at ? ThreadPages.PageOf(at) : page, ct);
    }

    private static async Task<IResult> Move(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, IActors actors,
        IViews views, TimeProvider time, CancellationToken ct)
    {
        var (draft, once) = (MoveDraft.Of(form), form[Asking.KeyField].ToString());
        var place = await ask.Caller.In(community, ct);
        if (draft.NumberList is not { } numbers)
            return await Again(new Refusal("posts.malformed", "Please write numbers such as 3, 5-9."));
        var target = draft.IsNew ? await ask.NewThread(community, once, ct) : draft.TargetId;
        var (tags, misplaced) = Labels.Of(place, draft.Category, draft.TagList);
        var no = !MovingEndpoints.MayMove(place) ? Refusals.ModeratorsOnly
            : draft.IsNew ? misplaced
            : await MovingEndpoints.TargetFault(actors, place, target, null, ct);
        if (no is not null) return await Again(no);
        var heading = draft.IsNew ? new Heading(draft.Title, draft.Category, tags) : null;
        return await Arrive(
            community, target!, views, time,
            () => ask.Ask(
                Keys.OfThread(community, thread), new MovePosts(numbers, target!, heading, draft.Reason), once, ct),
            Again, ct);

        Task<IResult> Again(Refusal refusal) =>
            ShowForm(community, thread, Reader.Of(http, refusal), http, views, draft, draft.Page, ct);
    }

    private static async Task<IResult> Merge(
        string community, string thread, IFormCollection form, HttpContext http, Asking ask, IActors actors,
        IViews views, TimeProvider time, CancellationToken ct)
    {
        var draft = MoveDraft.Of(form);
        var place = await ask.Caller.In(community, ct);
        var target = draft.TargetId;
        var no = !MovingEndpoints.MayMove(place) ? Refusals.ModeratorsOnly
            : await MovingEndpoints.TargetFault(actors, place, target, thread, ct);
        if (no is not null) return await Again(no);
        return await Arrive(
            community, target!, views, time,
            () => ask.Ask(
                Keys.OfThread(community, thread), new Merge(target!, draft.Reason), form[Asking.KeyField], ct),
            Again, ct);

        Task<IResult> Again(Refusal refusal) =>
            ShowForm(community, thread, Reader.Of(http, refusal), http, views, draft, draft.Page, ct);
    }

    // Shows the posts in their new place, which they come to a moment after they have left the old one.
    private static async Task<IResult> Arrive(
        string community, string target, IViews views, TimeProvider time, Func<ValueTask<Answer>> ask,
        Func<Refusal, Task<IResult>> again, CancellationToken ct)
    {
        var arrival = new TaskCompletionSource<(int Number, long Position)>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        var key = Keys.OfThread(community, target);
        using var watch = views.Subscribe(applied =>
        {
            foreach (var envelope in applied)
                if (envelope.Actor.Key == key && envelope.Actor.Kind == Thread.Kind
                    && Domain.Happened(envelope) is ThreadEvent.Received e)
                    arrival.TrySetResult((e.First, envelope.Position));
        });
        var answer = await ask();
        if (answer.Refusal is { } no) return await again(no);
        var path = $"/c/{community}/threads/{target}";
        if (answer.IsRepeat) return Show.Done(path);
        await Task.WhenAny(arrival.Task, Task.Delay(ArrivalMax, time, ct));
        return arrival.Task.IsCompletedSuccessfully && arrival.Task.Result is var (number, position)
            ? Show.Done($"{path}?page={ThreadPages.PageOf(number)}#p{number}", position, Notices.Moved)
            : Show.Done($"/c/{community}", answer.Position, Notices.Moved);
    }

    private static async Task<IResult> ShowForm(
        string community, string thread, Reader reader, HttpContext http, IViews views, MoveDraft draft, int page,
        CancellationToken ct)
    {
        if (await FoundThread.In(http, views, community, thread, page, ct, reader) is not { } found)
            return Show.No(http, ThreadEndpoints.NoSuchThread);
        if (!found.IsModerated) return Show.No(http, Refusals.ModeratorsOnly);
        var latest = await views.Threads(
            new ThreadQuery(community, Size: OfferedMost), found.Place.Viewer, ct);
        return Show.Page<MovePage>(reader, new()
        {
            [nameof(MovePage.Thread)] = found.Thread,
            [nameof(MovePage.Community)] = found.Community,
            [nameof(MovePage.Offered)] = latest.Items.Where(row => row.Id != thread).ToList(),
            [nameof(MovePage.Draft)] = draft,
        });
    }
}
