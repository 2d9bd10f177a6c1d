using System.Text;
using Communities.Actors;

namespace Communities.Suites;

/// <summary>What a journal is.</summary>
public abstract partial class JournalSuite : IAsyncLifetime
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, 5, TimeSpan.Zero);
    private static readonly ActorId _anna = new("member", "devs/anna");
    private static readonly ActorId _bob = new("member", "devs/bob");

    private JournalHarness _place = null!;
    private IJournal _journal = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new, empty place.</summary>
    protected abstract JournalHarness NewPlace();

    public async ValueTask InitializeAsync()
    {
        _place = NewPlace();
        _journal = await _place.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _place.Close(_journal);
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The position of the nth event.</summary>
    private long At(long n) => _place.Partition.All.Position(_place.Partition.One, n);

    private static Envelope Event(ActorId actor, long version, string text = "hello", string? id = null) => new(
        0, actor, version, "member.greeted", _noon, "anna", id, Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}"""));

    private static Envelope[] Events(ActorId actor, long first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Event(actor, first + i))];

    private async Task Reopen()
    {
        await _place.Close(_journal);
        _journal = await _place.Open();
    }

    private async Task CrashAndOpen()
    {
        await _place.Crash(_journal);
        _journal = await _place.Open();
    }

    private static void AssertSame(Envelope expected, Envelope actual)
    {
        Assert.Equal(expected with { Json = default }, actual with { Json = default });
        Assert.Equal(expected.Json.ToArray(), actual.Json.ToArray());
    }
}
