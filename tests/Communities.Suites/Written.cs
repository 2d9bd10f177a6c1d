namespace Communities.Suites;

/// <summary>A community made for these tests, as lines of an exchange file.</summary>
public static class Written
{
    public static IEnumerable<string> Records(int threads, int replies = 5)
    {
        for (var m = 1; m <= 9; m++)
            yield return $$"""{"kind":"member","id":"m{{m}}","time":"{{Time(0)}}","title":"Member {{m}}","tags":[]}""";
        for (var t = 1; t <= threads; t++)
        {
            yield return $$"""
                {"kind":"thread","id":"t{{t}}","author":"m1","time":"{{Time(t)}}","title":"Thread {{t}}"}
                """;
            for (var p = 0; p <= replies; p++)
            {
                var parent = p == 0 ? "null" : $"\"p{t}.0\"";
                var post = $"""
                    "thread":"t{t}","author":"m{p % 9 + 1}","time":"{Time(t)}","text":"<p>Post {p} of {t}</p>"
                    """;
                var vote = $"""
                    "thread":"t{t}","parent":"p{t}.{p}","time":"{Time(t)}","tags":["up"]
                    """;
                yield return $$"""{"kind":"post","id":"p{{t}}.{{p}}","parent":{{parent}},"format":"html",{{post}}}""";
                yield return $$"""{"kind":"vote","id":"v{{t}}.{{p}}",{{vote}}}""";
            }
        }
    }

    private static string Time(int minutes) => $"{new DateTime(2024, 1, 1).AddMinutes(minutes):yyyy-MM-ddTHH:mm:ss}Z";
}
