using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// Members of the sample communities who write or react now and then, so that something happens while one looks.
/// </summary>
public sealed class Bots(IActors actors, IReadOnlyList<DemoCommunity> communities, TimeProvider time, int seed)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    private readonly Random _chance = new(seed);

    /// <summary>
    /// Goes on until it is cancelled. What an actor refuses is left at that: people change their minds.
    /// </summary>
    public async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(_shortest + (_longest - _shortest) * _chance.NextDouble(), time, ct)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ct.IsCancellationRequested) await Act(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Somebody does something in one of the communities.</summary>
    public async ValueTask<Answer> Act(CancellationToken ct)
    {
        var community = DemoCommunity.Pick(communities, _chance);
        var key = Keys.OfThread(community.Slug, DemoCommunity.Pick(community.LivelyThreads, _chance));
        // Not the three whose sign-ins are printed: they write when somebody does it for them.
        var account = community.Members[_chance.Next(3, community.Members.Count)];
        var call = new Call(account, new Standing(Role.Member, Trust: 1));
        var thread = await actors.See<Thread>(key, ct).ConfigureAwait(false);
        var number = Math.Max(1, thread.Posts.Count - _chance.Next(5));
        ThreadCommand command = _chance.Next(5) < 2
            ? new ThreadCommand.React(number, DemoCommunity.Pick(Reactions.Kinds, _chance))
            : new ThreadCommand.Reply(community.Remark(_chance), _chance.Next(3) == 0 ? number : null);
        return await actors.Ask(key, command, call, ct).ConfigureAwait(false);
    }
}
