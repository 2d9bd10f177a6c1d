using System.Text.RegularExpressions;

namespace Communities.Web;

/// <summary>
/// Another site by which people come in: any that speaks OAuth 2.0 with a code (OpenID providers do), and tells who
/// somebody is at an address of its own.
/// </summary>
public sealed partial class ProviderOptions
{
    /// <summary>What this site calls it, for ever: small letters and digits. It stands in addresses.</summary>
    public string Name { get; set; } = "";

    /// <summary>What people call it; the name where nothing is said.</summary>
    public string? Title { get; set; }

    /// <summary>What the other site calls this one.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>By what the other site knows that it is this one. In the environment rather than elsewhere.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where people are sent.</summary>
    public string AuthorizationEndpoint { get; set; } = "";

    /// <summary>Where a code becomes a token.</summary>
    public string TokenEndpoint { get; set; } = "";

    /// <summary>Where the token tells who somebody is.</summary>
    public string UserInformationEndpoint { get; set; } = "";

    /// <summary>What is asked for, with spaces between.</summary>
    public string Scope { get; set; } = "openid profile";

    /// <summary>What that answer calls who somebody is for ever: <c>sub</c>, or <c>id</c> at GitHub.</summary>
    public string SubjectField { get; set; } = "sub";

    /// <summary>What that answer calls the person's name there.</summary>
    public string LabelField { get; set; } = "name";

    /// <summary>What people read.</summary>
    internal string Shown => Title ?? Name;

    /// <summary>What is missing, in one sentence; null where nothing is.</summary>
    public string? Fault() =>
        !PlainName().IsMatch(Name) ? "Communities:Providers: a Name has 1 to 20 small letters and digits."
        : ClientId.Length == 0 || ClientSecret.Length == 0 ? $"The provider {Name} needs a ClientId and a ClientSecret."
        : new[] { AuthorizationEndpoint, TokenEndpoint, UserInformationEndpoint }.Any(address => !IsSafe(address))
            ? $"The provider {Name} needs three endpoints, each an https address."
        : null;

    // A secret goes there; http only where it does not leave the machine.
    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    [GeneratedRegex(@"^[a-z0-9]{1,20}\z")]
    private static partial Regex PlainName();
}
