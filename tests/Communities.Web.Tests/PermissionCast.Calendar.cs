using Communities.Actors;

namespace Communities.Web.Tests;

public sealed partial class PermissionCast
{
    // A poll of the author's that nobody has voted in.
    private async Task<string> NewPoll(string place)
    {
        var poll = Keys.NewThread(_site.Time.GetUtcNow(), (uint)Random.Shared.Next());
        var author = new Call("author", new Standing(Role.Member));
        var question = new PollCommand.Open($"Which {WordOf(place)}?", ["A", "B"], PollTerms.Default, null);
        await _site.Actors.Ask(Keys.OfPoll(place, poll), question, author);
        await _site.Actors.Ask(
            Keys.OfThread(place, poll), new ThreadCommand.Open("Asked", "Text.", null, [], poll), author);
        await _site.CaughtUp();
        return poll;
    }

    // A draft of the author's, for tomorrow.
    private async Task<string> NewSlot(string place)
    {
        var slot = Keys.NewThread(_site.Time.GetUtcNow(), (uint)Random.Shared.Next());
        var tomorrow = new SlotTime(_site.Time.GetUtcNow().AddDays(1).UtcDateTime, ZonedTime.Utc);
        await _site.Actors.Ask(
            Keys.OfSlot(place, slot),
            new SlotCommand.Open(
                new SlotContent(SlotKind.Question, $"Which {WordOf(place)}?", "Text.", "author"), tomorrow),
            new Call("author", Standing.System));
        await _site.CaughtUp();
        return slot;
    }

    // An interview that the author leads tomorrow, with a question of somebody's.
    private async Task<string> NewInterview(string place)
    {
        var (at, author) = (_site.Time.GetUtcNow(), new Call("author", Standing.System));
        var thread = Keys.NewThread(at, (uint)Random.Shared.Next());
        await _site.Actors.Ask(
            Keys.OfThread(place, thread), new ThreadCommand.Open($"Ask {WordOf(place)}", "Text.", null, []), author);
        await _site.Actors.Ask(
            Keys.OfThread(place, thread), new ThreadCommand.Reply("Why?"), new Call("asker", Standing.System));
        await _site.Actors.Ask(
            Keys.OfInterview(place, thread),
            new InterviewCommand.Announce("author", ["member"], at.AddDays(1), at.AddDays(1).AddHours(1)), author);
        await _site.CaughtUp();
        return thread;
    }
}
