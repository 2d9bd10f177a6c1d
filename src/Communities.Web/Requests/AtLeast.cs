using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Reads that name the position of a write see it: <c>?at-least=</c> waits until the views have come so far.
/// </summary>
public static class AtLeast
{
    /// <summary>The name of the parameter.</summary>
    public const string Parameter = "at-least";

    /// <summary>
    /// This address of ours, read not before that position: where a form sends the browser after a write.
    /// </summary>
    /// <param name="path">A local path, perhaps with a query and a fragment.</param>
    /// <param name="position">From <see cref="Asking.PositionOf"/>.</param>
    public static string On(string path, long position)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        var joint = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return string.Create(CultureInfo.InvariantCulture, $"{address}{joint}{Parameter}={position}{fragment}");
    }

    internal static IApplicationBuilder UseAtLeast(
        this IApplicationBuilder app, IViews views, TimeSpan patience, TimeProvider time) => app.Use(
        async (http, next) =>
    {
        if (http.Request.QueryString.HasValue && http.Request.Query.TryGetValue(Parameter, out var named))
        {
            if (!long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                throw Faults.Bad("position.malformed", $"{Parameter} is a version that a write answered, a number.");
            await Wait(views, position, patience, time, http.RequestAborted);
        }

        await next(http);
    });

    private static async Task Wait(
        IViews views, long position, TimeSpan patience, TimeProvider time, CancellationToken aborted)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        try
        {
            await views.WaitFor(position, either.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            throw new RequestFault(
                StatusCodes.Status503ServiceUnavailable,
                new Refusal("views.behind", "What can be read is not yet that far. Please try again in a moment."));
        }
    }
}
