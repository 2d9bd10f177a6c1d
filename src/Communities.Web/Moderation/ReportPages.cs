using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How members report what harms their community.</summary>
internal static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/report/{subject}", Read);
        community.MapPost("/report/{subject}", Send);
    }

    private static async Task<IResult> Read(
        string community, string subject, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn
            ? await ShowForm(community, subject, reader, http, views, ct)
            : Show.SignIn(reader);
    }

    private static async Task<IResult> Send(
        string community, string subject, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var place = await ask.Caller.In(community, ct);
        if (Subject.Parse(subject) is not { } reported
            || await Reportable.Find(views, place, reported, ct) is not { } content)
            return Show.No(http, place.IsSeen ? Reportable.Missing : Refusals.NoSuchCommunity);
        var report = new MemberCommand.Report(
            reported, form["reason"].ToString(), form["text"].ToString(), content, place.Community.Moderation);
        var answer = await ask.Ask(Keys.OfMember(community, account), report, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowForm(community, subject, Reader.Of(http, no), http, views, ct)
            : Show.Done(SubjectLinks.Directly(community, reported), ask.PositionOf(answer), Notices.Reported);
    }

    private static async Task<IResult> ShowForm(
        string community, string subject, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.IsMember || place.Standing.Bar > Actors.Bar.Silenced) return Show.No(http, Refusals.MembersOnly);
        if (Subject.Parse(subject) is not { } reported
            || await Reportable.Find(views, place, reported, ct) is not { } content)
            return Show.No(http, Reportable.Missing);
        return Show.Page<ReportPage>(reader, new()
        {
            [nameof(ReportPage.Community)] = view,
            [nameof(ReportPage.Place)] = place,
            [nameof(ReportPage.Subject)] = reported,
            [nameof(ReportPage.Content)] = content,
            [nameof(ReportPage.Author)] = content.Author.Length > 0
                ? (await views.Member(community, content.Author, place.Viewer, ct))?.Name ?? content.Author
                : null,
        });
    }
}
