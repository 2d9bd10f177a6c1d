using System.Collections.Concurrent;
using Communities.Actors.Hosting;

namespace Communities.Local.Sqlite;

/// <summary>From rows to envelopes. A row that does not say what was written stops the reader loudly.</summary>
internal sealed class EventRows
{
    /// <summary>What <see cref="Read"/> wants of the table <c>events</c>, in this order.</summary>
    public const string Columns = "position, previous, actor, version, digest, at, name, by, command, json";

    /// <summary>Actors whose names stay known between reads: a few megabytes. Beyond it all are forgotten.</summary>
    private const int KnownMax = 32_768;

    private readonly ConcurrentDictionary<long, KnownActor> _known = new();
    private readonly SharedNames _names = new();

    private sealed record KnownActor(ActorId Id, uint Digest);

    /// <exception cref="JournalDamagedException">The row is not what was written.</exception>
    public Envelope Read(Statement row, Statement actorById)
    {
        var position = row.Int(0);
        var actor = Actor(row.Int(2), actorById);
        var json = row.Blob(9).ToArray();
        var digest = Digest.Of(
            actor.Digest, position, row.Int(1), row.Int(3), row.Int(5), row.Utf8(6), row.Utf8(7), row.Utf8(8), json);
        return digest == row.Int(4)
            ? new Envelope(
                position, actor.Id, row.Int(3), _names.Share(row.Text(6)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Int(5)), _names.Share(row.Text(7)),
                row.IsNull(8) ? null : row.Text(8), json)
            : throw new JournalDamagedException($"The journal was altered at position {position}.");
    }

    private KnownActor Actor(long id, Statement actorById)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        try
        {
            var name = actorById.Bind(1, id).Step()
                ? new ActorId(actorById.Text(0), actorById.Text(1))
                : throw new JournalDamagedException($"The journal has events of an actor {id} that it does not know.");
            if (_known.Count >= KnownMax)
            {
                _known.Clear();
            }

            return _known[id] = new KnownActor(name, Digest.Of(name));
        }
        finally
        {
            actorById.Reset();
        }
    }
}
