using System.Globalization;
using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// The newsletter of a sample community: issues that were sent, with what came of them, and one that is planned.
/// Nothing of it leaves the program: what was sent is told, not done.
/// </summary>
/// <param name="actors">Whom it asks.</param>
/// <param name="community">The community, which has been imported.</param>
/// <param name="now">When it all ends.</param>
public sealed class DemoNewsletters(IActors actors, DemoCommunity community, DateTimeOffset now)
{
    private const int ThreadsEach = 3;

    /// <summary>What was refused, of which nothing should be.</summary>
    public IReadOnlyList<string> Refused => _refused;

    private readonly List<string> _refused = [];

    /// <summary>Plays all of it; what an actor refuses is left at that, and kept in <see cref="Refused"/>.</summary>
    public async Task Play()
    {
        var readers = community.Members.Where((_, i) => i % 3 == 0).ToList();
        foreach (var (i, account) in readers.Index())
            await Ask(
                Keys.OfRecipient(community.Slug, account),
                new RecipientCommand.Choose(new MailChoices(
                    Newsletter: true, i % 4 == 0 ? DigestRhythm.Weekly : DigestRhythm.Off)),
                now.AddDays(-70).AddMinutes(i));

        // subject | introduction | closing | days from now
        foreach (var (i, row) in community.Texts.Rows("newsletters").Index())
        {
            var at = now.AddDays(int.Parse(row[3], CultureInfo.InvariantCulture));
            var written = at < now ? at.AddHours(-3) : now.AddHours(-3);
            var key = Keys.OfNewsletter(community.Slug, Keys.NewThread(written, (uint)i));
            var threads = community.LivelyThreads.Skip(i * ThreadsEach).Take(ThreadsEach);
            await Ask(
                key,
                new NewsletterCommand.Save(new NewsletterContent(
                    [new(community.Language, row[0], row[1], row[2])], [.. threads], Gatherings: true, Results: true)),
                written);
            if (at > now) await Ask(key, new NewsletterCommand.Plan(at), written);
            else await Send(key, readers, at);
        }
    }

    private async Task Send(string key, List<string> readers, DateTimeOffset at)
    {
        await Ask(key, new NewsletterCommand.Send(readers.Count), at);
        var (issue, delivery) = (Keys.LocalOf(key), $"newsletter-{Keys.LocalOf(key)}");
        foreach (var (i, account) in readers.Index())
        {
            var recipient = Keys.OfRecipient(community.Slug, account);
            await Ask(recipient, new RecipientCommand.Owe(delivery, LetterKind.Newsletter, issue), at);
            await Ask(
                recipient, new RecipientCommand.Settle(delivery, LetterOutcome.Delivered), at.AddSeconds(i + 1));
            if (i % 3 == 1)
                await Ask(
                    recipient, new RecipientCommand.Click(delivery, $"/c/{community.Slug}/newsletters/{issue}"),
                    at.AddMinutes(7 * (i + 1)));
        }
    }

    private async Task Ask<TActor>(string key, ICommand<TActor> command, DateTimeOffset at) where TActor : class, IActor
    {
        var answer = await actors.Ask(key, command, Call.System(at: at));
        if (answer.Refusal is { } no) _refused.Add($"{command.GetType().Name}: {no.Reason}");
    }
}
