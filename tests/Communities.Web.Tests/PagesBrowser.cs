using System.Collections.Concurrent;
using Communities.Actors;
using Microsoft.Playwright;

namespace Communities.Web.Tests;

/// <summary>A site, and people who look at it through a real browser.</summary>
public class PagesBrowser : IAsyncLifetime
{
    /// <summary>The password of everybody who walks.</summary>
    public const string Password = "a sentence nobody guesses";

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

    /// <summary>Opens an account for the person of this page: signed in as by the form, without its pages.</summary>
    public static async Task SignUp(IPage page, string account, string language, string? name = null)
    {
        var answer = await page.Context.APIRequest.PostAsync("/api/v1/accounts", new()
        {
            Headers = [new("Sec-Fetch-Site", "same-origin")],
            DataObject = new { account, name = name ?? account, password = Password, language },
        });
        Assert.True(answer.Status == 201, await answer.TextAsync());
    }

    /// <summary>Somebody in a browser of their own, signed in, with this role in a community.</summary>
    /// <returns>The account is called <c>{name}-{language}</c>, the person <c>Name of {account}</c>.</returns>
    public async Task<Walker> Person(
        string name, string language, bool hasScript = true, Role role = Role.Member, string community = "repair")
    {
        var (page, faults) = await Open(language, hasScript);
        var account = $"{name}-{language}";
        await SignUp(page, account, language, $"Name of {account}");
        await Site.Actors.Ask(
            Keys.OfMember(community, account), new MemberCommand.Join($"Name of {account}", role), Call.System(),
            TestContext.Current.CancellationToken);
        await Site.CaughtUp();
        return new(account, $"Name of {account}", page, faults);
    }
}

/// <summary>Somebody who walks: the account, the name, the page, and what went wrong in it.</summary>
public sealed record Walker(string Account, string Name, IPage Page, List<string> Faults);
