using System.Text;

namespace Communities.Exchange.Demo;

/// <summary>
/// What a sample community is for, threads of late that are about something else, and the knowledge pages that its
/// members have made from accepted answers.
/// </summary>
internal sealed class DemoDomain(DemoScene scene, string slug)
{
    private const int SectionsMost = 6; // Of a page; the other answers wait to be taken up.

    /// <summary>The purpose, with the words of its domain.</summary>
    public static Purpose Purpose(DemoTexts texts) => new(
        texts.Whole("purpose"), texts.Whole("forwhom"), texts.Whole("belongs"), texts.Whole("nothere"),
        [.. texts.Whole("domainwords").Split(',', StringSplitOptions.TrimEntries)]);

    /// <summary>Writes the threads, before those of others are looked at.</summary>
    public void Stray()
    {
        foreach (var (i, row) in scene.Texts.Rows("offtopic").Index())
            new Conversation(scene, scene.Now.AddDays(-2.3 - i * 3.1), scene.Someone(), row[0], row[1], [], row[2])
                .End(isLively: false);
    }

    /// <summary>Writes the pages, from what stands in the scene.</summary>
    public void Know()
    {
        foreach (var (i, row) in scene.Texts.Rows("knowledge").Index())
        {
            var (category, from) = (row[0], Answers(row[0]).Take(SectionsMost).ToList());
            if (from.Count < 2) continue;
            var first = Page(row[1], from[..(from.Count / 2)]);
            Revise(category, 1, DemoCommunity.Owner, scene.Now.AddDays(-30 + i), first, row[2]);
            Revise(category, 2, DemoCommunity.Moderator, scene.Now.AddDays(-11 + i), Page(row[1], from), row[3]);
        }
    }

    private void Revise(string category, int number, string by, DateTimeOffset at, string text, string summary) =>
        scene.Records.Add(new Record
        {
            Kind = "knowledge.revised", Id = $"{category}/v{number}", Parent = category, Author = by, Time = at,
            Fact = new KnowledgeEvent.Revised(number, text, summary, [], []),
        });

    private string Page(string introduction, IEnumerable<(Record Thread, Record Post)> answers)
    {
        var page = new StringBuilder(introduction);
        foreach (var (thread, post) in answers)
        {
            var number = int.Parse(post.Id[(post.Id.LastIndexOf('/') + 1)..], null);
            var name = scene.Records.First(record => record.Kind == Record.Member && record.Id == post.Author).Title;
            page.Append("\n\n## ").Append(thread.Title).Append("\n\n").Append(post.Text).Append("\n\n— [").Append(name)
                .Append("](").Append(new PostLink(thread.Id, number).PathIn(slug)).Append(')');
        }

        return page.ToString();
    }

    // Of each thing that was asked about one answer, those of long ago before those of late.
    private IEnumerable<(Record Thread, Record Post)> Answers(string category)
    {
        var posts = scene.Records.Where(record => record.Kind == Record.Post).ToDictionary(record => record.Id);
        var accepted = scene.Records
            .Where(record => record is { Kind: Record.Vote, Tags: ["accept"], Parent: not null })
            .ToLookup(record => record.Thread, record => record.Parent!);
        return scene.Records
            .Where(record => record.Kind == Record.OfThread && record.Category == category
                && record.Time < scene.Now.AddDays(-32))
            .OrderBy(record => record.Time)
            .SelectMany(thread => accepted[thread.Id].Take(1).Select(post => (Thread: thread, Post: posts[post])))
            .Where(pair => pair.Post.Author is { Length: > 0 } and not DemoCommunity.Owner)
            .DistinctBy(pair => pair.Thread.Tags.FirstOrDefault());
    }
}
