using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Messages of a journey as they arrive at a real mail server.</summary>
public sealed class JourneyMailTests(NewsletterMailTests.Post site) : IClassFixture<NewsletterMailTests.Post>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_comes_by_mail_in_the_members_language_and_not_once_it_is_done()
    {
        await site.Found("steps", "olga");
        var texts = new StepText[]
        {
            new("en", "Tea is ready", "Hello *{name}*"),
            new("fr", "Le thé est prêt", "Bonjour *{name}*, à {community}."),
        };
        await site.Actors.Ask(
            "steps",
            new CommunityCommand.SetJourney(new Journey(
                true, [new("tea", StepKind.Custom, 0, IsByMail: true, [.. texts])])),
            Call.System(), Ct);
        (await site.As("zelie")).Dispose();
        var account = Keys.OfAccount("zelie");
        await site.Actors.Ask(
            account, new AccountCommand.Prefer("Zélie", Preferences.Default with { Language = "fr" }), Call.System(),
            Ct);
        var key = new string('b', 64);
        await site.Actors.Ask(account, new AccountCommand.ProposeEmail("zelie@example.org", key), Call.System(), Ct);
        await site.Actors.Ask(account, new AccountCommand.ConfirmEmail(key), Call.System(), Ct);
        await site.Actors.Ask(
            Keys.OfMember("steps", "zelie"), new MemberCommand.Join("Zélie"), new Call("zelie", Standing.System), Ct);

        var mail = await site.Mail.Next("zelie@example.org");
        Assert.Equal("Le thé est prêt", mail.Subject);
        Assert.Contains("Zélie", mail.Text);
        Assert.Contains("à steps.", mail.Text);
        Assert.Contains("/c/steps/welcome", mail.Text);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
    }
}
