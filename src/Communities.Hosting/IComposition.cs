using System.CommandLine;
using Communities.Archive;

namespace Communities.Hosting;

/// <summary>What a host brings: how a site is put together from the command line.</summary>
public interface IComposition
{
    /// <summary>What the program is, in one sentence for its help.</summary>
    string Description { get; }

    /// <summary>The options that say what is opened; every verb has them.</summary>
    IReadOnlyList<Option> Options { get; }

    /// <summary>Opens what the options name, and sets everything going.</summary>
    Task<ISite> Open(ParseResult asked, CancellationToken ct = default);

    /// <summary>The same for a demonstration: where no option names a place, in one that is gone afterwards.</summary>
    Task<ISite> OpenDemo(ParseResult asked, CancellationToken ct = default);

    /// <summary>The archive that the options name, without anything else.</summary>
    IArchiveStore OpenArchive(ParseResult asked);

    /// <summary>What an error that only this engine knows means for people, in one sentence; null for others.</summary>
    string? Explain(Exception error);
}
