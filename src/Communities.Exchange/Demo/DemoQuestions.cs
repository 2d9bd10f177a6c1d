using System.Collections.Immutable;
using System.Globalization;
using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>
/// How questions are cared for in a sample community: targets, answers that readers look at again, members who are
/// asked, and a summary of an exchange that had stopped.
/// </summary>
public sealed class DemoQuestions(IActors actors, DemoCommunity community, DateTimeOffset now)
{
    private const string Workshop = "25"; // The hues of categories tell what they are for, whatever they are called.
    private const string Library = "265";
    private const string Square = "0";
    private const int OldAfterDays = 60; // As long as these have been accepted answers here, something may change.
    private const int SummedMin = 12;

    private readonly Random _chance = new(community.Slug.Length);

    /// <summary>Plays all of it; what an actor refuses is left at that.</summary>
    public async Task Play()
    {
        await Aim();
        await Doubt();
        await Request();
        await SumUp();
    }

    private Task Aim()
    {
        var top = community.Texts.Rows("categories").Where(row => row[3].Length == 0).ToList();
        ImmutableArray<AnswerTarget> targets =
        [
            .. top.Select(row => new AnswerTarget(
                row[0], row[4] switch { Workshop or "140" => 12, Library => 0, Square => 48, _ => 24 },
                IsSolved: row == top[0])),
        ];
        return Ask(
            community.Slug, new CommunityCommand.SetQuestions(new(24, false, targets, 180)), DemoCommunity.Owner,
            now.AddDays(-120));
    }

    // Old answers: some that readers doubt, some that they find as good as ever.
    private async Task Doubt()
    {
        var reasons = community.Texts.Alternatives("doubts");
        var accepted = community.Records
            .Where(record => record.Kind == Record.Vote && record.Tags.Contains("accept")
                && record.Time < now.AddDays(-OldAfterDays))
            .Take(2 * reasons.Length).ToList();
        foreach (var (i, record) in accepted.Index())
        {
            if (record.Thread is not { } thread || NumberOf(record.Parent) is not (> 1 and var number)) continue;
            var key = Keys.OfThread(community.Slug, thread);
            if (i % 2 == 0)
                await Ask(
                    key, new ThreadCommand.DoubtAnswer(number, reasons[i / 2]), Somebody(), now.AddDays(-9 + i));
            else
                await Ask(key, new ThreadCommand.ConfirmAnswer(number), Somebody(), now.AddDays(-20 + i));
        }
    }

    // A question that nobody has answered, and two who may know: one of them is printed with the sign-ins.
    private async Task Request()
    {
        var open = community.LivelyThreads.Select(id => Keys.OfThread(community.Slug, id)).ToList();
        foreach (var key in open)
        {
            var thread = await actors.See<Thread>(key);
            if (thread.Authors.Count != 1 || thread.Posts[0].Author == DemoCommunity.Participant) continue;
            foreach (var account in (string[])[DemoCommunity.Participant, Somebody()])
                await Ask(
                    Keys.OfMember(community.Slug, account), new MemberCommand.RequestAnswer(Keys.LocalOf(key)),
                    DemoCommunity.Moderator, now.AddHours(-5));
            return;
        }
    }

    private async Task SumUp()
    {
        foreach (var record in community.Records.Where(record => record.Kind == Record.OfThread
            && record.Time < now.AddDays(-OldAfterDays)))
        {
            var key = Keys.OfThread(community.Slug, record.Id);
            var thread = await actors.See<Thread>(key);
            if (thread.Posts.Count is < SummedMin or > 100 || thread.Accepted > 0) continue;
            await Ask(
                key, new ThreadCommand.Reply(community.Texts.Whole("summary"), IsSummary: true), DemoCommunity.Owner,
                now.AddDays(-1));
            return;
        }
    }

    private Task Ask<TActor>(string key, ICommand<TActor> command, string by, DateTimeOffset at)
        where TActor : class, IActor
    {
        var held = by == DemoCommunity.Owner ? Role.Owner
            : by == DemoCommunity.Moderator ? Role.Moderator
            : Role.Member;
        return actors.Ask(key, command, new Call(by, new Standing(held, 2, MayJoin: true), At: at)).AsTask();
    }

    private string Somebody() => community.Members[_chance.Next(30, community.Members.Count)];

    private static int NumberOf(string? post) =>
        int.TryParse(post?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
