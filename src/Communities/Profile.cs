using Communities.Actors;

namespace Communities;

/// <summary>What members say about themselves beside name and biography.</summary>
public static class Profile
{
    /// <summary>The most addresses on a profile.</summary>
    public const int LinksMax = 5;

    internal static Refusal? Fault(MemberCommand.Describe said, Standing standing) =>
        Text.LineFault("location", said.Location, Text.NameMax, mayBeEmpty: true)
        ?? Text.LineFault("pronouns", said.Pronouns, Text.NameMax, mayBeEmpty: true)
        ?? (said.Links is not { IsDefaultOrEmpty: false } links ? null
            : standing.IsNew ? Refusals.TrustNeeded
            : links.Length > LinksMax ? new("addresses.many", $"A profile holds {LinksMax} addresses at most.")
            : links.All(IsAddress) ? null
            : new("addresses.malformed", "An address of the web begins with https:// or http://."));

    internal static MemberEvent.Described Of(MemberCommand.Describe said) => new(
        said.Name, said.Biography ?? "", said.Location, said.Pronouns,
        said.Links is { IsDefaultOrEmpty: false } ? said.Links : null);

    private static bool IsAddress(string? link) =>
        Text.LineFault("link", link, Text.LineMax) is null
        && Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
