using Communities.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Communities.Web;

/// <summary>What an endpoint of people answers with: a page, a way elsewhere, or that there is nothing.</summary>
internal static class Show
{
    /// <summary>A page, or a part of one.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="parameters">What the page shows, by the names of its parameters.</param>
    /// <param name="status">The HTTP status; where the reader was refused something, the refusal's.</param>
    public static IResult Page<TPage>(Reader reader, Dictionary<string, object?>? parameters = null, int? status = null)
        where TPage : Part
    {
        parameters ??= [];
        parameters[nameof(Part.Reader)] = reader;
        return new RazorComponentResult<TPage>(parameters)
        {
            StatusCode = status ?? (reader.Refused is { } no ? Problem.StatusOf(no, reader.Caller.IsSignedIn) : 200),
            PreventStreamingRendering = true,
        };
    }

    /// <summary>The page of this "no", with its status.</summary>
    public static IResult No(HttpContext http, Refusal refusal)
    {
        http.Features.Set(refusal);
        return Results.StatusCode(Problem.StatusOf(refusal, Caller.Of(http).IsSignedIn));
    }

    /// <summary>Where who is not signed in can do so, and comes back from.</summary>
    public static IResult SignIn(Reader reader) =>
        Results.LocalRedirect($"/sign-in?back={Uri.EscapeDataString(reader.Path)}");

    /// <summary>After a form: a page that shows what came of it, and that it did.</summary>
    /// <param name="path">A local path, perhaps with a query and a fragment.</param>
    /// <param name="position">What the page must have seen; 0 where nothing was written.</param>
    /// <param name="done">The code of a notice, as in <see cref="Notices"/>.</param>
    public static IResult Done(string path, long position = 0, string? done = null)
    {
        if (done is not null) path = AddTo(path, $"done={done}");
        return Results.LocalRedirect(position > 0 ? AtLeast.On(path, position) : path);
    }

    /// <summary>An address of ours, whatever a form or a link says: nobody is led elsewhere from here.</summary>
    public static string Local(string? back) =>
        back is { Length: > 0 and < 2000 } && back[0] == '/' && (back.Length == 1 || back[1] is not ('/' or '\\'))
            && !back.Any(char.IsControl)
            ? back
            : "/";

    private static string AddTo(string path, string query)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}{fragment}";
    }
}
