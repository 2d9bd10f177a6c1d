using System.Text;

namespace Communities.Exchange.Tests;

/// <summary>Whoever wrote a file may have written anything of journeys, cases and sanctions.</summary>
public sealed class BadRetellingTests
{
    private const string Ids = "post-01k0000000000001-1";

    private static readonly string[] _before =
    [
        Record("community", "here", null, "\"format\":\"communities/2\",\"data\":{\"name\":\"Here\"}"),
        Record("member", "m1", null, "\"title\":\"Ann\""),
    ];

    private static readonly string[] _thread =
    [
        .. _before,
        Record("thread", "01k0000000000001", null, "\"title\":\"Which?\""),
        Record("post", "01k0000000000001/1", null, "\"thread\":\"01k0000000000001\",\"text\":\"So?\""),
        Record("case.opened", "c1", Ids, "\"data\":{\"content\":{\"author\":\"m1\",\"text\":\"So?\"}}"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("member.journey-begun", "{}")]
    [InlineData("member.journey-begun", """{"steps":[null]}""")]
    [InlineData("member.journey-begun", """{"steps":[{"id":"A b","kind":"React","afterHours":1}]}""")]
    [InlineData("member.journey-begun", """{"steps":[{"id":"a","kind":"React","afterHours":8761}]}""")]
    [InlineData("member.journey-begun", """{"steps":[{"id":"a","kind":77,"afterHours":1}]}""")]
    [InlineData("member.step-sent", """{"id":"react","kind":"React"}""")]
    [InlineData("member.step-done", """{"id":"react","kind":"React"}""")]
    [InlineData("member.journey-ended", "{}")]
    [InlineData("member.welcome-dismissed", "{}")]
    public async Task What_a_member_cannot_have_come_to_is_told_with_its_line(string kind, string data)
    {
        await Refuses([.. _before, Line(kind, "m1", data)], kind, Refusals.Untold.Reason);
    }

    [Theory]
    [InlineData("case.opened", Ids, """{"content":{"author":"m1","text":"So?"}}""", "does not fit")]
    [InlineData("case.opened", "post-01k0000000000002-1", """{"content":{"author":"m1","text":""}}""", "come before")]
    [InlineData("case.opened", "post-01k0000000000001-0", """{"content":{"author":"m1","text":""}}""", "about nothing")]
    [InlineData("case.opened", "member-m1", """{"content":{"author":"?","text":""}}""", "does not fit")]
    [InlineData("case.opened", "member-m1", "{}", "not complete")]
    [InlineData("case.noted", Ids, """{"text":"LONG"}""", "2000 characters")]
    [InlineData("case.noted", "member-m1", """{"text":"So"}""", "does not fit")]
    [InlineData("case.undone", Ids, """{"number":1,"place":"member-m1"}""", "does not fit")]
    [InlineData("case.answered", Ids, """{"number":1,"text":"So"}""", "does not fit")]
    [InlineData("case.decided", Ids, """{"number":2,"place":"member-m1"}""", "does not fit")]
    [InlineData("case.decided", Ids, """{"number":1,"by":"m1","author":"m1","place":"member-m1"}""", "measures")]
    [InlineData("case.decided", Ids,
        """{"number":1,"by":"m1","author":"m1","place":"member-m1","measures":[{"kind":"Silence","hours":-1}]}""",
        "A measure lasts")]
    [InlineData("case.reported", Ids,
        """{"by":"m1","reason":"spam","rule":"R","weight":101,"author":"m1","place":"member-m1","thresholds":{}}""",
        "does not fit")]
    [InlineData("case.reported", Ids,
        """{"by":"m1","reason":"spam","rule":"LONG","author":"m1","place":"member-m1","thresholds":{}}""",
        "500 characters")]
    [InlineData("member.sanctioned", "m1",
        """{"decision":"member-m1.1","kind":"Ban","reason":"R"}""", "decision did not come")]
    [InlineData("member.struck", "m1",
        """{"decision":"member-m1.1","until":"2020-02-02T00:00:00Z"}""", "decision did not come")]
    [InlineData("member.lifted", "m1", """{"decision":"member-m1.1"}""", "does not fit")]
    [InlineData("member.sanction-ended", "m1", """{"decision":"member-m1.1","kind":"Ban"}""", "does not fit")]
    [InlineData("member.judged", "m1", """{"subject":"member-m1","isAgreed":true}""", "does not fit")]
    [InlineData("member.reported", "m1", """{"subject":"member-m1","reason":"spam","rule":"R"}""", "not")]
    public async Task What_no_case_could_have_said_is_told_with_its_line(
        string kind, string parent, string data, string reason)
    {
        var text = data.Replace("LONG", new string('x', 2_001), StringComparison.Ordinal);
        await Refuses([.. _thread, Line(kind, parent, text)], kind, reason);
    }

    [Fact]
    public async Task Another_forum_has_no_cases_to_tell_of()
    {
        var record = Line("case.noted", Ids, """{"text":"So"}""");
        await Refuses([.. _before[1..], record], "case.noted", "Only a file of this program");
    }

    private static string Line(string kind, string parent, string data) =>
        Record(kind, "x", parent, $"\"data\":{data}");

    private static string Record(string kind, string id, string? parent, string rest) =>
        $$"""{"kind":"{{kind}}","id":"{{id}}","time":"2020-01-02T00:00:00Z",{{About(parent)}}{{rest}}}""";

    private static string About(string? parent) => parent is null ? "" : $"\"parent\":\"{parent}\",";

    private static async Task Refuses(string[] lines, string kind, string reason)
    {
        await using var place = await Place.Open();
        var tally = await new Import(place.Engine, place.Feeds, new ImportOptions { Fallback = "here" })
            .Run(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.Trim())))), Ct);
        var told = Assert.Single(tally.Reasons);
        Assert.Equal((kind, lines.Length), (told.Kind, told.Line));
        Assert.Contains(reason, told.Reason, StringComparison.Ordinal);
    }
}
