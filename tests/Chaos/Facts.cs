using Communities.Actors;

namespace Communities.Chaos;

/// <summary>A text as it stands in an event.</summary>
internal readonly record struct Found(string Thread, int Number, string By);

/// <summary>
/// What a row of events says, of a journal or of an archive: which texts are there, what each community should count,
/// and whether the row is whole.
/// </summary>
internal sealed class Facts(Problems problems, string where)
{
    private readonly Dictionary<string, List<Found>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Thread, int Number), string> _latest = [];
    private readonly HashSet<Given> _reactions = [];
    private readonly Dictionary<ActorId, long> _versions = [];
    private readonly Dictionary<(ActorId, string Id), long> _commands = [];
    private readonly SortedDictionary<string, Audit> _audits = new(StringComparer.Ordinal);

    /// <summary>How many events there are.</summary>
    public long Events { get; private set; }

    /// <summary>How many texts of posts and of revisions.</summary>
    public int Texts => _texts.Count;

    /// <summary>What each community counts by the facts.</summary>
    public IReadOnlyDictionary<string, Audit> Audits => _audits;

    /// <summary>The present text of each post of a thread.</summary>
    public ILookup<string, (int Number, string Text)> Posts =>
        _latest.ToLookup(post => post.Key.Thread, post => (post.Key.Number, post.Value));

    /// <summary>Takes the next event; those of one actor come in their order.</summary>
    public void Take(Envelope envelope)
    {
        Events++;
        CheckOrder(envelope);
        object happened;
        try
        {
            happened = Domain.Happened(envelope);
            if (envelope.Actor.Prefix != Keys.Site) AuditOf(envelope.Actor.Prefix).Take(envelope);
        }
        catch (Exception e)
        {
            // What follows from it would be told of as well; the others must be looked at all the same.
            problems.Add("unreadable", $"{where}: {envelope.Actor}, version {envelope.Version}: {e.Message}");
            return;
        }

        var thread = envelope.Actor.Key;
        switch (happened)
        {
            case ThreadEvent.Opened e: Text(e.Text, new Found(thread, 1, envelope.By)); break;
            case ThreadEvent.Replied e: Text(e.Text, new Found(thread, e.Number, envelope.By)); break;
            case ThreadEvent.Edited e: Text(e.Text, new Found(thread, e.Number, envelope.By)); break;
            case ThreadEvent.Reacted e: _reactions.Add(new Given(thread, e.Number, e.Kind, envelope.By)); break;
            default: break;
        }
    }

    /// <summary>Holds them against what those who wrote were told.</summary>
    public void Compare(Book book)
    {
        foreach (var (text, sent) in book.Texts)
        {
            var found = _texts.GetValueOrDefault(text) ?? [];
            if (found.Count > 1)
                problems.Add("twice", $"{where}: {Told(text, sent)} is there {found.Count} times.");
            if (sent.Fate == Fate.Acknowledged && found.Count == 0)
                problems.Add("lost", $"{where}: {Told(text, sent)} was acknowledged and is not there.");
            if (sent.Fate == Fate.Refused && found.Count > 0)
                problems.Add("refused", $"{where}: {Told(text, sent)} was refused and is there.");
            foreach (var place in found)
                if (place.Thread != sent.Thread || place.By != sent.By
                    || (sent.Number > 0 && place.Number != sent.Number))
                    problems.Add("elsewhere", $"{where}: {Told(text, sent)} is there as {place}.");
        }

        foreach (var (text, places) in _texts)
            if (!book.Texts.ContainsKey(text))
                problems.Add("altered", $"{where}: nobody has sent “{text}”, which stands in {places[0]}.");
        foreach (var reaction in book.Reactions)
            if (!_reactions.Contains(reaction))
                problems.Add("lost", $"{where}: {reaction} was acknowledged and is not there.");
    }

    private void CheckOrder(Envelope envelope)
    {
        var version = _versions.GetValueOrDefault(envelope.Actor) + 1;
        if (envelope.Version != version)
            problems.Add("order", $"{where}: {envelope.Actor} goes from version {version - 1} to {envelope.Version}.");
        _versions[envelope.Actor] = envelope.Version;
        if (envelope.CommandId is not { } id) return;
        // The events of one command follow each other.
        if (_commands.TryGetValue((envelope.Actor, id), out var last) && last != envelope.Version - 1)
            problems.Add("twice", $"{where}: {envelope.Actor} did {id} at version {last} and at {envelope.Version}.");
        _commands[(envelope.Actor, id)] = envelope.Version;
    }

    private void Text(string text, Found found)
    {
        if (!_texts.TryGetValue(text, out var places)) _texts[text] = places = [];
        places.Add(found);
        _latest[(found.Thread, found.Number)] = text;
    }

    private Audit AuditOf(string community) =>
        _audits.TryGetValue(community, out var audit) ? audit : _audits[community] = new Audit();

    private static string Told(string text, Sent sent) =>
        $"“{(text.Length > 60 ? text[..60] + "…" : text)}” of {sent.By} in {sent.Thread}, post {sent.Number},";
}
