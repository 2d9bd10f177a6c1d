using System.Text.Json;
using Communities.Actors;

namespace Communities.Tests;

/// <summary>A thread of ann's, whose answer of bob's others report and max and mo decide on.</summary>
public abstract class Moderated
{
    protected const string Slug = "devs", Id = "01k0000000000000", ThreadKey = "devs/01k0000000000000";

    protected static readonly Standing Moderator = new(Role.Moderator), Manager = new(Role.Manager);
    protected static readonly Subject Reply = Subject.OfPost(Id, 2);
    private protected World World { get; } = Chance.Founded();

    protected Moderated()
    {
        foreach (var account in (string[])["ann", "bob", "cleo", "dave", "erin", "fay", "mo"])
            Ask(new MemberCommand.Join(account), account, $"{Slug}/{account}", new Standing(Role.None, MayJoin: true));
        Ask(new MemberCommand.Appoint(Role.Moderator), "max", $"{Slug}/mo", new Standing(Role.Owner));
        Ask(new ThreadCommand.Open("How?", "Like so?", "help", []), "ann");
        Ask(new ThreadCommand.Reply("So."), "bob");
        Ask(new ThreadCommand.Accept(2), "ann");
        Ask(new ThreadCommand.React(2, Reactions.Like), "ann");
    }

    protected Case Case => World.Case(Keys.OfCase(Slug, Reply));

    protected Thread Thread => World.Thread(ThreadKey);

    protected void Ask(
        ICommand command, string by, string key = ThreadKey, Standing? standing = null, string? refused = null) =>
        Assert.Equal(refused, World.Ask(key, command, by, standing ?? new Standing(Role.Member))?.Code);

    protected void Report(
        string by, int trust = 0, string reason = "spam", int revision = 1, Subject? of = null) => Ask(
            new MemberCommand.Report(
                of ?? Reply, reason, "See there", new("bob", "help", "So.", revision), ModerationSettings.Default),
            by, $"{Slug}/{by}", new Standing(Role.Member, trust));

    protected void Decide(params Measure[] measures) => Ask(
        new CaseCommand.Decide([.. measures], "spam", "No advertising.", "Please do not."), "mo",
        Keys.OfCase(Slug, Reply), Moderator);

    protected void OnCase(CaseCommand command, string by = "mo", Standing? standing = null) =>
        Ask(command, by, Keys.OfCase(Slug, Reply), standing ?? Moderator);

    protected IEnumerable<string> Told(string account) => World.Inbox($"{Slug}/{account}").Unseen
        .Where(notice => Reasons.Owed.Contains(notice.Reason)).Select(n => $"{n.Reason} {n.Subject}");

    // All that decisions do something to; not who is right how often, nor what waits.
    protected string Everything() => string.Join('\n',
        JsonSerializer.Serialize(Thread with { Reports = null }, Domain.Json),
        JsonSerializer.Serialize(World.Member($"{Slug}/bob") with { Suspicions = null }, Domain.Json),
        World.Community(Slug).Counters.ToString());
}
