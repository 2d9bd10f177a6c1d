using System.Security.Cryptography;
using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// The friendly sentence before something is posted. It is said once for each occasion, keeps nobody from posting, and
/// what came of it is counted.
/// </summary>
/// <remarks>
/// With script it is fetched as soon as somebody begins to write; without, the form comes back with it and with all
/// that was written. A form that has shown it says so in hidden fields.
/// </remarks>
internal static class Nudging
{
    /// <summary>The field that names the nudge which the form has shown: kind, a space, occasion.</summary>
    public const string Shown = "nudge";

    /// <summary>The field with the digest of what had been written then; without it, nothing had been.</summary>
    public const string Written = "nudged";

    /// <summary>
    /// What newcomers read above their first posts from the beginning, since it stops nobody; null for others.
    /// </summary>
    public static Nudge? Beginning(Place place) =>
        !IsFor(place) || place.Member.Totals.Posts >= Nudges.FirstMax ? null
        : Nudges.For(place.Member with { Nudged = [.. place.Member.Nudged.Where(given => given.IsFollowed)] },
            place.Community.NudgesOff, null, null, default).FirstOrDefault(nudge => nudge.Kind == Nudges.FirstPosts);

    /// <summary>
    /// What is to be said before this form is posted, noted with the member; null for nothing, or where it was said.
    /// </summary>
    public static async ValueTask<Nudge?> Before(
        IFormCollection form, Asking ask, IViews views, string community, string? thread, string text,
        DateTimeOffset now, CancellationToken ct)
    {
        if (form.ContainsKey(Shown) || string.IsNullOrWhiteSpace(text)) return null;
        return await Next(ask, views, community, thread, text, now, ct) is { } nudge && nudge.Kind != Nudges.FirstPosts
            && await Take(ask, community, thread, nudge, ct)
                ? nudge
                : null;
    }

    /// <summary>What is to be said to who begins to write, noted with the member; null for nothing.</summary>
    public static async ValueTask<Nudge?> AtOnce(
        Asking ask, IViews views, string community, string? thread, DateTimeOffset now, CancellationToken ct) =>
        await Next(ask, views, community, thread, null, now, ct) is { } nudge
        && await Take(ask, community, thread, nudge, ct)
            ? nudge
            : null;

    /// <summary>What came of it: the form was posted.</summary>
    public static async ValueTask After(
        IFormCollection form, Asking ask, string community, string? thread, string text, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account || form[Shown].ToString().Split(' ') is not [var kind, var occasion])
            return;
        if (kind == Nudges.FirstPosts) await Take(ask, community, thread, new Nudge(kind, occasion), ct);
        var written = form[Written].ToString();
        await ask.Ask(
            Keys.OfMember(community, account),
            new MemberCommand.FollowNudge(kind, occasion, written.Length > 0 && written != DigestOf(text)),
            $"{form[Asking.KeyField]}/followed", ct);
    }

    /// <summary>What tells whether a text is still the one that was written then.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim())).AsSpan(0, 8));

    private static async ValueTask<Nudge?> Next(
        Asking ask, IViews views, string community, string? thread, string? text, DateTimeOffset now,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!IsFor(place)) return null;
        var facts = thread is null ? null : await views.ThreadFacts(community, thread, place.Viewer, now, ct);
        return thread is not null && facts is null ? null
            : Nudges.For(place.Member, place.Community.NudgesOff, facts, text, now).FirstOrDefault();
    }

    private static bool IsFor(Place place) =>
        place.IsMember && place.Standing.Bar == Actors.Bar.None
        && place.Community.NudgesOff.Count < Nudges.Kinds.Length;

    private static async ValueTask<bool> Take(
        Asking ask, string community, string? thread, Nudge nudge, CancellationToken ct)
    {
        var answer = await ask.Ask(
            Keys.OfMember(community, ask.Caller.Account!),
            new MemberCommand.TakeNudge(nudge.Kind, nudge.Occasion, thread), $"nudge/{nudge}", ct);
        return answer.Refusal is null;
    }
}
