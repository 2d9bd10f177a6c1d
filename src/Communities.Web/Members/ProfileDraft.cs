using System.Collections.Immutable;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>What a member says about themselves, as a form brings it.</summary>
/// <param name="Name">What the member is called there.</param>
/// <param name="Biography">About the member, in Markdown.</param>
/// <param name="Location">Where the member is.</param>
/// <param name="Pronouns">How others speak of the member.</param>
/// <param name="Links">Addresses of the web, one a line.</param>
public sealed record ProfileDraft(string Name, string Biography, string? Location, string? Pronouns, string Links)
{
    internal MemberCommand.Describe Command => new(
        Name, Biography, Location is { Length: > 0 } ? Location : null, Pronouns is { Length: > 0 } ? Pronouns : null,
        Lines is { Length: > 0 } lines ? lines : null);

    private ImmutableArray<string> Lines =>
        [.. Links.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Whole)];

    internal static ProfileDraft Of(MemberView member) => new(
        member.Name, member.Biography, member.Location, member.Pronouns, string.Join('\n', member.Links ?? []));

    internal static ProfileDraft Of(IFormCollection form) => new(
        form["name"].ToString().Trim(), form["biography"].ToString(), form["location"].ToString().Trim(),
        form["pronouns"].ToString().Trim(), form["links"].ToString());

    // People write example.org and mean https://example.org.
    private static string Whole(string line) =>
        line.Contains("://", StringComparison.Ordinal) || line.Contains(':', StringComparison.Ordinal)
            ? line : $"https://{line}";
}
