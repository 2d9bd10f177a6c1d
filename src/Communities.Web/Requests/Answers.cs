using Communities.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Communities.Web;

/// <summary>What came of a write.</summary>
/// <param name="Version">
/// The position of the write: a read that names it (<c>?at-least=</c>) sees it.
/// </param>
internal sealed record Changed(long Version);

/// <summary>A text in Markdown.</summary>
internal sealed record TextBody(string Text);

/// <summary>Turns answers of actors into answers of the API.</summary>
internal static class Answers
{
    /// <summary>The position of the write, or the problem.</summary>
    public static Results<Ok<Changed>, Problem> Changed(this Asking ask, Answer answer) =>
        answer.Refusal is { } no ? Problem.Of(no, ask.Caller) : TypedResults.Ok(new Changed(ask.PositionOf(answer)));

    /// <summary>Asks, and answers the position of the write or the problem.</summary>
    public static async Task<Results<Ok<Changed>, Problem>> Change<TActor>(
        this Asking ask, string key, ICommand<TActor> command, CancellationToken ct)
        where TActor : class, IActor => ask.Changed(await ask.Ask(key, command, ct: ct));

    /// <summary>The thing that was read, or the problem that there is none.</summary>
    public static Results<Ok<T>, Problem> Found<T>(this Caller caller, T? found, Refusal missing)
        where T : class => found is null ? Problem.Of(missing, caller) : TypedResults.Ok(found);
}
