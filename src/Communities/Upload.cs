using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.UploadCommand;
using static Communities.UploadEvent;

namespace Communities;

/// <summary>A file that a member sent to a community, to be shown in posts and messages.</summary>
/// <remarks>
/// Its content lies beside the journal, written whole before this is told of it: content without an upload is nothing,
/// and is swept away. It belongs to the community, and whoever may not read that may not read it.
/// </remarks>
public sealed record Upload : IActor<Upload, UploadCommand, UploadEvent>
{
    /// <summary>The longest name of a file, in UTF-16 units; file systems take 255 bytes.</summary>
    public const int NameMax = 120;

    /// <inheritdoc/>
    public static string Kind => "upload";

    /// <inheritdoc/>
    public static Upload Initial { get; } = new();

    /// <summary>The account that sent it; empty where the account is gone.</summary>
    public string By { get; init; } = "";

    /// <summary>SHA-256 of its content, in hexadecimal digits; empty before it is stored.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Taken away, and its content with it.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>True when nothing was sent here yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Digest.Length == 0;

    /// <inheritdoc/>
    public Decision<UploadEvent> Decide(UploadCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Store c when !IsMissing => c.Digest == Digest && turn.By == By && !IsRemoved
            ? [] // Asked twice, done once.
            : new Refusal("upload.exists", "There is another file here already."),
        Store c when Text.LineFault("name", c.Name, NameMax) is { } fault => fault,
        Store c when string.IsNullOrEmpty(c.Digest) || c.Bytes < 0 || c.Width < 0 || c.Height < 0 =>
            new Refusal("upload.malformed", "This is not what a file can be."),
        Store c => [new Stored(c.Name, c.Type, c.Bytes, c.Digest, c.Width, c.Height, c.HasSmall)],

        _ when IsMissing => Missing,
        Remove when turn.By != By && !turn.Standing.Is(Role.Moderator) =>
            new Refusal("upload.foreign", "Only who sent it, or a moderator, may take a file away."),
        Remove c when Text.LineFault("reason", c.Reason, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        Remove c => IsRemoved ? [] : [new Removed(c.Reason)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    internal static Refusal Missing { get; } = new("upload.missing", "There is no such file.");

    /// <inheritdoc/>
    public Upload Apply(UploadEvent happened, Moment moment) => happened switch
    {
        Stored e => this with { By = moment.By, Digest = e.Digest },
        Removed => this with { IsRemoved = true },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>What an upload can be asked.</summary>
[JsonDerivedType(typeof(Store), "store"), JsonDerivedType(typeof(Remove), "remove")]
public abstract record UploadCommand : ICommand<Upload>
{
    /// <summary>Keeps a file whose content is there; all that is said of it was found out by the server.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Type">Its media type.</param>
    /// <param name="Bytes">How long it is.</param>
    /// <param name="Digest">SHA-256 of its content, in hexadecimal digits.</param>
    /// <param name="Width">Of a picture, in pixels; otherwise 0.</param>
    /// <param name="Height">Of a picture, in pixels; otherwise 0.</param>
    /// <param name="HasSmall">A smaller picture of it is there, too.</param>
    public sealed record Store(
        string Name, string Type, long Bytes, string Digest, int Width = 0, int Height = 0, bool HasSmall = false)
        : UploadCommand;

    /// <summary>Takes it away for good.</summary>
    public sealed record Remove(string? Reason = null) : UploadCommand;
}

/// <summary>What happens to uploads.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Stored), "upload.stored"), JsonDerivedType(typeof(Removed), "upload.removed")]
public abstract record UploadEvent
{
    /// <summary>A file of this name, type, length, content and size was sent.</summary>
    public sealed record Stored(
        string Name, string Type, long Bytes, string Digest, int Width = 0, int Height = 0, bool HasSmall = false)
        : UploadEvent;

    /// <summary>It was taken away for good.</summary>
    public sealed record Removed(string? Reason = null) : UploadEvent;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Upload)), JsonSerializable(typeof(UploadCommand)), JsonSerializable(typeof(UploadEvent))]
[JsonSerializable(typeof(Allowance))]
[JsonSerializable(typeof(AllowanceCommand)), JsonSerializable(typeof(AllowanceEvent))]
internal sealed partial class UploadJson : JsonSerializerContext;
