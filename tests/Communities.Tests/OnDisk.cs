namespace Communities.Tests;

/// <summary>One of each event, with every field filled: what the journal and the archive hold.</summary>
internal static partial class OnDisk
{
    private static readonly DateTimeOffset At = Spec.Start.AddMilliseconds(7);

    private static readonly Subject Post = Subject.OfPost("01k0000000000000", 3);

    private static readonly ReportedContent Content =
        new("bob", "brakes", "Buy *this*", 2, "Which brakes?", 87, IsStaff: true);

    private static readonly WaitingReport Waiting = new("zoe", 3, IsIllegal: true);

    /// <summary>What later events of a case speak of.</summary>
    public static CaseEvent FirstDecision { get; } =
        new CaseEvent.Decided(1, "", DecisionOrigin.Automatic, [new(MeasureKind.Hide)], "bob", Post);

    public static IReadOnlyList<object> Events { get; } =
    [
        new AccountEvent.Opened("Zoë", "digest", "fr"),
        new AccountEvent.OperatorMade(),
        new AccountEvent.PasswordChanged("digest"),
        new AccountEvent.SessionStarted("s1", "Firefox on Linux"),
        new AccountEvent.SessionEnded("s1"),
        new AccountEvent.TokenIssued("t1", "digest", "My script"),
        new AccountEvent.TokenRevoked("t1"),
        new AccountEvent.FeedsRenewed(),
        new AccountEvent.ConsentGiven("terms", 3),
        new AccountEvent.SignInFailed(At),
        new AccountEvent.SessionConfirmed("s1"),
        new AccountEvent.SessionUsed("s1"),
        new AccountEvent.SessionNoted("s1"),
        new AccountEvent.EmailProposed("zoë@example.org", "digest"),
        new AccountEvent.EmailConfirmed("zoë@example.org", "zoe@example.com"),
        new AccountEvent.EmailRemoved("zoë@example.org", "s1"),
        new AccountEvent.ResetIssued("digest", DropsSecondFactor: true),
        new AccountEvent.AuthenticatorAdded("protected", 59_000_000, "s1"),
        new AccountEvent.AuthenticatorUsed(59_000_001),
        new AccountEvent.AuthenticatorRemoved("s1"),
        new AccountEvent.RecoveryCodesIssued(["digest"], "s1"),
        new AccountEvent.RecoveryCodeUsed("digest"),
        new AccountEvent.PasskeyAdded(
            new("id", "key", "Zoë's phone", ["internal", "hybrid"], 3, IsBackupEligible: true, IsBackedUp: true), "s1"),
        new AccountEvent.PasskeyUsed("id", 4, IsBackedUp: true),
        new AccountEvent.PasskeyRemoved("id", "s1"),
        new AccountEvent.Linked(new("elsewhere", "4711", "Zoë there"), "s1"),
        new AccountEvent.Unlinked("elsewhere", "4711", "s1"),
        new AccountEvent.Preferred("Zoë", new Preferences("fr", Theme.Dark, SansPosts: true)),

        new IdentifierEvent.Claimed("zoe"),
        new IdentifierEvent.Released("zoe"),

        .. InCommunities,
        .. InThreads,
        .. InCases,
        .. Told,
        .. Planned,
    ];
}
