using Communities.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>What a member's own threads and answers become for the member, as the member's settings say.</summary>
/// <remarks>
/// By itself a thread is watched by who opened it and tracked by who has read it: only who wants it otherwise costs a
/// command. A program that writes through the API says itself what it wants to hear.
/// </remarks>
internal static class FollowingUp
{
    /// <summary>After the member opened this thread.</summary>
    public static Task Opened(string community, string thread, Asking ask, HttpContext http, CancellationToken ct) =>
        Set(community, thread, settings => settings.AfterOpening, Level.Watching, ask, http, ct);

    /// <summary>After the member replied in this thread.</summary>
    public static Task Replied(string community, string thread, Asking ask, HttpContext http, CancellationToken ct) =>
        Set(community, thread, settings => settings.AfterReplying, Level.Tracking, ask, http, ct);

    private static async Task Set(
        string community, string thread, Func<InboxSettings, Level> wanted, Level byItself, Asking ask,
        HttpContext http, CancellationToken ct)
    {
        var actors = http.RequestServices.GetRequiredService<IActors>();
        if (ask.Caller.Account is not { } account) return;
        var level = wanted((await actors.See<Inbox>(Keys.OfMember(community, account), ct)).Settings);
        if (level == byItself) return;
        var key = Keys.OfReading(community, thread, account);
        if ((await actors.See<Reading>(key, ct)).Level is null)
            await ask.Ask(key, new ReadingCommand.SetLevel(level), ct: ct);
    }
}
