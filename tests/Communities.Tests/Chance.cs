using Communities.Actors;

namespace Communities.Tests;

/// <summary>A seeded life of a small community: who does what next.</summary>
internal sealed class Chance(int seed)
{
    private static readonly string[] Accounts = ["alice", "bob", "carol", "dave", "mo", "max"];
    private readonly Random _random = new(seed);

    public const string Slug = "devs";

    public static IEnumerable<string> Threads { get; } =
        Enumerable.Range(0, 4).Select(n => Keys.OfThread(Slug, Keys.NewThread(Spec.Start, (uint)n))).ToList();

    public static IEnumerable<string> Members { get; } = Accounts.Select(a => Keys.OfMember(Slug, a)).ToList();

    public static World Founded()
    {
        var world = new World();
        var found = new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Max");
        world.Ask(Slug, found, "max", new Standing(Role.None, IsOperator: true));
        return world;
    }

    /// <summary>Does something to somebody, allowed or not, in any state of the world.</summary>
    public void Act(World world)
    {
        if (_random.Next(10) == 0) world.Pass(TimeSpan.FromMinutes(_random.Next(600)));
        var by = Pick(Accounts);
        var standing = _random.Next(15) == 0 ? Standing.System
            : new Standing(world.Member(Keys.OfMember(Slug, by)).Role, MayJoin: true);
        if (standing.Role == Role.System && _random.Next(2) == 0) by = "";
        if (_random.Next(4) == 0) world.Ask(Pick(Members), MemberCommand(), by, standing);
        else world.Ask(Pick(Threads), ThreadCommand(world.Now), by, standing);
    }

    public MemberCommand MemberCommand() => _random.Next(6) switch
    {
        0 or 1 => new MemberCommand.Join("Name"),
        2 => new MemberCommand.Leave(),
        3 => new MemberCommand.Visit(),
        4 => new MemberCommand.Appoint((Role)_random.Next(1, 5)),
        _ => new MemberCommand.Describe("Name", null),
    };

    public MemberCommand.Tally MemberTally() => new(
        new(Some(), Some(), Some(), Some(), Some()),
        [.. Enumerable.Range(0, _random.Next(3)).Select(_ => 20_000 + Some())]);

    public CommunityCommand.Tally CommunityTally() => new(new(Some(), Some(), Some(), Some(), Some()));

    public ThreadCommand ThreadCommand(DateTimeOffset now) => _random.Next(36) switch
    {
        0 or 1 => new ThreadCommand.Open("Title", "Text", null, []),
        2 or 3 or 4 or 5 => new ThreadCommand.Reply("Text"),
        6 => new ThreadCommand.Edit(Number(), "Text"),
        7 => new ThreadCommand.Organise("Title", "help", ["a"]),
        8 or 9 => new ThreadCommand.Remove(Number()),
        10 or 11 => new ThreadCommand.Restore(Number()),
        12 or 13 => new ThreadCommand.React(Number(), Pick(Reactions.Kinds)),
        14 => new ThreadCommand.Unreact(Number(), Pick(Reactions.Kinds)),
        15 => new ThreadCommand.CountReactions(Number(), Reactions.Like, Some()),
        16 or 17 => new ThreadCommand.Accept(Number()),
        18 => new ThreadCommand.Unaccept(),
        19 => new ThreadCommand.Close(_random.Next(2) == 0 ? null : now.AddMinutes(_random.Next(1, 300))),
        20 => new ThreadCommand.ScheduleClose(now.AddMinutes(_random.Next(1, 300))),
        21 => new ThreadCommand.Reopen(),
        22 => new ThreadCommand.Slow(_random.Next(3) * 60),
        23 => new ThreadCommand.MovePosts([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Number())], Thread()),
        24 => new ThreadCommand.MovePosts([Number()], Thread(), new("Split", null, [])),
        25 => new ThreadCommand.Merge(Thread()),
        26 => _random.Next(2) == 0 ? new ThreadCommand.Pin(now.AddMinutes(60)) : new ThreadCommand.Unpin(),
        27 or 28 => new ThreadCommand.Reply("Text", Screening: Held),
        29 => new ThreadCommand.Open("Title", "Text", null, [], Screening: Held),
        30 => new ThreadCommand.Edit(Number(), "Text", Held),
        31 or 32 => new ThreadCommand.Withhold(
            Number(), Pick([Removal.Hidden, Removal.ByModerator, Removal.Erased, Removal.Hidden]), Decision()),
        33 => new ThreadCommand.Publish(Number(), _random.Next(2) == 0 ? null : Decision()),
        34 => new ThreadCommand.Lift(Decision()),
        _ => new ThreadCommand.CountViews(Some()),
    };

    private static Screening Held { get; } = new(IsHeld: true, IsFlagged: true, 0, ["links"]);

    private string Decision() => $"case.{_random.Next(1, 6)}";

    private string Thread() => Keys.LocalOf(Pick(Threads));

    private int Number() => _random.Next(6) == 0 ? 1 : _random.Next(0, 12);

    private int Some() => _random.Next(-3, 9);

    private T Pick<T>(IEnumerable<T> all) => all.ElementAt(_random.Next(all.Count()));
}
