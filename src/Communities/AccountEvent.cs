using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to accounts.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Opened), "account.opened"), JsonDerivedType(typeof(OperatorMade), "account.operator-made")]
[JsonDerivedType(typeof(PasswordChanged), "account.password-changed")]
[JsonDerivedType(typeof(SessionStarted), "account.session-started")]
[JsonDerivedType(typeof(SessionEnded), "account.session-ended")]
[JsonDerivedType(typeof(TokenIssued), "account.token-issued")]
[JsonDerivedType(typeof(TokenRevoked), "account.token-revoked")]
[JsonDerivedType(typeof(Preferred), "account.preferred")]
public abstract record AccountEvent
{
    /// <summary>The account was opened.</summary>
    public sealed record Opened(string Name, string? PasswordHash, string Language) : AccountEvent;

    /// <summary>It runs the whole site.</summary>
    public sealed record OperatorMade : AccountEvent;

    /// <summary>It has another password.</summary>
    public sealed record PasswordChanged(string PasswordHash) : AccountEvent;

    /// <summary>The person signed in there.</summary>
    public sealed record SessionStarted(string Id, string Device) : AccountEvent;

    /// <summary>The person is no longer signed in there.</summary>
    public sealed record SessionEnded(string Id) : AccountEvent;

    /// <summary>A program may act for the person.</summary>
    public sealed record TokenIssued(string Id, string Hash, string Label) : AccountEvent;

    /// <summary>That program may no longer act for the person.</summary>
    public sealed record TokenRevoked(string Id) : AccountEvent;

    /// <summary>The person is called this, and likes to read so.</summary>
    public sealed record Preferred(string Name, Preferences Preferences) : AccountEvent;
}
