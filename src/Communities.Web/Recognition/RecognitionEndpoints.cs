using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Whether a member is an ambassador, with a word that everybody reads.</summary>
internal sealed record AmbassadorBody(bool IsAmbassador, string? Word = null);

/// <summary>What one thanks for, in one line; or what is said with a badge.</summary>
internal sealed record WordBody(string? Word = null);

/// <summary>A badge of a community's own; without a measure it is given by hand.</summary>
internal sealed record BadgeBody(
    string Name, string Sign, string Sentence, BadgeMeasure? Measure = null, int Needed = 1);

/// <summary>Whether there is a leaderboard, and what is expected of ambassadors, in Markdown.</summary>
internal sealed record RecognitionBody(bool HasLeaderboard, string? Expected = null);

/// <summary>Whether one stands on the leaderboard, and which badge beside one's posts (null: the heaviest).</summary>
internal sealed record DisplayBody(bool IsRanked, string? Flair = null);

/// <summary>Ambassadors, badges and the leaderboard.</summary>
internal static class RecognitionEndpoints
{
    public static void MapRecognitionEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Recognition");
        community.MapGet("/ambassadors", Ambassadors).WithName("ListAmbassadors")
            .WithSummary("The ambassadors, what is expected of them, and what they are thanked for.");
        community.MapPut("/members/{member}/ambassador", Entrust).WithName("SetAmbassador")
            .WithSummary("Makes a member an ambassador, or no longer; for managers.");
        community.MapPost("/members/{member}/thanks", Thank).WithName("ThankAmbassador")
            .WithSummary("Thanks an ambassador; for members, once in 30 days.");
        community.MapGet("/badges", List).WithName("ListBadges")
            .WithSummary("Every badge that one can have here, with how many have it.");
        community.MapPut("/badges/{badge}", Make).WithName("SetBadge")
            .WithSummary("Makes or changes a badge of the community's own; for managers.");
        community.MapDelete("/badges/{badge}", Remove).WithName("RemoveBadge")
            .WithSummary("Removes a badge of the community's own; for managers.");
        community.MapGet("/badges/{badge}/holders", Holders).WithName("ListBadgeHolders")
            .WithSummary("Who has a badge, latest first, 50 a page.");
        community.MapGet("/members/{member}/badges", Held).WithName("ListBadgesOf")
            .WithSummary("The badges of a member, latest first.");
        community.MapPut("/members/{member}/badges/{badge}", Award).WithName("AwardBadge")
            .WithSummary("Gives a badge of the community's own by hand; for managers.");
        community.MapDelete("/members/{member}/badges/{badge}", Revoke).WithName("RevokeBadge")
            .WithSummary("Takes a badge away; for managers.");
        community.MapGet("/leaderboard", Leaderboard).WithName("ReadLeaderboard")
            .WithSummary("Who has the most points in the last 7 days (span=week), 30 (month) or ever (all).");
        community.MapPut("/recognition", Set).WithName("SetRecognition")
            .WithSummary("Says whether there is a leaderboard, and what is expected of ambassadors; for managers.");
        community.MapPut("/members/{member}/recognition", Display).WithName("SetOwnRecognition")
            .WithSummary("Says what is shown of one's own recognition.");
    }

    /// <summary>The first day of a span, as <see cref="DaySet"/> numbers it; null for all time.</summary>
    public static int? FromOf(string? span, DateTimeOffset now) => span switch
    {
        "all" => null,
        "month" => DaySet.DayOf(now) - Points.MonthDays + 1,
        _ => DaySet.DayOf(now) - Points.WeekDays + 1,
    };

    /// <summary>The community keeps no leaderboard.</summary>
    public static Refusal NoLeaderboard { get; } =
        new("leaderboard.missing", "This community keeps no leaderboard.");

    /// <summary>A badge that can be given by hand is one of the community's own.</summary>
    public static Refusal? FaultOf(Place place, string badge) =>
        place.RefusalBelow(Role.Manager) is { } no ? no
        : place.Community.Badges.Exists(own => own.Id == badge) ? null
        : OwnBadge.Missing;

    private static async Task<Results<Ok<AmbassadorsView>, Problem>> Ambassadors(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(await views.Ambassadors(community, place.Viewer, ct), Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Entrust(
        string community, string member, AmbassadorBody body, Asking ask, CancellationToken ct) => ask.Change(
            Keys.OfMember(community, member), new MemberCommand.Entrust(body.IsAmbassador, body.Word), ct);

    private static Task<Results<Ok<Changed>, Problem>> Thank(
        string community, string member, WordBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new MemberCommand.Thank(body.Word ?? ""), ct);

    private static async Task<Results<Ok<Page<BadgeView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? new Page<BadgeView>(await views.Badges(community, place.Viewer, ct), null) : null,
            Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Make(
        string community, string badge, BadgeBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetBadge(new OwnBadge(
            badge, body.Name, body.Sign, body.Sentence,
            body.Measure is { } measure ? new BadgeRule(measure, body.Needed) : null)), ct);

    private static Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string badge, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.RemoveBadge(badge), ct);

    private static async Task<Results<Ok<Page<BadgeHolder>>, Problem>> Holders(
        string community, string badge, Caller caller, IViews views, CancellationToken ct, string? cursor = null)
    {
        var place = await caller.In(community, ct);
        var isBadge = place.IsSeen && BadgeSigns.IconOf(badge, place.Community) is not null;
        return caller.Found(
            isBadge ? await views.BadgeHolders(community, badge, cursor, place.Viewer, ct) : null,
            place.IsSeen ? OwnBadge.Missing : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Page<HeldBadge>>, Problem>> Held(
        string community, string member, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        var isMember = place.IsSeen && await views.Member(community, member, place.Viewer, ct) is not null;
        return caller.Found(
            isMember ? new Page<HeldBadge>(await views.BadgesOf(community, member, place.Viewer, ct), null) : null,
            place.IsSeen ? new Refusal("member.missing", "There is no such member.") : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Award(
        string community, string member, string badge, WordBody body, Asking ask, CancellationToken ct) =>
        FaultOf(await ask.Caller.In(community, ct), badge) is { } fault
            ? Problem.Of(fault, ask.Caller)
            : await ask.Change(Keys.OfMember(community, member), new MemberCommand.Award(badge, body.Word), ct);

    private static Task<Results<Ok<Changed>, Problem>> Revoke(
        string community, string member, string badge, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new MemberCommand.Revoke(badge), ct);

    private static async Task<Results<Ok<LeaderboardView>, Problem>> Leaderboard(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct, string? span = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            await views.Leaderboard(community, FromOf(span, time.GetUtcNow()), place.Viewer, ct),
            place.IsSeen ? NoLeaderboard : Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Set(
        string community, RecognitionBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetRecognition(!body.HasLeaderboard, body.Expected), ct);

    private static Task<Results<Ok<Changed>, Problem>> Display(
        string community, string member, DisplayBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new MemberCommand.Display(!body.IsRanked, body.Flair), ct);
}
