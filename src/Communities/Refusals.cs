using Communities.Actors;

namespace Communities;

/// <summary>The refusals that several actors give, so that the same no has the same code everywhere.</summary>
public static class Refusals
{
    /// <summary>Who asks has not joined this community.</summary>
    public static Refusal MembersOnly { get; } = new("member.needed", "Please join this community first.");

    /// <summary>Who asks is no moderator here.</summary>
    public static Refusal ModeratorsOnly { get; } = new("moderator.needed", "Only moderators may do that.");

    /// <summary>Who asks is no manager here.</summary>
    public static Refusal ManagersOnly { get; } =
        new("manager.needed", "Only the managers of this community may do that.");

    /// <summary>Who asks has not been here for long enough.</summary>
    public static Refusal TrustNeeded { get; } =
        new("trust.needed", "That comes with a higher trust level in this community.");

    /// <summary>Who asks does not run this site.</summary>
    public static Refusal OperatorsOnly { get; } = new("operator.needed", "Only who runs this site may do that.");

    /// <summary>Who asks is not the program itself.</summary>
    public static Refusal ProgramOnly { get; } = new("program.needed", "Only the program itself does that.");

    /// <summary>What a file says has happened cannot follow what it said before.</summary>
    public static Refusal Untold { get; } =
        new("retelling.unfit", "It does not fit what the file said before, or it could not have happened.");

    /// <summary>Who asks is not whom it concerns.</summary>
    public static Refusal OwnOnly { get; } = new("account.foreign", "You can only do that for your own account.");

    /// <summary>Who asks has not shown lately who it is.</summary>
    public static Refusal ConfirmFirst { get; } =
        new("confirmation.needed", "Please show first that it is you: by your password or a passkey.");

    /// <summary>The session does not last any more.</summary>
    public static Refusal NoSuchSession { get; } = new("session.missing", "There is no such session any more.");

    /// <summary>The post does not exist or is removed.</summary>
    public static Refusal NoSuchPost { get; } = new("post.missing", "There is no such post.");

    /// <summary>The post is somebody else's.</summary>
    public static Refusal ForeignPost { get; } =
        new("post.foreign", "Only its author or a moderator may change a post.");

    /// <summary>The category does not exist.</summary>
    public static Refusal NoSuchCategory { get; } = new("category.missing", "There is no such category.");

    /// <summary>Who asks is kept from writing by a decision, or by a policy not consented to; null where not.</summary>
    /// <remarks>Every actor asks it first of all that is written, drawn or chosen for others to see.</remarks>
    public static Refusal? Barred(Turn turn) => Of(turn.Standing.Bar);

    /// <summary>What keeps from writing, as a refusal; null for nothing.</summary>
    public static Refusal? Of(Bar bar) => bar switch
    {
        Bar.None => null,
        Bar.Unconsented => new("consent.needed", "Please agree to the rules here first; until then you can read."),
        Bar.Silenced => new("member.silenced", "You are silenced here for now: you can read, but not write."),
        Bar.Suspended => new("member.suspended", "You are suspended here for now, and take no part."),
        _ => new("member.banned", "You are banned here, and cannot take part."),
    };

    /// <summary>The community does not exist, or not for who asks.</summary>
    public static Refusal NoSuchCommunity { get; } = new("community.missing", "There is no such community.");
}
