using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>How badges look and are called: every community's, its own, and the ambassadors'.</summary>
internal static class BadgeSigns
{
    /// <summary>The icon of a badge; null where the community has no such badge any more.</summary>
    public static string? IconOf(string badge, Community community) =>
        badge == Badges.Ambassador ? "sun"
        : Badges.Find(badge) is { } known ? IconOf(known.Measure)
        : community.Badges.Find(own => own.Id == badge)?.Sign;

    /// <summary>What a badge is called; empty where the community has no such badge any more.</summary>
    public static string NameOf(string badge, Community community, Texts texts) =>
        badge == Badges.Ambassador ? texts.Ambassador
        : Badges.Find(badge) is not null ? texts.BadgeName(badge)
        : community.Badges.Find(own => own.Id == badge)?.Name ?? "";

    /// <summary>The badge beside somebody's posts, or nothing.</summary>
    public static MarkupString Beside(AuthorView author, Community community, Texts texts) =>
        author.Flair is { } flair && IconOf(flair, community) is { } icon
            ? new($"<span class=\"badge flair\">{Signs.Icon(icon)}"
                + $"<bdi>{Signs.Encode(NameOf(flair, community, texts))}</bdi></span>")
            : default;

    private static string IconOf(BadgeMeasure measure) => measure switch
    {
        BadgeMeasure.Threads => "insightful",
        BadgeMeasure.Posts => "edit",
        BadgeMeasure.Received => "thanks",
        BadgeMeasure.Given => "like",
        BadgeMeasure.Accepted => "check",
        BadgeMeasure.ActiveDays => "sun",
        BadgeMeasure.Years => "calendar",
        BadgeMeasure.Introduced => "person",
        BadgeMeasure.Greeted => "people",
        BadgeMeasure.Attended => "globe",
        _ => "trophy",
    };
}
