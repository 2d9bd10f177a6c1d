using Communities.Actors;

namespace Communities.Views;

/// <summary>A member's row while a batch is projected.</summary>
internal sealed class MemberState(long number, string community, string account)
{
    public long Number { get; } = number;

    public string Community { get; } = community;

    public string Account { get; } = account;

    public string Name { get; set; } = "";

    public string Biography { get; set; } = "";

    public Role Role { get; set; }

    public int Trust { get; set; }

    public bool IsTrustLocked { get; set; }

    public long? JoinedAt { get; set; }

    public string? InvitedBy { get; set; }

    /// <summary>The upload that shows the member.</summary>
    public string? Face { get; set; }

    public string? Location { get; set; }

    public string? Pronouns { get; set; }

    /// <summary>Addresses, one a line.</summary>
    public string? Links { get; set; }

    /// <summary>The categories in which the member keeps order, separated by spaces.</summary>
    public string? Kept { get; set; }

    /// <summary>The badge that stands beside the member's posts.</summary>
    public string? Flair { get; set; }

    /// <summary>The member chose it, or none.</summary>
    public bool IsFlairChosen { get; set; }

    /// <summary>The member stands on no leaderboard.</summary>
    public bool IsUnranked { get; set; }

    public MemberTotals Totals { get; set; }

    public DaySet Days { get; set; } = DaySet.Empty;

    public long Version { get; set; }

    public bool IsNew { get; set; }

    public bool IsChanged { get; set; }
}
