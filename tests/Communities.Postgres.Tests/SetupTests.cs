using Communities.Actors;
using Communities.Suites;
using Npgsql;
using static Communities.Postgres.Tests.Journals;

namespace Communities.Postgres.Tests;

/// <summary>How a journal comes to be, which databases cannot be one, and what a database refuses.</summary>
public sealed class SetupTests(SharedPostgres postgres) : IAsyncLifetime
{
    private PostgresPlace _place = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await postgres.NewPlace();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task Many_processes_that_start_at_once_make_one_journal()
    {
        var journals = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PostgresJournal.Open(Options(_place), Ct)));
        Assert.All(journals, journal => Assert.Equal(PostgresOptions.PartitionsDefault, journal.Partitions.Count));
        for (var i = 0; i < journals.Length; i++)
        {
            Assert.Equal(16 * (i + 1), await journals[i][0].Append([Event(Anna, i + 1)]));
            await journals[i].DisposeAsync();
        }
    }

    [Fact]
    public async Task The_number_of_partitions_is_settled_when_it_is_made()
    {
        await using (var made = await PostgresJournal.Open(Options(_place) with { Partitions = 5 }, Ct))
        {
            Assert.Equal(5, made.Partitions.Count);
        }

        await using (var asItIs = await PostgresJournal.Open(Options(_place), Ct))
        {
            Assert.Equal(5, asItIs.Partitions.Count);
        }

        var told = await Assert.ThrowsAsync<JournalSetupException>(
            () => PostgresJournal.Open(Options(_place) with { Partitions = 6 }, Ct));
        Assert.Contains("made with 5 partitions and cannot have 6", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_can_have_as_many_partitions_as_there_can_be()
    {
        await using var journal = await PostgresJournal.Open(Options(_place) with { Partitions = Partitions.Max }, Ct);
        Assert.Equal(1_024 + 1_023, await journal[1_023].Append([Event(Anna, 1)]));
        Assert.Equal(1_024, await journal[0].Append([Event(Anna, 1)]));
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_told_of()
    {
        await (await PostgresJournal.Open(Options(_place), Ct)).DisposeAsync();
        await _place.Execute($"UPDATE {_place.Schema}.journal SET version = 99");
        var told = await Assert.ThrowsAsync<JournalSetupException>(() => PostgresJournal.Open(Options(_place), Ct));
        Assert.Contains("newer version", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lacks_a_right_is_told_so()
    {
        var role = $"{_place.Schema}_poor";
        await _place.Execute($"CREATE ROLE {role} LOGIN");
        await using var poor = As(new() { Username = role });
        var told = await Assert.ThrowsAsync<JournalSetupException>(
            () => PostgresJournal.Open(Options(_place, poor), Ct));
        Assert.Contains("lacks a right", told.Message, StringComparison.Ordinal);

        // A schema that is there and its own is enough.
        await _place.Execute($"CREATE SCHEMA {_place.Schema} AUTHORIZATION {role}");
        await using (var journal = await PostgresJournal.Open(Options(_place, poor), Ct))
        {
            await journal[0].Append([Event(Anna, 1)]);
        }

        await _place.Execute($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Theory]
    [InlineData("Communities")]
    [InlineData("x; DROP TABLE y")]
    [InlineData("")]
    public async Task What_is_no_name_of_a_schema_is_a_mistake(string schema) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => PostgresJournal.Open(Options(_place) with { Schema = schema }, Ct));

    [Fact]
    public async Task A_database_that_is_not_there_is_told_of_at_once()
    {
        await using var nowhere = As(new() { Database = "nowhere" });
        var told = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => PostgresJournal.Open(Options(_place, nowhere), Ct));
        Assert.Contains("nowhere", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk_whatever_the_servers_default_is()
    {
        await using var careless = As(new() { Options = "-c synchronous_commit=off" });
        await using var journal = await PostgresJournal.Open(Options(_place, careless) with { Partitions = 1 }, Ct);
        await _place.Execute($"""
            CREATE TABLE {_place.Schema}.seen(what text, setting text);
            CREATE FUNCTION {_place.Schema}.see() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO {_place.Schema}.seen VALUES (TG_ARGV[0], current_setting('synchronous_commit'));
              RETURN NEW;
            END $$;
            {See("events")} {See("checkpoints")} {See("snapshots")} {See("alarms")}
            """);
        await journal[0].Append([Event(Anna, 1)]);
        await journal[0].Save("follower", "1", Ct);
        await journal[0].SaveSnapshot(new ActorSnapshot(Anna, 1, "f", "{}"u8.ToArray()), Ct);
        await journal[0].SetAlarm(new Alarm(Anna, "tea", DateTimeOffset.UnixEpoch, "greet", "{}"u8.ToArray()), Ct);
        await (await journal.Claim(0, "archive", Ct)).Save("archive", "1", Ct);

        Assert.Equal("alarms on, checkpoints on, checkpoints on, events on, snapshots off", await _place.Value<string>(
            $"SELECT string_agg(what || ' ' || setting, ', ' ORDER BY what) FROM {_place.Schema}.seen"));

        string See(string table) => $"""
            CREATE TRIGGER see AFTER INSERT OR UPDATE ON {_place.Schema}.{table}
            FOR EACH ROW EXECUTE FUNCTION {_place.Schema}.see('{table}');
            """;
    }

    [Theory]
    [InlineData("53100", "disk is full")]
    [InlineData("25006", "read-only")]
    [InlineData("XX001", "does not do it")]
    public async Task What_the_server_refuses_is_not_written_and_what_it_takes_again_is(string code, string sentence)
    {
        await using var journal = await PostgresJournal.Open(Options(_place) with { Partitions = 1 }, Ct);
        await journal[0].Append([Event(Anna, 1)]);
        await _place.Execute($"""
            CREATE FUNCTION {_place.Schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.actor = (SELECT id FROM {_place.Schema}.actors WHERE key = 'devs/m7') THEN
                RAISE EXCEPTION 'no' USING ERRCODE = '{code}';
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON {_place.Schema}.events FOR EACH ROW
            EXECUTE FUNCTION {_place.Schema}.refuse()
            """);
        var chain = new AppendChain();
        var told = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => journal[0].Append(Events(Member(7), 1, 3), chain));
        Assert.Contains(sentence, told.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was written", told.Message, StringComparison.Ordinal);
        Assert.True(chain.IsBroken);
        await Assert.ThrowsAsync<LostRaceException>(() => journal[0].Append(Events(Member(8), 1, 1), chain));
        Assert.Equal(1, journal[0].Head);

        await _place.Execute($"DROP TRIGGER refuse ON {_place.Schema}.events");
        Assert.Equal(4, await journal[0].Append(Events(Member(7), 1, 3)));
        AssertWhole(await Written(_place), Partitions.One);
    }

    [Fact]
    public async Task A_read_only_server_is_read_and_takes_nothing()
    {
        await using (var journal = await PostgresJournal.Open(Options(_place) with { Partitions = 1 }, Ct))
        {
            await journal[0].Append(Events(Anna, 1, 3));
        }

        await using var standby = As(new() { Options = "-c default_transaction_read_only=on" });
        await using var reading = await PostgresJournal.Open(Options(_place, standby), Ct);
        Assert.Equal(3, (await reading[0].Read(0, 10, Ct)).Count);
        var told = await Assert.ThrowsAsync<JournalUnavailableException>(() => reading[0].Append([Event(Anna, 4)]));
        Assert.Contains("read-only", told.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => reading[0].Save("follower", "1", Ct).AsTask());
    }

    [Fact]
    public async Task Every_event_can_be_read_by_people()
    {
        await using var journal = await PostgresJournal.Open(Options(_place) with { Partitions = 1 }, Ct);
        await journal[0].Append([Event(Anna, 1, "É 🎈", id: "web:1")]);
        Assert.Equal("""1 member devs/anna 1 member.greeted anna web:1 {"text":"É 🎈"}""", await _place.Value<string>(
            $"SELECT concat_ws(' ', position, kind, key, version, name, by, command, json) "
            + $"FROM {_place.Schema}.readable_events"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xd800)]
    [InlineData(0xdc00)]
    public async Task What_the_database_cannot_keep_is_a_mistake_of_the_caller_alone(int code)
    {
        var text = $"a{(char)code}b";
        await using var journal = await PostgresJournal.Open(Options(_place) with { Partitions = 1 }, Ct);
        var good = journal[0].Append([Event(Anna, 1, id: "🎈")]);
        await Assert.ThrowsAsync<ArgumentException>(() => journal[0].Append([Event(Bob, 1) with { By = text }]));
        await Assert.ThrowsAsync<ArgumentException>(() => journal[0].Append([Event(Bob, 1, id: text)]));
        await Assert.ThrowsAsync<ArgumentException>(() => journal[0].Append([Event(new ActorId("k", text), 1)]));
        Assert.Equal((1, 2), (await good, await journal[0].Append([Event(Bob, 1)])));
    }

    // Somebody else's way to the same server.
    private NpgsqlDataSource As(NpgsqlConnectionStringBuilder other)
    {
        var own = new NpgsqlConnectionStringBuilder(_place.ConnectionString);
        foreach (var key in other.Keys)
        {
            own[key] = other[key];
        }

        return NpgsqlDataSource.Create(own);
    }
}
