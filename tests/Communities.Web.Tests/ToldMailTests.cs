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
        await site.As("olga");
        await site.Found("jardin", "olga", Visibility.Private, ("luc", Role.Member));
        var rule = ModerationSettings.Default.ReasonOf("spam")!.Rule;
        await Ask(new MemberCommand.Sanction("member-luc.1", new Measure(MeasureKind.Silence, Hours: 24), rule));
        await Ask(new MemberCommand.Sanction("member-luc.2", new Measure(MeasureKind.Suspend, Hours: 72), rule));

        // A silence is seen wherever one would write; only what keeps out is written of.
        var mail = await site.Mail.Next(address);
        Assert.StartsWith("Une décision dans ", mail.Subject);
        Assert.Contains("suspendu votre participation", mail.Text);
        Assert.Contains("Pas de publicité", mail.Text);
        Assert.Contains("Cela prend fin le ", mail.Text);
        Assert.Equal("/c/jardin/decisions/member-luc/2", mail.Link);
        var sanctions = (await site.See<Member>("jardin/luc")).Sanctions;
        Assert.Equal([false, true], sanctions.Select(sanction => sanction.IsWritten));
        Assert.Empty((await Ask(new MemberCommand.WriteOf("member-luc.2"))).Events);
    }

    private async Task<Answer> Ask(MemberCommand command)
    {
        var answer = await site.Actors.Ask("jardin/luc", command, Call.System(), Ct);
        Assert.Null(answer.Refusal);
        await site.CaughtUp();
        return answer;
    }
}
