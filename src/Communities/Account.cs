using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.AccountCommand;
using static Communities.AccountEvent;

namespace Communities;

/// <summary>A person who signs in: credentials, sessions, tokens, and how the person likes to read.</summary>
/// <remarks>
/// Belongs to the site and to no community, and is never archived. Secrets are made and compared by the web; only
/// their digests come here. An account without a password (from an import) cannot sign in until it is given one.
/// </remarks>
public sealed record Account : IActor<Account, AccountCommand, AccountEvent>
{
    /// <summary>The most sessions at a time; the one least recently started ends when one more starts.</summary>
    public const int SessionsMax = 50;

    /// <summary>The most API tokens at a time: one for each program a person runs, with room.</summary>
    public const int TokensMax = 50;

    /// <summary>How long a session lasts without a new sign-in.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public static string Kind => "account";

    /// <inheritdoc/>
    public static Account Initial { get; } = new();

    /// <summary>The display name, which members of this account start with; empty before it is opened.</summary>
    public string Name { get; init; } = "";

    /// <summary>The digest of the password, or null where there is none.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Runs the whole site.</summary>
    public bool IsOperator { get; init; }

    /// <summary>How the person likes to read.</summary>
    public Preferences Preferences { get; init; } = Preferences.Default;

    /// <summary>Sessions that have been started and not ended, oldest first; some may have run out.</summary>
    public ImmutableList<Session> Sessions { get; init; } = [];

    /// <summary>API tokens that have been issued and not revoked, oldest first.</summary>
    public ImmutableList<Token> Tokens { get; init; } = [];

    /// <summary>True when nobody has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Name.Length == 0;

    /// <summary>The session of this id where it lasts at this time, or null.</summary>
    public Session? SessionAt(string id, DateTimeOffset at) =>
        Sessions.Find(session => session.Id == id && session.StartedAt + SessionLife > at);

    /// <inheritdoc/>
    public Decision<AccountEvent> Decide(AccountCommand command, Turn turn) => command switch
    {
        Open when !Keys.IsAccount(Keys.LocalOf(turn.Key)) => new Refusal(
            "account.malformed", "An account name is 2 to 40 small letters a–z, digits, hyphens and underscores."),
        Open when !IsMissing => new Refusal("account.taken", "That account name is taken."),
        Open c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Open c when !Languages.Known.Contains(c.Language) => Languages.Unknown,
        Open c => [new Opened(c.Name, c.PasswordHash, c.Language)],

        _ when IsMissing => new Refusal("account.missing", "There is no such account."),
        MakeOperator when turn.Standing is { Role: not Role.System, IsOperator: false } => Refusals.OperatorsOnly,
        MakeOperator => IsOperator ? [] : [new OperatorMade()],

        _ when turn.Standing.Role != Role.System && turn.By != Keys.LocalOf(turn.Key) => Refusals.OwnOnly,
        ChangePassword c => [new PasswordChanged(c.PasswordHash), .. Ending(session => session.Id != c.KeepSession)],
        StartSession c => Starting(c, turn),
        EndSession c => [.. Ending(session => session.Id == c.Id)],
        EndOtherSessions c => [.. Ending(session => session.Id != c.Keep)],
        IssueToken c when Text.LineFault("label", c.Label, Text.NameMax) is { } fault => fault,
        IssueToken c when Tokens.Exists(token => token.Id == c.Id) => [], // Asked twice, done once.
        IssueToken when Tokens.Count >= TokensMax =>
            new Refusal("token.many", $"An account has {TokensMax} tokens at most; please revoke an unused one."),
        IssueToken c => [new TokenIssued(c.Id, c.Hash, c.Label)],
        RevokeToken c => Tokens.Exists(token => token.Id == c.Id) ? [new TokenRevoked(c.Id)] : [],
        Prefer c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Prefer c when !Languages.Known.Contains(c.Preferences.Language) => Languages.Unknown,
        Prefer c when !Enum.IsDefined(c.Preferences.Theme) =>
            new Refusal("theme.unknown", "The theme is system, light or dark."),
        Prefer c => c.Name == Name && c.Preferences == Preferences ? [] : [new Preferred(c.Name, c.Preferences)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Account Apply(AccountEvent happened, Moment moment) => happened switch
    {
        Opened e => this with
        {
            Name = e.Name,
            PasswordHash = e.PasswordHash,
            Preferences = Preferences with { Language = e.Language },
        },
        OperatorMade => this with { IsOperator = true },
        PasswordChanged e => this with { PasswordHash = e.PasswordHash },
        SessionStarted e => this with { Sessions = Sessions.Add(new Session(e.Id, e.Device, moment.At)) },
        SessionEnded e => this with { Sessions = Sessions.RemoveAll(session => session.Id == e.Id) },
        TokenIssued e => this with { Tokens = Tokens.Add(new Token(e.Id, e.Hash, e.Label, moment.At)) },
        TokenRevoked e => this with { Tokens = Tokens.RemoveAll(token => token.Id == e.Id) },
        Preferred e => this with { Name = e.Name, Preferences = e.Preferences },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Decision<AccountEvent> Starting(StartSession c, Turn turn)
    {
        if (Sessions.Exists(session => session.Id == c.Id)) return [];
        var ended = Sessions.FindAll(session => session.StartedAt + SessionLife <= turn.At);
        var left = Sessions.Count - ended.Count;
        if (left >= SessionsMax) ended = ended.Add(Sessions.Find(session => !ended.Contains(session))!);
        return [.. ended.Select(session => new SessionEnded(session.Id)),
            new SessionStarted(c.Id, Text.CleanLine(c.Device, Text.NameMax))];
    }

    private IEnumerable<AccountEvent> Ending(Predicate<Session> which) =>
        Sessions.FindAll(which).Select(session => new SessionEnded(session.Id));
}
