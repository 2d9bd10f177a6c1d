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
public sealed partial record Account : IActor<Account, AccountCommand, AccountEvent>
{
    /// <summary>The most sessions at a time; the one least recently started ends when one more starts.</summary>
    public const int SessionsMax = 50;

    /// <summary>The most API tokens at a time: one for each program a person runs, with room.</summary>
    public const int TokensMax = 50;

    /// <summary>How long a session lasts without a new sign-in.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);

    /// <summary>
    /// How long it counts that the person has shown who it is: long enough to change several things, too short for who
    /// finds the device unattended.
    /// </summary>
    public static readonly TimeSpan ConfirmationLife = TimeSpan.FromMinutes(15);

    /// <summary>How finely it is known when a session was last used: finer would cost a write a page.</summary>
    public static readonly TimeSpan UseGrain = TimeSpan.FromHours(1);

    /// <summary>How many things that happened to the account are remembered for its owner.</summary>
    public const int NotesMax = 20;

    /// <inheritdoc/>
    public static string Kind => "account";

    /// <inheritdoc/>
    public static Account Initial { get; } = new();

    /// <summary>The display name, which members of this account start with; empty before it is opened.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was opened; null where there is none.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

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

    /// <summary>When the password was last changed; the cookies of before are told so.</summary>
    public DateTimeOffset? PasswordChangedAt { get; init; }

    /// <summary>Wrong passwords in a row.</summary>
    public Lockout Lockout { get; init; }

    /// <summary>The address that the person is known to read, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The address that waits for its link to be opened, or null.</summary>
    public PendingEmail? PendingEmail { get; init; }

    /// <summary>The link that gives it another password, or null.</summary>
    public PendingReset? PendingReset { get; init; }

    /// <summary>The second factor, or null.</summary>
    public Authenticator? Authenticator { get; init; }

    /// <summary>SHA-256 of each recovery code that is still good.</summary>
    public ImmutableList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Passkeys, oldest first.</summary>
    public ImmutableList<Passkey> Passkeys { get; init; } = [];

    /// <summary>Other sites by which the person comes in.</summary>
    public ImmutableList<OutsideLogin> OutsideLogins { get; init; } = [];

    /// <summary>What the person should know of, newest last.</summary>
    public ImmutableList<SecurityNote> Notes { get; init; } = [];

    /// <summary>By the name of the site's policy, the latest version agreed to.</summary>
    public ImmutableDictionary<string, Consent> Consents { get; init; } =
        ImmutableDictionary<string, Consent>.Empty;

    /// <summary>True when nobody has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Name.Length == 0;

    /// <summary>The session of this id where it lasts at this time, or null.</summary>
    public Session? SessionAt(string id, DateTimeOffset at) =>
        Sessions.Find(session => session.Id == id && session.StartedAt + SessionLife > at);

    /// <summary>True where the person has shown lately in this session who it is.</summary>
    public bool IsConfirmedAt(string? session, DateTimeOffset at) => session is not null
        && SessionAt(session, at) is { } here && (here.ConfirmedAt ?? here.StartedAt) + ConfirmationLife > at;

    /// <summary>What happened that was not done in this session and has not been read there.</summary>
    public IEnumerable<SecurityNote> UnreadIn(Session session) => Notes.Where(note =>
        note.At > session.StartedAt && note.Session != session.Id && !(note.At <= session.NotedAt));

    /// <summary>How often the person's own feeds got other addresses: those of before are of no use.</summary>
    public int FeedsNumber { get; init; }

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

        IssueReset when turn.Standing is { Role: not Role.System, IsOperator: false } => Refusals.OperatorsOnly,
        IssueReset c => IssuingReset(c, turn),
        ResetPassword or ConfirmEmail or FailSignIn when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        ResetPassword c => Resetting(c, turn),
        ConfirmEmail c => ConfirmingEmail(c, turn),
        FailSignIn => Lockout.IsOnAt(turn.At) ? [] : [new SignInFailed(Lockout.After(turn.At).Until)],

