using Communities.Suites;

namespace Communities.Postgres.Tests;

public sealed class A_journal_on_PostgreSQL_is_a_journal(SharedPostgres postgres) : JournalSuite
{
    protected override JournalHarness NewPlace() => new PostgresJournalPlace(postgres, count: 1, one: 0);
}

public sealed class Each_partition_on_PostgreSQL_is_a_journal(SharedPostgres postgres) : JournalSuite
{
    protected override JournalHarness NewPlace() => new PostgresJournalPlace(postgres, count: 7, one: 5);
}

public sealed class Each_of_many_partitions_that_share_a_table_is_a_journal(SharedPostgres postgres) : JournalSuite
{
    protected override JournalHarness NewPlace() => new PostgresJournalPlace(postgres, count: 40, one: 39);
}

public sealed class An_engine_on_a_journal_on_PostgreSQL_is_an_engine(SharedPostgres postgres) : EngineSuite
{
    protected override EngineHarness NewPlace() => new PostgresEnginePlace(postgres);
}
