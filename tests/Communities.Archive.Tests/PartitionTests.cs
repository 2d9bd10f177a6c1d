using Communities.Actors;

namespace Communities.Archive.Tests;

/// <summary>
/// An engine of many machines has a journal in partitions, each with a writer of its own, and one archive.
/// </summary>
public sealed class PartitionTests
{
    private static readonly Partitions _partitions = new(3);

    private readonly FakeJournal[] _journals = [.. Enumerable.Range(0, 3).Select(p => new FakeJournal(_partitions, p))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_writers_of_all_partitions_keep_one_archive()
    {
        Fill(50);
        var store = Archives.Empty();
        foreach (var journal in _journals) await Archives.Write(store, journal);
        Fill(30);
        foreach (var journal in _journals) await Archives.Write(store, journal);
        var report = await Archives.Verify(store, _journals);
        Assert.Empty(report.Problems);
        Assert.Equal((6, 240, 240, 0), (report.Communities, report.Events, report.Compared, report.NotYetArchived));
    }

    [Fact]
    public async Task Writers_that_begin_an_archive_at_the_same_time_agree_which_it_is()
    {
        Fill(20);
        var store = new MemoryStore();
        var writers = _journals.Select(journal => new ArchiveWriter(journal, journal, store)).ToList();
        writers.ForEach(writer => writer.Start());
        await Task.WhenAll(writers.Zip(_journals, (writer, journal) => writer.WhenCaughtUp(journal.Head, Ct)));
        foreach (var writer in writers) await writer.DisposeAsync();
        Assert.Empty((await Archives.Verify(store, _journals)).Problems);
        Assert.Single(_journals.SelectMany(journal => journal.Marks.Keys).Distinct());
    }

    [Fact]
    public async Task An_identity_that_another_writer_put_meanwhile_is_taken()
    {
        var store = new LateStore();
        var identity = await ArchiveIdentity.Ensure(store, Ct);
        Assert.Equal(Archives.Id, identity.Id);
    }

    [Fact]
    public async Task A_round_counts_events_and_not_positions()
    {
        Fill(20);
        var store = Archives.Empty();
        var journal = _journals[1];
        var rounds = new ArchiveRounds(journal, journal, store, new ArchiveOptions { RoundEvents = 7 });
        await rounds.Recover(Ct);
        Assert.Equal(_partitions.Position(1, 7), await rounds.Next(0, Ct));
        Assert.Equal(_partitions.Position(1, 14), await rounds.Next(_partitions.Position(1, 7), Ct));
    }

    [Fact]
    public async Task An_interrupted_round_is_finished_as_far_as_it_went_and_no_further()
    {
        Fill(20);
        var store = Archives.Empty();
        var journal = _journals[2];
        journal.Marks[$"archive:{Archives.Id}"] = $"0..{_partitions.Position(2, 11)}";
        Assert.Equal(
            _partitions.Position(2, 11), await new ArchiveRounds(journal, journal, store, Archives.Small).Recover(Ct));
        Assert.Empty((await Archives.Verify(store, _journals)).Problems);
    }

    [Fact]
    public async Task A_writer_whose_place_is_taken_ends_and_the_archive_goes_on()
    {
        Fill(20);
        var (store, journal, fence) = (Archives.Empty(), _journals[1], new Fence());
        var first = new ArchiveWriter(journal, fence.Claim(journal), store, Archives.Small);
        first.Start();
        await first.WhenCaughtUp(journal.Head, Ct);

        var second = new ArchiveWriter(journal, fence.Claim(journal), store, Archives.Small);
        journal.AddMany(30);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WhenCaughtUp(journal.Head, Ct));
        Assert.IsType<CheckpointLostException>(first.LastError);
        second.Start();
        await second.WhenCaughtUp(journal.Head, Ct);
        Assert.Null(second.LastError);
        await first.DisposeAsync();
        await second.DisposeAsync();
        await Archives.Write(store, _journals[0]);
        await Archives.Write(store, _journals[2]);
        Assert.Empty((await Archives.Verify(store, _journals)).Problems);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_round_under_way_when_the_place_is_taken_is_the_same_whoever_finishes_it(bool oldFirst)
    {
        Fill(20);
        var (store, journal, fence) = (Archives.Empty(), _journals[1], new Fence());
        var planned = new ArchiveMark(0, _partitions.Position(1, 9));
        await planned.Save(fence.Claim(journal), new ArchiveIdentity(ArchiveFormat.Version, Archives.Id), Ct);
        var old = new ArchiveRounds(journal, fence.Last, store, new ArchiveOptions { RoundEvents = 9 });
        var @new = new ArchiveRounds(journal, fence.Claim(journal), store, new ArchiveOptions { RoundEvents = 4 });
        if (oldFirst) await Lost();
        Assert.Equal(planned.Through, await @new.Recover(Ct));
        if (!oldFirst) await Lost();
        Assert.Equal(_partitions.Position(1, 13), await @new.Next(planned.Through, Ct));
        Assert.Empty((await Archives.Verify(store, _journals)).Problems);

        Task Lost() => Assert.ThrowsAsync<CheckpointLostException>(
            async () => await old.Next(await old.Recover(Ct), Ct));
    }

    [Fact]
    public async Task What_one_partition_misses_is_found()
    {
        Fill(20);
        var store = Archives.Empty();
        foreach (var journal in _journals.Take(2)) await Archives.Write(store, journal);
        Assert.Equal(20, (await Archives.Verify(store, _journals)).NotYetArchived);
        _journals[2].Marks[$"archive:{Archives.Id}"] = $"{_journals[2].Head}";
        var report = await Archives.Verify(store, _journals);
        Assert.Equal(["c2", "d2"], report.Problems.Select(problem => problem.Name).Order());
    }

    [Fact]
    public async Task A_head_that_was_set_back_is_found_by_the_mark_of_its_own_partition()
    {
        Fill(20);
        var store = Archives.Empty();
        foreach (var journal in _journals) await Archives.Write(store, journal, options: new() { RoundEvents = 10 });
        var before = new MemoryStore { Objects = { [ObjectName.Identity] = store.Objects[ObjectName.Identity] } };
        var half = new FakeJournal(_partitions, 1);
        foreach (var e in _journals[1].Events.Take(10)) half.Add(e.Actor.Key);
        await Archives.Write(before, half, options: new() { RoundEvents = 10 });
        store.Objects["c1/head.json"] = before.Objects["c1/head.json"];
        Assert.Contains((await Archives.Verify(store, _journals)).Problems, p => p.Name == "c1/head.json");
    }

    [Fact]
    public async Task Another_journal_s_archive_is_refused_where_it_holds_the_same_partition()
    {
        Fill(5);
        var store = Archives.Empty();
        await Archives.Write(store, _journals[0]);
        var other = new FakeJournal(_partitions, 0).Add("zoo");
        await Assert.ThrowsAsync<ArchiveConflictException>(() => Archives.Write(store, other));
        await Archives.Write(store, _journals[1]);
    }

    // Two communities in each partition.
    private void Fill(int events)
    {
        for (var i = 0; i < events * 3; i++) _journals[i % 3].Add($"{(i % 2 == 0 ? "c" : "d")}{i % 3}/t{i % 7}");
    }

    /// <summary>A store in which somebody else begins the archive just before the first write.</summary>
    private sealed class LateStore : IArchiveStore
    {
        private readonly MemoryStore _store = new();

        public ValueTask Put(string name, ReadOnlyMemory<byte> content, CancellationToken ct = default)
        {
            foreach (var (key, value) in Archives.Empty().Objects) _store.Objects.TryAdd(key, value);
            return _store.Put(name, content, ct);
        }

        public ValueTask<string> Replace(
            string name, ReadOnlyMemory<byte> content, string? tag, CancellationToken ct = default) =>
            _store.Replace(name, content, tag, ct);

        public ValueTask<ArchiveObject?> Read(string name, CancellationToken ct = default) => _store.Read(name, ct);

        public IAsyncEnumerable<string> List(string folder, bool deep, CancellationToken ct = default) =>
            _store.List(folder, deep, ct);
    }

    /// <summary>Only who claimed last may save.</summary>
    private sealed class Fence
    {
        public ICheckpoints Last { get; private set; } = null!;

        public ICheckpoints Claim(ICheckpoints checkpoints) => Last = new Claimed(this, checkpoints);

        private sealed class Claimed(Fence fence, ICheckpoints checkpoints) : ICheckpoints
        {
            public ValueTask<string?> Load(string name, CancellationToken ct = default) => checkpoints.Load(name, ct);

            public ValueTask Save(string name, string mark, CancellationToken ct = default) => fence.Last == this
                ? checkpoints.Save(name, mark, ct)
                : throw new CheckpointLostException("archive");
        }
    }
}
