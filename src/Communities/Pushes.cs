using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.PushesCommand;
using static Communities.PushesEvent;

namespace Communities;

/// <summary>The devices to which an account wants its notices pushed, and which notices have been.</summary>
/// <remarks>
/// Its key is <c>~/alice</c>, so that it is never archived: what it holds lets one write to a device. A notice is
/// pushed by the process that claims it; who asks with the same command id later learns that it has been claimed.
/// </remarks>
public sealed record Pushes : IActor<Pushes, PushesCommand, PushesEvent>
{
    /// <summary>The most devices; the one that subscribed first makes room for one more.</summary>
    public const int DevicesMax = 10;

    /// <summary>The longest address of a push service, in characters; they have some hundred.</summary>
    public const int EndpointMax = 1_000;

    private const int KeyBytes = 65; // A point of P-256, uncompressed.
    private const int SecretBytes = 16; // As RFC 8291 has it.

    /// <inheritdoc/>
    public static string Kind => "pushes";

    /// <inheritdoc/>
    public static Pushes Initial { get; } = new();

    /// <summary>The devices, in the order in which they subscribed.</summary>
    public ImmutableList<PushDevice> Devices { get; init; } = [];

    /// <inheritdoc/>
    public Decision<PushesEvent> Decide(PushesCommand command, Turn turn) => command switch
    {
        Claim when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Claim c => Devices.IsEmpty ? [] : [new Claimed(c.Notice)],
        _ when turn.Standing.Role != Role.System && turn.By != Keys.LocalOf(turn.Key) => Refusals.OwnOnly,
        Subscribe c when Fault(c.Device) is { } fault => fault,
        Subscribe c when Devices.Contains(c.Device) => [],
        Subscribe c => [.. Leaving(c.Device), new Subscribed(c.Device)],
        Unsubscribe c => Devices.Exists(device => device.Endpoint == c.Endpoint) ? [new Unsubscribed(c.Endpoint)] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Pushes Apply(PushesEvent happened, Moment moment) => happened switch
    {
        Subscribed e => this with { Devices = Devices.Add(e.Device) },
        Unsubscribed e => this with { Devices = Devices.RemoveAll(device => device.Endpoint == e.Endpoint) },
        Claimed => this,
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private IEnumerable<PushesEvent> Leaving(PushDevice coming)
    {
        var same = Devices.Find(device => device.Endpoint == coming.Endpoint);
        if (same is not null) yield return new Unsubscribed(same.Endpoint);
        else if (Devices.Count >= DevicesMax) yield return new Unsubscribed(Devices[0].Endpoint);
    }

    private static Refusal? Fault(PushDevice? device) =>
        device?.Endpoint is not { Length: > 0 and <= EndpointMax }
            || !Uri.TryCreate(device.Endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")
            || !IsOf(device.Key, KeyBytes) || !IsOf(device.Secret, SecretBytes)
            ? new("device.malformed", "That is no device of a browser's push service.")
            : null;

    private static bool IsOf(string? text, int bytes) =>
        text is not null && Base64Url.IsValid(text, out var length) && length == bytes;
}

/// <summary>A browser that takes pushes, as its push service names it.</summary>
/// <param name="Endpoint">The address to send to.</param>
/// <param name="Key">The browser's public key, in base64url: what is sent can be read by it alone.</param>
/// <param name="Secret">What the browser shares with this site, in base64url.</param>
public sealed record PushDevice(string Endpoint, string Key, string Secret);

/// <summary>What an account's pushes can be asked.</summary>
[JsonDerivedType(typeof(Subscribe), "subscribe"), JsonDerivedType(typeof(Unsubscribe), "unsubscribe")]
[JsonDerivedType(typeof(Claim), "claim")]
public abstract record PushesCommand : ICommand<Pushes>
{
    /// <summary>Wants notices on this device.</summary>
    public sealed record Subscribe(PushDevice Device) : PushesCommand;

    /// <summary>Wants none there any more, or it is gone.</summary>
    public sealed record Unsubscribe(string Endpoint) : PushesCommand;

    /// <summary>The program only: who asks will push this notice.</summary>
    public sealed record Claim(string Notice) : PushesCommand;
}

/// <summary>What happens to an account's pushes.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Subscribed), "pushes.subscribed"), JsonDerivedType(typeof(Unsubscribed), "pushes.unsubscribed")]
[JsonDerivedType(typeof(Claimed), "pushes.claimed")]
public abstract record PushesEvent
{
    /// <summary>Notices go to this device.</summary>
    public sealed record Subscribed(PushDevice Device) : PushesEvent;

    /// <summary>None go there any more.</summary>
    public sealed record Unsubscribed(string Endpoint) : PushesEvent;

    /// <summary>This notice is pushed, by who asked.</summary>
    public sealed record Claimed(string Notice) : PushesEvent;
}
