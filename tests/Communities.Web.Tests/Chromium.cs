using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Communities.Web.Tests.Chromium))]

namespace Communities.Web.Tests;

/// <summary>
/// The one real browser of all tests, begun by the first that needs it: each person has a context of their own in it,
/// which shares nothing with others, and a start costs more than many a walk.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    // Debian's own; the shell without windows does the same for half the processor's time.
    private static readonly string? _program =
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    // What a page may take on a busy machine; a walkthrough waits for conditions, never for a time.
    public const float PatienceMs = 60_000;

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _running = new(Launch);

    /// <summary>Whether this machine has it.</summary>
    public static bool IsHere => _program is not null;

    /// <summary>The browser; skips the test where there is none.</summary>
    public static async Task<IBrowser> Get()
    {
        Assert.SkipUnless(IsHere, "There is no chromium here.");
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
            ExecutablePath = _program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        }));
    }
}
