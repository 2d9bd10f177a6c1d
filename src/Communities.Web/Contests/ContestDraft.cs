using Communities.Actors;
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
    /// <summary>What most want: two weeks to enter, one to vote, from now on.</summary>
    public static ContestDraft New(Texts texts, string zone, DateTimeOffset now)
    {
        var today = ZonedTime.Local(now, zone).Date.AddHours(20);
        return new(
            "", "", "", ClockTime.Typed(today.AddDays(14)), ClockTime.Typed(today.AddDays(21)), "1", "3", "", "",
            texts.ContestWords);
    }

    /// <summary>What a form holds.</summary>
    public static ContestDraft Of(IFormCollection form) => new(
        form["title"].ToString().Trim(), form["rules"].ToString(), form["category"].ToString(),
        form["entries-until"].ToString(), form["voting-until"].ToString(), form["entries-each"].ToString(),
        form["votes-each"].ToString(), form["jury"].ToString(), form["badge"].ToString(), form["words"].ToString());

    /// <summary>The contest that this is, and what is odd about its times on those clocks; or why it is none.</summary>
    internal (ContestCommand.Open? Command, Wrinkle Wrinkle, Refusal? No) Read(string zone)
    {
        var (postpone, wrinkle, no) = Times(EntriesUntil, VotingUntil, zone);
        if (postpone is null) return (null, wrinkle, no);
        return (
            new ContestCommand.Open(
                Title, Rules, Category.Length == 0 ? null : Category,
                new ContestTerms(
                    postpone.EntriesUntil, postpone.VotingUntil, Typed.Number(EntriesEach) ?? 0,
                    Typed.Number(VotesEach) ?? 0,
                    Badge.Length == 0 ? null : Badge),
                Typed.Accounts(Jury), Words),
            wrinkle, null);
    }

    /// <summary>The times that were typed, and what is odd about them on those clocks; or why they are none.</summary>
    internal static (ContestCommand.Postpone? Command, Wrinkle Wrinkle, Refusal? No) Times(
        string? entriesUntil, string? votingUntil, string zone) =>
        ClockTime.In(zone, entriesUntil) is var (entries, first) && ClockTime.In(zone, votingUntil) is var (votes, last)
            ? (new ContestCommand.Postpone(entries, votes), ClockTime.First(first, last), null)
            : (null, default, ClockTime.Malformed);
}
