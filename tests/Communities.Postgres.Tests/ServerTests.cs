using Communities.Suites;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Communities.Postgres.Tests;

/// <summary>What the tests' own server does for them.</summary>
public sealed class ServerTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Each_test_has_a_schema_of_its_own_that_goes_with_it()
    {
        string schema;
        await using (var place = await postgres.NewPlace())
        await using (var other = await postgres.NewPlace())
        {
            schema = place.Schema;
            await place.Execute($"CREATE SCHEMA {place.Schema}; CREATE TABLE {place.Schema}.notes(n int)");
            await other.Execute($"CREATE SCHEMA {other.Schema}; CREATE TABLE {other.Schema}.notes(n int)");
            Assert.Equal(2, await place.Value<long>(
                $"SELECT count(*) FROM pg_tables WHERE schemaname IN ('{place.Schema}', '{other.Schema}')"));
        }

        await using var later = await postgres.NewPlace();
        Assert.Equal(0, await later.Value<long>($"SELECT count(*) FROM pg_namespace WHERE nspname='{schema}'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_of_a_tests_own_can_be_stopped_and_goes_on_where_it_was(bool inGoodOrder)
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start();
        await using var place = server.NewPlace();
        await place.Execute($"CREATE SCHEMA {place.Schema}; CREATE TABLE {place.Schema}.notes AS SELECT 7 AS n");
        await server.Stop(inGoodOrder);
        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => place.Execute("SELECT 1"));
        await server.Resume();
        Assert.Equal(7, await place.Value<int>($"SELECT n FROM {place.Schema}.notes"));
    }
}
