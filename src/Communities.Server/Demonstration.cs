using System.CommandLine;
using System.Security.Cryptography;
using Communities.Actors;
using Communities.Exchange;
using Communities.Exchange.Demo;
using Communities.Web;

namespace Communities.Server;

/// <summary>The verb <c>demo</c>: two living sample communities, and sign-ins for them.</summary>
internal static class Demonstration
{
    private static readonly string[] _signIns =
        [DemoCommunity.Owner, DemoCommunity.Moderator, DemoCommunity.Participant];
    private static readonly string[] _roles = ["owner", "moderator", "member"];

    public static Command Verb(Option<string> data, Option<string?> archive, Option<string> urls)
    {
        var verb = new Command(
            "demo",
            "Serves two generated, living sample communities, on a temporary directory unless --data says where")
        {
            urls,
        };
        verb.SetAction(async asked =>
        {
            var isKept = asked.GetResult(data) is { Implicit: false };
            var directory = isKept ? asked.GetValue(data)!
                : Directory.CreateTempSubdirectory("communities-demo-").FullName;
            try
            {
                await using var hosting =
                    await Hosting.Open(directory, asked.GetValue(archive), CancellationToken.None);
                await Run(hosting, asked.GetValue(urls)!);
                return 0;
            }
            finally
            {
                if (!isKept) Directory.Delete(directory, recursive: true);
            }
        });
        return verb;
    }

    private static async Task Run(Hosting hosting, string urls)
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var communities = DemoCommunity.All(TimeProvider.System.GetUtcNow(), seed);
        foreach (var community in communities)
            if (!(await hosting.Engine.See<Community>(community.Slug)).IsFounded)
                await new Import(hosting.Engine, hosting.Engine.Journal, new ImportOptions()).Run(community.Records);
        var passwords = await Task.WhenAll(_signIns.Select(account => Task.Run(() => SignIn(hosting, account))));
        await hosting.Engine.Ask(Keys.OfAccount(DemoCommunity.Owner), new AccountCommand.MakeOperator(), Call.System());
        await hosting.Engine.WhenQuiet();
        await hosting.Views.WaitFor(hosting.Engine.Journal.Head);
        var bots = Task.CompletedTask;
        await hosting.Serve(urls, (addresses, stopping) =>
        {
            foreach (var address in addresses) Console.WriteLine($"Communities is at {address}");
            for (var i = 0; i < _signIns.Length; i++)
                Console.WriteLine($"Sign in as {_signIns[i],-6} ({_roles[i],-9}) with the password {passwords[i]}");
            Console.WriteLine("Somebody writes now and then. Ctrl-C ends it.");
            bots = Task.Run(() => new Bots(hosting.Engine, communities, TimeProvider.System, seed).Run(stopping),
                stopping);
        });
        await bots.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // It ended with the server.
    }

    // Another one at each start: there is no password that anybody could know.
    private static async Task<string> SignIn(Hosting hosting, string account)
    {
        const string letters = "abcdefghijkmnpqrstuvwxyz23456789";
        var password = string.Join(
            '-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(letters, 5)));
        var answer = await hosting.Engine.Ask(
            Keys.OfAccount(account), new AccountCommand.ChangePassword(Passwords.Hash(password), null), Call.System());
        return answer.Refusal is { } no ? throw new ExchangeException(no.Reason) : password;
    }
}
