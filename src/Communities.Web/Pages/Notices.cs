namespace Communities.Web;

/// <summary>What just happened, as the page behind a form says it; its address holds the code.</summary>
internal static class Notices
{
    public const string Parameter = "done";

    public const string Saved = "saved";
    public const string Joined = "joined";
    public const string Left = "left";
    public const string Founded = "founded";
    public const string Appointed = "appointed";
    public const string BroughtIn = "brought-in";
    public const string Asked = "asked";
    public const string Withdrawn = "withdrawn";
    public const string Admitted = "admitted";
    public const string Declined = "declined";
    public const string Invited = "invited";
    public const string Revoked = "revoked";
    public const string Password = "password";
    public const string Session = "session";
    public const string Token = "token";

    /// <summary>The sentence of a code; null for none, and for what is no code of ours.</summary>
    public static string? Of(string? code, Texts texts) => code switch
    {
        Saved => texts.Saved,
        Joined => texts.JoinedNow,
        Left => texts.LeftNow,
        Founded => texts.FoundedNow,
        Appointed => texts.Appointed,
        BroughtIn => texts.BroughtIn,
        Asked => texts.AskedNow,
        Withdrawn => texts.WithdrawnNow,
        Admitted => texts.AdmittedNow,
        Declined => texts.DeclinedNow,
        Invited => texts.InvitedNow,
        Revoked => texts.RevokedNow,
        Password => texts.PasswordChanged,
        Session => texts.SessionEnded,
        Token => texts.TokenRevoked,
        _ => null,
    };
}
