using Communities.Actors;

namespace Communities.Web.Tests;

public partial class PagesSite
{
    /// <summary>A slot of the owner's that comes again each week, as a draft.</summary>
    public string Slot { get; } = "01k0000000000005";

    /// <summary>An interview that is live: the member answers, and others have asked.</summary>
    public string Interview { get; } = "01k0000000000006";

    private async Task Planned()
    {
        var owner = new Call("owner", Standing.System);
        var soon = new SlotTime(Time.GetUtcNow().AddDays(2).UtcDateTime, ZonedTime.Utc);
        await Actors.Ask(
            Keys.OfSlot("repair", Slot),
            new SlotCommand.Open(
                new SlotContent(SlotKind.Question, "Question {n}: what did you mend?", "Tell *us*.", "owner"), soon,
                new Recurrence(Rhythm.Weekly, soon.Day, TimeOnly.FromDateTime(soon.Local))),
            owner);
        await Actors.Ask(
            Keys.OfSlot("repair", "01k0000000000004"),
            new SlotCommand.Open(new SlotContent(SlotKind.Debate, "Repair or replace?", "Which, and when?", "mia")),
            new Call("mia", new Standing(Role.Member)));

        var key = Keys.OfThread("repair", Interview);
        await Actors.Ask(key, new ThreadCommand.Open(
            "Ask Mia about wheels", $"She *knows*.\n\n[Ask and vote](/c/repair/interviews/{Interview})", null, []),
            owner);
        await Actors.Ask(key, new ThreadCommand.Reply("Which spokes are best?"), new Call("mod", Standing.System));
        await Actors.Ask(key, new ThreadCommand.React(2, "like"), owner);
        await Actors.Ask(key, new ThreadCommand.Reply("Butted ones.", 2), new Call("mia", Standing.System));
        await Actors.Ask(key, new ThreadCommand.Reply("And rims?"), new Call("mod-fr", Standing.System));
        await Actors.Ask(
            Keys.OfInterview("repair", Interview),
            new InterviewCommand.Announce(
                "owner", ["mia"], Time.GetUtcNow().AddMinutes(1), Time.GetUtcNow().AddHours(2)),
            owner);
        await Actors.Ask(Keys.OfInterview("repair", Interview), new InterviewCommand.Begin(), owner);
    }
}
