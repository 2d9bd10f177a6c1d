using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.AllowanceCommand;
using static Communities.AllowanceEvent;

namespace Communities;

/// <summary>
/// What a member has sent on the present day (UTC), so that nobody fills a community with files, or writes to
/// everybody.
/// </summary>
/// <remarks>
/// Asked before a file is kept. What is then not kept after all counts too, so that trying has an end. Moderators and
/// the program have the allowance of the highest trust level and none to keep to.
/// </remarks>
public sealed record Allowance : IActor<Allowance, AllowanceCommand, AllowanceEvent>
{
    /// <summary>By trust level, what may be sent in a day.</summary>
    public static ImmutableArray<DailyAllowance> ByTrust { get; } =
    [
        new(Pictures: 1, Others: 0, Bytes: 20L << 20), // A new member shows what it is about.
        new(Pictures: 20, Others: 5, Bytes: 100L << 20),
        new(Pictures: 50, Others: 20, Bytes: 300L << 20),
        new(Pictures: 100, Others: 50, Bytes: 600L << 20),
        new(Pictures: 200, Others: 100, Bytes: 1L << 30),
    ];

    /// <summary>Conversations that a member may begin in a day; nobody greets more people by hand.</summary>
    public const int ConversationsMax = 30;

    /// <summary>Conversations that a new member may begin in a day.</summary>
    public const int ConversationsOfNewMax = 3;

    /// <summary>Faces that any member may send in a day: one that pleases, after some that do not.</summary>
    public const int FacesMax = 5;

    /// <inheritdoc/>
    public static string Kind => "allowance";

    /// <inheritdoc/>
    public static Allowance Initial { get; } = new();

    /// <summary>The day that is counted, as days since 1970.</summary>
    public int Day { get; init; }

    /// <summary>What was sent on it.</summary>
    public DailyAllowance Used { get; init; }

    /// <summary>Conversations begun on it.</summary>
    public int Conversations { get; init; }

    /// <inheritdoc/>
    public Decision<AllowanceEvent> Decide(AllowanceCommand command, Turn turn) => command switch
    {
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        _ when turn.By != Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System => Refusals.OwnOnly,
        Take c => Taking(c, turn),
        Begin when turn.Standing.Is(Role.Moderator) => [new Begun()],
        Begin when (turn.Standing.IsNew ? ConversationsOfNewMax : ConversationsMax) is var most
            && BegunOn(turn.At) >= most => Exceeded("conversations", $"You can begin {most} conversations a day."),
        Begin => [new Begun()],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Allowance Apply(AllowanceEvent happened, Moment moment) => happened switch
    {
        Taken e => On(moment.At) with { Used = UsedOn(moment.At) + e.Part },
        Begun => On(moment.At) with { Conversations = BegunOn(moment.At) + 1 },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>What a member of this standing may still send at this time.</summary>
    public DailyAllowance LeftAt(DateTimeOffset at, Standing standing) => Of(standing) - UsedOn(at);

    private Decision<AllowanceEvent> Taking(Take c, Turn turn)
    {
        var part = new DailyAllowance(
            c.Sort == UploadSort.Picture ? 1 : 0, c.Sort == UploadSort.Other ? 1 : 0, c.Bytes,
            c.Sort == UploadSort.Face ? 1 : 0);
        if (turn.Standing.Is(Role.Moderator)) return [new Taken(part)];
        var (most, after) = (Of(turn.Standing), UsedOn(turn.At) + part);
        return c.Sort == UploadSort.Other && most.Others == 0 ? NewMembers
            : after.Pictures > most.Pictures ? Exceeded("pictures", $"You can send {most.Pictures} pictures a day.")
            : after.Others > most.Others ? Exceeded("files", $"You can send {most.Others} files a day.")
            : after.Faces > FacesMax ? Exceeded("faces", $"You can change your picture {FacesMax} times a day.")
            : after.Bytes > most.Bytes ? Exceeded("bytes", $"You can send {most.Bytes >> 20} MB a day.")
            : (Decision<AllowanceEvent>)[new Taken(part)];
    }

    private static Refusal NewMembers { get; } = new(
        "trust.needed", "New members send pictures only; other files come with a little time here.");

    private static Refusal Exceeded(string what, string limit) =>
        new($"{what}.exceeded", $"{limit} Tomorrow there is room again.");

    private static DailyAllowance Of(Standing standing) =>
        ByTrust[standing.Is(Role.Moderator) ? ^1
            : standing.IsNew ? 0
            : Math.Clamp(standing.Trust, 1, ByTrust.Length - 1)]; // A young community binds nobody as new.

    private Allowance On(DateTimeOffset at) => this with
    {
        Day = DaySet.DayOf(at), Used = UsedOn(at), Conversations = BegunOn(at),
    };

    private DailyAllowance UsedOn(DateTimeOffset at) => Day == DaySet.DayOf(at) ? Used : default;

    private int BegunOn(DateTimeOffset at) => Day == DaySet.DayOf(at) ? Conversations : 0;
}

/// <summary>What may be sent in a day, or was.</summary>
/// <param name="Pictures">Pictures for posts and messages.</param>
/// <param name="Others">Other files.</param>
/// <param name="Bytes">All of them together.</param>
/// <param name="Faces">Pictures of the member.</param>
public readonly record struct DailyAllowance(int Pictures, int Others, long Bytes, int Faces = 0)
{
    /// <summary>Both together.</summary>
    public static DailyAllowance operator +(DailyAllowance a, DailyAllowance b) =>
        new(a.Pictures + b.Pictures, a.Others + b.Others, a.Bytes + b.Bytes, a.Faces + b.Faces);

    /// <summary>What is left of the first after the second; nothing less than nothing.</summary>
    public static DailyAllowance operator -(DailyAllowance a, DailyAllowance b) => new(
        Math.Max(0, a.Pictures - b.Pictures), Math.Max(0, a.Others - b.Others), Math.Max(0, a.Bytes - b.Bytes),
        Math.Max(0, a.Faces - b.Faces));
}

/// <summary>What an upload counts as.</summary>
public enum UploadSort
{
    /// <summary>A picture for a post or a message.</summary>
    Picture = 0,

    /// <summary>Any other file.</summary>
    Other = 1,

    /// <summary>A picture of a member.</summary>
    Face = 2,
}

/// <summary>What an allowance can be asked.</summary>
[JsonDerivedType(typeof(Take), "take"), JsonDerivedType(typeof(Begin), "begin")]
public abstract record AllowanceCommand : ICommand<Allowance>
{
    /// <summary>Takes the part of it that a file of this sort and length needs.</summary>
    public sealed record Take(UploadSort Sort, long Bytes) : AllowanceCommand;

    /// <summary>Takes the part of it that a conversation to be begun needs.</summary>
    public sealed record Begin : AllowanceCommand;
}

/// <summary>What happens to allowances.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Taken), "allowance.taken"), JsonDerivedType(typeof(Begun), "allowance.begun")]
public abstract record AllowanceEvent
{
    /// <summary>This much of the day's allowance was taken.</summary>
    public sealed record Taken(DailyAllowance Part) : AllowanceEvent;

    /// <summary>A conversation was to be begun.</summary>
    public sealed record Begun : AllowanceEvent;
}
