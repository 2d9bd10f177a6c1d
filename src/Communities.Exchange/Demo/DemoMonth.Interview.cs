
namespace Communities.Exchange.Demo;

/// <content>An interview that collects questions and votes, and is live in two days.</content>
public sealed partial class DemoMonth
{
    // title | text | category; then one question a line, those asked first with the most votes.
    private async Task Interview()
    {
        var (row, at) = (_texts.Rows("interview").First(), now.AddDays(-2));
        var slot = NewId(at);
        var content = new SlotContent(
            SlotKind.Interview, row[0], row[1], DemoCommunity.Owner, row[2],
            Interview: new SlotInterview([DemoCommunity.Participant], 4, new TimeOnly(18, 0), 60),
            Language: community.Language);
        var key = Keys.OfSlot(community.Slug, slot);
        await Owner(key, new SlotCommand.Open(content), at);
        await Owner(key, new SlotCommand.Review(IsAlone: true), at.AddMinutes(5));
        var published = await Owner(key, new SlotCommand.Publish(Zone), at.AddMinutes(6));
        if (published.First<SlotEvent.Published>() is not { } its) return;
        await whenQuiet(); // Its thread is open.
        var thread = Keys.OfThread(community.Slug, its.Thread);
        foreach (var (i, question) in _texts.Lines("asked").Index())
        {
            var answer = await Ask(
                thread, new ThreadCommand.Reply(question), Regulars.ElementAt(i + 3), at.AddHours(2 + (5 * i)));
            if (answer.First<ThreadEvent.Replied>() is not { } asked) continue;
            foreach (var voter in Regulars.Skip(8).Take(7 - (2 * i)))
                await Ask(
                    thread, new ThreadCommand.React(asked.Number, Reactions.Like), voter, at.AddHours(3 + (5 * i)));
        }
    }
}
