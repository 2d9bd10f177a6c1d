using Npgsql;

namespace Communities.Postgres;

/// <summary>What the writer asks of the database.</summary>
internal sealed partial class Writer
{
    /// <summary>What came of an append.</summary>
    /// <param name="Before">How many events the partition had.</param>
    /// <param name="Fence">What has to be named to write; another process may have raised it.</param>
    /// <param name="IsWritten">Everything asked for is durable. Otherwise nothing was written.</param>
    /// <param name="Ids">The numbers of the actors asked about, as far as they were looked at; all if written.</param>
    /// <param name="Found">The versions of the first actors asked about, where they had to be looked up.</param>
    private readonly record struct Told(long Before, long Fence, bool IsWritten, long[]? Ids, long[]? Found);

    private async Task<Told> Append(Session session, Plan plan)
    {
        var actors = plan.Actors;
        object[] values =
        [
            _journal.Partition, _journal.Partitions, _journal.WriterId, _fence, _events, plan.Guessed,
            Each(actors, a => a.At.Id), Each(actors, a => a.Actor.Kind), Each(actors, a => a.Actor.Key),
            Each(actors, a => a.At.Version),
            .. Columns(plan),
        ];
        try
        {
            var told = await session.Read(
                new(_journal.Statements.Append, values),
                async row =>
                {
                    await row.ReadAsync(Closing).ConfigureAwait(false);
                    return new Told(
                        row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2),
                        row.IsDBNull(3) ? null : row.GetFieldValue<long[]>(3),
                        row.IsDBNull(4) ? null : row.GetFieldValue<long[]>(4));
                },
                Closing).ConfigureAwait(false);
            _isUnsettled = false;
            return told;
        }
        catch (NpgsqlException e) when (Faults.IsAnswer(e))
        {
            _isUnsettled = false;
            throw;
        }
    }

    private Task<(long Events, long Fence)> Fence(Session session) => session.Read(
        new(_journal.Statements.Fence, _journal.Partition),
        async row =>
        {
            await row.ReadAsync(Closing).ConfigureAwait(false);
            return (row.GetInt64(0), row.GetInt64(1));
        },
        Closing);

    // All of a batch is there or nothing; its first event, in this writer's name, tells. What lies at or before the
    // count that was known when it was sent is older.
    private Task<long?> Find(Session session, Plan sent, long behind)
    {
        var first = sent.Going[0].Events[0];
        return session.Read(
            new(_journal.Statements.Find,
                _journal.Partition, first.Actor.Kind, first.Actor.Key, first.Version, _journal.WriterId,
                _journal.Position(behind)),
            async row => await row.ReadAsync(Closing).ConfigureAwait(false) ? row.GetInt64(0) : (long?)null,
            Closing);
    }

    private static object[] Columns(Plan plan)
    {
        var count = plan.Events;
        var (actors, versions, ats) = (new int[count], new long[count], new DateTime[count]);
        var (names, bys, commands) = (new string[count], new string[count], new string?[count]);
        var jsons = new ReadOnlyMemory<byte>[count];

        // PostgreSQL counts from one.
        var places = plan.Actors.Index().ToDictionary(actor => actor.Item.Actor, actor => actor.Index + 1);
        var i = 0;
        foreach (var request in plan.Going)
        {
            var place = places[request.Actor];
            foreach (var e in request.Events)
            {
                (actors[i], versions[i], ats[i]) = (place, e.Version, e.At.UtcDateTime);
                (names[i], bys[i]) = (e.Name, e.By);
                (commands[i], jsons[i++]) = (e.CommandId, e.Json);
            }
        }

        return [actors, versions, ats, names, bys, commands, jsons];
    }

    private static TResult[] Each<T, TResult>(IReadOnlyList<T> all, Func<T, TResult> pick)
    {
        var picked = new TResult[all.Count];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = pick(all[i]);
        }

        return picked;
    }
}
