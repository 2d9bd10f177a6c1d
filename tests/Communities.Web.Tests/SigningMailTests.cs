using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>E-mail addresses, links for another password, and what people are told by e-mail.</summary>
public sealed class SigningMailTests(SigningMailTests.Site site) : IClassFixture<SigningMailTests.Site>
{
    private const string Password = "a sentence nobody guesses";
    private const string Another = "another sentence of mine";

    [Fact]
    public async Task An_address_is_confirmed_by_the_link_that_is_sent_there()
    {
        using var browser = await SignedUp("ada", "Ada@example.org");
        var mail = await site.Mail.Next("Ada@example.org");
        Assert.Equal("site@example.org", mail.From);
        Assert.Equal("Please confirm your e-mail address", mail.Subject);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Contains("Hello ada,", mail.Text);
        Assert.Contains($"http://127.0.0.1{mail.Link}", mail.Text);
        Assert.Contains("<a href=\"http://127.0.0.1/email?key=ada.", mail.Html);
        var security = (await browser.Get("/me/security")).Is(200);
        Assert.False(security.Json.TryGetProperty("email", out _));
        Assert.Equal("Ada@example.org", security["pendingEmail"].GetString());

        using var elsewhere = site.Visitor();
        (await elsewhere.Post("/email-confirmations", new { key = "ada.wrong" })).Refused(401, "link.wrong");
        (await elsewhere.Post("/email-confirmations", new { key = "nonsense" })).Refused(401, "link.wrong");
        (await elsewhere.Post("/email-confirmations", new { key = KeyIn(mail) })).Is(200);
        (await elsewhere.Post("/email-confirmations", new { key = KeyIn(mail) })).Refused(401, "link.wrong");
        Assert.Equal("Ada@example.org", (await browser.Get("/me/security"))["email"].GetString());
        (await elsewhere.Post("/me/sessions", new { account = "ada@EXAMPLE.org", password = Password })).Is(200);
    }

    [Fact]
    public async Task An_address_belongs_to_one_account_until_it_leaves_it()
    {
        using var first = await Confirmed("bea", "shared@example.org");
        using var second = await SignedUp("ben", "shared@example.org");
        var key = KeyIn(await site.Mail.Next("shared@example.org"));
        (await second.Post("/email-confirmations", new { key })).Refused(409, "identifier.taken");
        (await first.Delete("/me/email")).Is(200);
        Assert.Equal("The e-mail address was removed.", (await site.Mail.Next("shared@example.org")).Subject);
        await site.CaughtUp();
        (await second.Post("/email-confirmations", new { key })).Is(200);
    }

    [Fact]
    public async Task A_change_of_address_is_told_at_the_former_one()
    {
        using var browser = await Confirmed("cleo", "cleo@example.org");
        (await browser.Put("/me/email", new { address = "cleo@example.com" })).Is(200);
        (await browser.Post("/email-confirmations", new { key = KeyIn(await site.Mail.Next("cleo@example.com")) }))
            .Is(200);
        var told = await site.Mail.Next("cleo@example.org");
        Assert.Equal("The e-mail address was changed.", told.Subject);
        Assert.Equal("/account/security", told.Link);
        Assert.Contains("the account cleo", told.Text);
        (await browser.Put("/me/email", new { address = "no address" })).Refused(422, "email.malformed");
    }

    [Fact]
    public async Task Who_forgets_the_password_gets_a_link_by_e_mail()
    {
        using var browser = await Confirmed("dora", "dora@example.org", "fr");
        using var elsewhere = site.Visitor();
        (await elsewhere.Post("/password-resets", new { account = "dora@example.org" })).Is(202);
        var mail = await site.Mail.Next("dora@example.org");
        Assert.Equal("Un nouveau mot de passe pour votre compte", mail.Subject);
        Assert.Contains("Bonjour dora,", mail.Text);
        var key = KeyIn(mail);
        (await elsewhere.Post("/password-resets/use", new { key, next = "short" })).Refused(422, "password.short");
        (await elsewhere.Post("/password-resets/use", new { key = key + "0", next = Another }))
            .Refused(401, "link.wrong");
        (await elsewhere.Post("/password-resets/use", new { key, next = Another })).Is(200);
        (await elsewhere.Post("/password-resets/use", new { key, next = Another })).Refused(401, "link.wrong");
        Assert.Equal("Le mot de passe a été changé.", (await site.Mail.Next("dora@example.org")).Subject);
        (await browser.Get("/me")).Refused(401, "session.needed");
        (await elsewhere.Post("/me/sessions", new { account = "dora", password = Another })).Is(200);
    }

    [Fact]
    public async Task Nobody_learns_by_asking_for_a_link_who_has_an_account()
    {
        using var browser = await SignedUp("eve", null);
        using var elsewhere = site.Visitor();
        foreach (var account in new[] { "eve", "nobody-at-all", "nobody@example.org", "~/x", "" })
            Assert.Equal("", (await elsewhere.Post("/password-resets", new { account })).Is(202).Text);
    }

