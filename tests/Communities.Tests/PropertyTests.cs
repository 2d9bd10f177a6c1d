using System.Text.Json;
using Communities.Actors;

namespace Communities.Tests;

/// <summary>What holds whatever people do, tried with seeded lives of a small community.</summary>
public sealed class PropertyTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void Counters_told_by_tallies_equal_those_counted_from_the_facts(int seed)
    {
        var (world, chance) = (Chance.Founded(), new Chance(seed));
        for (var i = 0; i < 1_500; i++) chance.Act(world);

        var audit = new Audit();
        foreach (var envelope in world.Journal) audit.Take(envelope);

        Assert.NotEqual(default, audit.Community());
        Assert.Equal(audit.Community(), world.Community(Chance.Slug).Counters);
        Assert.All(audit.Threads(), thread => Assert.Equal(thread.Counters, world.Thread(thread.Key).Counters));
        var members = audit.Members();
        Assert.All(members, member =>
            Assert.Equal(member.Value, world.Member(Keys.OfMember(Chance.Slug, member.Key)).Counters));
        Assert.All(Chance.Members, key =>
            Assert.Equal(members.GetValueOrDefault(Keys.LocalOf(key)), world.Member(key).Counters));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Replay_equals_live(int seed)
    {
        var (world, chance) = (Chance.Founded(), new Chance(seed));
        for (var i = 0; i < 500; i++) chance.Act(world);
        foreach (var key in Chance.Threads)
        {
            var replayed = world.Journal.Where(envelope => envelope.Actor.Key == key).Aggregate(
                Thread.Initial, (state, e) => state.Apply((ThreadEvent)Domain.Happened(e), e.Moment));
            Assert.Equal(Json(world.Thread(key)), Json(replayed));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_state_read_from_its_snapshot_decides_the_same(int seed)
    {
        var (world, chance) = (Chance.Founded(), new Chance(seed));
        for (var i = 0; i < 500; i++)
        {
            chance.Act(world);
            if (i % 25 > 0) continue;
            foreach (var key in Chance.Threads)
            {
                var (live, read) = (world.Thread(key), Reread(world.Thread(key)));
                Assert.Equal(Json(live), Json(read));
                for (var j = 0; j < 20; j++)
                {
                    var command = chance.ThreadCommand(world.Now);
                    var turn = new Turn("bob", new Standing((Role)(j % 6)), world.Now, key);
                    Assert.Equal(Decided(live.Decide(command, turn)), Decided(read.Decide(command, turn)));
                }
            }

            Assert.Equal(world.Community(Chance.Slug).Counters, Reread(world.Community(Chance.Slug)).Counters);
            foreach (var member in Chance.Members.Select(world.Member))
                Assert.Equal(member.Counters, Reread(member).Counters);
        }
    }

    [Fact]
    public void Authors_read_from_a_snapshot_are_one_string_each()
    {
        var opened = new ThreadEvent.Opened("How?", "So?", null, []);
        var thread = Reread(Spec.Thread(opened, new ThreadEvent.Replied(2, "x")).State);
        Assert.Equal("alice", thread.Posts[0].Author);
        Assert.Same(thread.Posts[0].Author, thread.Posts[1].Author);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Merged_tallies_do_what_one_after_the_other_would(int seed)
    {
        var chance = new Chance(seed);
        for (var i = 0; i < 200; i++)
        {
            AreOne<Member, MemberCommand, MemberEvent>(chance.MemberTally(), chance.MemberTally());
            AreOne<Community, CommunityCommand, CommunityEvent>(chance.CommunityTally(), chance.CommunityTally());
        }
    }

    [Fact]
    public void Tallies_for_different_kinds_do_not_merge() =>
        Assert.Null(new CommunityCommand.Tally(default).Merge(new MemberCommand.Tally(default, [])));

    private static void AreOne<TActor, TCommand, TEvent>(IMergeable first, IMergeable second)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class
    {
        var start = TActor.Initial;
        if (start is Community community) start = (TActor)(object)(community with { IsFounded = true });
        var both = After(After(start, first), second);
        Assert.Equal(Json(both), Json(After(start, first.Merge(second)!)));

        static TActor After(TActor state, IMergeable tally)
        {
            var turn = new Turn("", Standing.System, Spec.Start, "devs/alice");
            return state.Decide((TCommand)tally, turn)
                .Aggregate(state, (state, happened) => state.Apply(happened, new Moment("", Spec.Start)));
        }
    }

    private static IEnumerable<string> Decided(Decision<ThreadEvent> decision) =>
        decision.Refusal is { } refusal ? [refusal.ToString()] : decision.Select(Spec.Line);

    private static T Reread<T>(T state) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(state, Domain.Json), Domain.Json)!;

    // Sets and dictionaries come in any order.
    private static string Json<T>(T state) =>
        string.Concat(JsonSerializer.Serialize(state, Domain.Json).Split(',', '{', '}', '[', ']').Order());
}
