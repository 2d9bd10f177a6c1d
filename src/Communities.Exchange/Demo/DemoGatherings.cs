using System.Globalization;
using Communities.Actors;
using static Communities.GatheringCommand;

namespace Communities.Exchange.Demo;

/// <summary>
/// What brings a sample community together: gatherings that come, that were, and one that was called off. They are
/// asked of the actors behind the import, since exchange files hold none.
/// </summary>
public sealed class DemoGatherings(IActors actors, DemoCommunity community, DateTimeOffset now)
{
    private readonly DemoTexts _texts = DemoTexts.Load($"{community.Slug}-gatherings");
    private readonly Random _chance = new(community.Slug.Length);
    private uint _planned;

    /// <summary>Plays all of it; what an actor refuses is left at that.</summary>
    /// <param name="whenQuiet">Waits until what follows from it has happened: rooms open by themselves.</param>
    public async Task Play(Func<Task> whenQuiet)
    {
        var zone = _texts.Whole("zone");
        if ((await actors.See<Community>(community.Slug)).Zone == ZonedTime.Utc)
            await actors.Ask(
                community.Slug, new CommunityCommand.SetZone(zone),
                new Call(DemoCommunity.Owner, new Standing(Role.Owner), At: now.AddDays(-150)));
        foreach (var row in _texts.Rows("coming")) await Coming(row, zone);
        foreach (var row in _texts.Rows("off"))
        {
            var off = await Plan(row, zone, now.AddDays(-6));
            await Answer(off, 9, Rsvp.Going, now.AddDays(-5));
            await Ask(off, new Cancel(row[10]), DemoCommunity.Owner, now.AddDays(-1));
        }

        await whenQuiet();
        foreach (var row in _texts.Rows("past")) await Past(row, zone, whenQuiet);
    }

    private async Task Coming(string[] row, string zone)
    {
        var key = await Plan(row, zone, now.AddDays(-8));
        var capacity = int.Parse(row[6], CultureInfo.InvariantCulture);
        await Answer(
            key, capacity is > 0 and < 20 ? capacity + 3 : 14 + _chance.Next(12), Rsvp.Going, now.AddDays(-7));
        await Answer(key, 6, Rsvp.Interested, now.AddDays(-4));
        if (row[0] != nameof(GatheringForm.Barcamp)) return;
        foreach (var (i, session) in _texts.Rows("sessions").Index())
        {
            await Ask(key, new Propose(session[0], session[1]), Somebody(), now.AddDays(-6).AddHours(i * 5));
            for (var vote = _chance.Next(3, 15); vote > 0; vote--)
                await Ask(key, new Vote(i + 1), Somebody(), now.AddDays(-4).AddMinutes(vote * 31));
        }

        var starts = (await actors.See<Gathering>(key)).Starts;
        await Ask(
            key, new SetBoard([.. _texts.Rows("board").First()], [starts.AddHours(1), starts.AddHours(4)]),
            DemoCommunity.Owner, now.AddHours(-30));
        await Ask(key, new PlaceSession(1, 1, 1), DemoCommunity.Owner, now.AddHours(-29));
        await Ask(key, new PlaceSession(2, 2, 1), DemoCommunity.Owner, now.AddHours(-29));
        await Ask(key, new PlaceSession(3, 3, 2), DemoCommunity.Owner, now.AddHours(-29));
    }

    private async Task Past(string[] row, string zone, Func<Task> whenQuiet)
    {
        var key = await Plan(row, zone, now.AddDays(-30));
        await Answer(key, 14, Rsvp.Going, now.AddDays(-29));
        var planned = await actors.See<Gathering>(key);
        if (row[0] == nameof(GatheringForm.Room))
        {
            await actors.Ask(
                key, new Begin(planned.Starts, row[8], row[7], HasRoom: true), Call.System(at: planned.Starts));
            await whenQuiet();
            var room = Keys.OfThread(community.Slug, Gathering.RoomOf(Keys.LocalOf(key)));
            foreach (var (i, line) in _texts.Alternatives("said").Index())
                await actors.Ask(
                    room, new ThreadCommand.Reply(line),
                    new Call(Somebody(), Standing.System, At: planned.Starts.AddMinutes(4 + (i * 3))));
        }

        await actors.Ask(key, new End(planned.Ends), Call.System(at: planned.Ends));
        await Ask(
            key, new Attend([.. planned.Going.Order(StringComparer.Ordinal).Take(11)]), DemoCommunity.Owner,
            planned.Ends.AddHours(1));
        var recap = _texts.Rows("recap").First();
        if (row[0] != nameof(GatheringForm.Room))
            await Ask(
                key, new Recap(recap[0], recap[1], row[7]), DemoCommunity.Owner, planned.Ends.AddHours(20));
    }

    // form | days from now | hour | hours | place | link | capacity | category | title | text
    private async Task<string> Plan(string[] row, string zone, DateTimeOffset at)
    {
        var day = ZonedTime.Local(now.AddDays(int.Parse(row[1], CultureInfo.InvariantCulture)), zone).Date;
        var starts = ZonedTime.At(day.AddHours(int.Parse(row[2], CultureInfo.InvariantCulture)), zone).At;
        var plan = new GatheringPlan(
            Enum.Parse<GatheringForm>(row[0]), row[8], row[9], starts,
            starts.AddHours(int.Parse(row[3], CultureInfo.InvariantCulture)), zone, Said(row[4]), Said(row[5]),
            int.Parse(row[6], CultureInfo.InvariantCulture), [DemoCommunity.Moderator],
            GatheringPlan.DefaultReminders, row[7]);
        var key = Keys.OfGathering(community.Slug, Keys.NewThread(at, ++_planned));
        await actors.Ask(key, new Plan(plan), new Call(DemoCommunity.Owner, Standing.System, At: at));
        return key;
    }

    private async Task Answer(string key, int people, Rsvp rsvp, DateTimeOffset at)
    {
        for (var i = 0; i < people; i++)
            await actors.Ask(
                key, new Respond(rsvp), new Call(Somebody(), Standing.System, At: at.AddMinutes(i * 47)));
    }

    private async Task Ask(string key, GatheringCommand command, string by, DateTimeOffset at) => await actors.Ask(
        key, command, new Call(by, new Standing(by == DemoCommunity.Owner ? Role.Owner : Role.Member, 2), At: at));

    // Not one of the three whose sign-ins are printed: they answer themselves.
    private string Somebody() => community.Members[_chance.Next(3, community.Members.Count)];

    private static string? Said(string field) => field.Length > 0 ? field : null;
}
