using Communities.Actors;

namespace Communities.Web;

/// <summary>Links for another password as who runs the program makes them, on a command line.</summary>
public static class ResetLinks
{
    /// <summary>Makes a link for this account.</summary>
    /// <param name="actors">The actors.</param>
    /// <param name="account">Whose password is to be another.</param>
    /// <param name="dropsSecondFactor">It also turns a lost second factor off.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The path of the link with its query, and why it is of no use, or null.</returns>
    public static async ValueTask<(string Path, Refusal? Refusal)> New(
        IActors actors, string account, bool dropsSecondFactor, CancellationToken ct = default)
    {
        var (key, hash) = LinkKeys.New(account);
        var answer = await actors.Ask(
            Keys.OfAccount(account), new AccountCommand.IssueReset(hash, dropsSecondFactor), Call.System(), ct);
        return (PathOf(key), answer.Refusal);
    }

    internal static string PathOf(string key) => $"/reset?key={key}";
}
