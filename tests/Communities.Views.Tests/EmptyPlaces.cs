using System.Collections.Concurrent;
using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>
/// Places whose tables the test before has made and that were emptied after it: to make a hundred tables and their
/// indexes costs PostgreSQL many times what a test does with them.
/// </summary>
internal static class EmptyPlaces
{
    private static readonly ConcurrentDictionary<int, ConcurrentBag<(PostgresPlace Place, int Generation)>> _kept =
        new();

    /// <summary>A place with empty views of so many partitions, or a new one, where no views are yet.</summary>
    public static async Task<ViewsPlace> Take(SharedPostgres postgres, int partitions)
    {
        var kept = _kept.GetOrAdd(partitions, _ => []);
        var (place, generation) = kept.TryTake(out var empty) ? empty : (await postgres.NewPlace(), 1);
        return new ViewsPlace(place, async () =>
        {
            if (await TryEmpty(place, generation)) kept.Add((place, generation + 1));
            else await place.DisposeAsync();
        });
    }

    // A generation that a rebuild has made is not as the first one: the planner knows what was in it. What stays
    // becomes the next one: what PostgreSQL told of the one before may be heard late, by the views of the next test.
    private static async Task<bool> TryEmpty(PostgresPlace place, int generation)
    {
        var generations = await place.Value<string>($"""
            SELECT coalesce(string_agg(nspname, ' '), '') FROM pg_namespace WHERE nspname LIKE '{place.Schema}\_%'
            """);
        var family = $"{place.Schema}_{Schema.Version}_";
        if (generations != $"{family}{generation}") return false;
        await place.Execute($"""
            DO $$
            DECLARE
                name text; filled text; holds boolean;
            BEGIN
                FOR name IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                    WHERE schemaname = '{generations}' AND tablename <> 'progress'
                LOOP
                    EXECUTE 'SELECT EXISTS (SELECT FROM ' || name || ')' INTO holds;
                    IF holds THEN filled := concat_ws(', ', filled, name); END IF;
                END LOOP;
                IF filled IS NOT NULL THEN EXECUTE 'TRUNCATE ' || filled; END IF;
                UPDATE "{generations}".progress SET position = 0, mark = '', threads = 0, members = 0;
                ALTER SCHEMA "{generations}" RENAME TO "{family}{generation + 1}";
                UPDATE "{place.Schema}".generations SET generation = {generation + 1};
            END $$
            """);
        return true;
    }
}
