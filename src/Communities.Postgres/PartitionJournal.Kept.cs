namespace Communities.Postgres;

/// <summary>What a partition keeps beside its events: snapshots, alarms, and how far followers have come.</summary>
internal sealed partial class PartitionJournal
{
    public ValueTask<ActorSnapshot?> LoadSnapshot(ActorId actor, CancellationToken ct = default) => Row<ActorSnapshot?>(
        new(Statements.LoadSnapshot, Partition, actor.Kind, actor.Key),
        row => new ActorSnapshot(actor, row.GetInt64(0), row.GetString(1), (byte[])row.GetValue(2)), ct);

    public async ValueTask SaveSnapshot(ActorSnapshot snapshot, CancellationToken ct = default) => await Write(
        new(Statements.SaveSnapshot, Partition, snapshot.Actor.Kind, snapshot.Actor.Key, snapshot.Version,
            snapshot.Format, snapshot.State), ct).ConfigureAwait(false);

    public async ValueTask SetAlarm(Alarm alarm, CancellationToken ct = default) => await Write(
        new(Statements.SetAlarm, Partition, alarm.Target.Kind, alarm.Target.Key, alarm.Name, alarm.Due.UtcDateTime,
            alarm.CommandName, alarm.Command), ct).ConfigureAwait(false);

    public async ValueTask CancelAlarm(ActorId target, string name, CancellationToken ct = default) => await Write(
        new(Statements.CancelAlarm, Partition, target.Kind, target.Key, name), ct).ConfigureAwait(false);

    public async ValueTask ForgetAlarm(Alarm delivered, CancellationToken ct = default) => await Write(
        new(Statements.ForgetAlarm, Partition, delivered.Target.Kind, delivered.Target.Key, delivered.Name,
            delivered.Due.UtcDateTime), ct).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Alarm>> DueAlarms(
        DateTimeOffset by, int most, CancellationToken ct = default) => await Rows(
        new(Statements.DueAlarms, Partition, by.UtcDateTime, (long)most),
        row => new Alarm(
            new ActorId(row.GetString(0), row.GetString(1)), row.GetString(2), EventRows.TimeOf(row, 3),
            row.GetString(4), (byte[])row.GetValue(5)), ct).ConfigureAwait(false);

    public ValueTask<DateTimeOffset?> NextAlarm(CancellationToken ct = default) => Row<DateTimeOffset?>(
        new(Statements.NextAlarm, Partition), row => row.IsDBNull(0) ? null : EventRows.TimeOf(row, 0), ct);

    public ValueTask<string?> Load(string name, CancellationToken ct = default) => Row<string?>(
        new(Statements.LoadCheckpoint, Partition, name), row => row.GetString(0), ct);

    public async ValueTask Save(string name, string mark, CancellationToken ct = default) => await Write(
        new(Statements.SaveCheckpoint, Partition, name, mark), ct).ConfigureAwait(false);

    /// <summary>Claims the checkpoints of a follower for whoever asks last.</summary>
    public async Task<ICheckpoints> Claim(string follower, CancellationToken ct) => new Claimed(
        this, follower, await _writers.Run(
            (session, ct) => session.Read(
                new(Statements.Claim, Partition, follower),
                async row =>
                {
                    await row.ReadAsync(ct).ConfigureAwait(false);
                    return row.GetInt64(0);
                },
                ct),
            ct).ConfigureAwait(false));

    private sealed class Claimed(PartitionJournal journal, string follower, long epoch) : ICheckpoints
    {
        public ValueTask<string?> Load(string name, CancellationToken ct = default) => journal.Load(name, ct);

        public async ValueTask Save(string name, string mark, CancellationToken ct = default)
        {
            var saved = await journal.Write(
                new(journal.Statements.SaveClaimed, journal.Partition, name, mark, follower, epoch), ct)
                .ConfigureAwait(false);
            if (saved == 0)
            {
                throw new CheckpointLostException(follower);
            }
        }
    }
}
