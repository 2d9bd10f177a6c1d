#pragma warning disable CS1591 // A text says itself what it is.
using System.Globalization;

namespace Communities.Web;

/// <summary>
/// Every word of every page, in English; <see cref="French"/> says each of them in French. A test compares the two.
/// </summary>
/// <remarks>The same object serves all requests. Numbers, dates and plurals follow the language.</remarks>
public partial class Texts
{
    private static readonly Texts English = new();
    private static readonly Texts InFrench = new French();

    private protected Texts()
    {
    }

    /// <summary>The words in this language: English where there are none in it.</summary>
    public static Texts Of(string language) => language == InFrench.Code ? InFrench : English;

    /// <summary>How numbers and dates are written.</summary>
    protected virtual CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public virtual string Code => "en";

    public virtual string OwnName => "English";

    public virtual string OtherCode => "fr";

    public virtual string OtherLanguage => "Français";

    public virtual string LanguageName(string language) => language == "fr" ? "French" : "English";

    /// <summary>The same within a sentence.</summary>
    public virtual string LanguageWithin(string language) => LanguageName(language);

    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>A time to the minute by its own clock, as it stands behind a time in words.</summary>
    public virtual string Exact(DateTimeOffset at) =>
        $"{at.ToString("d MMMM yyyy, HH:mm", Culture)} {Zones.Offset(at.Offset)}";

    /// <summary>A day.</summary>
    public string Date(DateTimeOffset at) => at.ToString("d MMM yyyy", Culture);

    /// <summary>A month, as one looks for it in a long thread.</summary>
    public string Month(DateTimeOffset at) => at.ToString("MMMM yyyy", Culture);

    /// <summary>A time as people say it: minutes, hours and days near now, a date beyond a week.</summary>
    public string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var past = now - at;
        var distance = past.Duration();
        return distance.TotalSeconds < 60 ? JustNow
            : distance.TotalMinutes < 60 ? Minutes((int)distance.TotalMinutes, past > TimeSpan.Zero)
            : distance.TotalHours < 24 ? Hours((int)distance.TotalHours, past > TimeSpan.Zero)
            : distance.TotalDays < 7 ? Days((int)distance.TotalDays, past > TimeSpan.Zero)
            : Date(at);
    }

    public virtual string JustNow => "just now";

    protected virtual string Minutes(int count, bool isPast) =>
        When(Plural(count, "{0} minute", "{0} minutes"), isPast);

    protected virtual string Hours(int count, bool isPast) => When(Plural(count, "{0} hour", "{0} hours"), isPast);

    protected virtual string Days(int count, bool isPast) => When(Plural(count, "{0} day", "{0} days"), isPast);

    public string Replies(long count) => count == 0 ? NoReplies : Plural(count, ReplyPattern, RepliesPattern);

    public string Posts(long count) => Plural(count, PostPattern, PostsPattern);

    public string Threads(long count) => Plural(count, ThreadPattern, ThreadsPattern);

    public string Views(long count) => Plural(count, ViewPattern, ViewsPattern);

    public string MembersCount(long count) => Plural(count, MemberPattern, MembersPattern);

    public string Where(int post, int of) => string.Format(Culture, WherePattern, Number(post), Number(of));

    public virtual string NoReplies => "no reply yet";

    protected virtual string ReplyPattern => "{0} reply";

    protected virtual string RepliesPattern => "{0} replies";

    protected virtual string PostPattern => "{0} post";

    protected virtual string PostsPattern => "{0} posts";

    protected virtual string ThreadPattern => "{0} thread";

    protected virtual string ThreadsPattern => "{0} threads";

    protected virtual string ViewPattern => "{0} view";

    protected virtual string ViewsPattern => "{0} views";

    protected virtual string MemberPattern => "{0} member";

    protected virtual string MembersPattern => "{0} members";

    /// <summary>Whether a count takes the singular: only 1 in English, 0 and 1 in French.</summary>
    protected virtual bool IsSingular(long count) => count == 1;

    private protected string Plural(long count, string one, string many) =>
        string.Format(Culture, IsSingular(count) ? one : many, Number(count));

    private static string When(string distance, bool isPast) => isPast ? $"{distance} ago" : $"in {distance}";
}