    [Fact]
    public async Task Guesses_wait_longer_and_longer_and_the_owner_is_told_and_stays_in()
    {
        using var browser = await Confirmed("finn", "finn@example.org");
        using var thief = site.Visitor();
        for (var i = 0; i < Lockout.FreeFailures; i++)
            (await thief.Post("/me/sessions", new { account = "finn", password = "a wrong guess" }))
                .Refused(401, "credentials.wrong");
        (await thief.Post("/me/sessions", new { account = "finn", password = Password }))
            .Refused(429, "password.locked");
        Assert.Equal("Somebody tried several wrong passwords.", (await site.Mail.Next("finn@example.org")).Subject);
        (await browser.Get("/me")).Is(200);
        Assert.Equal("locked", (await browser.Get("/me/security"))["notes"][0].GetProperty("what").GetString());
        site.Time.Advance(Lockout.FirstWait);
        (await thief.Post("/me/sessions", new { account = "finn", password = "a wrong guess" }))
            .Refused(401, "credentials.wrong");
        (await thief.Post("/me/sessions", new { account = "finn", password = "a wrong guess" }))
            .Refused(429, "password.locked");
        site.Time.Advance(2 * Lockout.FirstWait);
        (await thief.Post("/me/sessions", new { account = "finn", password = Password })).Is(200);
    }

    [Fact]
    public async Task What_is_sensitive_asks_for_the_password_again_after_a_while()
    {
        using var browser = await SignedUp("gina", null);
        site.Time.Advance(Account.ConfirmationLife);
        (await browser.Put("/me/email", new { address = "gina@example.org" })).Refused(403, "confirmation.needed");
        (await browser.Post("/me/tokens", new { label = "x" })).Refused(403, "confirmation.needed");
        (await browser.Post("/me/confirmation", new { password = "a wrong guess" })).Refused(401, "password.wrong");
        (await browser.Post("/me/confirmation", new { password = Password })).Is(200);
        (await browser.Put("/me/email", new { address = "gina@example.org" })).Is(200);
        Assert.Equal("gina@example.org", (await site.Mail.Next("gina@example.org")).To);
        using var program = await site.As("gina");
        (await program.Put("/me/email", new { address = "thief@example.org" })).Refused(403, "confirmation.needed");
    }

    [Fact]
    public async Task Who_runs_the_site_makes_a_link_for_somebody_else()
    {
        using var browser = await SignedUp("hugo", null);
        using var boss = await SignedUp("boss", null);
        (await boss.Post("/accounts/hugo/password-resets", new { })).Refused(403, "operator.needed");
        await site.Actors.Ask(
            Keys.OfAccount("boss"), new AccountCommand.MakeOperator(), Call.System(),
            TestContext.Current.CancellationToken);
        (await boss.Post("/accounts/nobody-here/password-resets", new { })).Refused(404, "account.missing");
        var path = (await boss.Post("/accounts/hugo/password-resets", new { }))["path"].GetString()!;
        (await site.Visitor().Post("/password-resets/use", new { key = path.Split('=')[1], next = Another })).Is(200);
        (await browser.Get("/me")).Refused(401, "session.needed");
        using var program = await site.As("boss");
        (await program.Post("/accounts/hugo/password-resets", new { })).Refused(403, "confirmation.needed");
    }

    [Fact]
    public async Task A_server_that_puts_an_e_mail_off_gets_it_again()
    {
        await using var server = new MailServer();
        await using var busy = new Site(server);
        await busy.InitializeAsync();
        server.PutOff(1);
        using var browser = busy.Visitor();
        (await browser.Post(
            "/accounts", new { account = "ida", password = Password, email = "ida@example.org" })).Is(201);
        Assert.Equal("ida@example.org", (await server.Next("ida@example.org")).To);
    }

    [Fact]
    public async Task Where_addresses_are_required_nobody_writes_without_one()
    {
        await using var server = new MailServer();
        await using var strict = new Site(server, isRequired: true);
        await strict.InitializeAsync();
        await strict.Found("calm", "olga");
        using var browser = strict.Visitor();
        browser.Headers.Add("Sec-Fetch-Site", "same-origin");
        var wish = new { account = "jon", password = Password };
        (await browser.Post("/accounts", wish)).Refused(422, "email.empty");
        (await browser.Post("/accounts", new { wish.account, wish.password, email = "x" }))
            .Refused(422, "email.malformed");
        (await browser.Post("/accounts", new { wish.account, wish.password, email = "jon@example.org" })).Is(201);
        (await browser.Get("/communities/calm")).Is(200);
        (await browser.Put("/communities/calm/members/jon", new { name = "Jon" })).Refused(403, "email.needed");
        (await browser.Post("/email-confirmations", new { key = KeyIn(await server.Next("jon@example.org")) }))
            .Is(200);
        (await browser.Put("/communities/calm/members/jon", new { name = "Jon" })).Refused(403, "member.needed");
    }

    private async Task<ApiClient> SignedUp(string account, string? email, string language = "en")
    {
        var browser = site.Visitor();
        (await browser.Post("/accounts", new { account, password = Password, email, language })).Is(201);
        browser.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private async Task<ApiClient> Confirmed(string account, string email, string language = "en")
    {
        var browser = await SignedUp(account, email, language);
        (await browser.Post("/email-confirmations", new { key = KeyIn(await site.Mail.Next(email)) })).Is(200);
        return browser;
    }

    private static string KeyIn(ReceivedMail mail) => mail.Link.Split("key=")[1];

    /// <summary>A site that sends e-mail.</summary>
    public sealed class Site : ApiSite
    {
        private readonly bool _isRequired;

        public Site()
            : this(new MailServer())
        {
        }

        internal Site(MailServer server, bool isRequired = false) => (Mail, _isRequired) = (server, isRequired);

        public MailServer Mail { get; }

        protected override WebOptions Options(string directory)
        {
            var mail = Mail.Options;
            mail.Required = _isRequired;
            return new()
            {
                DataDirectory = directory, SignInsPerMinute = 10_000, SignUpsPerHour = 10_000, MailsPerHour = 10_000,
                QuickRefusalsPerMinute = 1_000_000,
                BaseUrl = new Uri("http://127.0.0.1"), Mail = mail,
            };
        }
    }
}
