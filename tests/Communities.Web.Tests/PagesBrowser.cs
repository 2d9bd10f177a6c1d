using Microsoft.Playwright;

namespace Communities.Web.Tests;

/// <summary>One real browser for all walkthroughs.</summary>
public class PagesBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    // What a page may take on a busy machine; a walkthrough waits for conditions, never for a time.
    private const float PatienceMs = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsHere => File.Exists(Chromium);

    public PagesBrowser()
        : this(new PagesSite())
    {
    }

    /// <summary>The same, on a site of one's own.</summary>
    protected PagesBrowser(PagesSite site) => Site = site;

    public PagesSite Site { get; }

    public async ValueTask InitializeAsync()
    {
        await ((IAsyncLifetime)Site).InitializeAsync();
        if (!IsHere) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>A page of a person of their own, and what went wrong in it.</summary>
    /// <remarks>
    /// Only where a test asks for it do pages come through the service worker, which knows nothing of the headers by
    /// which tests say who they are.
    /// </remarks>
    public async Task<(IPage Page, List<string> Faults)> Open(
        string language, bool hasScript = true, bool hasWorker = false)
    {
        Assert.SkipUnless(IsHere, $"There is no browser at {Chromium}.");
        var person = await _browser!.NewContextAsync(new()
        {
            BaseURL = Site.Address.ToString(),
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            JavaScriptEnabled = hasScript,
            ServiceWorkers = hasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        person.SetDefaultTimeout(PatienceMs);
        var page = await person.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            var isBlocked = message.Text.StartsWith("Service Worker registration blocked", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isBlocked) faults.Add(message.Text);
        };
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Site.Address.ToString(), StringComparison.Ordinal))
                faults.Add($"asked {request.Url}");
        };
        return (page, faults);
    }
}
