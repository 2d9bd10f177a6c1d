using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Letters that are owed, as they arrive at a real mail server.</summary>
public sealed class NewsletterMailTests(NewsletterMailTests.Post site) : IClassFixture<NewsletterMailTests.Post>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_says_yes_gets_each_issue_once_and_ends_it_with_one_click()
    {
        const string address = "vera@example.org";
        var owner = await Community("paper", "nora");
        using var visitor = site.Visitor();
        (await visitor.Post("/communities/paper/subscribers", new { email = address, language = "fr" })).Is(202);
        (await visitor.Post("/communities/paper/subscribers", new { email = address, language = "fr" })).Is(202);
        var asked = await site.Mail.Next(address);
        Assert.Contains("merci de confirmer", asked.Subject);
        Assert.StartsWith("/mail/confirm/", asked.Link);

        // What looks at links before people do says nothing; the button does.
        using var browser = Browser();
        (await browser.GetAsync(asked.Link, Ct)).EnsureSuccessStatusCode();
        await site.CaughtUp();
        Assert.Equal(0, (await site.Views.MailAudience("paper", Ct)).Newsletter);
        await Press(browser, asked.Link, []);
        await site.CaughtUp();
        Assert.Equal(1, (await site.Views.MailAudience("paper", Ct)).Newsletter);

        var thread = await site.Open("paper", "nora", "The best question", "Which paper lasts?");
        var issue = await Write(owner, "paper", thread);
        (await owner.Post($"/communities/paper/newsletters/{issue}/send", new { })).Is(200);
        (await owner.Post($"/communities/paper/newsletters/{issue}/send", new { })).Is(200);
        var mail = await site.Mail.Next(address);
        Assert.Equal("En mai", mail.Subject);
        Assert.Contains("à toutes et à tous", mail.Text);
        Assert.Contains("The best question", mail.Text);
        Assert.Contains("<strong>", mail.Html);
        Assert.Equal("<paper.127.0.0.1>", mail.Header("List-Id"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.StartsWith("bounces+", mail.From);

        var item = System.Text.RegularExpressions.Regex.Match(
            mail.Text, @"http://127\.0\.0\.1(/mail/\S+/to\?path=\S+)");
        var followed = await browser.GetAsync(item.Groups[1].Value, Ct);
        Assert.Equal($"/c/paper/t/{thread}", followed.Headers.Location!.OriginalString);

        var end = new Uri(mail.Header("List-Unsubscribe").Trim('<', '>')).PathAndQuery;
        (await browser.GetAsync(end, Ct)).EnsureSuccessStatusCode(); // Looking at it ends nothing.
        Assert.Equal(1, (await site.Views.MailAudience("paper", Ct)).Newsletter);
        using var click = new HttpClient { BaseAddress = site.Address };

        // A mail program that is a web page itself.
        click.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var ended = await click.PostAsync(
            end, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Ct);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        await site.CaughtUp();
        Assert.Equal(0, (await site.Views.MailAudience("paper", Ct)).Newsletter);
        var figures = await site.Views.LetterFigures("paper", LetterKind.Newsletter, issue, Ct);
        Assert.Equal((1, 1, 1), (figures.Sent, figures.Clicked, figures.Unsubscribed));
        Assert.Equal([($"/c/paper/t/{thread}", 1)], figures.Links);
    }

    [Fact]
    public async Task A_digest_comes_when_something_happened_and_only_then()
    {
        await Community("daily", "dora", ("ines", Role.Member));
        await Address("ines", "ines@example.org");
        using var ines = await site.As("ines");
        (await ines.Put("/communities/daily/mail", new { digest = "daily", hour = 8, zone = "Europe/Paris" })).Is(200);
        var recipient = Keys.OfRecipient("daily", "ines");
        await Due(recipient); // Nothing happened.
        Assert.Single((await site.See<Recipient>(recipient)).Settled);

        await site.Open("daily", "dora", "News of the day", "Something happened.");
        await Due(recipient);
        var mail = await site.Mail.Next("ines@example.org");
        Assert.Contains("1 conversation", mail.Subject);
        Assert.Contains("News of the day", mail.Text);
        Assert.Contains("Hello ines,", mail.Text);

        // Half a year without a visit and without a click: this is the last one, and says so.
        await site.Open("daily", "dora", "And another day", "Still here.");
        site.Time.Advance(TimeSpan.FromDays(200));
        await site.Actors.Ask(recipient, new RecipientCommand.Digest(), Call.System(), Ct); // As its alarm does.
        Assert.Contains("the last digest", (await site.Mail.Next("ines@example.org")).Text);
        Assert.Equal(DigestRhythm.Off, (await site.See<Recipient>(recipient)).Choices.Digest);
    }

    [Fact]
    public async Task What_nobody_can_have_ends_and_what_is_put_off_waits()
    {
        var owner = await Community("doors", "olaf", ("ben", Role.Member), ("kim", Role.Member));
        await Address("ben", "ben@example.org");
        await Address("kim", "kim@example.org");
        site.Mail.Nobody["ben@example.org"] = true;
        foreach (var who in new[] { "ben", "kim" })
        {
            using var client = await site.As(who);
            (await client.Put("/communities/doors/mail", new { newsletter = true })).Is(200);
        }

        await site.CaughtUp();
        var issue = await Write(owner, "doors");
        (await owner.Post($"/communities/doors/newsletters/{issue}/send", new { })).Is(200);
        var mail = await site.Mail.Next("kim@example.org");
        await Settled(Keys.OfRecipient("doors", "ben"), $"newsletter-{issue}");
        await Settled(Keys.OfRecipient("doors", "kim"), $"newsletter-{issue}");
        Assert.True((await site.See<Recipient>(Keys.OfRecipient("doors", "ben"))).IsStopped);
        var figures = await site.Views.LetterFigures("doors", LetterKind.Newsletter, issue, Ct);
        Assert.Equal((1, 1), (figures.Sent, figures.Bounced));

        // And days later, as a report of a mail server far away.
        using var operators = await site.As("root", isOperator: true);
        (await operators.Post("/mail/bounces", new { token = "ffffffffffffffffffff", status = "5.1.1" })).Is(404);
        using var report = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/api/v1/mail/bounces"))
        {
            Content = new StringContent(
                $"To: <{mail.From}>\r\nContent-Type: multipart/report\r\n\r\nAction: failed\r\nStatus: 5.2.1\r\n",
                Encoding.ASCII, new MediaTypeHeaderValue("message/rfc822")),
        };
        report.Headers.Authorization = new("Bearer", operators.Token);
        using var program = new HttpClient();
        (await program.SendAsync(report, Ct)).EnsureSuccessStatusCode();
        await site.CaughtUp();
        Assert.True((await site.See<Recipient>(Keys.OfRecipient("doors", "kim"))).IsStopped);
        Assert.Equal(2, (await site.Views.MailAudience("doors", Ct)).Stopped);
    }

    [Fact]
    public async Task What_was_removed_is_in_no_letter_and_trials_go_to_who_makes_it()
    {
        var owner = await Community("quiet", "petra");
        await Address("petra", "petra@example.org");
        var (kept, removed) = (await site.Open("quiet", "petra", "Stays"), await site.Open("quiet", "petra", "Goes"));
        await site.Actors.Ask(Keys.OfThread("quiet", removed), new ThreadCommand.Remove(1), Call.System(), Ct);
        await site.CaughtUp();
        var issue = await Write(owner, "quiet", kept, removed);
        (await owner.Post($"/communities/quiet/newsletters/{issue}/try", new { })).Is(200);
        var mail = await site.Mail.Next("petra@example.org");
        Assert.Contains("Stays", mail.Text);
        Assert.DoesNotContain("Goes", mail.Text);
        Assert.Contains("a trial", mail.Text);
        using var visitor = site.Visitor();
        (await visitor.Get($"/communities/quiet/newsletters/{issue}")).Is(404);
    }

    private async Task<ApiClient> Community(string slug, string owner, params (string, Role)[] members)
    {
        var client = await site.As(owner);
        foreach (var (account, _) in members) (await site.As(account)).Dispose();
        await site.Found(slug, owner, Visibility.Public, members);
        return client;
    }

    private async Task Address(string account, string address)
    {
        var (key, id) = (new string('a', 64), Keys.OfAccount(account));
        await site.Actors.Ask(id, new AccountCommand.ProposeEmail(address, key), Call.System(), Ct);
        Assert.Null((await site.Actors.Ask(id, new AccountCommand.ConfirmEmail(key), Call.System(), Ct)).Refusal);
    }

    private static async Task<string> Write(ApiClient owner, string community, params string[] threads) =>
        (await owner.Post($"/communities/{community}/newsletters", new
        {
            words = new[]
            {
                new { language = "en", subject = "In May", introduction = "Hello **everybody**" },
                new { language = "fr", subject = "En mai", introduction = "Bonjour **à toutes et à tous**" },
            },
            threads,
        })).Is(201)["id"].GetString()!;

    // Time goes on to the next digest, and the letter is settled.
    private async Task Due(string recipient)
    {
        var before = await site.See<Recipient>(recipient);
        site.Time.Advance(before.DigestAt!.Value - site.Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        await site.Actors.Ask(recipient, new RecipientCommand.Digest(), Call.System(), Ct); // As its alarm does.
        await Settled(recipient, $"digest-{before.DigestAt.Value.ToUnixTimeMilliseconds()}");
    }

    private async Task Settled(string recipient, string delivery)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var _ = site.Views.Subscribe(applied =>
        {
            if (applied.Any(envelope => envelope.Actor.Key == recipient)) reached.TrySetResult();
        });
        while (!(await site.See<Recipient>(recipient)).Settled.Contains(delivery))
        {
            await reached.Task.WaitAsync(Ct);
            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await site.CaughtUp();
    }

    private HttpClient Browser()
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = site.Address,
        };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    // Presses the button of the form on this page.
    private static async Task Press(HttpClient browser, string path, Dictionary<string, string> fields)
    {
        var page = await browser.GetStringAsync(path, Ct);
        fields["_form"] = System.Text.RegularExpressions.Regex.Match(page, "name=\"_form\" value=\"([^\"]+)\"")
            .Groups[1].Value;
        var answer = await browser.PostAsync(path, new FormUrlEncodedContent(fields), Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>A site that sends e-mail, and is told of what comes back.</summary>
    public sealed class Post : ApiSite
    {
        public MailServer Mail { get; } = new();

        protected override WebOptions Options(string directory)
        {
            var mail = Mail.Options;
            mail.Bounces = "bounces@example.org";
            return new()
            {
                DataDirectory = directory, MailsPerHour = 10_000, WritesPerMinute = 1_000_000,
                QuickRefusalsPerMinute = 1_000_000, BaseUrl = new Uri("http://127.0.0.1"), Mail = mail,
            };
        }
    }
}
