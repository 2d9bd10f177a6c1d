using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What an account can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(MakeOperator), "make-operator")]
[JsonDerivedType(typeof(ChangePassword), "change-password"), JsonDerivedType(typeof(StartSession), "start-session")]
[JsonDerivedType(typeof(EndSession), "end-session"), JsonDerivedType(typeof(EndOtherSessions), "end-other-sessions")]
[JsonDerivedType(typeof(IssueToken), "issue-token"), JsonDerivedType(typeof(RevokeToken), "revoke-token")]
[JsonDerivedType(typeof(Prefer), "prefer")]
public abstract record AccountCommand : ICommand<Account>
{
    /// <summary>Opens the account.</summary>
    public sealed record Open(string Name, string? PasswordHash, string Language) : AccountCommand;

    /// <summary>Lets it run the whole site.</summary>
    public sealed record MakeOperator : AccountCommand;

    /// <summary>Gives it another password, and ends every session but one.</summary>
    public sealed record ChangePassword(string PasswordHash, string? KeepSession) : AccountCommand;

    /// <summary>Starts a session; who asks has shown the password.</summary>
    public sealed record StartSession(string Id, string Device) : AccountCommand;

    /// <summary>Ends a session.</summary>
    public sealed record EndSession(string Id) : AccountCommand;

    /// <summary>Ends every session but one.</summary>
    public sealed record EndOtherSessions(string Keep) : AccountCommand;

    /// <summary>Issues an API token.</summary>
    public sealed record IssueToken(string Id, string Hash, string Label) : AccountCommand;

    /// <summary>Revokes an API token.</summary>
    public sealed record RevokeToken(string Id) : AccountCommand;

    /// <summary>Changes the display name and how the person likes to read.</summary>
    public sealed record Prefer(string Name, Preferences Preferences) : AccountCommand;
}
