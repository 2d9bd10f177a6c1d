using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.IdentifierCommand;
using static Communities.IdentifierEvent;

namespace Communities;

/// <summary>
/// What somebody outside knows a person by (an e-mail address, who the person is at another site), and the one account
/// here that it belongs to.
/// </summary>
/// <remarks>Its key holds a digest of it: nobody who reads the keys learns an address.</remarks>
public sealed record Identifier(string? Account) : IActor<Identifier, IdentifierCommand, IdentifierEvent>
{
    /// <inheritdoc/>
    public static string Kind => "identifier";

    /// <inheritdoc/>
    public static Identifier Initial { get; } = new(Account: null);

    /// <inheritdoc/>
    public Decision<IdentifierEvent> Decide(IdentifierCommand command, Turn turn) => command switch
    {
        _ when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Claim c when !Keys.IsAccount(c.Account) => new Refusal("account.missing", "There is no such account."),
        Claim c when Account == c.Account => [], // Asked twice, done once.
        Claim when Account is not null => new Refusal(
            "identifier.taken", "That belongs to another account here already."),
        Claim c => [new Claimed(c.Account)],
        Release c => Account == c.Account && c.Account is not null ? [new Released(c.Account)] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Identifier Apply(IdentifierEvent happened, Moment moment) => happened switch
    {
        Claimed e => new(e.Account),
        Released => new(Account: null),
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>What an identifier can be asked.</summary>
[JsonDerivedType(typeof(Claim), "claim"), JsonDerivedType(typeof(Release), "release")]
public abstract record IdentifierCommand : ICommand<Identifier>
{
    /// <summary>Makes it the account's, unless it is another's.</summary>
    public sealed record Claim(string Account) : IdentifierCommand;

    /// <summary>Frees it, where it is the account's.</summary>
    public sealed record Release(string Account) : IdentifierCommand;
}

/// <summary>What happens to identifiers.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Claimed), "identifier.claimed"), JsonDerivedType(typeof(Released), "identifier.released")]
public abstract record IdentifierEvent
{
    /// <summary>It is this account's.</summary>
    public sealed record Claimed(string Account) : IdentifierEvent;

    /// <summary>It is no longer this account's.</summary>
    public sealed record Released(string Account) : IdentifierEvent;
}
