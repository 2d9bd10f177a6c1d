using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A report: one of the community's reasons, and what the reporter says.</summary>
internal sealed record ReportBody(string Reason, string? Text = null);

/// <summary>Reports, as programs make them for their member and follow what comes of them.</summary>
internal static class ReportEndpoints
{
    public static void MapReportEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Moderation");
        community.MapPost("/threads/{thread}/posts/{number}/reports", ReportPost).WithName("ReportPost")
            .WithSummary("Reports a post to the moderators; for members. What is illegal needs a text.");
        community.MapPost("/threads/{thread}/reports", ReportThread).WithName("ReportThread")
            .WithSummary("Reports a thread as a whole to the moderators; for members.");
        community.MapPost("/members/{member}/reports", ReportMember).WithName("ReportMember")
            .WithSummary("Reports a member to the moderators; for members.");
        community.MapPost("/conversations/{conversation}/messages/{number}/reports", ReportMessage)
            .WithName("ReportMessage")
            .WithSummary("Reports a private message to the moderators; for who takes part in the conversation.");
        community.MapGet("/reports", List).WithName("ListOwnReports")
            .WithSummary("One's own reports, latest first, and what came of each.");
    }

    private static Task<Results<Ok<Changed>, Problem>> ReportPost(
        string community, string thread, int number, ReportBody body, Asking ask, IViews views,
        CancellationToken ct) =>
        Report(community, Subject.OfPost(thread, number), body, ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> ReportThread(
        string community, string thread, ReportBody body, Asking ask, IViews views, CancellationToken ct) =>
        Report(community, Subject.OfThread(thread), body, ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> ReportMember(
        string community, string member, ReportBody body, Asking ask, IViews views, CancellationToken ct) =>
        Report(community, Subject.OfMember(member), body, ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> ReportMessage(
        string community, string conversation, int number, ReportBody body, Asking ask, IViews views,
        CancellationToken ct) =>
        Report(community, Subject.OfMessage(conversation, number), body, ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Report(
        string community, Subject subject, ReportBody body, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        if (ask.Caller.Account is not { } account || !place.IsMember)
            return Problem.Of(Refusals.MembersOnly, ask.Caller);
        if (place.Standing.Bar > Bar.Silenced) return Problem.Of(Refusals.Of(place.Standing.Bar)!, ask.Caller);
        return subject.IsSound && await Reportable.Find(views, place, subject, ct) is { } content
            ? await ask.Change(
                Keys.OfMember(community, account),
                new MemberCommand.Report(subject, body.Reason, body.Text, content, place.Community.Moderation), ct)
            : Problem.Of(Reportable.Missing, ask.Caller);
    }

    private static async Task<Results<Ok<Page<OwnReportView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (!caller.IsSignedIn) return Problem.Of(Refusals.MembersOnly, caller);
        return TypedResults.Ok(
            new Page<OwnReportView>(await views.OwnReports(community, place.Viewer, ct), null));
    }
}
