using Communities.Actors;

namespace Communities.Views;

/// <summary>Writes what has happened into the tables: a batch of the feed and its position, all or nothing.</summary>
/// <remarks>
/// What several events of a batch change alike (a thread's row, a member's sums) is kept in memory and written once at
/// the end of the batch, so that a busy thread costs no more than a quiet one. What comes out does not depend on how
/// the feed was cut into batches.
/// </remarks>
internal sealed class Projection
{
    private readonly Database _database;
    private readonly Labels _labels;
    private readonly CommunityProjection _communities;
    private readonly MemberProjection _members;
    private readonly SearchIndex _search;
    private readonly ThreadProjection _threads;

    public Projection(Database database)
    {
        _database = database;
        _labels = new Labels(database);
        _members = new MemberProjection(database);
        _communities = new CommunityProjection(database);
        _search = new SearchIndex(database);
        _threads = new ThreadProjection(database, _members, _labels, _search);
        var row = database.Prepare("SELECT position, mark FROM progress");
        if (row.Step()) (Position, Mark) = (row.Long(0), row.Text(1));
        row.Reset();
    }

    /// <summary>The position of the last envelope that was written.</summary>
    public long Position { get; private set; }

    /// <summary>The <see cref="MarkOf"/> that envelope; empty before the first.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>Writes the next envelopes of the feed.</summary>
    public void Apply(IReadOnlyList<Envelope> batch)
    {
        _database.Prepare("BEGIN IMMEDIATE").Run();
        try
        {
            foreach (var envelope in batch)
                if (envelope.Actor.Kind != Account.Kind) Apply(envelope);
            Flush();
            _search.Flush();
            var (position, mark) = (batch[^1].Position, MarkOf(batch[^1]));
            _database.Prepare("UPDATE progress SET position = ?, mark = ?").Bind(position).Bind(mark).Run();
            _database.Prepare("COMMIT").Run();
            (Position, Mark) = (position, mark);
        }
        catch
        {
            Forget();
            _database.EndAsItBegan();
            throw;
        }

        _members.ForgetIfMany();
        _threads.ForgetIfMany();
    }

    /// <summary>What tells an envelope from the one that another journal has at its position.</summary>
    public static string MarkOf(Envelope envelope) =>
        $"{envelope.Actor} {envelope.Version} {envelope.Name} {envelope.At.ToUnixTimeMilliseconds()}";

    private void Apply(Envelope envelope)
    {
        switch (Domain.Happened(envelope))
        {
            case ThreadEvent happened: _threads.Apply(happened, envelope); break;
            case MemberEvent happened: _members.Apply(happened, envelope); break;
            case CommunityEvent happened:
                var isAboutThreads = happened is CommunityEvent.CategoryAdded or CommunityEvent.CategoryRemoved;
                if (isAboutThreads) Flush();
                _communities.Apply(happened, envelope);
                if (isAboutThreads) _threads.Forget();
                break;
            default: throw new InvalidOperationException($"The views know no {envelope.Actor.Kind}.");
        }
    }

    private void Flush()
    {
        _threads.Flush();
        _labels.Flush();
        _members.Flush();
        _communities.Flush();
    }

    private void Forget()
    {
        _threads.Forget();
        _labels.Forget();
        _members.Forget();
        _communities.Forget();
        _search.Forget();
    }
}
