using System.Collections.Immutable;
using System.Diagnostics;
using Communities.Actors;
using static Communities.GroupCommand;
using static Communities.GroupEvent;

namespace Communities;

/// <summary>Some members of a community, called together by one name: <c>@helpers</c>.</summary>
/// <remarks>Its name, title and description stand in the events; who is in it, and who may come, here.</remarks>
public sealed record Group : IActor<Group, GroupCommand, GroupEvent>
{
    /// <summary>The most members: beyond it a group is a community of its own.</summary>
    public const int MembersMax = 2_000;

    /// <summary>The most requests that wait.</summary>
    public const int WaitingMax = 500;

    /// <summary>A larger group is called by its owners only: nobody wakes a hall for a question.</summary>
    public const int CalledByAnybodyMax = 100;

    /// <inheritdoc/>
    public static string Kind => "group";

    /// <inheritdoc/>
    public static Group Initial { get; } = new();

    /// <summary>There is such a group.</summary>
    public bool IsFounded { get; init; }

    /// <summary>How one comes into it.</summary>
    public GroupAccess Access { get; init; }

    /// <summary>Who may call it by its name.</summary>
    public GroupCallers Callers { get; init; }

    /// <summary>The accounts in it, owners among them.</summary>
    public ImmutableHashSet<string> Members { get; init; } = [];

    /// <summary>Who looks after it.</summary>
    public ImmutableHashSet<string> Owners { get; init; } = [];

    /// <summary>Who asks to be in it.</summary>
    public ImmutableHashSet<string> Waiting { get; init; } = [];

    /// <inheritdoc/>
    public Decision<GroupEvent> Decide(GroupCommand command, Turn turn) => command switch
    {
        not Leave when Refusals.Barred(turn) is { } barred => barred,
        GroupCommand.Call when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Found when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Found when !Keys.IsAccount(Keys.LocalOf(turn.Key)) =>
            new Refusal("group.malformed", "A group's name is 2 to 40 small letters a–z, digits, - and _."),
        Found when IsFounded => new Refusal("group.exists", "There is a group of that name already."),
        Found c => SettingsFault(c.Title, c.Description, c.Access, c.Callers)
            ?? (Decision<GroupEvent>)[
                new Founded(c.Title, c.Description, c.Access, c.Callers),
                .. (GroupEvent[])(turn.By.Length > 0 ? [new Joined(turn.By), new OwnerSet(turn.By, true)] : [])],

        _ when !IsFounded => Missing,
        GroupCommand.Call c => Calling(c),
        Leave when turn.By.Length == 0 => Refusals.OwnOnly,
        Leave => Leaving(turn.By),

        _ when !turn.Standing.Is(Role.Member) || (command is Join && turn.Standing.Role == Role.None) =>
            Refusals.MembersOnly,
        Join when turn.By.Length == 0 => Refusals.OwnOnly,
        Join when Members.Contains(turn.By) || Waiting.Contains(turn.By) => [],
        Join when Access == GroupAccess.Closed && !IsKeptBy(turn) =>
            new Refusal("group.closed", "The owners of this group bring its members in."),
        Join when Access == GroupAccess.Request && !IsKeptBy(turn) =>
            Waiting.Count >= WaitingMax ? Full : [new Asked(turn.By, [.. Owners.Order()])],
        Join => Adding(turn.By),

        _ when !IsKeptBy(turn) => new Refusal("owner.needed", "Only the owners of this group may do that."),
        Change c => SettingsFault(c.Title, c.Description, c.Access, c.Callers)
            ?? (Decision<GroupEvent>)[new Changed(c.Title, c.Description, c.Access, c.Callers)],
        Dissolve => [new Dissolved()],
        Add c when !Keys.IsAccount(c.Account) => Nobody,
        Add c => Adding(c.Account),
        Remove c => Leaving(c.Account),
        SetOwner c when !Members.Contains(c.Account ?? "") => Nobody,
        SetOwner c => Owners.Contains(c.Account) == c.IsOwner ? [] : [new OwnerSet(c.Account, c.IsOwner)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Group Apply(GroupEvent happened, Moment moment) => happened switch
    {
        Founded e => this with { IsFounded = true, Access = e.Access, Callers = e.Callers },
        Changed e => this with { Access = e.Access, Callers = e.Callers },
        Dissolved => Initial,
        Joined e => this with { Members = Members.Add(e.Account), Waiting = Waiting.Remove(e.Account) },
        Left e => this with
        {
            Members = Members.Remove(e.Account),
            Owners = Owners.Remove(e.Account),
            Waiting = Waiting.Remove(e.Account),
        },
        Asked e => this with { Waiting = Waiting.Add(e.Account) },
        OwnerSet e => this with { Owners = e.IsOwner ? Owners.Add(e.Account) : Owners.Remove(e.Account) },
        Called => this,
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>There is no such group.</summary>
    public static Refusal Missing { get; } = new("group.missing", "There is no such group.");

    private static Refusal Full { get; } = new("group.full", $"A group has {MembersMax} members at most.");

    private static Refusal Nobody { get; } = new("member.missing", "There is no such member.");

    /// <summary>True where who asks looks after the group, as an owner of it or a manager of the community.</summary>
    public bool IsKeptBy(string account, Standing standing) =>
        standing.Is(Role.Manager) || (standing.Is(Role.Member) && Owners.Contains(account));

    private bool IsKeptBy(Turn turn) => IsKeptBy(turn.By, turn.Standing);

    private Decision<GroupEvent> Adding(string account) =>
        Members.Contains(account) ? [] : Members.Count >= MembersMax ? Full : [new Joined(account)];

    private Decision<GroupEvent> Leaving(string? account) =>
        account is not null && (Members.Contains(account) || Waiting.Contains(account)) ? [new Left(account)] : [];

    // A name that calls nobody is no mistake of whoever wrote it.
    private Decision<GroupEvent> Calling(GroupCommand.Call c)
    {
        var may = Owners.Contains(c.By) || (Members.Count <= CalledByAnybodyMax && Callers switch
        {
            GroupCallers.Everybody => true,
            GroupCallers.Members => Members.Contains(c.By),
            _ => false,
        });
        return may && Keys.IsThread(c.Thread) && Members.Count > 0
            ? [new Called(c.Thread, c.Number, c.By, [.. Members.Remove(c.By).Order()], c.At)] : [];
    }

    private static Refusal? SettingsFault(
        string? title, string? description, GroupAccess access, GroupCallers callers) =>
        Text.LineFault("title", title, Text.NameMax)
        ?? Text.Fault("description", description, Text.AboutMax, mayBeEmpty: true)
        ?? (Enum.IsDefined(access) && Enum.IsDefined(callers) ? null
            : new Refusal("group.unknown", "A group is open, by request or closed, and called by those it names."));
}

/// <summary>How one comes into a group.</summary>
public enum GroupAccess
{
    /// <summary>Any member who wants to.</summary>
    Open = 0,

    /// <summary>Members who ask, and are let in by an owner.</summary>
    Request = 1,

    /// <summary>Members whom an owner brings in.</summary>
    Closed = 2,
}

/// <summary>Who may call a group by its name; its owners always may.</summary>
public enum GroupCallers
{
    /// <summary>Every member of the community.</summary>
    Everybody = 0,

    /// <summary>Who is in it.</summary>
    Members = 1,

    /// <summary>Its owners only.</summary>
    Owners = 2,
}
