namespace Communities.Exchange.Demo;

/// <summary>A thread while it is being written.</summary>
internal sealed class Conversation
{
    private readonly DemoScene _scene;
    private readonly string _id;
    private readonly string _category;
    private readonly List<string> _authors = [];
    private DateTimeOffset _at;
    private int _facts;

    public Conversation(
        DemoScene scene, DateTimeOffset at, string author, string title, string category, string[] tags, string text,
        string? poll = null)
    {
        _scene = scene;
        _category = category;
        _at = new DateTimeOffset(
            at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        _id = Keys.NewThread(_at, (uint)scene.Chance.NextInt64(uint.MaxValue));
        scene.Records.Add(new Record
        {
            Kind = Record.OfThread, Id = _id, Author = author, Time = _at, Title = title, Category = category,
            Tags = tags,
        });
        Post(author, text, null, poll);
    }

    /// <summary>The time between two posts, on average; where it is zero, minutes at first, then hours.</summary>
    public TimeSpan Pace { get; init; }

    public int Reply(string author, string text, int? to = null)
    {
        var left = _scene.Now - _at;
        var pace = Pace > TimeSpan.Zero ? Pace : TimeSpan.FromMinutes(6 + 14 * _authors.Count * _authors.Count);
        if (pace > left / 3) pace = left / 3; // Nothing is written in the future.
        Move(pace * (0.4 + 1.2 * _scene.Chance.NextDouble()));
        Post(author, text, to is { } n ? $"{_id}/{n}" : null);
        if (_scene.Chance.Next(16) == 0) Edit(author, text);
        return _authors.Count;
    }

    public void Accept(int number, string by) => Vote(number, "accept", by);

    public void Add(ThreadEvent fact, string by, int number = 0) => _scene.Records.Add(new Record
    {
        Kind = Facts.NameOf(fact), Id = $"{_id}/v{++_facts}", Thread = _id,
        Parent = number == 0 ? null : $"{_id}/{number}", Author = by, Time = _at, Fact = fact,
    });

    public void End(bool isLively)
    {
        if (_authors.Count > 5 && _scene.Chance.Next(14) == 0) Remove(_authors.Count, DemoCommunity.Moderator);
        Add(new ThreadEvent.Viewed(_authors.Count * _scene.Chance.Next(7, 30) + 5), "");
        if (isLively) _scene.Lively.Add(_id);
    }

    // No removal is silent: its case records it, and the thread knows by which decision it was.
    private void Remove(int number, string by)
    {
        Add(new ThreadEvent.Removed(number, Removal.ByModerator, "", 1), by, number);
        if (_authors[^1] == by) return;
        var (subject, removing) = (Subject.OfPost(_id, number), new Measure(MeasureKind.Remove));
        var fact = new CaseEvent.Decided(
            1, by, DecisionOrigin.Direct, [removing], _authors[^1], subject, Category: _category);
        _scene.Records.Add(new Record
        {
            Kind = Facts.NameOf(fact), Id = $"{subject}/v1", Parent = subject.ToString(), Author = by, Time = _at,
            Fact = fact,
        });
        var decision = Case.IdOf(subject.ToString(), 1);
        Add(
            new ThreadEvent.Withheld(number, Removal.ByModerator, Removal.ByModerator, null, decision), by, number);
    }

    private void Post(string author, string text, string? parent, string? poll = null)
    {
        _authors.Add(author);
        _scene.Records.Add(new Record
        {
            Kind = Record.Post, Id = $"{_id}/{_authors.Count}", Thread = _id, Parent = parent, Author = author,
            Time = _at, Text = text, Format = "markdown", Brings = poll,
        });
        var fans = Math.Max(0, _scene.Chance.Next(_authors.Count == 1 ? 9 : 6) - 2);
        var given = new HashSet<(string, string)>();
        for (var i = 0; i < fans; i++)
        {
            var chance = _scene.Chance.Next(10);
            var kind = chance < 6 ? "like" : chance < 8 ? "thanks" : chance < 9 ? "insightful" : "funny";
            var fan = _scene.Someone(author);
            if (given.Add((fan, kind))) Vote(_authors.Count, kind, fan);
        }
    }

    // Later than the grace: the revision before stays to be read.
    private void Edit(string author, string text)
    {
        var left = _scene.Now - _at;
        if (left < TimeSpan.FromHours(1)) return;
        Move(TimeSpan.FromMinutes(7 + _scene.Chance.Next(20)));
        var more = DemoCommunity.Fill(DemoCommunity.Pick(_scene.Chat, _scene.Chance), _scene.Faults[0], _scene.Chance);
        Add(new ThreadEvent.Edited(0, $"{text}\n\n*{more}*", 2), author, _authors.Count);
    }

    private void Vote(int number, string type, string by) => _scene.Records.Add(new Record
    {
        Kind = Record.Vote, Id = $"{_id}/v{++_facts}", Thread = _id, Parent = $"{_id}/{number}", Author = by,
        Time = _at, Tags = [type], Score = 1,
    });

    private void Move(TimeSpan by) =>
        _at = new DateTimeOffset(
            (_at + by).UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
