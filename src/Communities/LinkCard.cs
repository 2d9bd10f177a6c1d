using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.LinkCommand;
using static Communities.LinkEvent;

namespace Communities;

/// <summary>An address that members of a community have shown: what stands there, for a card.</summary>
/// <remarks>
/// Posts want it, one web fetches it, and its title and description lie in the events. It is fetched once in a while at
/// most, however many posts show it, and a page that could not be had is tried again later.
/// </remarks>
public sealed record LinkCard : IActor<LinkCard, LinkCommand, LinkEvent>
{
    /// <summary>The longest title that is kept, in characters; a card shows two lines.</summary>
    public const int TitleMax = 200;

    /// <summary>The longest description that is kept, in characters; a card shows three lines.</summary>
    public const int SummaryMax = 400;

    /// <summary>For how long what was found counts: pages change their titles seldom.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    /// <summary>When a page that could not be had may be wanted again.</summary>
    public static readonly TimeSpan FailedFor = TimeSpan.FromDays(1);

    /// <summary>
    /// How old a post may be for its addresses to be fetched: an import brings hundreds of thousands.
    /// </summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(3);

    /// <summary>How long whoever fetches it has before another may: beyond any of its time limits.</summary>
    public static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public static string Kind => "link";

    /// <inheritdoc/>
    public static LinkCard Initial { get; } = new();

    /// <summary>Somebody should fetch it.</summary>
    public bool IsWanted { get; init; }

    /// <summary>Until when somebody is fetching it; the beginning of time where nobody is.</summary>
    public DateTimeOffset ClaimedUntil { get; init; }

    /// <summary>When it need not be wanted before; the beginning of time where it never was.</summary>
    public DateTimeOffset KnownUntil { get; init; }

    /// <inheritdoc/>
    public Decision<LinkEvent> Decide(LinkCommand command, Turn turn) => command switch
    {
        _ when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Want c when turn.At - c.At > ShownFor => [],
        Want c => IsWanted || turn.At < KnownUntil ? [] : [new Wanted(c.Url)],
        _ when !IsWanted => new Refusal("link.missing", "Nobody wants this address."),
        Claim when turn.At < ClaimedUntil => new Refusal("link.taken", "This address is being fetched already."),
        Claim => [new Claimed()],
        Tell c when Text.CleanLine(c.Title, TitleMax) is { Length: > 0 } title =>
            [new Told(title, Cleaned(c.Summary), Cleaned(c.Site))],
        Tell or Fail => [new Failed()],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public LinkCard Apply(LinkEvent happened, Moment moment) => happened switch
    {
        Wanted => this with { IsWanted = true, ClaimedUntil = default },
        Claimed => this with { ClaimedUntil = moment.At + ClaimLife },
        Told => new LinkCard { KnownUntil = moment.At + Fresh },
        Failed => new LinkCard { KnownUntil = moment.At + FailedFor },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static string? Cleaned(string? text) =>
        Text.CleanLine(text, SummaryMax) is { Length: > 0 } clean ? clean : null;
}

/// <summary>What a link can be asked, by the program alone.</summary>
[JsonDerivedType(typeof(Want), "want"), JsonDerivedType(typeof(Claim), "claim"), JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(Fail), "fail")]
public abstract record LinkCommand : ICommand<LinkCard>
{
    /// <summary>A post of that time shows this address; those of an import, long past, stay as they are.</summary>
    public sealed record Want(string Url, DateTimeOffset At) : LinkCommand;

    /// <summary>Whoever asks fetches it now, and nobody else does.</summary>
    public sealed record Claim : LinkCommand;

    /// <summary>This stands there.</summary>
    public sealed record Tell(string Title, string? Summary = null, string? Site = null) : LinkCommand;

    /// <summary>It could not be had, or is no page.</summary>
    public sealed record Fail : LinkCommand;
}

/// <summary>What happens to links.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Wanted), "link.wanted"), JsonDerivedType(typeof(Claimed), "link.claimed")]
[JsonDerivedType(typeof(Told), "link.told"), JsonDerivedType(typeof(Failed), "link.failed")]
public abstract record LinkEvent
{
    /// <summary>Somebody should fetch this address.</summary>
    public sealed record Wanted(string Url) : LinkEvent;

    /// <summary>Somebody fetches it.</summary>
    public sealed record Claimed : LinkEvent;

    /// <summary>This stands there: a title, perhaps a description and the name of its site.</summary>
    public sealed record Told(string Title, string? Summary = null, string? Site = null) : LinkEvent;

    /// <summary>It could not be had, or is no page; what was known of it is still so.</summary>
    public sealed record Failed : LinkEvent;
}
