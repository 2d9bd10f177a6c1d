using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Communities.Actors;
using static Communities.PollEvent;

namespace Communities.Views;

/// <summary>Polls and their ballots.</summary>
internal sealed class PollProjection(Database database, MemberProjection members)
{
    private readonly Dictionary<(string Community, string Poll, string Choices), int> _counts = [];
    private readonly Dictionary<(string Community, string Poll), int> _voters = [];

    /// <summary>Numbers of options as they stand in the tables: <c>2,1</c>.</summary>
    public static string Write(ImmutableArray<int> choices) => string.Join(',', choices);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static ImmutableArray<int> Read(string choices) =>
        [.. choices.Split(',').Select(choice => int.Parse(choice, CultureInfo.InvariantCulture))];

    /// <summary>
    /// The account that <see cref="Apply(PollEvent, Envelope)"/> looks up for this event; empty for none.
    /// </summary>
    public static string AccountIn(PollEvent happened, Envelope envelope) =>
        happened is Opened or Voted or Withdrawn ? envelope.By : "";

    public void Apply(PollEvent happened, Envelope envelope)
    {
        var (community, poll) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Opened e: Open(community, poll, e, members.Number(community, envelope.By), at); break;
            case Attached e:
                database.Prepare("UPDATE polls SET thread = ?, number = ? WHERE community = ? AND id = ?")
                    .Bind(e.Thread).Bind(e.Number).Bind(community).Bind(poll).Run();
                break;
            case Voted e:
                database.Prepare("""
                    INSERT INTO ballots VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (community, poll, member) DO UPDATE SET choices = excluded.choices, at = excluded.at
                    """).Bind(community).Bind(poll).Bind(Voter()).Bind(Write(e.Choices)).Bind(at).Run();
                Count(community, poll, e.Choices, +1);
                if (e.Before is { } before) Count(community, poll, before, -1);
                break;
            case Withdrawn e:
                database.Prepare("DELETE FROM ballots WHERE community = ? AND poll = ? AND member = ?")
                    .Bind(community).Bind(poll).Bind(Voter()).Run();
                Count(community, poll, e.Before, -1);
                break;
            case Closed: Close(community, poll, at); break;
            case Reopened: Close(community, poll, null); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        long Voter() => members.Number(community, envelope.By);
    }

    /// <summary>A post that brings a poll of its author's shows it at once, before the poll has been told.</summary>
    public void Apply(ThreadEvent happened, Envelope envelope)
    {
        var (poll, number) = happened switch
        {
            ThreadEvent.Opened e => (e.Poll, 1),
            ThreadEvent.Replied e => (e.Poll, e.Number),
            _ => (null, 0),
        };
        if (poll is null) return;
        var (community, thread) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        database.Prepare("""
            UPDATE polls SET thread = ?, number = ? WHERE community = ? AND id = ? AND author = ? AND thread IS NULL
            """).Bind(thread).Bind(number).Bind(community).Bind(poll)
            .Bind(members.Number(community, envelope.By)).Run();
    }

    public void Flush()
    {
        foreach (var ((community, poll, choices), change) in _counts)
        {
            if (change == 0) continue;
            database.Prepare("""
                INSERT INTO ballot_counts VALUES (?, ?, ?, ?)
                ON CONFLICT (community, poll, choices) DO UPDATE SET count = ballot_counts.count + excluded.count
                """).Bind(community).Bind(poll).Bind(choices).Bind(change).Run();
        }

        foreach (var ((community, poll), change) in _voters)
        {
            database.Prepare("DELETE FROM ballot_counts WHERE community = ? AND poll = ? AND count <= 0")
                .Bind(community).Bind(poll).Run();
            if (change != 0)
                database.Prepare("UPDATE polls SET voters = voters + ? WHERE community = ? AND id = ?")
                    .Bind(change).Bind(community).Bind(poll).Run();
        }

        Forget();
    }

    public void Forget()
    {
        _counts.Clear();
        _voters.Clear();
    }

    private void Open(string community, string poll, Opened e, long author, long at) => database.Prepare("""
        INSERT INTO polls VALUES (?, ?, NULL, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)
        """).Bind(community).Bind(poll).Bind(author).Bind(at).Bind(e.Question).Bind(string.Join('\n', e.Options))
        .Bind((long)e.Terms.Way).Bind(e.Terms.Least).Bind(e.Terms.Most).Bind(e.Terms.IsSecret)
        .Bind((long)e.Terms.Results).Bind(e.ClosesAt?.ToUnixTimeMilliseconds()).Run();

    private void Close(string community, string poll, long? at) =>
        database.Prepare("UPDATE polls SET closed_at = ?1, closes_at = NULL WHERE community = ?2 AND id = ?3")
            .Bind(at).Bind(community).Bind(poll).Run();

    private void Count(string community, string poll, ImmutableArray<int> choices, int change)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, (community, poll, Write(choices)), out _) += change;
        CollectionsMarshal.GetValueRefOrAddDefault(_voters, (community, poll), out _) += change;
    }
}
