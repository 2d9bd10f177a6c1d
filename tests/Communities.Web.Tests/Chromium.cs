using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Communities.Web.Tests.Chromium))]

namespace Communities.Web.Tests;

/// <summary>
/// The one real browser of all tests, begun by the first that needs it: each person has a context of their own in it,
/// which shares nothing with others, and a start costs more than many a walk.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // What a page may take on a busy machine; a walkthrough waits for conditions, never for a time.
    public const float PatienceMs = 20_000;

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _running = new(Launch);

    /// <summary>Whether this machine has it.</summary>
    public static bool IsHere => File.Exists(Program);

    /// <summary>The browser; skips the test where there is none.</summary>
    public static async Task<IBrowser> Get()
    {
        Assert.SkipUnless(IsHere, $"There is no browser at {Program}.");
        return (await _running.Value).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated) return;
        var (driver, browser) = await _running.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Launch()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        }));
    }
}
