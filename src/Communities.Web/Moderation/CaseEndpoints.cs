using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A word to the other moderators; may be left out.</summary>
internal sealed record NoteBody(string? Note = null);

/// <summary>Whether another moderator's work on the case is taken over.</summary>
internal sealed record ClaimBody(bool TakeOver = false);

/// <summary>A decision on a case.</summary>
/// <param name="Measures">What is done.</param>
/// <param name="Reason">The short name of one of the community's reasons, whose rule it rests on.</param>
/// <param name="Rule">The rule in a sentence, where it is none of those.</param>
/// <param name="Text">What the author reads.</param>
/// <param name="Note">What only moderators read.</param>
/// <param name="Seen">The version of the case that it rests on; left out for whatever it is.</param>
internal sealed record DecisionBody(
    ImmutableArray<Measure> Measures,
    string? Reason = null,
    string? Rule = null,
    string? Text = null,
    string? Note = null,
    long? Seen = null);

/// <summary>Why a decision is undone; may be left out.</summary>
internal sealed record UndoBody(string? Text = null);

/// <summary>The answer to an appeal.</summary>
internal sealed record AnswerBody(bool Overturned, string Text);

/// <summary>Which cases are listed, and in what order.</summary>
internal sealed record CasesAsked(
    string? Status, string? Kind, string? Assignee, string? Category, string? Reason, string? Author, string? Sort,
    string? Cursor)
{
    public CaseQuery Query(string community, string? account) => new(
        community, Choice("status", Status, CaseShow.Waiting),
        Kind is null ? null : Choice("kind", Kind, SubjectKind.Post),
        Assignee switch { CaseAsked.Me => account, CaseAsked.Nobody => "", _ => Assignee }, Category, Reason, Author,
        Choice("sort", Sort, CaseSort.Weight), Cursor);

    private static TChoice Choice<TChoice>(string name, string? asked, TChoice usual) where TChoice : struct, Enum =>
        asked is null ? usual
        : Enum.TryParse<TChoice>(asked, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
        : throw Faults.Bad(
            $"{name}.unknown",
            $"{name} is one of {string.Join(", ", Enum.GetNames<TChoice>()).ToLowerInvariant()}.");
}

/// <summary>Cases, as programs read and decide them for their moderator.</summary>
internal static class CaseEndpoints
{
    public static void MapCaseEndpoints(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/communities/{community}/cases").WithTags("Moderation");
        cases.MapGet("", List).WithName("ListCases").WithSummary(
            "Cases that who asks may decide, those that wait first unless another status is asked for.");
        var one = cases.MapGroup("/{case}");
        one.MapGet("", Read).WithName("ReadCase")
            .WithSummary("A case with its reports, notes and decisions; for moderators.");
        one.MapPost("", Open).WithName("OpenCase")
            .WithSummary("Opens the case of what nobody has reported, or a resolved one; for moderators.");
        one.MapPost("/claim", Claim).WithName("ClaimCase")
            .WithSummary("Says that one works on the case, for half an hour after one's last act.");
        one.MapPost("/release", Release).WithName("ReleaseCase").WithSummary("Works on the case no longer.");
        one.MapPost("/escalate", Escalate).WithName("EscalateCase").WithSummary("Hands the case to the managers.");
        one.MapPost("/reopen", Reopen).WithName("ReopenCase").WithSummary("Opens a resolved case again.");
        one.MapPost("/notes", Annotate).WithName("AnnotateCase")
            .WithSummary("Writes a note that only moderators read.");
        one.MapPost("/decisions", Decide).WithName("DecideCase")
            .WithSummary("Decides the case. Everybody concerned is told.");
        one.MapGet("/decisions/{number}", ReadDecision).WithName("ReadDecision")
            .WithSummary("A decision, for whom it concerns and for moderators.");
        one.MapPost("/decisions/{number}/undo", Undo).WithName("UndoDecision")
            .WithSummary("Takes a decision back: all is as it was before it.");
        one.MapPost("/decisions/{number}/appeal", Appeal).WithName("AppealDecision")
            .WithSummary("Objects to a decision; for whom it concerns, once, within 20 days.");
        one.MapPost("/decisions/{number}/answer", Answer).WithName("AnswerAppeal")
            .WithSummary("Answers an appeal; for another moderator than the one who decided.");
    }

    private static async Task<Results<Ok<Page<CaseRow>>, Problem>> List(
        string community, [AsParameters] CasesAsked asked, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return NoFor(place, caller) is { } no ? no
            : TypedResults.Ok(await views.Cases(asked.Query(community, caller.Account), place.Viewer, ct));
    }

    private static async Task<Results<Ok<CaseView>, Problem>> Read(
        string community, string @case, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return NoFor(place, caller) is { } no ? no
            : caller.Found(await views.Case(community, @case, place.Viewer, ct), Case.Missing);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Open(
        string community, string @case, NoteBody body, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (NoFor(place, ask.Caller) is { } no) return no;
        if (Subject.Parse(@case) is not { } subject) return Problem.Of(Case.Missing, ask.Caller);

        // What is opened again may be seen by nobody any more; what it was is in the case.
        var content = await Reportable.Find(views, place, subject, ct)
            ?? (await views.Case(community, @case, place.Viewer, ct))?.Content;
        return content is null
            ? Problem.Of(Reportable.Missing, ask.Caller)
            : await ask.Change(Keys.OfCase(community, subject), new CaseCommand.Open(content, body.Note), ct);
    }

    private static Task<Results<Ok<Changed>, Problem>> Claim(
        string community, string @case, ClaimBody body, Asking ask, CancellationToken ct) =>
        Change(community, @case, new CaseCommand.Claim(body.TakeOver), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> Release(
        string community, string @case, Asking ask, CancellationToken ct) =>
        Change(community, @case, new CaseCommand.Release(), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> Escalate(
        string community, string @case, NoteBody body, Asking ask, CancellationToken ct) =>
        Change(community, @case, new CaseCommand.Escalate(body.Note), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> Reopen(
        string community, string @case, NoteBody body, Asking ask, CancellationToken ct) =>
        Change(community, @case, new CaseCommand.Reopen(body.Note), ask, ct);

    private static Task<Results<Ok<Changed>, Problem>> Annotate(
        string community, string @case, TextBody body, Asking ask, CancellationToken ct) =>
        Change(community, @case, new CaseCommand.Annotate(body.Text), ask, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Decide(
        string community, string @case, DecisionBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        var settings = place.Community.Moderation;
        var role = Role.None;
        if (place.IsSeen && Subject.Parse(@case) is { } subject
            && await actors.See<Case>(Keys.OfCase(community, subject), ct) is { Author.Length: > 0 } it)
            role = (await actors.See<Member>(Keys.OfMember(community, it.Author), ct)).Role;
        var rule = body.Reason is { } slug ? settings.ReasonOf(slug)?.Rule : null;
        return await Change(
            community, @case, new CaseCommand.Decide(
                body.Measures, body.Reason, body.Rule ?? rule ?? "", body.Text ?? "", body.Note, body.Seen, role,
                settings.StrikeDays, IsAlone(place)),
            ask, ct);
    }

    private static async Task<Results<Ok<DecisionView>, Problem>> ReadDecision(
        string community, string @case, int number, Caller caller, IViews views, CancellationToken ct)
    {
        // Whom it concerns reads it even after being kept out of a private place.
        var place = await caller.In(community, ct);
        var decision = await views.Decision(community, @case, number, place.Viewer, ct);
        return decision is not null ? TypedResults.Ok(decision)
            : !place.IsSeen ? Problem.Of(Refusals.NoSuchCommunity, caller)
            : Problem.Of(Case.NoSuchDecision, caller);
    }

    private static Task<Results<Ok<Changed>, Problem>> Undo(
        string community, string @case, int number, UndoBody body, Asking ask, CancellationToken ct) =>
        Change(community, @case, new CaseCommand.Undo(number, body.Text), ask, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Appeal(
        string community, string @case, int number, TextBody body, Asking ask, CancellationToken ct)
    {
        if (Subject.Parse(@case) is not { } subject) return Problem.Of(Case.NoSuchDecision, ask.Caller);
        var answer = await ask.Ask(
            Keys.OfCase(community, subject), new CaseCommand.Appeal(number, body.Text), ct: ct);

        // Who is kept out of a private place still objects there, and learns nothing else of it.
        return answer.Refusal == Case.NoSuchDecision && !(await ask.Caller.In(community, ct)).IsSeen
            ? Problem.Of(Refusals.NoSuchCommunity, ask.Caller)
            : ask.Changed(answer);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Answer(
        string community, string @case, int number, AnswerBody body, Asking ask, CancellationToken ct) =>
        await Change(
            community, @case, new CaseCommand.AnswerAppeal(
                number, body.Overturned, body.Text, IsAlone(await ask.Caller.In(community, ct))),
            ask, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, string id, CaseCommand command, Asking ask, CancellationToken ct)
    {
        if (Subject.Parse(id) is { } subject)
            return await ask.Change(Keys.OfCase(community, subject), command, ct);
        var place = await ask.Caller.In(community, ct);
        return NoFor(place, ask.Caller) ?? Problem.Of(Case.Missing, ask.Caller);
    }

    // Whether there is a case is for those who may decide one.
    private static Problem? NoFor(Place place, Caller caller) =>
        !place.IsSeen ? Problem.Of(Refusals.NoSuchCommunity, caller)
        : place.Standing.Is(Role.Moderator) || place.Standing.Categories is { Length: > 0 } ? null
        : Problem.Of(Refusals.ModeratorsOnly, caller);

    private static bool IsAlone(Place place) =>
        place.Community.Staff.All(account => account == place.Viewer.Account);
}
