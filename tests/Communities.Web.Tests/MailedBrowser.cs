namespace Communities.Web.Tests;

/// <summary>A browser on a site that sends e-mail, and on which nobody has been yet.</summary>
public sealed class MailedBrowser() : PagesBrowser(new MailingSite())
{
    public MailServer Mail => ((MailingSite)Site).Mail;

    private sealed class MailingSite : PagesSite, IAsyncLifetime
    {
        public MailServer Mail { get; } = new();

        ValueTask IAsyncLifetime.InitializeAsync() => InitializeAsync(); // Without a community to look at.

        protected override WebOptions Options(string directory) => new()
        {
            DataDirectory = directory, SignInsPerMinute = 10_000, SignUpsPerHour = 10_000, MailsPerHour = 10_000,
            WritesPerMinute = 1_000_000, QuickRefusalsPerMinute = 1_000_000, BaseUrl = new Uri("http://127.0.0.1"),
            Mail = Mail.Options,
        };
    }
}
