using System.Globalization;
using Communities.Actors;
using static Communities.GatheringCommand;

namespace Communities.Exchange.Demo;

/// <summary>
/// Two gatherings beside those of the month: a live room that was, of which the transcript stays, and a walk that was
/// called off. They are asked of the actors behind the import, since exchange files hold none.
/// </summary>
public sealed class DemoGatherings(IActors actors, DemoCommunity community, DateTimeOffset now)
{
    private const int Guests = 14;

    private readonly DemoTexts _texts = DemoTexts.Load($"{community.Slug}-gatherings");
    private readonly Random _chance = new(community.Slug.Length);
    private uint _planned;

    /// <summary>Plays all of it; what an actor refuses is left at that.</summary>
    /// <param name="whenQuiet">Waits until what follows from it has happened: rooms open by themselves.</param>
    public async Task Play(Func<Task> whenQuiet)
    {
        var zone = _texts.Whole("zone");
        foreach (var row in _texts.Rows("off"))
        {
            var key = await Plan(row, zone, now.AddDays(-6));
            await Answer(key, now.AddDays(-5));
            await Ask(key, new Cancel(row[10]), DemoCommunity.Owner, now.AddDays(-1));
        }

        foreach (var row in _texts.Rows("past")) await Past(row, zone, whenQuiet);
    }

    private async Task Past(string[] row, string zone, Func<Task> whenQuiet)
    {
        var key = await Plan(row, zone, now.AddDays(-30));
        await Answer(key, now.AddDays(-29));
        var planned = await actors.See<Gathering>(key);
        await actors.Ask(
            key, new Begin(planned.Starts, row[8], row[7], HasRoom: true), Call.System(at: planned.Starts));
        await whenQuiet();
        var room = Keys.OfThread(community.Slug, Gathering.RoomOf(Keys.LocalOf(key)));
        foreach (var (i, line) in _texts.Alternatives("said").Index())
            await actors.Ask(
                room, new ThreadCommand.Reply(line),
                new Call(Somebody(), Standing.System, At: planned.Starts.AddMinutes(4 + (i * 3))));
        await actors.Ask(key, new End(planned.Ends), Call.System(at: planned.Ends));
        await Ask(
            key, new Attend([.. planned.Going.Order(StringComparer.Ordinal).Take(11)]), DemoCommunity.Owner,
            planned.Ends.AddHours(1));
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

    private async Task Answer(string key, DateTimeOffset at)
    {
        for (var i = 0; i < Guests; i++)
            await actors.Ask(
                key, new Respond(Rsvp.Going), new Call(Somebody(), Standing.System, At: at.AddMinutes(i * 47)));
    }

    private async Task Ask(string key, GatheringCommand command, string by, DateTimeOffset at) => await actors.Ask(
        key, command, new Call(by, new Standing(Role.Owner, 2), At: at));

    // Not one of the three whose sign-ins are printed: they answer themselves.
    private string Somebody() => community.Members[_chance.Next(3, community.Members.Count)];

    private static string? Said(string field) => field.Length > 0 ? field : null;
}
