namespace Communities.Cluster;

/// <summary>Commits of one partition, in order.</summary>
[GenerateSerializer, Immutable, Alias("communities.committed")]
internal sealed record CommittedMessage
{
    /// <summary>Which process sends it, so that it need not listen to itself.</summary>
    [Id(0)] public required long Sender { get; init; }

    [Id(1)] public required EnvelopeMessage[] Envelopes { get; init; }

    public static CommittedMessage Of(long sender, IEnumerable<Envelope> envelopes) =>
        new() { Sender = sender, Envelopes = [.. envelopes.Select(EnvelopeMessage.Of)] };

    public IReadOnlyList<Envelope> Read() => [.. Envelopes.Select(e => e.Read())];
}

/// <summary>An envelope as a stream carries it.</summary>
[GenerateSerializer, Immutable, Alias("communities.envelope")]
internal readonly record struct EnvelopeMessage
{
    [Id(0)] public required long Position { get; init; }

    [Id(1)] public required string Kind { get; init; }

    [Id(2)] public required string Key { get; init; }

    [Id(3)] public required long Version { get; init; }

    [Id(4)] public required string Name { get; init; }

    [Id(5)] public required DateTimeOffset At { get; init; }

    [Id(6)] public required string By { get; init; }

    [Id(7)] public required string? CommandId { get; init; }

    [Id(8)] public required byte[] Json { get; init; }

    public static EnvelopeMessage Of(Envelope envelope) => new()
    {
        Position = envelope.Position,
        Kind = envelope.Actor.Kind,
        Key = envelope.Actor.Key,
        Version = envelope.Version,
        Name = envelope.Name,
        At = envelope.At,
        By = envelope.By,
        CommandId = envelope.CommandId,
        Json = envelope.Json.ToArray(),
    };

    public Envelope Read() => new(Position, new ActorId(Kind, Key), Version, Name, At, By, CommandId, Json);
}
