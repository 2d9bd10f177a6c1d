using System.CommandLine;

namespace Communities.Hosting;

/// <summary>Where a site is served, and how it ends.</summary>
/// <param name="Urls">The addresses to listen on, as ASP.NET Core writes them.</param>
/// <param name="Drain">
/// How long it goes on serving, though it says that it is not ready any more, before it ends.
/// </param>
internal sealed record ServeOptions(string Urls, TimeSpan Drain)
{
    /// <summary>Longer than any balancer takes to notice; whoever stops a program does not wait for ever.</summary>
    private const int DrainMaxSeconds = 600;

    private static readonly Option<string> _urls = new("--urls")
    {
        Description = "The addresses to listen on.",
        DefaultValueFactory = _ => "http://localhost:5080",
        HelpName = "URL",
    };

    private static readonly Option<int> _drain = new("--drain")
    {
        Description = "How long to go on serving when told to stop, while /health/ready says 503 already: the time "
            + "that a load balancer takes to notice.",
        DefaultValueFactory = _ => 0,
        HelpName = "SECONDS",
    };

    static ServeOptions() => _drain.Validators.Add(drain =>
    {
        if (drain.GetValueOrDefault<int>() is < 0 or > DrainMaxSeconds)
            drain.AddError($"--drain is 0 to {DrainMaxSeconds} seconds.");
    });

    /// <summary>Adds the options to a verb that serves.</summary>
    public static void AddTo(Command verb)
    {
        verb.Add(_urls);
        verb.Add(_drain);
    }

    /// <summary>What was asked.</summary>
    public static ServeOptions Of(ParseResult asked) =>
        new(asked.GetValue(_urls)!, TimeSpan.FromSeconds(asked.GetValue(_drain)));
}
