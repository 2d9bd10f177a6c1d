using System.Text;
using System.Text.RegularExpressions;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What somebody is sent by e-mail from a community.</summary>
/// <param name="Choices">What is wanted.</param>
/// <param name="IsStopped">Letters came back, and none is sent until that is taken back.</param>
/// <param name="NextDigest">When the next digest is due, or null.</param>
internal sealed record MailView(MailChoices Choices, bool IsStopped, DateTimeOffset? NextDigest);

/// <summary>An address that would like the newsletter.</summary>
/// <param name="Email">The address.</param>
/// <param name="Language">The language in which it is written to; null for the caller's.</param>
internal sealed record SubscriberBody(string Email, string? Language = null);

/// <summary>A letter that came back, as a mail provider tells it.</summary>
/// <param name="Token">What stands behind the + in the address that it came back to.</param>
/// <param name="Status">As RFC 3463 has it: <c>5.1.1</c>.</param>
internal sealed record BounceBody(string Token, string Status);

/// <summary>Letters through the API: what one wants, and what came back.</summary>
internal static partial class MailEndpoints
{
    // A report with the letter it is about; the token stands in its first lines.
    private const int ReportMax = 256 * 1024;

    public static void MapMailEndpoints(this RouteGroupBuilder api)
    {
        var mail = api.MapGroup("/communities/{community}").WithTags("Newsletters");
        mail.MapGet("/mail", Read).WithName("ReadMail").WithSummary("What one is sent by e-mail; for members.");
        mail.MapPut("/mail", Choose).WithName("ChooseMail")
            .WithSummary("Chooses what one is sent by e-mail; for members. It starts again what came back.");
        mail.MapPost("/subscribers", Subscribe).WithName("Subscribe").RequireRateLimiting(RateLimits.Mail)
            .WithSummary("Asks whoever reads an address whether they want the newsletter; nothing more is sent "
                + "without their yes.");
        api.MapPost("/mail/bounces", TakeBack).WithName("TakeBounce").WithTags("Newsletters")
            .Accepts<BounceBody>("application/json", "message/rfc822", "message/delivery-status")
            .WithSummary("Takes a letter that came back: as JSON, or as the report that a mail server sent "
                + "(message/rfc822); for operators.");
    }

    private static async Task<Results<Ok<MailView>, Problem>> Read(
        string community, Caller caller, IActors actors, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (caller.Account is not { } account || !place.IsMember) return Problem.Of(Refusals.MembersOnly, caller);
        var state = await actors.See<Recipient>(Keys.OfRecipient(community, account), ct);
        return TypedResults.Ok(new MailView(state.Choices, state.IsStopped, state.DigestAt));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Choose(
        string community, MailChoices body, Asking ask, IActors actors, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        if (ask.Caller.Account is not { } account || !place.IsMember)
            return Problem.Of(Refusals.MembersOnly, ask.Caller);
        var key = Keys.OfRecipient(community, account);
        if ((await actors.See<Recipient>(key, ct)).IsStopped)
            await actors.Ask(key, new RecipientCommand.Resume(), Call.System(), ct);
        return await ask.Change(key, new RecipientCommand.Choose(body), ct);
    }

    private static async Task<Results<Accepted, Problem>> Subscribe(
        string community, SubscriberBody body, Caller caller, Subscribing subscribing, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var answer = await subscribing.Ask(place, body.Email.Trim(), body.Language ?? caller.Language, ct);
        return answer.Refusal is { } no ? Problem.Of(no, caller) : TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<Ok<Changed>, Problem>> TakeBack(
        HttpContext http, Caller caller, IActors actors, IViews views, CancellationToken ct)
    {
        if (!caller.IsOperator) return Problem.Of(Refusals.OperatorsOnly, caller);
        var (token, status) = http.Request.HasJsonContentType()
            ? await http.Request.ReadFromJsonAsync<BounceBody>(ct) is { } body ? (body.Token, body.Status) : ("", "")
            : Report(await ReadReport(http.Request, ct));
        if (await views.LetterOf(token, ct) is not { } letter || !StatusCode().IsMatch(status))
            return Problem.Of(new Refusal("letter.missing", "There is no such letter."), caller);
        var answer = await actors.Ask(
            letter.Key, new RecipientCommand.Bounce(letter.Delivery, status), Call.System($"bounce {token}"), ct);
        return answer.Refusal is { } no ? Problem.Of(no, caller) : TypedResults.Ok(new Changed(answer.Position));
    }

    /// <summary>From a delivery status report (RFC 3464), which letter came back and why.</summary>
    internal static (string Token, string Status) Report(string report) => (
        Token().Match(report) is { Success: true } token ? token.Groups[1].Value.ToLowerInvariant() : "",
        StatusLine().Match(report) is { Success: true } status ? status.Groups[1].Value : "");

    private static async Task<string> ReadReport(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body, Encoding.Latin1);
        var buffer = new char[ReportMax];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, ct));
    }

    [GeneratedRegex(@"\+([0-9a-fA-F]{20})@", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?im)^Status:\s*([245]\.\d{1,3}\.\d{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^[45]\.\d{1,3}\.\d{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();
}
