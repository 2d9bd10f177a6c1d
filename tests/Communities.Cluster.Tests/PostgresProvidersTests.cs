using System.Net;
using Communities.Suites;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;

namespace Communities.Cluster.Tests;

public sealed class PostgresProvidersTests(SharedPostgres postgres) : IAsyncLifetime
{
    private static readonly DateTime _noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly IOptions<ClusterOptions> _cluster = Options.Create(
        new ClusterOptions { ClusterId = Guid.NewGuid().ToString(), ServiceId = Guid.NewGuid().ToString() });

    private PostgresPlace _place = null!;
    private PostgresMembership _members = null!;
    private PostgresReminders _reminders = null!;

    public async ValueTask InitializeAsync()
    {
        _place = await postgres.NewPlace();
        _members = new PostgresMembership(_place.DataSource, _cluster);
        _reminders = new PostgresReminders(_place.DataSource, _cluster);
        await Task.WhenAll(
            _members.InitializeMembershipTable(true), _members.InitializeMembershipTable(true),
            _reminders.StartAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task A_silo_that_joined_is_read_as_it_was_written()
    {
        var (one, two) = (Silo(1), Silo(2));
        one.SuspectTimes = [Tuple.Create(two.SiloAddress, _noon), Tuple.Create(one.SiloAddress, _noon.AddSeconds(1))];
        Assert.True(await _members.InsertRow(one, (await _members.ReadAll()).Version.Next()));
        Assert.True(await _members.InsertRow(two, (await _members.ReadAll()).Version.Next()));

        var all = await _members.ReadAll();
        Assert.Equal((2, 2), (all.Version.Version, all.Members.Count));
        var alone = await _members.ReadRow(one.SiloAddress);
        Assert.Equal((2, 1), (alone.Version.Version, alone.Members.Count));
        Same(one, alone.Members[0].Item1);
        Same(two, all.TryGet(two.SiloAddress).Item1);
    }

    [Fact]
    public async Task Nobody_joins_twice_and_the_version_stays()
    {
        var silo = Silo(1);
        Assert.True(await _members.InsertRow(silo, (await _members.ReadAll()).Version.Next()));
        Assert.False(await _members.InsertRow(silo, (await _members.ReadAll()).Version.Next()));
        Assert.Equal(1, (await _members.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task A_change_on_an_old_version_changes_nothing()
    {
        var before = (await _members.ReadAll()).Version;
        var silo = Silo(1);
        Assert.True(await _members.InsertRow(silo, before.Next()));
        Assert.False(await _members.InsertRow(Silo(2), before.Next()));

        var (entry, etag) = (await _members.ReadRow(silo.SiloAddress)).Members[0];
        entry.Status = SiloStatus.Dead;
        Assert.False(await _members.UpdateRow(entry, etag, before.Next()));
        var now = (await _members.ReadAll()).Version.Next();
        Assert.True(await _members.UpdateRow(entry, etag, now));
        Assert.False(await _members.UpdateRow(entry, etag, now));
        Assert.False(await _members.UpdateRow(entry, etag, (await _members.ReadAll()).Version.Next()));
        Assert.Equal(SiloStatus.Dead, (await _members.ReadRow(silo.SiloAddress)).Members[0].Item1.Status);
        Assert.Equal(2, (await _members.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task Of_many_that_change_the_same_version_one_does()
    {
        var version = (await _members.ReadAll()).Version.Next();
        var done = await Task.WhenAll(Enumerable.Range(1, 10).Select(n => _members.InsertRow(Silo(n), version)));
        Assert.Single(done, true);
        Assert.Single((await _members.ReadAll()).Members);
    }

    [Fact]
    public async Task That_a_silo_lives_is_told_without_a_new_version()
    {
        var silo = Silo(1);
        await _members.InsertRow(silo, (await _members.ReadAll()).Version.Next());
        silo.IAmAliveTime = _noon.AddMinutes(5);
        silo.HostName = "elsewhere";
        await _members.UpdateIAmAlive(silo);

        var read = await _members.ReadAll();
        Assert.Equal((1, _noon.AddMinutes(5)), (read.Version.Version, read.Members[0].Item1.IAmAliveTime));
        Assert.Equal("here", read.Members[0].Item1.HostName);
    }

    [Fact]
    public async Task Silos_long_dead_are_forgotten_and_no_other()
    {
        var (dead, alive) = (Silo(1, SiloStatus.Dead), Silo(2));
        await _members.InsertRow(dead, (await _members.ReadAll()).Version.Next());
        await _members.InsertRow(alive, (await _members.ReadAll()).Version.Next());
        await _members.CleanupDefunctSiloEntries(_noon);
        Assert.Equal(2, (await _members.ReadAll()).Members.Count);
        await _members.CleanupDefunctSiloEntries(_noon.AddDays(1));
        Assert.Equal(alive.SiloAddress, Assert.Single((await _members.ReadAll()).Members).Item1.SiloAddress);
    }

    [Fact]
    public async Task Clients_find_the_silos_that_are_active_and_have_a_gateway()
    {
        await _members.InsertRow(Silo(1), (await _members.ReadAll()).Version.Next());
        await _members.InsertRow(Silo(2, SiloStatus.Joining), (await _members.ReadAll()).Version.Next());
        var closed = Silo(3);
        closed.ProxyPort = 0;
        await _members.InsertRow(closed, (await _members.ReadAll()).Version.Next());

        var gateway = Assert.Single(await new PostgresGateways(_place.DataSource, _cluster).GetGateways());
        Assert.Equal("gwy.tcp://127.0.0.1:30001/7", gateway.ToString());
    }

    [Fact]
    public async Task A_cluster_is_deleted_alone()
    {
        var other = new PostgresMembership(
            _place.DataSource, Options.Create(new ClusterOptions { ClusterId = Guid.NewGuid().ToString() }));
        await other.InitializeMembershipTable(true);
        await _members.InsertRow(Silo(1), (await _members.ReadAll()).Version.Next());
        await other.InsertRow(Silo(1), (await other.ReadAll()).Version.Next());
        await _members.DeleteMembershipTableEntries(_cluster.Value.ClusterId);
        Assert.Empty((await _members.ReadAll()).Members);
        Assert.Single((await other.ReadAll()).Members);
    }

    [Fact]
    public async Task A_reminder_is_read_as_it_was_written_and_changed_in_place()
    {
        var first = await _reminders.UpsertRow(Reminder("follower", "a", TimeSpan.FromMinutes(1)));
        var second = await _reminders.UpsertRow(Reminder("follower", "a", TimeSpan.FromDays(90)));
        Assert.NotEqual(first, second);
        var read = await _reminders.ReadRow(GrainId.Create("follower", "a"), "wake");
        Assert.Equal((_noon, TimeSpan.FromDays(90), second), (read!.StartAt, read.Period, read.ETag));
        Assert.Null(await _reminders.ReadRow(GrainId.Create("follower", "a"), "sleep"));
        Assert.Single((await _reminders.ReadRows(GrainId.Create("follower", "a"))).Reminders);
        Assert.False(await _reminders.RemoveRow(GrainId.Create("follower", "a"), "wake", first));
        Assert.True(await _reminders.RemoveRow(GrainId.Create("follower", "a"), "wake", second));
        Assert.Empty((await _reminders.ReadRows(0, 0)).Reminders);
    }

    [Fact]
    public async Task Ranges_of_the_ring_share_the_reminders_out()
    {
        for (var i = 0; i < 50; i++) await _reminders.UpsertRow(Reminder("follower", $"{i}", TimeSpan.FromMinutes(1)));
        uint[] cuts = [0, 1_000_000_000, 2_500_000_000, 4_000_000_000];
        var shares = new List<string>();
        for (var i = 0; i < cuts.Length; i++)
        {
            var share = await _reminders.ReadRows(cuts[i], cuts[(i + 1) % cuts.Length]);
            shares.AddRange(share.Reminders.Select(r => r.GrainId.ToString()));
        }

        Assert.Equal((50, 50), (shares.Count, shares.Distinct().Count()));
        Assert.Equal(50, (await _reminders.ReadRows(7, 7)).Reminders.Count);
    }

    [Fact]
    public async Task A_grain_finds_its_state_again_and_only_the_last_who_read_it_writes_it()
    {
        var (one, other) = (new Kept(), new Kept());
        var (storage, grain) = (Storage(), GrainId.Create("pubsub", "feed/3"));
        await storage.ReadStateAsync("state", grain, one);
        await storage.ReadStateAsync("state", grain, other);
        Assert.False(one.RecordExists);
        one.State.Add("a");
        await storage.WriteStateAsync("state", grain, one);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("state", grain, other));
        one.State.Add("b");
        await storage.WriteStateAsync("state", grain, one);

        await Storage().ReadStateAsync("state", grain, other);
        Assert.Equal((true, one.ETag), (other.RecordExists, other.ETag));
        Assert.Equal(["a", "b"], other.State);
        await storage.ClearStateAsync("state", grain, one);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("state", grain, other));
        await storage.ReadStateAsync("state", grain, other);
        Assert.Equal((false, null), (other.RecordExists, other.ETag));
        Assert.Empty(other.State);
    }

    private PostgresGrainStorage Storage() => new("PubSubStore", _place.DataSource, _cluster, new Serializer());

    private static MembershipEntry Silo(int number, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 11_000 + number, 7),
        Status = status,
        SiloName = $"silo {number}",
        HostName = "here",
        RoleName = "silo",
        ProxyPort = 30_000 + number,
        StartTime = _noon,
        IAmAliveTime = _noon.AddMinutes(1),
        SuspectTimes = [],
    };

    private static ReminderEntry Reminder(string type, string key, TimeSpan period) =>
        new() { GrainId = GrainId.Create(type, key), ReminderName = "wake", StartAt = _noon, Period = period };

    private static void Same(MembershipEntry expected, MembershipEntry actual)
    {
        Assert.Equal(expected.ToFullString(), actual.ToFullString());
        Assert.Equal(expected.SuspectTimes, actual.SuspectTimes);
        Assert.Equal(expected.ProxyPort, actual.ProxyPort);
    }

    private sealed class Kept : IGrainState<List<string>>
    {
        public List<string> State { get; set; } = [];

        public string? ETag { get; set; }

        public bool RecordExists { get; set; }
    }

    private sealed class Serializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T input) => BinaryData.FromObjectAsJson(input);

        public T Deserialize<T>(BinaryData input) => input.ToObjectFromJson<T>()!;
    }
}
