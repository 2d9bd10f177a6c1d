using System.CommandLine;
using System.Security.Cryptography;
using Communities.Actors;
using Communities.Exchange;
using Communities.Exchange.Demo;
using Communities.Web;

namespace Communities.Hosting;

/// <summary>The verb <c>demo</c>: two living sample communities, and sign-ins for them.</summary>
internal static class Demonstration
{
    private static readonly string[] _signIns =
        [DemoCommunity.Owner, DemoCommunity.Moderator, DemoCommunity.Participant];
    private static readonly string[] _roles = ["owner", "moderator", "member"];

    public static Command Verb(IComposition composition)
    {
        var verb = new Command(
            "demo",
            "Serves two generated, living sample communities, on a temporary directory unless --data says where");
        ServeOptions.AddTo(verb);
        verb.SetAction(async asked =>
        {
            await using var site = await composition.OpenDemo(asked);
            await Run(site, ServeOptions.Of(asked));
            return 0;
        });
        return verb;
    }

    private static async Task Run(ISite site, ServeOptions asked)
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var now = TimeProvider.System.GetUtcNow();
        var communities = DemoCommunity.All(now, seed);
        foreach (var community in communities)
        {
            if ((await site.Actors.See<Community>(community.Slug)).IsFounded) continue;
            await new Import(site.Actors, site.Journals.Feeds, new ImportOptions { Files = site.Files })
                .Run(community.Records);
            await site.WhenQuiet();
            await new DemoModeration(site.Actors, community, now).Play();
            await new DemoQuestions(site.Actors, community, now).Play();
            await new DemoMonth(site.Actors, community, now, () => site.WhenQuiet()).Play();
            await new DemoJourneys(site.Actors, community, now, () => site.WhenQuiet()).Play();
            await new DemoGatherings(site.Actors, community, now).Play(async () => await site.WhenQuiet());
            await new DemoNewsletters(site.Actors, community, now).Play();
            await site.WhenQuiet();
            await new DemoReaders(site.Actors, community).Play();
        }

        var passwords = await Task.WhenAll(_signIns.Select(account => Task.Run(() => SignIn(site, account))));
        await site.Actors.Ask(Keys.OfAccount(DemoCommunity.Owner), new AccountCommand.MakeOperator(), Call.System());
        await site.WhenQuiet();
        foreach (var feed in site.Journals.Feeds.All) await site.Views.WaitFor(feed.Head);
        var bots = Task.CompletedTask;
        await Serving.Run(site, asked, (addresses, stopping) =>
        {
            foreach (var address in addresses) Console.WriteLine($"Communities is at {address}");
            for (var i = 0; i < _signIns.Length; i++)
                Console.WriteLine($"Sign in as {_signIns[i],-6} ({_roles[i],-9}) with the password {passwords[i]}");
            Console.WriteLine("Somebody writes now and then. Ctrl-C ends it.");
            bots = Task.Run(() => new Bots(site.Actors, communities, TimeProvider.System, seed).Run(stopping),
                stopping);
        });
        await bots.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // It ended with the server.
    }

    // Another one at each start: there is no password that anybody could know.
    private static async Task<string> SignIn(ISite site, string account)
    {
        const string letters = "abcdefghijkmnpqrstuvwxyz23456789";
        var password = string.Join(
            '-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(letters, 5)));
        var answer = await site.Actors.Ask(
            Keys.OfAccount(account), new AccountCommand.ChangePassword(Passwords.Hash(password), null), Call.System());
        return answer.Refusal is { } no ? throw new ExchangeException(no.Reason) : password;
    }
}
