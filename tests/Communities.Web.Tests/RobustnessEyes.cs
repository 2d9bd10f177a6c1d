using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Communities.Web.Tests;

/// <summary>A browser's page that notes whatever a text made it do beyond being read.</summary>
internal sealed partial class RobustnessEyes
{
    private static readonly int[] _widths = [390, 1440];

    // Whatever a payload calls to show that it ran. Page scripts of ours call none of them.
    private const string Sentinels = """
        for (const name of ["alert", "confirm", "prompt", "open", "print"])
          window[name] = (...given) => { window.ranInPage(`${name}(${given})`); };
        document.addEventListener("securitypolicyviolation", (event) =>
          window.ranInPage(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
        """;

    // What no page of ours holds, wherever it comes from.
    private const string Audit = """
        () => {
          const faults = [];
          const say = (what, element) => faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
          const foreign = ["iframe", "frame", "object", "embed", "applet", "base", "style", "math", "foreignobject",
            "animate", "set", "audio", "video", "source", "img", "image", "picture", "marquee", "template", "portal"];
          const leading = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "cite"];
          const ours = (url) => url.origin === location.origin;
          for (const element of document.querySelectorAll("*")) {
            const name = element.localName.toLowerCase();
            if (foreign.includes(name)) say("foreign element", element);
            if (name === "meta" && element.httpEquiv) say("meta", element);
            if (name === "svg" && element.closest(".body")) say("drawing in a text", element);
            if (["form", "button", "select", "textarea"].includes(name) && element.closest(".body"))
              say("form", element);
            if (name === "input" && element.closest(".body") && !(element.type === "checkbox" && element.disabled))
              say("field in a text", element);
            for (const attribute of element.attributes) {
              const at = attribute.name.toLowerCase();
              if (at.startsWith("on") || at === "style" || at === "srcdoc" || at === "srcset" || at === "ping")
                say(at, element);
              if (!leading.includes(at) || !URL.canParse(attribute.value, document.baseURI)) continue;
              const url = new URL(attribute.value, document.baseURI);
              if (!["http:", "https:", "mailto:"].includes(url.protocol)) say("address", element);
              if (name !== "a" && !ours(url)) say("elsewhere", element);
              const isLed = name === "link" && ["canonical", "alternate", "manifest"].includes(element.rel);
              if (["script", "link"].includes(name) && !isLed && !url.pathname.startsWith("/assets/"))
                say("asset", element);
              if (name === "a" && !ours(url) && !element.rel.includes("nofollow")) say("trusted link", element);
            }
          }
          return faults;
        }
        """;

    private const string Overflow = "() => document.documentElement.scrollWidth - innerWidth";

    private readonly IPage _page;
    private readonly List<string> _noticed;

    private RobustnessEyes(IPage page, List<string> noticed) => (_page, _noticed) = (page, noticed);

    /// <summary>Pages looked at.</summary>
    public int Pages { get; private set; }

    /// <summary>What was wrong, each with the page it was on.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Opens a page in this browser.</summary>
    public static async Task<RobustnessEyes> Open(PagesBrowser browser)
    {
        var (page, noticed) = await browser.Open("en");
        await page.ExposeFunctionAsync("ranInPage", (string what) => noticed.Add($"ran {what}"));
        await page.AddInitScriptAsync(Sentinels);
        page.Dialog += (_, dialog) =>
        {
            noticed.Add($"a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Popup += (_, popup) => noticed.Add($"a window: {popup.Url}");
        page.Download += (_, download) => noticed.Add($"a download: {download.Url}");
        return new RobustnessEyes(page, noticed);
    }

    /// <summary>Looks as the account of this token.</summary>
    public Task As(string token) => _page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {token}")]);

    /// <summary>Looks no more.</summary>
    public Task Close() => _page.Context.CloseAsync();

    /// <summary>Opens the page at this address, and notes what is wrong with it at each width.</summary>
    public async Task Look(string path, int status = 200)
    {
        Pages++;
        var answer = await _page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        if (answer!.Status != status) _noticed.Add($"answered {answer.Status}");
        if (status != 200)
            _noticed.RemoveAll(what => what.StartsWith("Failed to load resource", StringComparison.Ordinal));
        await Inspect(path);
    }

    /// <summary>Breaks the page that is open, to see whether that is noticed.</summary>
    public async Task Break(string script)
    {
        await _page.EvaluateAsync($"() => {{ {script} }}");
        await Inspect("broken");
    }

    private async Task Inspect(string path)
    {
        var address = _page.Url;
        _noticed.AddRange(await _page.EvaluateAsync<string[]>(Audit));
        foreach (var width in _widths)
        {
            await _page.SetViewportSizeAsync(width, 900);
            var beyond = await _page.EvaluateAsync<int>(Overflow);
            if (beyond > 0) _noticed.Add($"at {width} pixels it is {beyond} too wide");
        }

        if (_page.Url != address) _noticed.Add($"went to {_page.Url}");
        Faults.AddRange(_noticed.Select(what => $"{path} {what}"));
        _noticed.Clear();
    }

    /// <summary>How many elements of the page fit this selector.</summary>
    public Task<int> Count(string selector) => _page.Locator(selector).CountAsync();

    /// <summary>The texts of the elements that fit this selector, as people read them.</summary>
    public async Task<IEnumerable<string>> Texts(string selector) =>
        (await _page.Locator(selector).AllTextContentsAsync()).Select(Read);

    /// <summary>The address of the first link that fits this selector, or null.</summary>
    public async Task<string?> Link(string selector) =>
        await Count(selector) == 0 ? null : await _page.Locator(selector).First.GetAttributeAsync("href");

    /// <summary>A text as a page shows it, where spaces are one.</summary>
    public static string Read(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
