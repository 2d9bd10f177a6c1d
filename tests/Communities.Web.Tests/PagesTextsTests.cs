using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web.Tests;

/// <summary>Every text is there in both languages, says the same, and is written as its language is.</summary>
public sealed partial class PagesTextsTests
{
    private static readonly Texts _english = Texts.Of("en");
    private static readonly Texts _french = Texts.Of("fr");

    // Words that both languages share.
    private static readonly HashSet<string> _shared =
    [
        "Code", "CodeText", "Sessions", "Participants", "OtherCode", "Culture", "Message", "Tag", "Inbox",
        "Studio", "StudioQuestions",
        "BadgesLabel", "BadgeLabel", "PointsOne", "PointsPattern", "Jury", "EntryVotesOne", "EntryVotesPattern",
    ];

    public static TheoryData<string> Plain() => [.. Members().OfType<PropertyInfo>()
        .Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)];

    [Fact]
    public void French_says_every_text_itself()
    {
        var missing = Members()
            .Select(member => member as MethodInfo ?? ((PropertyInfo)member).GetMethod!)
            .Where(method => _french.GetType().GetMethod(
                method.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
                [.. method.GetParameters().Select(
                    parameter => parameter.ParameterType)])!.DeclaringType == typeof(Texts))
            .Select(method => method.Name);
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_text_is_there_in_both_languages_with_the_same_gaps(string name)
    {
        var (english, french) = (Said(_english, name), Said(_french, name));
        Assert.NotEmpty(english);
        Assert.NotEmpty(french);
        Assert.Equal(Gaps(english), Gaps(french));
        if (!_shared.Contains(name)) Assert.NotEqual(english, french);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_text_is_written_as_its_language_is(string name)
    {
        var (english, french) = (Said(_english, name), Said(_french, name));
        Assert.DoesNotContain("!", english, StringComparison.Ordinal);
        Assert.DoesNotContain("'", english, StringComparison.Ordinal);
        WrittenAsFrench(french);
    }

    [Fact]
    public void A_text_with_something_in_it_says_it_in_both_languages()
    {
        foreach (var method in Members().OfType<MethodInfo>().Where(method => !method.IsSpecialName && method.IsPublic))
        {
            foreach (var texts in new[] { _english, _french })
            {
                object?[] given = [.. method.GetParameters().Select(parameter => Sample(parameter.ParameterType))];
                var said = (string)method.Invoke(texts, given)!;
                Assert.NotEmpty(said);
                if (texts == _french && method.Name != nameof(Texts.Refused)) WrittenAsFrench(said);
                if (given is ["Zoé"])
                    Assert.Contains(method.Name is "LanguageName" or "LanguageWithin" or "Reaction" or "Period"
                        or "MembersShown" or "ReasonName" or "WhyTold" or "NudgeName" or "NudgeWhen" or "NudgeText"
                        or "PolicyName" or "SignName" ? "" : "Zoé", said);
            }
        }
    }

    [Theory]
    [InlineData(0, "no reply yet", "pas encore de réponse")]
    [InlineData(1, "1 reply", "1\u00A0réponse")]
    [InlineData(2, "2 replies", "2\u00A0réponses")]
    [InlineData(1204, "1,204 replies", "1\u202F204\u00A0réponses")]
    public void Counts_follow_the_language(int count, string english, string french)
    {
        Assert.Equal(english, _english.Replies(count));
        Assert.Equal(french, _french.Replies(count));
    }

    [Theory]
    [InlineData(30, "just now", "à l’instant")]
    [InlineData(60, "1 minute ago", "il y a 1\u00A0minute")]
    [InlineData(7200, "2 hours ago", "il y a 2\u00A0heures")]
    [InlineData(-7200, "in 2 hours", "dans 2\u00A0heures")]
    [InlineData(3 * 86_400, "3 days ago", "il y a 3\u00A0jours")]
    [InlineData(40 * 86_400, "20 Jan 2026", "20 janv. 2026")]
    public void Times_are_told_as_people_tell_them(int secondsAgo, string english, string french)
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(english, _english.Ago(now.AddSeconds(-secondsAgo), now));
        Assert.Equal(french, _french.Ago(now.AddSeconds(-secondsAgo), now));
    }

    [Theory]
    [InlineData(1, "mardi 1er décembre", "mar. 1er déc.", "Tuesday 1 December")]
    [InlineData(11, "vendredi 11 décembre", "ven. 11 déc.", "Friday 11 December")]
    public void The_first_of_a_month_is_an_ordinal_in_French(int day, string whole, string brief, string english)
    {
        var date = new DateOnly(2026, 12, day);
        Assert.Equal(
            [whole, brief, english],
            [_french.WholeDay(date), _french.BriefDay(date.ToDateTime(default)), _english.WholeDay(date)]);
    }

    [Fact]
    public void Every_refusal_of_the_program_is_said_in_French()
    {
        // What only programs meet stays in English.
        string[] technical =
            ["idempotency-key.long", "json.malformed", "body.unknown", "request.aborted", "position.malformed"];
        var unsaid = Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("Endpoints.cs", StringComparison.Ordinal))
            .Where(path => Regex.IsMatch(path, @"[\\/]Communities(\.Web|\.Actors)?[\\/]"))
            .SelectMany(path => RefusalCode().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .Distinct().Except(technical)
            .Where(code => _french.Refused(new Refusal(code, "In English.")) == "In English.").ToList();
        Assert.True(unsaid.Count == 0, string.Join(' ', unsaid));
    }

    [Fact]
    public void A_limit_stands_in_the_French_sentence_too()
    {
        Assert.Equal(
            "Le titre dépasse la limite de 255\u00A0caractères.",
            _french.Refused(Text.Fault("title", new string('x', 300), Text.TitleMax)!));
        Assert.Contains("40", _french.Refused(new Refusal("thread.slow", "You can post again in 40 seconds.")));
    }

    private static IEnumerable<MemberInfo> Members() => typeof(Texts)
        .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(member => member switch
        {
            PropertyInfo property => property.GetMethod is { IsVirtual: true },
            MethodInfo method => method is { IsVirtual: true, IsSpecialName: false },
            _ => false,
        });

    private static string Said(Texts texts, string name) => (string)texts.GetType()
        .GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(texts)!;

    private static string Gaps(string text) =>
        string.Join(' ', Gap().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static object? Sample(Type type) =>
        type == typeof(string) ? "Zoé"
        : type == typeof(IReadOnlyList<string>) ? new[] { "Zoé", "Ana", "Bo", "Cy" }
        : type == typeof(int) || type == typeof(long) ? Convert.ChangeType(404, type)
        : type == typeof(bool) ? true
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type == typeof(DateTime) ? DateTime.UnixEpoch
        : type == typeof(DateOnly) ? DateOnly.FromDateTime(DateTime.UnixEpoch)
        : type == typeof(Refusal) ? new Refusal("thread.closed", "Closed.")
        : type == typeof(PostView) ? new PostView(
            3, null, null, new AuthorView("zoe", "Zoé", Role.Member), DateTimeOffset.UnixEpoch, 1,
            DateTimeOffset.UnixEpoch,
            Removal.ByModerator, "Publicité", new Dictionary<string, int>(), [])
        : type == typeof(NoticeView) ? Told(Reasons.Reply)
        : type == typeof(Measure) ? new Measure(MeasureKind.Silence, Hours: 24)
        : type == typeof(AutomodRule) ? new AutomodRule(
            "zoe", "Zoé", AutomodTest.Rate, [], 404, 10, AutomodScope.Everybody, new(AutomodActionKind.Hold), true)
        : type == typeof(AutomodScope) ? new AutomodScope(2, 404, 24, 24)
        : Enum.ToObject(type, 1);

    private static NoticeView Told(string reason, int count = 2, string? subject = null) => new(
        "devs", "Les dev", 1, reason, "01k0000000000000", "Titre", "", 1, 2,
        new AuthorView("zoe", "Zoé", Role.Member), subject, count, DateTimeOffset.UnixEpoch, IsSeen: false);

    [Fact]
    public void Every_reason_to_be_told_is_said_in_both_languages()
    {
        foreach (var reason in Reasons.All)
            foreach (var notice in new[] { Told(reason), Told(reason, 1), Told(reason, 1, "trust-2") })
            {
                var (english, french) = (_english.Told(notice), _french.Told(notice));
                Assert.NotEmpty(english);
                Assert.NotEqual(english, french);
                WrittenAsFrench(french);
                WrittenAsFrench(_french.WhyTold(reason));
            }
    }

    // An ordinary space before a sign that French sets apart could end a line alone; straight apostrophes are
    // typewriting.
    private static void WrittenAsFrench(string french)
    {
        Assert.DoesNotMatch(@" [:;!?»]|« |\.\.\.|'|[^\s\u00A0\u202F`{:]:(?!//)(?=\s)|!", french);
    }

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src"));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:Refusal|new|Bad)\(\s*""([a-z-]+\.[a-z-]+)"",")]
    private static partial Regex RefusalCode();
}
