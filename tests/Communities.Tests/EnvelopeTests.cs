using System.Text;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Tests;

public sealed class EnvelopeTests
{
    private static readonly Codec Events = Domain.Kinds.Single(kind => kind.Name == Thread.Kind).Events;

    private static readonly Envelope Viewed = new(
        7, new ActorId(Thread.Kind, "devs/t"), 3, "thread.viewed", DateTimeOffset.UnixEpoch, "", null,
        """{"count":5}"""u8.ToArray());

    [Fact]
    public void What_happened_is_decoded_once()
    {
        var envelope = Viewed with { Position = 8 };
        var first = envelope.Decoded(Events);
        Assert.Equal(new ThreadEvent.Viewed(5), first);
        Assert.Same(first, envelope.Decoded(Events));
    }

    [Fact]
    public void Another_json_is_decoded_anew()
    {
        var envelope = Viewed with { Position = 8 };
        envelope.Decoded(Events);
        Assert.Equal(
            new ThreadEvent.Viewed(6), (envelope with { Json = """{"count":6}"""u8.ToArray() }).Decoded(Events));
        Assert.Throws<JsonException>(() => (envelope with { Json = Encoding.UTF8.GetBytes("{]") }).Decoded(Events));
    }

    [Fact]
    public void Who_has_looked_into_an_envelope_does_not_make_it_another()
    {
        var envelope = Viewed with { Position = 8 };
        var unread = envelope with { Version = 3 };
        envelope.Decoded(Events);
        Assert.Equal(unread, envelope);
        Assert.Equal(unread.GetHashCode(), envelope.GetHashCode());
    }
}
