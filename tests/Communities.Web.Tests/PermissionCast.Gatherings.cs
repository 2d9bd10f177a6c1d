using Communities.Actors;

namespace Communities.Web.Tests;

public sealed partial class PermissionCast
{
    // A gathering of the author's, as the address asks for it.
    private async Task<string> NewGathering(string place, string path)
    {
        var (id, now) = (Keys.NewThread(_site.Time.GetUtcNow(), (uint)Random.Shared.Next()), _site.Time.GetUtcNow());
        var (key, author) = (Keys.OfGathering(place, id), new Call("author", Standing.System));
        var isRoom = path.Contains("/room", StringComparison.Ordinal);
        var isOver = path.EndsWith("/recap", StringComparison.Ordinal);
        var (starts, ends) = isOver ? (now.AddHours(-3), now.AddHours(-1)) : (now.AddHours(1), now.AddHours(3));
        await _site.Actors.Ask(key, new GatheringCommand.Plan(new GatheringPlan(
            isRoom ? GatheringForm.Room : GatheringForm.Barcamp, $"About {WordOf(place)}", $"On {WordOf(place)}.",
            starts, ends, "Europe/Paris", $"In {WordOf(place)}", null, 0, [], [60])), author);
        if (isRoom)
            await _site.Actors.Ask(
                Keys.OfThread(place, Gathering.RoomOf(id)),
                new ThreadCommand.Open($"About {WordOf(place)}", "The room.", null, []), author);
        if (!isRoom && !isOver)
        {
            await _site.Actors.Ask(key, new GatheringCommand.SetCode("DOOR42"), author);
            await _site.Actors.Ask(key, new GatheringCommand.Propose($"Of {WordOf(place)}"), author);
        }

        await _site.CaughtUp();
        return id;
    }
}
