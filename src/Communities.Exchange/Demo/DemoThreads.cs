using System.Globalization;

namespace Communities.Exchange.Demo;

/// <summary>The threads of a sample community: questions, reports, offers, debates, and one that never ends.</summary>
internal sealed class DemoThreads(DemoScene scene)
{
    private const int LongPosts = 1_240;
    private const int Sessions = 40;

    // Prime to the number of faults, so that neighbours in the texts are none in the list.
    private const int Stride = 7;

    private readonly string[] _asks = scene.Texts.Alternatives("asks");
    private readonly string[] _titles = scene.Texts.Alternatives("titles");
    private readonly string[] _thanks = scene.Texts.Alternatives("thanks");
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(scene.Texts.Lines("about")[3]);

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < scene.Faults.Count; i++)
                Question(scene.Faults[i * Stride % scene.Faults.Count], i + round, DaysAgo(round, i));
        for (var week = 1; week <= Sessions; week++) Session(week);
        foreach (var (item, i) in scene.Texts.Entries("tools").Select((item, i) => (item, i)))
            Offer(item, i % 2 == 0 ? 0 : 2, "{tool}", i);
        foreach (var (item, i) in scene.Texts.Entries("parts").Select((item, i) => (item, i)))
            Offer(item, i % 2 == 0 ? 1 : 3, "{part}", i);
        foreach (var (line, i) in scene.Texts.Lines("topics").Select((line, i) => (line, i))) Topic(line, i);
        Endless();
    }

    // Each question once in the last weeks, and then again among those of long ago.
    private double DaysAgo(int round, int i) => round switch
    {
        0 => 0.15 + i * 1.6 + scene.Chance.NextDouble(),
        1 => 45 + i * 4 + scene.Chance.NextDouble() * 3,
        _ => 150 + i * 5.5 + scene.Chance.NextDouble() * 4,
    };

    private void Question(string[] fault, int variant, double daysAgo)
    {
        var asker = scene.Someone();
        var thread = new Conversation(scene, scene.Now.AddDays(-daysAgo), asker,
            Fill(_titles[variant % _titles.Length]), fault[0], [Names.Slug(fault[1], 30)],
            Fill(_asks[(variant + 1) % _asks.Length]));
        if (scene.Chance.Next(9) == 0)
        {
            thread.End(isLively: daysAgo < 20); // Nobody has answered yet.
            return;
        }

        var advice = fault[4..7].OrderBy(_ => scene.Chance.Next()).ToList();
        var accepted = 0;
        for (var i = 0; i < advice.Count; i++)
        {
            var number = thread.Reply(scene.Someone(asker), advice[i], i == 1 && scene.Chance.Next(3) == 0 ? 2 : null);
            if (i == 0 || scene.Chance.Next(2) == 0) accepted = number;
            for (var j = scene.Chance.Next(3); j > 0; j--)
                thread.Reply(scene.Someone(), Fill(Pick(scene.Chat)), number);
        }

        if (scene.Chance.Next(100) < 68)
        {
            thread.Reply(asker, Fill(Pick(_thanks)), accepted);
            thread.Accept(accepted, asker);
        }

        thread.End(isLively: daysAgo < 20);

        string Fill(string text) => DemoCommunity.Fill(text, fault, scene.Chance);
    }

    private void Session(int week)
    {
        var saturday = scene.Now.AddDays(-(int)(scene.Now.DayOfWeek + 1) % 7 - 7 * (week - 1)).Date.AddHours(17)
            .AddMinutes(scene.Chance.Next(90));
        var at = new DateTimeOffset(DateTime.SpecifyKind(saturday, DateTimeKind.Utc));
        if (at > scene.Now) return;
        int[] came = [scene.Chance.Next(6, 15), scene.Chance.Next(4, 11), scene.Chance.Next(4, 12)];
        int[] done = [.. came.Select(n => n - scene.Chance.Next(0, 4))];
        var values = new Dictionary<string, string>
        {
            ["{n}"] = Number(came.Sum()), ["{m}"] = Number(done.Sum()), ["{k}"] = Number(came.Sum() - done.Sum()),
            ["{a}"] = Number(came[0]), ["{b}"] = Number(done[0]), ["{c}"] = Number(came[1]), ["{d}"] = Number(done[1]),
            ["{e}"] = Number(came[2]), ["{f}"] = Number(done[2]),
            ["{cake}"] = Pick(scene.Texts.Alternatives("cakes")), ["{thing}"] = Pick(scene.Faults)[1],
            ["{date}"] = at.ToString("d MMMM", _culture),
        };
        var category = scene.Texts.Rows("categories").First(row => row[3].Length == 0 && row[4] is "140" or "45")[0];
        var thread = new Conversation(scene, at, week % 3 == 0 ? DemoCommunity.Owner : DemoCommunity.Moderator,
            Put(scene.Texts.Whole("sessiontitle")), category, [at.Year.ToString(CultureInfo.InvariantCulture)],
            Put(scene.Texts.Whole("sessions")));
        for (var i = scene.Chance.Next(2, 7); i > 0; i--)
            thread.Reply(scene.Someone(),
                DemoCommunity.Fill(Pick(scene.Texts.Alternatives("remarks")),
                    scene.Faults[0], scene.Chance));
        thread.End(isLively: week < 3);

        string Put(string text) =>
            values.Aggregate(text, (t, v) => t.Replace(v.Key, v.Value, StringComparison.Ordinal));
        string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private void Offer(string item, int form, string slot, int i)
    {
        var category = scene.Texts.Rows("categories").First(row => row[4] == "265")[0];
        var text = scene.Texts.Alternatives("offertext")[i % 3].Replace(
            "{Item}", char.ToUpper(item[0], _culture) + item[1..], StringComparison.Ordinal);
        var title = scene.Texts.Alternatives("offers")[form].Replace(slot, item, StringComparison.Ordinal)
            .Replace(slot == "{tool}" ? "{part}" : "{tool}", item, StringComparison.Ordinal);
        var thread = new Conversation(
            scene, scene.Now.AddDays(-1.3 - i * 11 - form), scene.Someone(), title, category, [], text);
        for (var j = scene.Chance.Next(0, 5); j > 0; j--)
            thread.Reply(scene.Someone(),
                DemoCommunity.Fill(Pick(scene.Chat), scene.Faults[i], scene.Chance));
        thread.End(isLively: i < 2);
    }

    // title | category | tags | flags | opening || reply || reply …
    private void Topic(string line, int i)
    {
        var fields = line.Split('|', 5, StringSplitOptions.TrimEntries);
        var posts = fields[4].Split(" || ");
        var isPinned = fields[3].Contains("pinned", StringComparison.Ordinal);
        var at = i == 0 ? scene.Now.AddDays(-298) : scene.Now.AddDays(isPinned ? -3.2 : -2.1 - (i - 2) * 9);
        var author = isPinned ? DemoCommunity.Owner : scene.Someone();
        var thread = new Conversation(scene, at, author, fields[0], fields[1], fields[2].Split(','), posts[0]);
        for (var j = 1; j < posts.Length; j++)
            thread.Reply(j == 2 && isPinned ? DemoCommunity.Moderator : scene.Someone(author), posts[j]);
        if (isPinned) thread.Add(new ThreadEvent.Pinned(), DemoCommunity.Owner);
        if (fields[3].Contains("closed", StringComparison.Ordinal))
            thread.Add(new ThreadEvent.Closed(), DemoCommunity.Owner);
        thread.End(isLively: !isPinned && i < 5);
    }

    private void Endless()
    {
        var fields = scene.Texts.Whole("long").Split('|', 5, StringSplitOptions.TrimEntries);
        var (done, remarks) = (scene.Texts.Alternatives("done"), scene.Texts.Alternatives("remarks"));
        var thread = new Conversation(
            scene, scene.Now.AddDays(-290), DemoCommunity.Moderator, fields[0], fields[1], fields[2].Split(','),
            fields[4])
        {
            Pace = TimeSpan.FromDays(289.5) / LongPosts,
        };
        thread.Add(new ThreadEvent.Slowed(30), DemoCommunity.Moderator);
        for (var i = 0; i < LongPosts; i++)
        {
            var text = DemoCommunity.Fill(Pick(done), Pick(scene.Faults), scene.Chance)
                .Replace("{remark}", Pick(remarks), StringComparison.Ordinal);
            thread.Reply(scene.Someone(), text, i > 5 && i % 9 == 0 ? i - 2 : null);
        }

        thread.End(isLively: true);
    }

    private T Pick<T>(IReadOnlyList<T> from) => DemoCommunity.Pick(from, scene.Chance);
}
