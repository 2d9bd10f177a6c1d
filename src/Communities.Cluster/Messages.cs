namespace Communities.Cluster;

/// <summary>How a message ended. No exceptions cross the wire: their types may not be known over there.</summary>
internal enum Ending
{
    /// <summary>It was decided; with a refusal perhaps.</summary>
    Done = 0,

    /// <summary>The actor is not at home there just now; asking again finds it.</summary>
    Moved = 1,

    /// <summary>The journal cannot take or give anything now; nothing was done.</summary>
    Unavailable = 2,

    /// <summary>The actor's code failed on it; nothing was done.</summary>
    Fault = 3,

    /// <summary>What was asked cannot be asked: a command that is not known there.</summary>
    Bad = 4,
}

/// <summary>A command for an actor, with the call that it came by.</summary>
[GenerateSerializer, Immutable, Alias("communities.ask")]
internal sealed record AskMessage
{
    [Id(0)] public required string Command { get; init; }

    [Id(1)] public required byte[] Json { get; init; }

    [Id(2)] public required string By { get; init; }

    [Id(3)] public required int Role { get; init; }

    [Id(4)] public required int Trust { get; init; }

    [Id(5)] public required bool IsOperator { get; init; }

    [Id(6)] public required bool MayJoin { get; init; }

    [Id(7)] public required string Id { get; init; }

    [Id(8)] public required DateTimeOffset? At { get; init; }

    /// <summary>The engine itself asks, past any limit of the mailbox.</summary>
    [Id(9)] public required bool IsOwn { get; init; }

    [Id(10)] public required bool MayApply { get; init; }

    [Id(11)] public required bool IsNew { get; init; }

    [Id(12)] public int Bar { get; init; }

    [Id(13)] public string? Categories { get; init; }

    public Call Call => new(
        By, new Standing((Role)Role, Trust, IsOperator, MayJoin, MayApply, IsNew, (Bar)Bar, Categories), Id, At);

    public static AskMessage Of(Codec commands, object command, Call call, string id, bool isOwn) => new()
    {
        Command = commands.NameOf(command),
        Json = commands.Encode(command),
        By = call.By,
        Role = (int)call.Standing.Role,
        Trust = call.Standing.Trust,
        IsOperator = call.Standing.IsOperator,
        MayJoin = call.Standing.MayJoin,
        Id = id,
        At = call.At,
        IsOwn = isOwn,
        MayApply = call.Standing.MayApply,
        IsNew = call.Standing.IsNew,
        Bar = (int)call.Standing.Bar,
        Categories = call.Standing.Categories,
    };
}

/// <summary>What came of a command.</summary>
[GenerateSerializer, Immutable, Alias("communities.asked")]
internal sealed record AskReply
{
    [Id(0)] public Ending Ending { get; init; }

    [Id(1)] public long Version { get; init; }

    [Id(2)] public long Position { get; init; }

    [Id(3)] public NamedJson[] Events { get; init; } = [];

    [Id(4)] public string? Refusal { get; init; }

    /// <summary>Why it was refused, or failed.</summary>
    [Id(5)] public string? Reason { get; init; }

    [Id(6)] public bool IsRepeat { get; init; }
}

/// <summary>A look at the state.</summary>
[GenerateSerializer, Immutable, Alias("communities.see")]
internal sealed record SeeMessage
{
    /// <summary>The version of the state that the asker has; -1 for none.</summary>
    [Id(0)] public required long Known { get; init; }
}

/// <summary>The state.</summary>
[GenerateSerializer, Immutable, Alias("communities.seen")]
internal sealed record SeeReply
{
    [Id(0)] public Ending Ending { get; init; }

    [Id(1)] public long Version { get; init; }

    /// <summary>Null where it is the one that was known.</summary>
    [Id(2)] public byte[]? State { get; init; }

    [Id(3)] public string? Reason { get; init; }
}

/// <summary>What follows for one actor from a batch of events, by one reactor.</summary>
[GenerateSerializer, Immutable, Alias("communities.react")]
internal sealed record ReactMessage
{
    [Id(0)] public required string Reactor { get; init; }

    [Id(1)] public required ReactedMessage[] Commands { get; init; }

    public static ReactMessage Of(Codec codec, string reactor, IReadOnlyList<Reacted> commands) => new()
    {
        Reactor = reactor,
        Commands = [.. commands.Select(c => new ReactedMessage
        {
            Position = c.Mark.Position,
            Index = c.Mark.Index,
            Command = NamedJson.Of(codec, c.Command),
            By = c.Moment.By,
            At = c.Moment.At,
            IsRetold = c.IsRetold,
        })],
    };

    public IReadOnlyList<Reacted> Read(Codec codec) =>
    [
        .. Commands.Select(c => new Reacted(
            new ReactorMark(c.Position, c.Index), (ICommand)c.Command.Read(codec), new Moment(c.By, c.At),
            c.IsRetold)),
    ];
}

/// <summary>A reactor's command, and the event that it follows from.</summary>
[GenerateSerializer, Immutable, Alias("communities.reacted")]
internal readonly record struct ReactedMessage
{
    [Id(0)] public required long Position { get; init; }

    [Id(1)] public required int Index { get; init; }

    [Id(2)] public required NamedJson Command { get; init; }

    [Id(3)] public required string By { get; init; }

    [Id(4)] public required DateTimeOffset At { get; init; }

    [Id(5)] public bool IsRetold { get; init; }
}

/// <summary>How many of a reactor's commands were refused.</summary>
[GenerateSerializer, Immutable, Alias("communities.reactions")]
internal sealed record ReactReply
{
    [Id(0)] public Ending Ending { get; init; }

    [Id(1)] public int Refused { get; init; }

    [Id(2)] public string? Reason { get; init; }
}

/// <summary>A command or an event: its stable name, and its fields as UTF-8 JSON.</summary>
[GenerateSerializer, Immutable, Alias("communities.named")]
internal readonly record struct NamedJson
{
    [Id(0)] public required string Name { get; init; }

    [Id(1)] public required byte[] Json { get; init; }

    public static NamedJson Of(Codec codec, object member) =>
        new() { Name = codec.NameOf(member), Json = codec.Encode(member) };

    public object Read(Codec codec) => codec.Decode(Name, Json);
}
