using System.Text;
using Communities.Actors;
using Communities.Suites;
using Npgsql;

namespace Communities.Postgres.Tests;

/// <summary>What the tests of the journal on PostgreSQL write, and how they open it.</summary>
internal static class Journals
{
    public static readonly ActorId Anna = new("member", "devs/anna");
    public static readonly ActorId Bob = new("member", "devs/bob");

    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A journal in this place that learns of others' commits only by being told of them.</summary>
    public static PostgresOptions Options(PostgresPlace place, NpgsqlDataSource? source = null) => new()
    {
        DataSource = source ?? place.DataSource,
        Schema = place.Schema,
        LookEvery = TimeSpan.FromHours(1),
    };

    public static Envelope Event(ActorId actor, long version, string text = "hello", string? id = null) => new(
        0, actor, version, "member.greeted", _noon, "anna", id, Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}"""));

    public static Envelope[] Events(ActorId actor, long first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Event(actor, first + i))];

    public static ActorId Member(int n) => new("member", $"devs/m{n}");

    /// <summary>The whole feed, read from the database and not from memory.</summary>
    public static async Task<IReadOnlyList<Envelope>> Written(PostgresPlace place, int partition = 0)
    {
        await using var journal = await PostgresJournal.Open(Options(place));
        var all = new List<Envelope>();
        while (await journal[partition].Read(all.Count == 0 ? 0 : all[^1].Position, 1_000) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    /// <summary>Asserts that positions and the versions of each actor are without gaps.</summary>
    public static void AssertWhole(IReadOnlyList<Envelope> feed, Partitions partitions, int partition = 0)
    {
        Assert.Equal(
            Enumerable.Range(1, feed.Count).Select(n => partitions.Position(partition, n)),
            feed.Select(e => e.Position));
        Assert.All(feed.GroupBy(e => e.Actor), events => Assert.Equal(
            Enumerable.Range(1, events.Count()).Select(n => (long)n), events.Select(e => e.Version)));
    }
}
