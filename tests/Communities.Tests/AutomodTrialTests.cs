using Communities.Actors;

namespace Communities.Tests;

/// <summary>A rule that is tried on what happened.</summary>
public sealed class AutomodTrialTests
{
    private const string T1 = "01k0000000000001", T2 = "01k0000000000002";

    private readonly AutomodTrial _trial = new(
        AutomodTests.Rule(AutomodTest.Words, ["watches"]), "en", Filter(), Spec.Start.AddMinutes(-10));

    private long _position;

    [Fact]
    public void It_says_what_it_would_have_found_and_what_moderators_made_of_it()
    {
        Happens("devs/ann", new MemberEvent.Joined("Ann", Role.Member), "ann", -60);
        Happens($"devs/{T2}", new ThreadEvent.Opened("Old watches", "Before the time", null, []), "ann", -30);
        Happens($"devs/{T1}", new ThreadEvent.Opened("Watches", "Cheap", null, []), "ann", 0);
        Happens($"devs/{T1}", new ThreadEvent.Replied(2, "I like watches"), "bob", 1);
        Happens($"devs/{T1}", new ThreadEvent.Replied(3, "Nothing of it"), "bob", 2);
        Happens($"devs/{T1}", new ThreadEvent.Replied(4, "More watches"), "bob", 3);
        Happens($"devs/{T1}", new ThreadEvent.Replied(5, "Rude"), "bob", 4);
        Happens($"devs/{T1}", new ThreadEvent.Removed(1, Removal.ByModerator, "ann", 1), "mo", 5);
        Happens($"devs/{T1}", new ThreadEvent.Removed(5, Removal.ByModerator, "bob", 1), "mo", 6);
        Happens($"devs/{T1}", new ThreadEvent.Removed(4, Removal.ByAuthor, "bob", 1), "bob", 7);
        Happens($"devs/{T1}", new ThreadEvent.Removed(2, Removal.Hidden, "bob", 1, null, "post-x-1"), "", 8);
        Happens($"devs/post-{T1}-2", Decided(MeasureKind.Keep, 2), "mo", 9);

        var result = _trial.Result();
        Assert.Equal((5, 3, 1, 1, 1, false), (
            result.Posts, result.Found, result.Removed, result.Kept, result.Missed, result.IsCut));
        Assert.Equal(
            ["4 Unseen More watches", "2 Kept I like watches", "1 Removed Watches: Cheap"],
            result.Samples.Select(sample => $"{sample.Number} {sample.Outcome} {sample.Excerpt}"));
    }

    [Fact]
    public void What_is_overturned_was_right_and_what_is_erased_is_not_shown()
    {
        Happens($"devs/{T1}", new ThreadEvent.Opened("One", "watches", null, []), "ann", 0);
        Happens($"devs/{T1}", new ThreadEvent.Replied(2, "watches and names"), "bob", 1);
        Happens($"devs/post-{T1}-1", Decided(MeasureKind.Hide, 1), "mo", 2);
        Happens($"devs/post-{T1}-1", new CaseEvent.Undone(
            1, "mia", DecisionOrigin.Case, [new Measure(MeasureKind.Hide)], "ann", Subject.OfPost(T1, 1)), "mia", 3);
        Happens($"devs/{T1}", new ThreadEvent.Removed(2, Removal.Erased, "bob", 1, null, "x.1"), "mo", 4);
        Happens($"devs/post-{T1}-2", Decided(MeasureKind.Erase, 2), "mo", 5);
        Assert.Equal(
            ["2 Removed ", "1 Kept One: watches"],
            _trial.Result().Samples.Select(sample => $"{sample.Number} {sample.Outcome} {sample.Excerpt}"));
    }

    [Fact]
    public void Who_its_author_was_then_is_what_counts()
    {
        var trial = new AutomodTrial(
            AutomodTests.Rule(AutomodTest.Any, []) with { Whom = new(FirstPosts: 2) }, "en", Filter(), default);
        Happens(trial, "devs/ann", new MemberEvent.Joined("Ann", Role.Member), "ann", 0);
        Happens(trial, "devs/mo", new MemberEvent.Joined("Mo", Role.Moderator), "mo", 0);
        Happens(trial, $"devs/{T1}", new ThreadEvent.Opened("One", "one", null, []), "ann", 1);
        Happens(trial, $"devs/{T1}", new ThreadEvent.Replied(2, "two"), "ann", 2);
        Happens(trial, $"devs/{T1}", new ThreadEvent.Replied(3, "three"), "ann", 3);
        Happens(trial, $"devs/{T1}", new ThreadEvent.Replied(4, "mine"), "mo", 4);
        Assert.Equal([2, 1], trial.Result().Samples.Select(sample => sample.Number));
    }

    private static CaseEvent.Decided Decided(MeasureKind kind, int number) => new(
        1, "mo", DecisionOrigin.Case, [new Measure(kind)], "bob", Subject.OfPost(T1, number));

    private static TextFilter Filter() =>
        new(new FilterHead(0, 1, new sbyte[256]), new FilterHead(0, 1, new sbyte[256]));

    private void Happens(string key, object happened, string by, double minutes) =>
        Happens(_trial, key, happened, by, minutes);

    private void Happens(AutomodTrial trial, string key, object happened, string by, double minutes)
    {
        var kind = Domain.Kinds.First(one => one.Events.Has(happened.GetType()));
        trial.Take(new Envelope(
            ++_position, new ActorId(kind.Name, key), _position, kind.Events.NameOf(happened),
            Spec.Start.AddMinutes(minutes), by, null, kind.Events.Encode(happened)));
    }
}
