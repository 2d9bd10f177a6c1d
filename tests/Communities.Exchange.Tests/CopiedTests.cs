using System.Text;
using Communities.Actors;
using Communities.Suites;

namespace Communities.Exchange.Tests;

/// <summary>What the program found of members comes in as it was: their journeys and their badges.</summary>
public sealed class CopiedTests
{
    private static readonly string _bob = Keys.OfMember("devs", "bob");
    private readonly ManualTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _time.GetUtcNow();

    private ImportOptions Options => new() { Time = _time };

    [Fact]
    public async Task Who_moves_home_in_the_middle_of_a_journey_goes_on_where_they_were()
    {
        await using var here = await OnTheWay();
        var file = await here.Exports("devs");
        await using var there = await Place.Open(_time);
        await there.TakesIn(file, Options);
        var walk = (await there.Engine.See<Member>(_bob, Ct)).Walk!;
        Assert.Equal(["welcome"], walk.Sent);
        Assert.Equal(["react"], walk.Done);
        Assert.Equal((await here.Engine.See<Member>(_bob, Ct)).Walk!.NextAt, walk.NextAt);
        Assert.Empty(await Told(there));

        await Pass(there, walk.NextAt!.Value - Now - TimeSpan.FromSeconds(1));
        Assert.Empty(await Told(there));
        await Pass(there, TimeSpan.FromSeconds(1));
        Assert.Equal(["profile"], await Told(there));
        await Pass(there, TimeSpan.FromDays(30));
        await Pass(there, TimeSpan.FromDays(30));
        Assert.Equal(["profile", "answer", "open"], await Told(there));
    }

    [Fact]
    public async Task A_step_that_fell_due_on_the_way_comes_once_behind_the_import()
    {
        await using var here = await OnTheWay();
        var file = await here.Exports("devs");
        _time.Advance(TimeSpan.FromDays(5));
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(file), Options);
        Assert.Empty(await Told(there));
        await Pass(there, TimeSpan.FromHours(1));
        Assert.Equal(["profile"], await Told(there));
        await there.Imports(new MemoryStream(file), Options);
        await Pass(there, TimeSpan.FromHours(2));
        Assert.Equal(["profile"], await Told(there));
    }

    [Fact]
    public async Task A_badge_keeps_the_day_on_which_it_was_earned_and_nobody_is_told_again()
    {
        await using var here = await OnTheWay();
        var earned = await Badged(here);
        Assert.Contains("bob first-reaction", earned.Keys);
        _time.Advance(TimeSpan.FromDays(100));
        await using var there = await Place.Open(_time);
        await there.TakesIn(await here.Exports("devs"), Options);
        Assert.Equal(earned, await Badged(there));
        Assert.Empty(await Told(there));

        // What is earned from now on is earned there.
        var own = Keys.OfThread("devs", Keys.NewThread(Now, 9));
        await Do(there, own, new ThreadCommand.Open("I", "am", null, []), "bob");
        Assert.Equal(Now, (await Badged(there))["bob first-thread"]);
    }

    [Fact]
    public async Task From_a_file_that_says_nothing_of_badges_they_are_earned_by_what_is_counted()
    {
        await using var here = await OnTheWay();
        var lines = Encoding.UTF8.GetString(await here.Exports("devs"))
            .Replace(Record.OwnFormat, Record.FirstFormat, StringComparison.Ordinal).Split('\n')
            .Where(line => !line.Contains("member.badged", StringComparison.Ordinal));
        await using var there = await Place.Open(_time);
        await there.Imports(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), Options);
        Assert.Equal((await Badged(here)).Keys.Order(), (await Badged(there)).Keys.Order());
    }

    // Bob was welcomed, and has done what the second step asks for before it came.
    private async Task<Place> OnTheWay()
    {
        var place = await Place.Open(_time);
        await Do(place, "devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, "Alice"), "alice");
        await Do(place, "devs", new CommunityCommand.SetJourney(Journey.Default with { IsOn = true }), "alice");
        var thread = Keys.OfThread("devs", Keys.NewThread(Now, 1));
        await Do(place, thread, new ThreadCommand.Open("Which?", "So?", null, []), "alice");
        await Do(place, _bob, new MemberCommand.Join("Bob"), "bob");
        await Pass(place, TimeSpan.FromHours(4));
        await Do(place, thread, new ThreadCommand.React(1, "like"), "bob");
        await Do(place, _bob, new MemberCommand.DismissWelcome(), "bob");
        return place;
    }

    private async Task<Answer> Do<TActor>(Place place, string key, ICommand<TActor> command, string by)
        where TActor : class, IActor
    {
        _time.Advance(TimeSpan.FromSeconds(10));
        var answer = await place.Does(key, command, by, Now);
        await place.Engine.WhenQuiet(Ct);
        return answer;
    }

    private async Task Pass(Place place, TimeSpan by)
    {
        _time.Advance(by);
        await place.Engine.WhenQuiet(Ct);
    }

    // What members found in their inboxes, in order.
    private static async Task<List<string?>> Told(Place place) =>
    [
        .. (await place.Events()).Where(e => e.Name == "inbox.notified")
            .Select(e => ((InboxEvent.Notified)Domain.Happened(e)).Notice.Subject),
    ];

    private static async Task<Dictionary<string, DateTimeOffset>> Badged(Place place) =>
        (await place.Events()).Where(e => e.Name == "member.badged").ToDictionary(
            e => $"{Keys.LocalOf(e.Actor.Key)} {((MemberEvent.Badged)Domain.Happened(e)).Badge}", e => e.At);
}
