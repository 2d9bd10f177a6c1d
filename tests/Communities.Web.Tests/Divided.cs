using Communities.Actors;
using Communities.Views;

namespace Communities.Web.Tests;

/// <summary>
/// A journal of one partition as if it had several: the same events in the same order, each at the position that it
/// would have in the partition of its actor.
/// </summary>
internal sealed class Divided(IFeed whole, Partitions partitions)
{
    private readonly Lock _lock = new();
    private readonly List<long> _positions = [0]; // Of the nth event of the whole journal.
    private readonly List<List<long>> _whole = [.. Enumerable.Range(0, partitions.Count).Select(_ => new List<long>())];

    public Partitions Partitions => partitions;

    public Feeds Feeds => new([.. Enumerable.Range(0, partitions.Count).Select(p => new Part(this, p))]);

    /// <summary>The divided position of an event of the whole journal.</summary>
    public async ValueTask<long> Position(long position)
    {
        await Learn(position);
        lock (_lock) return _positions[(int)position];
    }

    /// <summary>How far each partition has come when the whole journal is at this position.</summary>
    public async Task<IReadOnlyList<long>> Positions(long position)
    {
        await Learn(position);
        lock (_lock)
            return [.. _whole.Select((all, p) => partitions.Position(p, all.Count(at => at <= position)))];
    }

    /// <summary>The position in the whole journal of the event at this divided one, once there is one.</summary>
    public async Task<long> Whole(long position, CancellationToken ct)
    {
        var (partition, n) = (partitions.OfPosition(position), (int)partitions.NumberOf(position));
        while (true)
        {
            var head = whole.Head;
            await Learn(head);
            lock (_lock)
                if (_whole[partition].Count >= n) return n == 0 ? 0 : _whole[partition][n - 1];
            await whole.WaitBeyond(head, ct);
        }
    }

    public async ValueTask<Envelope> Place(Envelope envelope) =>
        envelope with { Position = await Position(envelope.Position) };

    private async Task Learn(long through)
    {
        while (true)
        {
            long known;
            lock (_lock) known = _positions.Count - 1;
            if (known >= through) return;
            var read = await whole.Read(known, 1_000);
            lock (_lock)
            {
                foreach (var envelope in read.Where(envelope => envelope.Position == _positions.Count))
                {
                    var partition = partitions.Of(envelope.Actor.Key);
                    _whole[partition].Add(envelope.Position);
                    _positions.Add(partitions.Position(partition, _whole[partition].Count));
                }
            }
        }
    }

    private sealed class Part(Divided divided, int partition) : IFeed
    {
        public long Head => divided.Positions(divided.Head).Result[partition];

        public async ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
        {
            var read = new List<Envelope>();
            for (var position = await divided.Whole(after, ct); read.Count < most;)
            {
                var batch = await divided.Read(position, ct);
                if (batch.Count == 0) break;
                foreach (var envelope in batch.Where(e => divided.Partitions.Of(e.Actor.Key) == partition))
                    read.Add(await divided.Place(envelope));
                position = batch[^1].Position;
            }

            return [.. read.Take(most)];
        }

        public async ValueTask WaitBeyond(long position, CancellationToken ct = default) =>
            await divided.Whole(Next(position), ct);

        public long Next(long position) => divided.Partitions.Next(partition, position);
    }

    private long Head => whole.Head;

    private ValueTask<IReadOnlyList<Envelope>> Read(long after, CancellationToken ct) => whole.Read(after, 1_000, ct);
}

/// <summary>Actors whose answers name divided positions.</summary>
internal sealed class DividedActors(IActors actors, Divided divided) : IActors
{
    public async ValueTask<Answer> Ask<TActor>(
        string key, ICommand<TActor> command, Call call, CancellationToken ct = default)
        where TActor : class, IActor
    {
        var answer = await actors.Ask(key, command, call, ct);
        return answer with { Position = await divided.Position(answer.Position) };
    }

    public ValueTask<TActor> See<TActor>(string key, CancellationToken ct = default) where TActor : class, IActor =>
        actors.See<TActor>(key, ct);
}

/// <summary>Views that have come as far in each partition as the views of the whole journal have.</summary>
internal sealed partial class DividedViews(SqliteViews views, Divided divided) : IViews
{
    public IReadOnlyList<long> Positions => divided.Positions(views.Position).Result;

    public long PositionOf(string key) => Positions[divided.Partitions.Of(key)];

    public async ValueTask WaitFor(long position, CancellationToken ct = default) =>
        await views.WaitFor(await divided.Whole(position, ct), ct);

    public IDisposable Subscribe(Action<IReadOnlyList<Envelope>> applied) => views.Subscribe(batch =>
    {
        foreach (var part in batch.GroupBy(envelope => divided.Partitions.Of(envelope.Actor.Key)))
            applied([.. part.Select(envelope => divided.Place(envelope).AsTask().Result)]);
    });

    public ValueTask<IReadOnlyList<CommunityView>> Communities(string? account, CancellationToken ct = default) =>
        views.Communities(account, ct);

    public ValueTask<CommunityView?> Community(string community, Viewer viewer, CancellationToken ct = default) =>
        views.Community(community, viewer, ct);

    public ValueTask<UploadView?> Upload(
        string community, string upload, Viewer viewer, CancellationToken ct = default) =>
        views.Upload(community, upload, viewer, ct);

    public ValueTask<Page<UploadView>> Uploads(
        string community, string account, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        views.Uploads(community, account, cursor, viewer, ct);

    public ValueTask<IReadOnlyDictionary<string, string>> UploadsThere(
        string community, IReadOnlyCollection<string> uploads, CancellationToken ct = default) =>
        views.UploadsThere(community, uploads, ct);

    public ValueTask<Page<ThreadRow>> Threads(ThreadQuery query, Viewer viewer, CancellationToken ct = default) =>
        views.Threads(query, viewer, ct);

    public ValueTask<ThreadView?> Thread(
        string community, string thread, int page, Viewer viewer, CancellationToken ct = default) =>
        views.Thread(community, thread, page, viewer, ct);

    public ValueTask<IReadOnlyList<RevisionView>> Revisions(
        string community, string thread, int number, Viewer viewer, CancellationToken ct = default) =>
        views.Revisions(community, thread, number, viewer, ct);

    public ValueTask<MemberView?> Member(
        string community, string account, Viewer viewer, CancellationToken ct = default) =>
        views.Member(community, account, viewer, ct);

    public ValueTask<IReadOnlyList<MembershipView>> Memberships(string account, CancellationToken ct = default) =>
        views.Memberships(account, ct);

    public ValueTask<Page<Hit>> PostsBy(
        string community, string account, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        views.PostsBy(community, account, cursor, viewer, ct);

    public ValueTask<IReadOnlyList<TagView>> Tags(string community, Viewer viewer, CancellationToken ct = default) =>
        views.Tags(community, viewer, ct);

    public ValueTask<Page<Hit>> Search(SearchQuery query, CancellationToken ct = default) => views.Search(query, ct);

    public Task Rebuild(CancellationToken ct = default) => views.Rebuild(ct);
}

/// <summary>The whole program over a journal of two partitions.</summary>
public sealed class DividedSite : ApiSite
{
    protected override int PartitionCount => 2;

    /// <summary>A slug that begins so, of a community in this partition.</summary>
    public static string Slug(string name, int partition) => Enumerable.Range(1, 100)
        .Select(n => $"{name}-{n}").First(slug => new Partitions(2).Of(slug) == partition);
}
