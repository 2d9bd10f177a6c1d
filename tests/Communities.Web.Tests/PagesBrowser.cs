using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Communities.Web.Tests;

/// <summary>A site, and people who look at it through a real browser.</summary>
public class PagesBrowser : IAsyncLifetime
{
    private readonly ConcurrentBag<IBrowserContext> _people = [];

    public PagesBrowser()
        : this(new PagesSite())
    {
    }

    /// <summary>The same, on a site of one's own.</summary>
    protected PagesBrowser(PagesSite site) => Site = site;

    public PagesSite Site { get; }

    public ValueTask InitializeAsync() => ((IAsyncLifetime)Site).InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var person in _people) await person.CloseAsync(); // One that is closed already stays so.
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
        var person = await (await Chromium.Get()).NewContextAsync(new()
        {
            BaseURL = Site.Address.ToString(),
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            JavaScriptEnabled = hasScript,
            ServiceWorkers = hasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        _people.Add(person);
        person.SetDefaultTimeout(Chromium.PatienceMs);
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
