namespace Communities.Views;

public sealed partial class PostgresViews
{
    private readonly Lock _lock = new();
    private Task _rebuilding = Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>It takes as long as projecting all feeds one after another. One process rebuilds at a time.</remarks>
    public override Task Rebuild(CancellationToken ct = default)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_rebuilding.IsCompleted) _rebuilding = Task.Run(RebuildNow, CancellationToken.None);
            return _rebuilding.WaitAsync(ct);
        }
    }

    private async Task RebuildNow()
    {
        var ct = _closing.Token;
        await using var connection = await _options.DataSource.OpenConnectionAsync(ct);
        await _generations.LockRebuild(connection, ct);
        try
        {
            await _generations.RemoveOthers(connection, ct);
            var (old, _) = await _generations.Present(connection, ct);
            var filling = old + 1;
            await using (var making = await connection.BeginTransactionAsync(ct))
            {
                await _generations.Create(connection, filling, ct);
                await making.CommitAsync(ct);
            }

            // The present generation goes on answering, and being written, meanwhile.
            await Fill(filling, await _generations.Progress(connection, old, ct: ct), ct);
            await _generations.Analyze(connection, filling, ct);
            await using (var changing = await connection.BeginTransactionAsync(ct))
            {
                // It stands still now, so that the new one comes to the very same positions.
                await Fill(filling, await _generations.Progress(connection, old, isToStandStill: true, ct), ct);
                await _generations.Complete(connection, filling, ct);
                await _generations.Retire(connection, old, ct);
                await changing.CommitAsync(ct);
            }

            _readers.TurnTo(filling);
            await _generations.RemoveOthers(connection, ct);
        }
        finally
        {
            await _generations.UnlockRebuild(connection);
        }
    }

    private async Task Fill(int generation, IReadOnlyList<(long Position, string Mark)> to, CancellationToken ct)
    {
        // Not one of the writers: all of them may wait for the generation that stands still.
        using var thread = new DatabaseThreads("views rebuild", most: 1, queueMax: 1);
        using var database = await thread.Run(
            () => PostgresDatabase.Open(_options.DataSource).Use(_generations.SchemaOf(generation)));
        for (var partition = 0; partition < to.Count; partition++)
        {
            var (of, partitions) = (partition, _feeds.Partitions);
            var projection = await thread.Run(() => new Projection(database, partitions, of));
            while (partitions.NumberOf(to[of].Position - projection.Position) is > 0 and var more)
            {
                var batch = await _feeds.All[of].Read(projection.Position, (int)Math.Min(_options.BatchMax, more), ct);
                if (batch.Count == 0)
                    throw new InvalidOperationException("The views are ahead of the journal.");
                await thread.Run(() => projection.TryApply(batch));
            }
        }
    }
}
