using System.Text.Json;

namespace Communities.Tests;

/// <summary>Undoing a decision restores exactly what was before, whatever it did.</summary>
public sealed class ModerationUndoTests : Moderated
{
    private static readonly Dictionary<string, Measure[]> Choices = new()
    {
        ["hide"] = [new(MeasureKind.Hide)],
        ["remove"] = [new(MeasureKind.Remove)],
        ["request an edit"] = [new(MeasureKind.RequestEdit)],
        ["warn"] = [new(MeasureKind.Warn)],
        ["silence"] = [new(MeasureKind.Silence, 24)],
        ["remove and ban"] = [new(MeasureKind.Remove), new(MeasureKind.Ban)],
        ["close"] = [new(MeasureKind.Close)],
        ["close for a day and slow"] = [new(MeasureKind.Close, 24), new(MeasureKind.Slow, null, 60)],
        ["keep"] = [new(MeasureKind.Keep)],
    };

    public static TheoryData<string> Decisions { get; } = [.. Choices.Keys];

    [Theory, MemberData(nameof(Decisions))]
    public void Undoing_a_decision_restores_exactly(string choice)
    {
        Report("cleo");
        var before = Everything();
        Decide(Choices[choice]);
        OnCase(new CaseCommand.Undo(1));
        Assert.Equal(before, Everything());
        Assert.Equal(CaseStatus.Open, Case.Status);
        Assert.Null(World.Member($"{Slug}/cleo").Reports?.Last[0].IsAgreed);
    }

    [Theory, MemberData(nameof(Decisions))]
    public void Undoing_a_decision_brings_back_what_reports_had_done_before(string choice)
    {
        Report("cleo", trust: 4);
        Report("dave", trust: 4);
        var before = JsonSerializer.Serialize(Thread, Domain.Json);
        Assert.Equal(Removal.Hidden, Thread.Posts[1].Removal);
        Decide(Choices[choice]);
        Assert.Equal(CaseDecision.WithheldBy([.. Choices[choice]]) ?? Removal.None, Thread.Posts[1].Removal);
        OnCase(new CaseCommand.Undo(2));
        Assert.Equal(Removal.Hidden, Thread.Posts[1].Removal);
        Assert.Equal(
            before, JsonSerializer.Serialize(Thread with { Reports = Reread(before).Reports }, Domain.Json));
    }

    private static Thread Reread(string json) => JsonSerializer.Deserialize<Thread>(json, Domain.Json)!;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void However_decisions_lie_upon_each_other_undoing_all_of_them_restores_exactly(int seed)
    {
        var (random, before) = (new Random(seed), Everything());
        var all = Choices.Values.ToArray();
        for (var i = 0; i < 12; i++)
        {
            if (i == 0 || random.Next(2) == 0) Report("cleo", revision: i + 1);
            if (random.Next(3) == 0 && Case.Decisions.Count > 0)
                World.Ask(
                    Keys.OfCase(Slug, Reply), new CaseCommand.Undo(random.Next(1, Case.Decisions.Count + 1)), "mo",
                    Moderator);
            else Decide(all[random.Next(all.Length)]);
        }

        for (var number = Case.Decisions.Count; number > 0; number--)
            if (Case.Decisions[number - 1].Stands) OnCase(new CaseCommand.Undo(number));
        Assert.All(Case.Decisions, decision => Assert.False(decision.Stands));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void A_direct_restoration_undoes_the_direct_removal()
    {
        Ask(new ThreadCommand.Remove(2), "mo", standing: Moderator);
        Ask(new ThreadCommand.Restore(2), "max", standing: Manager);
        Assert.Equal((DecisionEnd.Undone, CaseStatus.Resolved), (Case.Decisions[0].End, Case.Status));
        Assert.Equal(Removal.None, Thread.Posts[1].Removal);
    }

    [Fact]
    public void A_thread_is_hidden_and_comes_back_with_its_opening_post()
    {
        var key = Keys.OfCase(Slug, Subject.OfThread(Id));
        var before = Everything();
        Ask(new CaseCommand.Open(new("ann", "help", "Like so?", 2, "How?")), "mo", key, Moderator);
        Ask(new CaseCommand.Decide([new(MeasureKind.Remove)], null, "No.", "No."), "mo", key, Moderator);
        Assert.Equal(0, World.Community(Slug).Counters.Posts);
        Assert.Equal(["decision thread-01k0000000000000.1"], Told("ann"));
        Ask(new CaseCommand.Undo(1), "mo", key, Moderator);
        Assert.Equal(before, Everything());
    }
}
