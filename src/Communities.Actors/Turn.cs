namespace Communities.Actors;

/// <summary>All that a decision may know besides its state and its command: no clock, no chance, no I/O.</summary>
/// <param name="By">The account that asks; empty when nobody in particular does (a reactor, a removed account).</param>
/// <param name="Standing">What the server found that this account may do here. Never told by a browser.</param>
/// <param name="At">The time of the turn, UTC, whole milliseconds.</param>
/// <param name="Key">The actor's own key: <c>devs/alice</c> must know that it is alice's.</param>
public readonly record struct Turn(string By, Standing Standing, DateTimeOffset At, string Key);

/// <summary>Who did something, and when: what the journal keeps of the turn beside each event.</summary>
/// <param name="By">The account that did it; empty when nobody in particular did.</param>
/// <param name="At">When it happened, UTC, whole milliseconds.</param>
public readonly record struct Moment(string By, DateTimeOffset At);

/// <summary>
/// What an account may do in one community, resolved by the server for each command. The one domain word that
/// the kernel knows, because every decision needs it and it crosses the wire with each command.
/// </summary>
/// <param name="Role">The role held there.</param>
/// <param name="Trust">The trust level, 0 (new) to 4 (leader).</param>
/// <param name="IsOperator">Runs the whole site, and counts as an owner in every community of it.</param>
/// <param name="MayJoin">The community is open to this account without anybody's consent.</param>
/// <param name="MayApply">The community takes this account's request to join it.</param>
/// <param name="IsNew">A member whom the limits for new members bind.</param>
/// <param name="Bar">What keeps the account from writing there.</param>
/// <param name="Categories">
/// The categories that a member keeps order in without being a moderator, and those below them, separated by spaces;
/// null for none. A text, so that two standings compare by what they say.
/// </param>
public readonly record struct Standing(
    Role Role, int Trust = 0, bool IsOperator = false, bool MayJoin = false, bool MayApply = false, bool IsNew = false,
    Bar Bar = Bar.None, string? Categories = null)
{
    /// <summary>The program itself: reactors, alarms, import.</summary>
    public static Standing System { get; } = new(Role.System, Trust: 4, MayJoin: true, MayApply: true);

    /// <summary>Somebody without a role there, signed in or not.</summary>
    public static Standing None { get; }

    /// <summary>True where the role held is this one or a higher one.</summary>
    public bool Is(Role role) => Role >= role || (IsOperator && role <= Role.Owner);

    /// <summary>True where the account keeps order in this category; null stands for what is in none.</summary>
    public bool Moderates(string? category)
    {
        if (Is(Role.Moderator)) return true;
        if (Categories is null || category is null || Bar != Bar.None) return false;
        foreach (var range in Categories.AsSpan().Split(' '))
            if (Categories.AsSpan(range).SequenceEqual(category)) return true;
        return false;
    }
}

/// <summary>What keeps an account from writing in a community, each keeping from more than the one before.</summary>
public enum Bar
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A policy that asks for consent has none yet.</summary>
    Unconsented = 1,

    /// <summary>Silenced: reads, and writes nothing.</summary>
    Silenced = 2,

    /// <summary>Suspended: no member for a time.</summary>
    Suspended = 3,

    /// <summary>Banned: no member, and may not become one.</summary>
    Banned = 4,
}

/// <summary>Roles in a community, each able to do all that the one before can.</summary>
public enum Role
{
    /// <summary>Nobody here: a visitor, or somebody who left.</summary>
    None = 0,

    /// <summary>Reads, writes, reacts.</summary>
    Member = 1,

    /// <summary>Keeps order: closes, pins, removes, restores.</summary>
    Moderator = 2,

    /// <summary>The community manager: settings, categories, purpose, rules, roles below.</summary>
    Manager = 3,

    /// <summary>Answers for the community: everything in it.</summary>
    Owner = 4,

    /// <summary>The program itself. Never held by an account.</summary>
    System = 5,
}
