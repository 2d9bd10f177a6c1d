using Communities.Actors;

namespace Communities.Exchange;

/// <content>What animates a community. The first record of each of it has its id, the others name it above.</content>
internal sealed partial class ImportSession
{
    private readonly Dictionary<ActorId, Lane> _animated = [];

    private ValueTask<Outcome?> OnAnimated(Record record) => record.Fact switch
    {
        GatheringEvent e => On<Gathering>(record, by => Commands.OnGathering(e, by)),
        ContestEvent e => On<Contest>(record, _ => Commands.OnContest(e)),
        SlotEvent e => On<Slot>(record, _ => Commands.OnSlot(e)),
        InterviewEvent e => On<Interview>(record, _ => Commands.OnInterview(e)),
        NewsletterEvent e => On<Newsletter>(record, _ => Commands.OnNewsletter(e)),
        GroupEvent e => On<Group>(record, _ => Commands.OnGroup(e), Commands.StandingFor(e)),
        _ => OnThread(record),
    };

    private ValueTask<Outcome?> On<TActor>(
        Record record, Func<string, ICommand<TActor>?> commandOf, Standing? standing = null)
        where TActor : class, IActor
    {
        var local = record.Parent ?? record.Id; // The first record of each names it, and the later ones have it above.
        if (TActor.Kind == Group.Kind ? !Keys.IsAccount(local) : !Keys.IsThread(local))
            return Skipped("Its id is none of what it is.");
        var actor = new ActorId(TActor.Kind, Keys.OfThread(Slug, local));
        if (record.Parent is null)
        {
            if (_animated.ContainsKey(actor)) return Skipped("It is there twice.");
            var isOurs = !_earlier.HasBegun(actor.Kind, actor.Key)
                || _earlier.Has(Names.CommandId(record.Kind, record.Id));
            _animated[actor] = new Lane(actor.Key, isOurs);
        }

        if (!_animated.TryGetValue(actor, out var lane)) return Skipped("What it is about did not come before it.");
        var by = By(record);
        return Bring(lane, record, commandOf(by), by, standing ?? Standing.System);
    }
}
