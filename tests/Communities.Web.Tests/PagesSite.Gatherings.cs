using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>The gatherings of the site to look at.</summary>
internal static class PagesSiteGatherings
{
    public static async Task Gather(this PagesSite site)
    {
        var now = site.Time.GetUtcNow();
        var mod = new Call("mod", new Standing(Role.Moderator));
        await Plan(site, PagesSite.Barcamp, "Mending day", GatheringForm.Barcamp, now.AddHours(1), 1);
        await Ask(PagesSite.Barcamp, new GatheringCommand.Propose("Tubes", "How to *mend* them."), "mia");
        await Ask(PagesSite.Barcamp, new GatheringCommand.Propose("Lights"), "mia-fr");
        await Ask(PagesSite.Barcamp, new GatheringCommand.SetBoard(["Hall", "Garden"], [now.AddHours(1)]), "mod");
        await Ask(PagesSite.Barcamp, new GatheringCommand.PlaceSession(1, 1, 1), "mod");
        await Ask(PagesSite.Barcamp, new GatheringCommand.SetCode("DOOR42"), "mod");
        foreach (var account in (string[])["owner", "mia"])
            await Ask(PagesSite.Barcamp, new GatheringCommand.Respond(Rsvp.Going), account);

        var starts = now.AddMinutes(-5);
        await Plan(site, PagesSite.Room, "Evening room", GatheringForm.Room, starts, 0);
        await site.Actors.Ask(
            Keys.OfGathering("repair", PagesSite.Room),
            new GatheringCommand.Begin(starts, "Evening room", null, HasRoom: false), Call.System());
        var room = Keys.OfThread("repair", Gathering.RoomOf(PagesSite.Room));
        await site.Actors.Ask(room, new ThreadCommand.Open("Evening room", "Come in.", null, []), mod);
        await site.Actors.Ask(room, new ThreadCommand.Reply("Good *evening*."), new("mia", new Standing(Role.Member)));

        await Plan(site, PagesSite.Over, "Ride", GatheringForm.Meetup, now.AddDays(-2), 0);
        await Ask(PagesSite.Over, new GatheringCommand.Attend(["mia", "mia-fr"]), "mod");

        async Task Ask(string id, GatheringCommand command, string by) => await site.Actors.Ask(
            Keys.OfGathering("repair", id), command,
            by == "mod" ? mod : new Call(by, new Standing(Role.Member)));
    }

    private static async Task Plan(
        PagesSite site, string id, string title, GatheringForm form, DateTimeOffset starts, int capacity) =>
        await site.Actors.Ask(
            Keys.OfGathering("repair", id),
            new GatheringCommand.Plan(new GatheringPlan(
                form, title, "Bring your *bicycle*.", starts, starts.AddHours(2), "Europe/Paris", "Rue du Port 4",
                "https://example.org/here", capacity, ["owner"], [60])),
            new Call("mod", Standing.System));
}
