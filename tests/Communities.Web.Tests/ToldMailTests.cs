using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>What is written by e-mail to whom a decision keeps out.</summary>
public sealed class ToldMailTests(SigningMailTests.Site site) : IClassFixture<SigningMailTests.Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_suspended_is_written_to_in_their_language_and_once()
    {
        const string address = "luc@example.org";
        using var luc = site.Visitor();
        (await luc.Post(
            "/accounts",
            new { account = "luc", password = "a sentence nobody guesses", email = address, language = "fr" }))
            .Is(201);
        luc.Headers.Add("Sec-Fetch-Site", "same-origin");
        var key = (await site.Mail.Next(address)).Link.Split("key=")[1];
        (await luc.Post("/email-confirmations", new { key })).Is(200);
        using var olga = await site.As("olga");
        await site.Found("jardin", "olga", Visibility.Private, ("luc", Role.Member));
        var recipient = Keys.OfRecipient("jardin", "luc");
        await site.Actors.Ask(recipient, new RecipientCommand.Choose(MailChoices.None), Call.System(), Ct);
        (await olga.Post("/communities/jardin/cases/member-luc", new { })).Is(200);
        await Decide(olga, new { kind = "silence", hours = 24 });
        await Decide(olga, new { kind = "suspend", hours = 72 });

        // A silence is seen wherever one would write; only what keeps out is written of, whatever was switched off.
        var mail = await site.Mail.Next(address);
        Assert.StartsWith("Une décision dans ", mail.Subject);
        Assert.Contains("suspendu votre participation", mail.Text);
        Assert.Contains("Pas de publicité", mail.Text);
        Assert.Contains("Cela prend fin le ", mail.Text);
        Assert.Equal("/c/jardin/decisions/member-luc/2", mail.Link);
        Assert.DoesNotContain("olga", mail.Text);
        while ((await site.See<Recipient>(recipient)).Settled.IsEmpty) await site.CaughtUp();
        Assert.Equal(["decision-member-luc.2"], (await site.See<Recipient>(recipient)).Settled);

        // What was taken back since is not told of any more.
        await site.Actors.Ask("jardin/luc", new MemberCommand.Lift("member-luc.2"), Call.System(), Ct);
        await site.Actors.Ask(
            recipient, new RecipientCommand.Owe("again", LetterKind.Decision, "member-luc.2"), Call.System(), Ct);
        while ((await site.See<Recipient>(recipient)).Settled.Count < 2) await site.CaughtUp();
        Assert.Equal(1, site.Mail.All.Count(taken => taken.To == address && taken.Subject == mail.Subject));
    }

    private async Task Decide(ApiClient moderator, object measure)
    {
        (await moderator.Post(
            "/communities/jardin/cases/member-luc/decisions",
            new { measures = new[] { measure }, reason = "spam", text = "Please do not." })).Is(200);
        await site.CaughtUp();
    }
}
