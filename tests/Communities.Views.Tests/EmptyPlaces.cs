using System.Collections.Concurrent;
using Communities.Suites;

namespace Communities.Views.Tests;

/// <summary>
/// Places whose tables the test before has made and that were emptied after it: to make a hundred tables and their
/// indexes costs PostgreSQL many times what a test does with them.
/// </summary>
internal static class EmptyPlaces
{
    private static readonly ConcurrentDictionary<int, ConcurrentBag<PostgresPlace>> _kept = new();

    /// <summary>A place with empty views of so many partitions, or a new one, where no views are yet.</summary>
    public static async Task<ViewsPlace> Take(SharedPostgres postgres, int partitions)
    {
        var kept = _kept.GetOrAdd(partitions, _ => []);
        var place = kept.TryTake(out var empty) ? empty : await postgres.NewPlace();
        return new ViewsPlace(place, async () =>
        {
            if (await TryEmpty(place)) kept.Add(place);
            else await place.DisposeAsync();
        });
    }

    // A generation that a rebuild has made is not as the first one: the planner knows what was in it.
    private static async Task<bool> TryEmpty(PostgresPlace place)
    {
        var generations = await place.Value<string>($"""
            SELECT coalesce(string_agg(nspname, ' '), '') FROM pg_namespace WHERE nspname LIKE '{place.Schema}\_%'
            """);
        if (!generations.EndsWith("_1", StringComparison.Ordinal) || generations.Contains(' ')) return false;
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
            END $$
            """);
        return true;
    }
}
