using System.Net.Http.Json;
using System.Text.Json;
using Communities.Actors;
using Communities.Local;
using Communities.Suites;

namespace Communities.Server.Tests;

/// <content>Contests and live rooms that end by themselves, what is said in a room meanwhile, and a ban.</content>
public sealed partial class AnimationKillTests
{
    private const int Contests = 2;

    // One that closes while the program is killed, and one that goes on, in which people write.
    private static readonly string _closing = Id(410);
    private static readonly string _open = Id(420);

    private static string Id(uint chance) => Keys.NewThread(DateTimeOffset.UnixEpoch.AddYears(56), chance);

    private static IEnumerable<(string Room, DateTimeOffset Ends)> Rooms(DateTimeOffset now) =>
        [(_closing, now.AddSeconds(3)), (_open, now.AddDays(1))];

    // The first two members enter, and all others vote for the first: the second has no vote.
    private static async Task Contest(LocalEngine engine, int number, DateTimeOffset now)
    {
        var (key, yesterday) = (Keys.OfContest(Place, Id(500 + (uint)number)), now.AddDays(-1));
        await Ask(engine, key, new ContestCommand.Open(
            $"Contest {number}", "Show it.", null,
            new ContestTerms(yesterday.AddHours(2), now.AddSeconds(number * 3)), [], "The results:"), _owner);
        await engine.WhenQuiet(Ct);
        for (var member = 1; member <= 2; member++)
        {
            await Ask(engine, key, new ThreadCommand.Reply($"Entry {member}"), As(member));
            await Ask(engine, key, new ContestCommand.Enter(1 + member), As(member));
        }

        await Ask(engine, key, new ContestCommand.Finish(), _owner);
        for (var member = 3; member <= Members; member++)
            await Ask(engine, key, new ContestCommand.Vote([2]), As(member));
    }

    // It has begun: what is left is to end it, once.
    private static async Task Room(LocalEngine engine, string id, DateTimeOffset now, DateTimeOffset ends)
    {
        var (key, starts) = (Keys.OfGathering(Place, id), now.AddDays(-1).AddHours(1));
        await Ask(engine, key, new GatheringCommand.Plan(new GatheringPlan(
            GatheringForm.Room, "Room", null, starts, ends, ZonedTime.Utc, null, null, 0, [], [])), _owner);
        await Ask(engine, key, new GatheringCommand.Begin(starts, "Room", HasRoom: true), Call.System(at: starts));
    }

    private static async Task Ban(LocalEngine engine, DateTimeOffset at)
    {
        const int banned = Members + 1;
        await Account(engine, $"m{banned}", Address(banned));
        var key = Keys.OfMember(Place, $"m{banned}");
        await Ask(
            engine, key, new MemberCommand.Join("Spam"),
            new Call($"m{banned}", new Standing(Role.None, MayJoin: true), At: at));
        await Ask(
            engine, key,
            new MemberCommand.Sanction($"member-m{banned}.1", new Measure(MeasureKind.Ban), "Rules"), Call.System());
    }

    // Another line in the room that goes on.
    private static Task<int?> Say(HttpClient http, List<Task<int?>> lines)
    {
        lock (lines)
        {
            lines.Add(Say(http, $"Line {lines.Count}"));
            return lines[^1];
        }
    }

    // Its number, once it was answered.
    private static async Task<int?> Say(HttpClient http, string text)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(
                $"threads/{Communities.Gathering.RoomOf(_open)}/posts", new { text }, Ct);
            var said = await answer.Content.ReadAsStringAsync(Ct);
            Assert.True(answer.IsSuccessStatusCode, said);
            return JsonDocument.Parse(said).RootElement.GetProperty("number").GetInt32();
        }
        catch (Exception e) when (KilledServer.IsGone(e))
        {
            return null;
        }
    }

    private static async Task AllOver(RunningProgram program, string token)
    {
        using var http = KilledServer.Client(await program.Serving(), token);
        await KilledServer.Until(async () =>
            (await http.GetFromJsonAsync<JsonElement>($"gatherings/{_closing}", Ct)).GetRawText()
                .Contains("\"ended\"", StringComparison.Ordinal)
            && (await http.GetFromJsonAsync<JsonElement>($"threads/{Communities.Gathering.RoomOf(_closing)}", Ct))
                .GetProperty("isClosed").GetBoolean()
            && (await http.GetFromJsonAsync<JsonElement>("contests", Ct)).GetProperty("items").EnumerateArray()
                .All(contest => contest.GetProperty("phase").GetString() == "closed"));
    }

    // The results are told in the thread, and the winner has them counted, once; so with the badge and the room's end.
    private static void Ended(List<Envelope> happened)
    {
        Assert.Equal(Contests, Once(happened, "contest.closed"));
        var told = happened.Where(envelope => envelope.Name == "thread.replied"
            && ((ThreadEvent.Replied)Domain.Happened(envelope)).Text.StartsWith("The result", StringComparison.Ordinal))
            .Select(envelope => envelope.Actor.Key).ToList();
        Assert.Equal(Contests, told.Count);
        Assert.Equal(Contests, told.Distinct().Count());
        var won = happened.Where(envelope => envelope.Name == "member.credited").ToList();
        Assert.Equal(Contests, won.Count);
        Assert.All(won, envelope => Assert.Equal($"{Place}/m1", envelope.Actor.Key));
        Assert.Single(happened, envelope => envelope.Name == "member.badged"
            && ((MemberEvent.Badged)Domain.Happened(envelope)).Badge == "contest-won");
        Assert.Equal(2, Once(happened, "gathering.began"));
        Assert.Equal(1, Once(happened, "gathering.ended"));
        Assert.Equal(1, Once(happened, "thread.closed"));
    }

    // Each line that was answered stands under its number, and none twice.
    private static void Heard(List<Envelope> happened, List<Task<int?>> lines)
    {
        var room = Keys.OfThread(Place, Communities.Gathering.RoomOf(_open));
        var said = happened.Where(envelope => envelope.Name == "thread.replied" && envelope.Actor.Key == room)
            .Select(envelope => (ThreadEvent.Replied)Domain.Happened(envelope)).ToDictionary(
                reply => reply.Text, reply => reply.Number);
        var answered = lines.Select((line, number) => (Text: $"Line {number}", Number: line.Result))
            .Where(line => line.Number is not null).ToList();
        Assert.NotEmpty(answered);
        Assert.All(answered, line => Assert.Equal(line.Number, said[line.Text]));
    }
}
