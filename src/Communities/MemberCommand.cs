using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a member can be asked.</summary>
[JsonDerivedType(typeof(Join), "join"), JsonDerivedType(typeof(Leave), "leave")]
[JsonDerivedType(typeof(Describe), "describe"), JsonDerivedType(typeof(Appoint), "appoint")]
[JsonDerivedType(typeof(Visit), "visit"), JsonDerivedType(typeof(Tally), "tally")]
[JsonDerivedType(typeof(AskToJoin), "ask-to-join"), JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Admit), "admit"), JsonDerivedType(typeof(Decline), "decline")]
[JsonDerivedType(typeof(SetTrust), "set-trust"), JsonDerivedType(typeof(Review), "review")]
[JsonDerivedType(typeof(Invite), "invite"), JsonDerivedType(typeof(Portray), "portray")]
public abstract partial record MemberCommand : ICommand<Member>
{
    /// <summary>Joins the community under this display name. Only the program says more than that.</summary>
    /// <param name="Name">The display name there.</param>
    /// <param name="Role">The role to begin with.</param>
    /// <param name="InvitedBy">The account whose invitation was taken up, or null.</param>
    /// <param name="Trust">The trust level to begin with, where it is not one from before.</param>
    /// <param name="CopiedUntil">Until then a file says what came of what the member did; null for none.</param>
    /// <param name="Agreed">To what who joins says yes; the server has looked that it is what holds.</param>
    public sealed record Join(
        string Name,
        Role Role = Role.Member,
        string? InvitedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Trust = 0,
        DateTimeOffset? CopiedUntil = null,
        HouseRules? Agreed = null) : MemberCommand;

    /// <summary>Asks to be let in, with an answer to the community's question.</summary>
    /// <param name="Name">The display name there.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="Agreed">To what who asks says yes; the server has looked that it is what holds.</param>
    public sealed record AskToJoin(string Name, string? Answer, HouseRules? Agreed = null) : MemberCommand;

    /// <summary>Takes one's request back.</summary>
    public sealed record Withdraw : MemberCommand;

    /// <summary>Lets in who asked.</summary>
    public sealed record Admit : MemberCommand;

    /// <summary>Does not let in who asked, and says why.</summary>
    public sealed record Decline(string Reason) : MemberCommand;

    /// <summary>Gives the member this trust level, and perhaps keeps it there whatever the member does.</summary>
    public sealed record SetTrust(int Level, bool IsLocked = false) : MemberCommand;

    /// <summary>Invites others by a link; see <see cref="Invitation"/>.</summary>
    /// <param name="Id">What names the invitation: a digest of what its link holds.</param>
    /// <param name="Uses">How many may come by it.</param>
    /// <param name="Until">When it ends.</param>
    /// <param name="Note">What it is for, or a word to those invited.</param>
    /// <param name="Sealed">Its link as only the server can read it.</param>
    public sealed record Invite(string Id, int Uses, DateTimeOffset Until, string? Note, string Sealed) : MemberCommand;

    /// <summary>The program only: looks whether the trust level still holds.</summary>
    public sealed record Review : MemberCommand;

    /// <summary>Leaves the community; posts stay.</summary>
    public sealed record Leave : MemberCommand;

    /// <summary>Says what the member is called here, and who that is.</summary>
    /// <param name="Name">The display name there.</param>
    /// <param name="Biography">About the member, in Markdown.</param>
    /// <param name="Location">Where the member is, in the member's own words.</param>
    /// <param name="Pronouns">How others speak of the member.</param>
    /// <param name="Links">Where else the member can be found: addresses of the web.</param>
    public sealed record Describe(
        string Name, string? Biography, string? Location = null, string? Pronouns = null,
        ImmutableArray<string>? Links = null) : MemberCommand;

    /// <summary>Shows the member with this picture, an <see cref="Upload"/>'s id; null: with initials.</summary>
    public sealed record Portray(string? Face) : MemberCommand;

    /// <summary>Gives the member this role.</summary>
    public sealed record Appoint(Role Role) : MemberCommand;

    /// <summary>Was here today.</summary>
    public sealed record Visit : MemberCommand;

    /// <summary>The program only: what was counted for this member since the last tally.</summary>
    public sealed record Tally(MemberTotals Totals, ImmutableArray<int> Days) : MemberCommand, IMergeable
    {
        /// <inheritdoc/>
        public IMergeable? Merge(IMergeable later) => later is not Tally tally ? null
            : new Tally(Totals + tally.Totals, [.. Days.Union(tally.Days).Order()]);

        internal bool IsNothing(DaySet known) => Totals == default && Days.All(known.Contains);
    }
}