        _ when turn.Standing.Role != Role.System && turn.By != Keys.LocalOf(turn.Key) => Refusals.OwnOnly,
        ISensitive c when turn.Standing.Role != Role.System && !IsConfirmedAt(c.Session, turn.At) =>
            Refusals.ConfirmFirst,
        ChangePassword c => Changing(c, turn),
        StartSession c => Starting(c, turn),
        ConfirmSession c => SessionAt(c.Id, turn.At) is null ? Refusals.NoSuchSession : [new SessionConfirmed(c.Id)],
        UseSession c => SessionAt(c.Id, turn.At) is { } used && (used.UsedAt ?? used.StartedAt) + UseGrain <= turn.At
            ? [new SessionUsed(c.Id)]
            : [],
        NoteSession c => SessionAt(c.Id, turn.At) is { } noted && UnreadIn(noted).Any()
            ? [new SessionNoted(c.Id)]
            : [],
        EndSession c => [.. Ending(session => session.Id == c.Id)],
        EndOtherSessions c => [.. Ending(session => session.Id != c.Keep)],
        IssueToken c when Text.LineFault("label", c.Label, Text.NameMax) is { } fault => fault,
        IssueToken c when Tokens.Exists(token => token.Id == c.Id) => [], // Asked twice, done once.
        IssueToken when Tokens.Count >= TokensMax =>
            new Refusal("token.many", $"An account has {TokensMax} tokens at most; please revoke an unused one."),
        IssueToken c => [new TokenIssued(c.Id, c.Hash, c.Label, c.Session)],
        RenewFeeds => [new FeedsRenewed()],
        GiveConsent when turn.By != Keys.LocalOf(turn.Key) => Refusals.OwnOnly,
        GiveConsent c when Consenting.Fault(c.Policy, c.Version) is { } fault => fault,
        GiveConsent c => Consenting.VersionOf(Consents, c.Policy) >= c.Version ? []
            : [new ConsentGiven(c.Policy, c.Version)],
        RevokeToken c => Tokens.Exists(token => token.Id == c.Id) ? [new TokenRevoked(c.Id)] : [],
        ProposeEmail c => Proposing(c),
        RemoveEmail c => RemovingEmail(c),
        AddAuthenticator c => Adding(c),
        RemoveAuthenticator c => Authenticator is null ? [] : [new AuthenticatorRemoved(c.Session)],
        IssueRecoveryCodes c => IssuingCodes(c),
        AddPasskey c => Adding(c),
        RemovePasskey c => Removing(c),
        Link c => Linking(c),
        Unlink c => Unlinking(c),
        Prefer c when Text.LineFault("name", c.Name, Text.NameMax) is { } fault => fault,
        Prefer c when !Languages.Known.Contains(c.Preferences.Language) => Languages.Unknown,
        Prefer c when !Enum.IsDefined(c.Preferences.Theme) =>
            new Refusal("theme.unknown", "The theme is system, light or dark."),
        Prefer c when !Preferences.IsTimeZone(c.Preferences.TimeZone) => ZonedTime.Unknown,
        Prefer c => c.Name == Name && c.Preferences == Preferences ? [] : [new Preferred(c.Name, c.Preferences)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Account Apply(AccountEvent happened, Moment moment) => happened switch
    {
        Opened e => this with
        {
            OpenedAt = moment.At,
            Name = e.Name,
            PasswordHash = e.PasswordHash,
            Preferences = Preferences with { Language = e.Language },
        },
        OperatorMade => this with { IsOperator = true },
        PasswordChanged e => Noted(Matter.PasswordChanged, moment, e.Session) with
        {
            PasswordHash = e.PasswordHash, PasswordChangedAt = moment.At, PendingReset = null, Lockout = default,
        },
        SignInFailed e => Failed(e, moment),
        SessionStarted e => this with
        {
            Sessions = Sessions.Add(new Session(e.Id, e.Device, moment.At)), Lockout = default,
        },
        SessionConfirmed e => With(e.Id, session => session with { ConfirmedAt = moment.At }) with
        {
            Lockout = default,
        },
        SessionUsed e => With(e.Id, session => session with { UsedAt = moment.At }),
        SessionNoted e => With(e.Id, session => session with { NotedAt = moment.At }),
        SessionEnded e => this with { Sessions = Sessions.RemoveAll(session => session.Id == e.Id) },
        TokenIssued e => Noted(Matter.TokenIssued, moment, e.Session) with
        {
            Tokens = Tokens.Add(new Token(e.Id, e.Hash, e.Label, moment.At)),
        },
        ConsentGiven e => this with { Consents = Consents.SetItem(e.Policy, new Consent(e.Version, moment.At)) },
        FeedsRenewed => this with { FeedsNumber = FeedsNumber + 1 },
        TokenRevoked e => this with { Tokens = Tokens.RemoveAll(token => token.Id == e.Id) },
        Preferred e => this with { Name = e.Name, Preferences = e.Preferences },
        EmailProposed e => this with { PendingEmail = new(e.Address, e.KeyHash, moment.At + EmailLinkLife) },
        EmailConfirmed e => Confirmed(e, moment),
        EmailRemoved e => Noted(Matter.EmailRemoved, moment, e.Session) with { Email = null, PendingEmail = null },
        ResetIssued e => this with { PendingReset = new(e.KeyHash, moment.At + ResetLife, e.DropsSecondFactor) },
        AuthenticatorAdded e => Noted(Matter.AuthenticatorAdded, moment, e.Session) with
        {
            Authenticator = new(e.Secret, e.Step),
        },
        AuthenticatorUsed e => this with { Authenticator = Authenticator! with { LastStep = e.Step } },
        AuthenticatorRemoved e => Noted(Matter.AuthenticatorRemoved, moment, e.Session) with
        {
            Authenticator = null, RecoveryCodes = [],
        },
        RecoveryCodesIssued e => Noted(Matter.RecoveryCodesIssued, moment, e.Session) with
        {
            RecoveryCodes = [.. e.Hashes],
        },
        RecoveryCodeUsed e => Noted(Matter.RecoveryCodeUsed, moment) with
        {
            RecoveryCodes = RecoveryCodes.Remove(e.Hash),
        },
        PasskeyAdded e => Noted(Matter.PasskeyAdded, moment, e.Session) with
        {
            Passkeys = Passkeys.Add(e.Passkey with { AddedAt = moment.At }),
        },
        PasskeyUsed e => this with
        {
            Passkeys = [.. Passkeys.Select(key => key.Id != e.Id ? key
                : key with { SignCount = e.SignCount, IsBackedUp = e.IsBackedUp })],
        },
        PasskeyRemoved e => Noted(Matter.PasskeyRemoved, moment, e.Session) with
        {
            Passkeys = Passkeys.RemoveAll(key => key.Id == e.Id),
        },
        Linked e => Noted(Matter.Linked, moment, e.Session) with { OutsideLogins = OutsideLogins.Add(e.Login) },
        Unlinked e => Noted(Matter.Unlinked, moment, e.Session) with
        {
            OutsideLogins = OutsideLogins.RemoveAll(login => login.Provider == e.Provider),
        },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Account With(string session, Func<Session, Session> change) =>
        this with { Sessions = [.. Sessions.Select(one => one.Id == session ? change(one) : one)] };

    private Account Noted(Matter matter, Moment moment, string? session = null) => this with
    {
        Notes = Notes.RemoveRange(0, Math.Max(0, Notes.Count + 1 - NotesMax)).Add(new(matter, moment.At, session)),
    };

    private IEnumerable<AccountEvent> Ending(Predicate<Session> which) =>
        Sessions.FindAll(which).Select(session => new SessionEnded(session.Id));
}
