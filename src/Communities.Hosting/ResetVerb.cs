using System.CommandLine;
using Communities.Exchange;
using Communities.Web;

namespace Communities.Hosting;

/// <summary>Lets somebody in again who has forgotten the password, where no e-mail can be sent.</summary>
internal sealed class ResetVerb(IComposition composition)
{
    public Command Verb()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "Whose password is forgotten." };
        var factor = new Option<bool>("--without-second-factor")
        {
            Description = "The link also turns the second factor off, which is lost.",
        };
        var verb = new Command("reset", "Prints a link by which the owner of an account chooses another password.")
        {
            account, factor,
        };
        verb.SetAction(asked => Verbs.WithSignals(async ct =>
        {
            var name = asked.GetValue(account)!;
            if (!Keys.IsAccount(name))
                throw new ExchangeException("An account name is 2 to 40 small letters, digits, - and _.");
            await using var site = await composition.Open(asked, ct);
            var (path, refusal) = await ResetLinks.New(site.Actors, name, asked.GetValue(factor), ct);
            Verbs.Check(refusal);
            Console.WriteLine(site.Web.BaseUrl is { } address ? new Uri(address, path).ToString() : path);
            return 0;
        }));
        return verb;
    }
}
