using Communities.Actors;

namespace Communities.Web.Tests;

/// <content>What animates a community: newsletters, badges, contests, ambassadors.</content>
public sealed partial class PermissionCast
{
    // An issue that is sent where it is read, and a draft where it is written.
    private async Task<string> NewNewsletter(string place, string path)
    {
        var issue = Keys.NewThread(_site.Time.GetUtcNow(), (uint)Random.Shared.Next());
        var key = Keys.OfNewsletter(place, issue);
        await _site.Actors.Ask(
            key, new NewsletterCommand.Save(new([new("en", $"News of {WordOf(place)}")], [])), Call.System());
        if (path.EndsWith("{edition}", StringComparison.Ordinal)
            && !path.Contains("/studio/", StringComparison.Ordinal))
            await _site.Actors.Ask(key, new NewsletterCommand.Send(), new Call("owner", new Standing(Role.Owner)));
        await _site.CaughtUp();
        return issue;
    }

    // A badge of the community's own, to be given by hand.
    private async Task<string> NewBadge(string place)
    {
        await _site.Actors.Ask(
            place, new CommunityCommand.SetBadge(new("helper", WordOf(place), "star", $"Of {WordOf(place)}")),
            Call.System());
        await _site.CaughtUp();
        return "helper";
    }

    // A contest with an entry of the author's (2), one of the owner's (3), and another post of the author's (4).
    private async Task<string> NewContest(string place, string path)
    {
        var contest = Keys.NewThread(_site.Time.GetUtcNow(), (uint)Random.Shared.Next());
        var (key, now) = (Keys.OfContest(place, contest), _site.Time.GetUtcNow());
        await _site.Actors.Ask(
            key,
            new ContestCommand.Open(
                $"Finest {WordOf(place)}", $"Show {WordOf(place)}.", null, new(now.AddDays(1), now.AddDays(2)), [],
                "{results}"),
            new Call("owner", new Standing(Role.Owner)));
        await _site.Actors.Ask(
            key, new ThreadCommand.Open($"Finest {WordOf(place)}", "Show.", null, []),
            new Call("owner", Standing.System));
        foreach (var account in (string[])["author", "owner", "author"])
            await _site.Actors.Ask(
                key, new ThreadCommand.Reply($"Mine, {account}"), new Call(account, Standing.System));
        foreach (var (account, number) in ((string, int)[])[("author", 2), ("owner", 3)])
        {
            if (path.EndsWith("/entries", StringComparison.Ordinal)
                || path.EndsWith("/enter", StringComparison.Ordinal))
                continue;
            await _site.Actors.Ask(
                key, new ContestCommand.Enter(number), new Call(account, new Standing(Role.Member)));
        }

        await _site.CaughtUp();
        return contest;
    }

    // Whom nobody has thanked yet, since one thanks once a month.
    private async Task<string> NewAmbassador(string place)
    {
        var account = $"ambassador-{Interlocked.Increment(ref _made)}";
        var key = Keys.OfMember(place, account);
        await _site.Actors.Ask(key, new MemberCommand.Join(account), Call.System());
        await _site.Actors.Ask(key, new MemberCommand.Entrust(true), Call.System());
        await _site.CaughtUp();
        return account;
    }
}
