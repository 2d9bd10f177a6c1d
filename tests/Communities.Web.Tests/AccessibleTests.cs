using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Communities.Actors;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Communities.Web.Tests;

/// <summary>
/// Every page, audited for WCAG 2.2 AA by axe: in both languages, light and dark, on a wide and on a narrow screen.
/// </summary>
public sealed partial class AccessibleTests(AccessibleTests.Eyes eyes) : IClassFixture<AccessibleTests.Eyes>
{
    // Every page in both languages, both themes and both widths; its neighbour in the table in the other two pairs of
    // theme and width, so that what all pages share is seen in all four.
    private static readonly (string Language, ColorScheme Theme, int Width)[][] _looks =
    [
        [("en", ColorScheme.Light, 1440), ("fr", ColorScheme.Dark, 390)],
        [("en", ColorScheme.Light, 390), ("fr", ColorScheme.Dark, 1440)],
    ];

    public static TheoryData<int> Lines { get; } =
        [.. Enumerable.Range(0, AccessibleLine.All.Count).Where(at => AccessibleLine.All[at].WhyNone is null)];

    [Fact]
    public void Every_page_is_in_the_table_and_the_table_names_no_other()
    {
        var mapped = Pages().Distinct().Order(StringComparer.Ordinal).ToList();
        var listed = AccessibleLine.All.Select(line => line.Endpoint).Distinct().ToList();
        Assert.True(mapped.Count > 20, $"Only {mapped.Count} pages were found.");
        var missing = mapped.Except(listed).ToList();
        var gone = listed.Except(mapped).ToList();
        Assert.True(
            missing.Count + gone.Count == 0,
            $"Without a line in tests/Communities.Web.Tests/Pages:\n{string.Join('\n', missing)}\n"
                + $"In the table, but no page of the program:\n{string.Join('\n', gone)}");
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task A_page_can_be_read_by_everybody(int index)
    {
        var line = AccessibleLine.All[index];
        var looks = from person in line.People from look in _looks[index % 2] select Look(person, look);
        var faults = (await Task.WhenAll(looks)).SelectMany(found => found).Distinct().ToList();
        Assert.True(faults.Count == 0, $"{line.Place} {line.Path}\n{string.Join('\n', faults.Take(20))}");

        async Task<IEnumerable<string>> Look(string person, (string Language, ColorScheme Theme, int Width) look)
        {
            var (language, theme, width) = look;
            var page = await eyes.Open(line, person, language, theme, width);
            return (await Eyes.Audit(page)).Select(fault => $"{person}, {language}, {theme}, {width} wide: {fault}");
        }
    }

    [Fact]
    public async Task A_page_that_leaves_somebody_out_is_noticed()
    {
        var page = await eyes.Page("visitor", "en");
        await page.GotoAsync("/keys");
        await page.EvaluateAsync("""
            () => {
              document.querySelector("main").innerHTML = "<input><a href='/'></a><p>Hard to read</p>";
              Object.assign(document.querySelector("main p").style, { color: "#999", background: "#bbb" });
            }
            """);
        var faults = await Eyes.Audit(page);
        foreach (var rule in new[] { "label:", "link-name:", "color-contrast:" })
            Assert.Contains(faults, fault => fault.StartsWith(rule, StringComparison.Ordinal));
    }

    // What people open: all that is read, but for what programs read.
    private IEnumerable<string> Pages() =>
        from endpoint in eyes.Browser.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true
        let path = PermissionLine.KeyOf(endpoint.RoutePattern.RawText!)
        where !ForPrograms().IsMatch(path)
        select path;

    [GeneratedRegex("^/(?:api|assets|health|openapi)/")]
    private static partial Regex ForPrograms();

    /// <summary>A browser with a page open for each person and language.</summary>
    public sealed class Eyes : IAsyncLifetime
    {
        private const string Run = """
            async (runOnly) => {
              const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
              return JSON.stringify(found.violations.flatMap((fault) => fault.nodes.map((node) =>
                `${fault.id}: ${node.target.join(" ")} ${node.failureSummary.split("\n").slice(1).join(" ").trim()}`
                + ` ${node.html.slice(0, 120)}`)));
            }
            """;

        private static readonly string[] _all =
            ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

        private static readonly string _axe = new BundledAxeScriptProvider().GetScript();
        private readonly ConcurrentDictionary<(string, string), Task<IPage>> _pages = [];

        public PagesBrowser Browser { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Browser.InitializeAsync();
            await Welcomed(Browser.Site);
        }

        public ValueTask DisposeAsync() => Browser.DisposeAsync();

        // Members on their way in, one introduction that was answered, and one that waits.
        private static async Task Welcomed(ApiSite site)
        {
            await site.Actors.Ask(
                "repair", new CommunityCommand.SetIntroductions(new("bikes", null, ["Which bike?"])), Call.System());
            foreach (var account in (string[])["mia", "mia-fr"])
            {
                await site.Actors.Ask(
                    Keys.OfMember("repair", account),
                    new MemberCommand.BeginJourney(
                        [new("welcome", StepKind.Welcome, 0), new("open", StepKind.Open, 9)]),
                    Call.System());
                var thread = Keys.NewThread(site.Time.GetUtcNow(), (uint)account.Length);
                await site.Actors.Ask(
                    Keys.OfThread("repair", thread),
                    new ThreadCommand.Open(
                        $"Hello from {account}", "I ride.", "bikes", [], GreetBy: site.Time.GetUtcNow().AddDays(1)),
                    new Call(account, new Standing(Role.Member)));
                if (account == "mia") await site.Reply("repair", thread, "mod", "Welcome.");
            }

            await site.CaughtUp();
        }

        // Nobody's page is asked for twice at a time: each look is another person's, or in another language.
        public Task<IPage> Page(string person, string language) =>
            _pages.GetOrAdd((person, language), _ => Begin(person, language));

        private async Task<IPage> Begin(string person, string language)
        {
            var (page, _) = await Browser.Open(language);
            if (person != "visitor")
            {
                var account = language == "fr" ? $"{person}-fr" : person;
                using var client = await Browser.Site.As(account);
                await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
            }

            return page;
        }

        /// <summary>Opens the page of a line as this person sees it.</summary>
        public async Task<IPage> Open(
            AccessibleLine line, string person, string language, ColorScheme theme, int width)
        {
            var page = await Page(person, language);
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            var path = PermissionLine.Fill(line.Path, name => Value(name, person, language));
            var answer = await page.GotoAsync(path);
            var isProblem = path.StartsWith("/problem/", StringComparison.Ordinal);
            Assert.True(
                answer!.Status == 200 || isProblem, $"{line.Place} {path} answers {person} with {answer.Status}.");
            if (line.Click is { } selector) await page.Locator(selector).First.ClickAsync();
            return page;
        }

        public static async Task<IReadOnlyList<string>> Audit(IPage page)
        {
            await page.EvaluateAsync(_axe);
            return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run, _all))!;
        }

        // What stands between braces in addresses. A feature whose pages name something else adds it here.
        private string Value(string name, string person, string language) => name switch
        {
            "community" => "repair",
            "thread" => Browser.Site.ThreadOf(language),
            "poll" => Browser.Site.Poll,
            "slot" => Browser.Site.Slot,
            "interview" => Browser.Site.Interview,
            "edition" => Browser.Site.Newsletter,
            "letter" => Browser.Site.Letter,
            "confirmation" => Browser.Site.Confirmation,
            "gathering" => PagesSite.Barcamp,
            "case" => Browser.Site.Case,
            "policy" => Policy.Netiquette,
            "conversation" => Browser.Site.ConversationOf(language),
            "number" => "2",
            "subject" => Browser.Site.Decided,
            "member" => person == "mia" && language == "fr" ? "mia-fr" : "mia",
            "status" => "404",
            "badge" => "first-post",
            "contest" => Browser.Site.Contest,
            "key" => Browser.Site.SetupKey,
            "group" => "helpers",
            "category" => "wheels",
            "step" => "introduce",
            _ => throw new InvalidOperationException($"Nothing is known as {{{name}}}."),
        };
    }
}
