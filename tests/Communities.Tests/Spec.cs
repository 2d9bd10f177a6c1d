using Communities.Actors;

namespace Communities.Tests;

/// <summary>Given what happened, when this is asked, then that happens.</summary>
internal static class Spec
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Given<Thread, ThreadCommand, ThreadEvent> Thread(params object[] history) => new("devs/01k0000000000000", history);

    public static Given<Member, MemberCommand, MemberEvent> Member(params object[] history) => new("devs/alice", history);

    public static Given<Community, CommunityCommand, CommunityEvent> Community(params object[] history) => new("devs", history);

    public static Given<Account, AccountCommand, AccountEvent> Account(params object[] history) => new("~/alice", history);

    /// <summary>A history in which the next events are somebody else's, or later.</summary>
    public static Moment By(string account, double minutes = 0) => new(account, Start.AddMinutes(minutes));
}

internal sealed class Given<TActor, TCommand, TEvent>
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    private readonly string _key;

    public Given(string key, object[] history)
    {
        _key = key;
        State = TActor.Initial;
        var moment = Spec.By("alice");
        foreach (var item in history)
        {
            if (item is Moment next) moment = next;
            else State = State.Apply((TEvent)item, moment);
        }
    }

    public TActor State { get; private set; }

    public Outcome<TEvent> When(
        TCommand command, string by = "alice", Role role = Role.Member, double minutes = 0,
        bool isOperator = false, bool mayJoin = true) =>
        new(State.Decide(command, new Turn(by, new Standing(role, 0, isOperator, mayJoin), Spec.Start.AddMinutes(minutes), _key)));
}

internal sealed record Outcome<TEvent>(Decision<TEvent> Decision) where TEvent : class
{
    public void Then(params TEvent[] expected)
    {
        Assert.Null(Decision.Refusal);
        Assert.Equal(expected.Select(Text), Decision.Select(Text));
    }

    public void Refused(string code)
    {
        Assert.NotNull(Decision.Refusal);
        Assert.Equal(code, Decision.Refusal.Code);
    }

    // Records that hold collections are not equal by value; their JSON is what counts on disk.
    private static string Text(TEvent happened)
    {
        var codec = Domain.Kinds.Select(kind => kind.Events).First(events => events.Has(happened.GetType()));
        return codec.NameOf(happened) + System.Text.Encoding.UTF8.GetString(codec.Encode(happened));
    }
}
