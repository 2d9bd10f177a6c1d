using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Communities.Exchange.Demo;

/// <summary>What stands with the posts of a sample community: faces, pictures, polls, a conversation.</summary>
internal sealed class DemoAttached(DemoScene scene)
{
    private const int Faces = 16;
    private const int FaceSide = 192;
    private const int Pictures = 3;

    /// <summary>Writes all of it.</summary>
    public void Write()
    {
        foreach (var account in scene.Members.Take(Faces)) Face(account);
        Album();
        foreach (var (row, i) in scene.Texts.Rows("polls").Select((row, i) => (row, i))) Poll(row, isRunning: i == 0);
        Talk();
    }

    private void Face(string account)
    {
        // Some have joined since then.
        var joined = scene.Records.Find(record => record.Kind == Record.Member && record.Id == account)?.Time;
        var at = joined > scene.Now.AddDays(-20) ? joined.Value.AddMinutes(5) : scene.Now.AddDays(-20);
        var face = Send(account, at, "face.webp", FaceSide, FaceSide);
        scene.Records.Add(new Record
        {
            Kind = "member.portrayed", Id = $"{account}/face", Parent = account, Author = account, Time = at,
            Fact = new MemberEvent.Portrayed(face),
        });
    }

    // title | category | opening
    private void Album()
    {
        var fields = scene.Texts.Whole("album").Split('|', 3, StringSplitOptions.TrimEntries);
        var at = scene.Now.AddHours(-9);
        var pictures = Enumerable.Range(1, Pictures).Select(n =>
        {
            var name = $"{Names.Slug(fields[0], 30)}-{n}.webp";
            var id = Send(DemoCommunity.Participant, at.AddMinutes(-n), name, 900, 600);
            return $"![{fields[0]} {n}](/files/{scene.Texts.Lines("about")[0]}/{id}/{name}#900x600)";
        });
        var thread = new Conversation(
            scene, at, DemoCommunity.Participant, fields[0], fields[1], [],
            $"{fields[2]}\n\n{string.Join('\n', pictures)}");
        thread.Reply(DemoCommunity.Owner, scene.Chat[0]);
        thread.End(isLively: true);
    }

    // title | category | opening | question | option | option …
    private void Poll(string[] row, bool isRunning)
    {
        var at = scene.Now.AddDays(isRunning ? -1.2 : -9);
        var options = row[4..];
        var terms = isRunning
            ? new PollTerms(VotingWay.Several, 1, 2, IsSecret: false)
            : new PollTerms(VotingWay.Ranked, 1, options.Length);
        var poll = Keys.NewThread(at, (uint)scene.Chance.NextInt64(uint.MaxValue));
        scene.Records.Add(new Record
        {
            Kind = Record.Poll, Id = poll, Author = DemoCommunity.Owner, Time = at, Title = row[3],
            Fact = new PollEvent.Opened(row[3], [.. options], terms, isRunning ? scene.Now.AddDays(5) : null),
        });
        var thread = new Conversation(scene, at, DemoCommunity.Owner, row[0], row[1], [], row[2], poll);
        thread.End(isLively: isRunning);
        var voters = Enumerable.Range(0, 60).Select(_ => scene.Someone()).Distinct().ToList();
        foreach (var (voter, i) in voters.Select((voter, i) => (voter, i)))
            OnPoll(
                Record.Ballot, poll, $"{poll}/b{i + 1}", voter, at.AddMinutes(30 + i * 17),
                new PollEvent.Voted(Chosen(options.Length, terms)));
        if (!isRunning)
            OnPoll(
                "poll.closed", poll, $"{poll}/end", DemoCommunity.Owner, at.AddDays(5),
                new PollEvent.Closed(null, 0, []));
    }

    private ImmutableArray<int> Chosen(int options, PollTerms terms)
    {
        var choices = Enumerable.Range(1, options).OrderBy(option => scene.Chance.NextDouble() * option)
            .Take(scene.Chance.Next(terms.Least, terms.Most + 1));
        return terms.Way == VotingWay.Ranked ? [.. choices] : [.. choices.Order()];
    }

    private void OnPoll(string kind, string poll, string id, string by, DateTimeOffset at, PollEvent fact) =>
        scene.Records.Add(new Record { Kind = kind, Id = id, Parent = poll, Author = by, Time = at, Fact = fact });

    // A subject, then what one and the other write.
    private void Talk()
    {
        var lines = scene.Texts.Lines("talk");
        var (at, writers) = (scene.Now.AddHours(-30), (string[])[DemoCommunity.Moderator, DemoCommunity.Participant]);
        var talk = Keys.NewThread(at, (uint)scene.Chance.NextInt64(uint.MaxValue));
        scene.Records.Add(new Record
        {
            Kind = Record.Conversation, Id = talk, Author = writers[0], Time = at, Title = lines[0],
            Fact = new ConversationEvent.Started(lines[0], [writers[1], DemoCommunity.Owner]),
        });
        foreach (var (text, i) in lines.Skip(1).Select((text, i) => (text, i)))
            scene.Records.Add(new Record
            {
                Kind = Record.Message, Id = $"{talk}/m{i + 1}", Parent = talk, Author = writers[i % 2],
                Time = at.AddMinutes(i * 11), Fact = new ConversationEvent.Messaged(i + 1, text, []),
            });
    }

    private string Send(string account, DateTimeOffset at, string name, int width, int height)
    {
        var content = DemoPictures.Draw(width, height, scene.Chance);
        var id = Keys.NewThread(at, (uint)scene.Chance.NextInt64(uint.MaxValue));
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        var upload = new Record
        {
            Kind = Record.Upload, Id = id, Author = account, Time = at, Title = name,
            Fact = new UploadEvent.Stored(name, "image/webp", content.Length, digest, width, height),
        };
        scene.Records.Add(upload with
        {
            Kind = Record.Content, Id = $"{id}/c1", Parent = id, Title = null,
            Text = Convert.ToBase64String(content), Format = "base64", Fact = null,
        });
        scene.Records.Add(upload);
        return id;
    }
}
