using Communities.Suites;

namespace Communities.Local.Tests;

public sealed class The_local_engine_is_an_engine : EngineSuite
{
    protected override EngineHarness NewPlace() => new LocalPlace();
}

public sealed class The_SQLite_journal_is_a_journal : JournalSuite
{
    protected override JournalHarness NewPlace() => new LocalJournalPlace();
}
