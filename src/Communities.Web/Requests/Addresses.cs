using System.Collections.Frozen;
using System.Globalization;
using Communities.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The parts of the API's addresses, checked once for all endpoints behind them.</summary>
internal static class Addresses
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    // What has an id made like a thread's.
    private static readonly FrozenDictionary<string, Refusal> NamedById = new Dictionary<string, Refusal>
    {
        ["thread"] = new("thread.malformed", "A thread's id has 16 letters and digits."),
        ["conversation"] = new("conversation.malformed", "A conversation's id has 16 letters and digits."),
        ["gathering"] = new("gathering.malformed", "A gathering's id has 16 letters and digits."),
        ["edition"] = new("newsletter.malformed", "The id of a newsletter's issue has 16 letters and digits."),
        ["slot"] = new("slot.malformed", "A slot's id has 16 letters and digits."),
        ["interview"] = new("interview.malformed", "An interview's id has 16 letters and digits."),
        ["poll"] = new("poll.malformed", "A poll's id has 16 letters and digits."),
        ["invitation"] = new("invitation.malformed", "An invitation's id has 16 letters and digits."),
        ["upload"] = new("upload.malformed", "A file's id has 16 letters and digits."),
    }.ToFrozenDictionary();

    /// <summary>Refuses an address whose community, thread, member or post number cannot be one.</summary>
    public static RouteGroupBuilder RequireWellFormedAddresses(this RouteGroupBuilder group) =>
        group.AddEndpointFilter((context, next) => FaultOf(context.HttpContext.Request.RouteValues) is { } fault
            ? ValueTask.FromResult<object?>(new Problem(StatusCodes.Status400BadRequest, fault))
            : next(context));

    /// <summary>The time named so, in UTC where it says nothing else, or a fault.</summary>
    public static DateTimeOffset? Time(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, Utc, out var time) ? time
        : throw Faults.Bad("time.malformed", $"{name} is a time such as 2026-03-02T09:00:00Z.");

    private static Refusal? FaultOf(RouteValueDictionary values)
    {
        foreach (var (name, value) in values)
            if (FaultOf(name, value as string) is { } fault) return fault;
        return null;
    }

    private static Refusal? FaultOf(string name, string? text) => name switch
    {
        "community" when !Keys.IsCommunity(text) =>
            new Refusal("community.malformed", "No community has such a short name."),
        "member" when !Keys.IsAccount(text) => new Refusal("account.malformed", "No account has such a name."),
        "number" when Typed.Number(text) is not (>= 1 and <= Thread.NumberMax) =>
            new Refusal("post.malformed", "Posts are numbered 1, 2, 3 …"),
        _ when NamedById.TryGetValue(name, out var malformed) && !Keys.IsThread(text) => malformed,
        _ => null,
    };
}
