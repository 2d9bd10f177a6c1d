using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>
/// The permission table: every endpoint, asked by every role, in a public, an unlisted and a private community.
/// </summary>
[TestCaseOrderer(typeof(PermissionOrder))]
public sealed class PermissionTests(PermissionCast cast) : IClassFixture<PermissionCast>
{
    public static TheoryData<int> Lines { get; } = [.. Enumerable.Range(0, PermissionLine.All.Count)];

    [Fact]
    public void Every_endpoint_is_in_the_table_and_the_table_names_no_other()
    {
        var mapped = Endpoints().Distinct().Order(StringComparer.Ordinal).ToList();
        var listed = PermissionLine.All.Select(line => line.Endpoint).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(mapped.Count > 100, $"Only {mapped.Count} endpoints were found.");
        var missing = mapped.Except(listed).ToList();
        var gone = listed.Except(mapped).ToList();
        Assert.True(
            missing.Count + gone.Count == 0,
            $"Without a line in tests/Communities.Web.Tests/Permissions:\n{string.Join('\n', missing)}\n"
                + $"In the table, but not in the program:\n{string.Join('\n', gone)}");
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task Each_role_is_answered_as_the_table_says(int index)
    {
        var line = PermissionLine.All[index];
        var answers = await AskAll(line, PermissionCast.Open);
        Expect(line, "", answers, line.Statuses);
        foreach (var (_, answer) in answers.Take(PermissionLine.Outsiders))
        {
            Assert.DoesNotContain(PermissionCast.Secret, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(PermissionCast.Quiet, answer.Text, StringComparison.Ordinal);
        }

        if (!line.IsOfCommunity) return;
        foreach (var other in PermissionLine.Others)
        {
            await ExpectOther(line, other, PermissionCast.Open, line.StatusOf(other, line.Statuses));
            if (other == "keeper")
                await ExpectOther(
                    line, other, PermissionCast.Closed, line.StatusOf(other, line.InPrivate ?? line.Statuses));
        }

        Expect(line, "unlisted", await AskAll(line, PermissionCast.Unlisted), line.Unlisted ?? line.Statuses);
        await ExpectNothingForOutsiders(line);
    }

    // Members find all as elsewhere; for everybody else it is as if there were no such community.
    private async Task ExpectNothingForOutsiders(PermissionLine line)
    {
        var answers = await AskAll(line, PermissionCast.Closed);
        var inside = (line.InPrivate ?? line.Statuses).Skip(PermissionLine.Outsiders);
        var outside = answers.Take(PermissionLine.Outsiders).ToList();
        if (line.Suspended is null)
            outside.Add(("suspended", await cast.Ask(line, "suspended", PermissionCast.Closed)));
        Expect(
            line, "private", answers,
            line.InPrivate ?? [.. answers.Take(PermissionLine.Outsiders).Select(of => of.Answer.Status), .. inside]);
        foreach (var (role, answer) in outside)
        {
            Assert.DoesNotContain(PermissionCast.Secret, answer.Text, StringComparison.Ordinal);
            Assert.True(
                answer.IsNo, $"{line.Place} {line}: a private community answers a {role} with {answer.Status}.");
            var none = await cast.Ask(line, role, PermissionCast.Nowhere);
            Assert.True(
                (none.Status, Anonymous(none.Why)) == (answer.Status, Anonymous(answer.Why)),
                $"{line.Place} {line}: a {role} can tell a private community ({answer.Status} {answer.Why}) "
                    + $"from none ({none.Status} {none.Why}).");
        }
    }

    private async Task ExpectOther(PermissionLine line, string role, string place, int expected)
    {
        var answer = await cast.Ask(line, role, place);
        Assert.True(
            answer.Status == expected,
            $"{line.Place} {line}: a {role} is answered {answer.Status} in the {place} community, not {expected}.");
    }

    private static string? Anonymous(string? why) => why
        ?.Replace(PermissionCast.Closed, "", StringComparison.Ordinal)
        .Replace(PermissionCast.Nowhere, "", StringComparison.Ordinal);

    private async Task<List<(string Role, PermissionAnswer Answer)>> AskAll(PermissionLine line, string place)
    {
        var answers = new List<(string, PermissionAnswer)>();
        foreach (var role in PermissionLine.Roles) answers.Add((role, await cast.Ask(line, role, place)));
        return answers;
    }

    private static void Expect(
        PermissionLine line, string place, List<(string Role, PermissionAnswer Answer)> answers,
        IReadOnlyList<int> expected)
    {
        var actual = answers.Select(answer => answer.Answer.Status).ToList();
        Assert.True(actual.SequenceEqual(expected), $"""
            {line.Place} {line}{(place.Length > 0 ? $" in the {place} community" : "")}
            for        {string.Join(' ', PermissionLine.Roles)}
            says       {string.Join(' ', expected)}
            and it is  {string.Join(' ', actual)}
            """);
    }

    private IEnumerable<string> Endpoints() =>
        from endpoint in cast.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select $"{method} {PermissionLine.KeyOf(endpoint.RoutePattern.RawText!)}";
}
