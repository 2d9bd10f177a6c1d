using System.Collections.Concurrent;
using System.Text;
using Communities.Actors;

namespace Communities.Archive.Tests;

/// <summary>A journal in memory with its checkpoints, or one partition of such a journal.</summary>
internal sealed class FakeJournal(Partitions partitions = default, int partition = 0) : IFeed, ICheckpoints
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 23, 59, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<Envelope> _events = [];
    private readonly Dictionary<ActorId, long> _versions = [];
    private readonly List<(long Position, TaskCompletionSource Reached)> _waiting = [];

    public ConcurrentDictionary<string, string> Marks { get; } = new();

    public IReadOnlyList<Envelope> Events => _events;

    public long Head
    {
        get
        {
            lock (_gate)
                return partitions.Position(partition, _events.Count);
        }
    }

    public long Next(long position) => partitions.Next(partition, position);

    /// <summary>One more event of this actor, ten seconds after the one before it in the feed.</summary>
    public FakeJournal Add(string key, string? json = null, string kind = "thread", string? command = null)
    {
        lock (_gate)
        {
            var actor = new ActorId(kind, key);
            var version = _versions[actor] = _versions.GetValueOrDefault(actor) + 1;
            var number = _events.Count + 1;
            var position = partitions.Position(partition, number);
            _events.Add(new Envelope(position, actor, version, $"{kind}.replied", Start.AddSeconds(10 * number),
                "ann", command, Encoding.UTF8.GetBytes(json ?? $$"""{"number":{{version}},"text":"né à Zürich 😀"}""")));
            foreach (var waiter in _waiting.Where(w => w.Position < position))
                waiter.Reached.TrySetResult();
        }

        return this;
    }

    /// <summary>This many events of three communities and the site's accounts, the same for the same seed.</summary>
    public FakeJournal AddMany(int count, int seed = 1)
    {
        var random = new Random(seed);
        string[] keys =
            ["devs", "devs/t1", "devs/t2", "devs/ann", "fr", "fr/t1", "fr/t1", "a-b/x", "~/ann", "devs/t3", "fr/t2"];
        for (var i = 0; i < count; i++)
        {
            var key = keys[random.Next(keys.Length)];
            Add(key, kind: random.Next(2) == 0 ? "thread" : "member", command: random.Next(3) == 0 ? $"c-{i}" : null);
        }

        return this;
    }

    public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
            return ValueTask.FromResult<IReadOnlyList<Envelope>>(
                _events.Skip((int)partitions.NumberOf(after)).Take(most).ToList());
    }

    public async ValueTask WaitBeyond(long position, CancellationToken ct = default)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (partitions.Position(partition, _events.Count) > position)
                return;
            _waiting.Add((position, waiter));
        }

        await waiter.Task.WaitAsync(ct);
    }

    public ValueTask<string?> Load(string name, CancellationToken ct = default) =>
        ValueTask.FromResult(Marks.GetValueOrDefault(name));

    public ValueTask Save(string name, string mark, CancellationToken ct = default)
    {
        Marks[name] = mark;
        return ValueTask.CompletedTask;
    }
}
