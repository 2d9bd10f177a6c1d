using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A contest as a form brings it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Rules">How one takes part, in Markdown.</param>
/// <param name="Category">The category of its thread; empty for none.</param>
/// <param name="EntriesUntil">Until when one enters, as typed, on the community's clocks.</param>
/// <param name="VotingUntil">Until when one votes, as typed, on the same clocks.</param>
/// <param name="EntriesEach">The most entries of one member, as typed.</param>
/// <param name="VotesEach">The most entries on one ballot, as typed.</param>
/// <param name="Jury">Accounts between spaces or commas; empty: all members vote.</param>
/// <param name="Badge">The community's own badge for winners; empty for none.</param>
/// <param name="Words">What the post with the results says.</param>
public sealed record ContestDraft(
    string Title, string Rules, string Category, string EntriesUntil, string VotingUntil, string EntriesEach,
    string VotesEach, string Jury, string Badge, string Words)
{
    private const string Format = "yyyy-MM-ddTHH:mm";

    private static readonly char[] _between = [' ', ',', ';', '\n', '\r', '\t'];

    /// <summary>What most want: two weeks to enter, one to vote, from now on.</summary>
    public static ContestDraft New(Texts texts, string zone, DateTimeOffset now)
    {
        var today = ZonedTime.Local(now, zone).Date.AddHours(20);
        return new(
            "", "", "", today.AddDays(14).ToString(Format, CultureInfo.InvariantCulture),
            today.AddDays(21).ToString(Format, CultureInfo.InvariantCulture), "1", "3", "", "", texts.ContestWords);
    }

    /// <summary>What a form holds.</summary>
    public static ContestDraft Of(IFormCollection form) => new(
        form["title"].ToString().Trim(), form["rules"].ToString(), form["category"].ToString(),
        form["entries-until"].ToString(), form["voting-until"].ToString(), form["entries-each"].ToString(),
        form["votes-each"].ToString(), form["jury"].ToString(), form["badge"].ToString(), form["words"].ToString());

    /// <summary>When the clocks of the community show what was typed; long past where that is no time.</summary>
    public static DateTimeOffset TimeIn(string typed, string zone) =>
        DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? ZonedTime.At(local, zone).At
            : DateTimeOffset.UnixEpoch;

    /// <summary>A time as the field of a form shows it, on the community's clocks.</summary>
    public static string Typed(DateTimeOffset at, string zone) =>
        ZonedTime.Local(at, zone).ToString(Format, CultureInfo.InvariantCulture);

    internal ContestCommand.Open CommandIn(string zone) => new(
        Title, Rules, Category.Length == 0 ? null : Category,
        new ContestTerms(
            TimeIn(EntriesUntil, zone), TimeIn(VotingUntil, zone), Number(EntriesEach), Number(VotesEach),
            Badge.Length == 0 ? null : Badge),
        JuryIn(Jury), Words);

    private static ImmutableArray<string> JuryIn(string typed) =>
        [.. typed.Split(_between, StringSplitOptions.RemoveEmptyEntries)
            .Select(account => account.TrimStart('@').ToLowerInvariant()).Distinct()];

    private static int Number(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
