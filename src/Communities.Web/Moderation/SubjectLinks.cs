namespace Communities.Web;

/// <summary>Where the subject of a report or decision stands.</summary>
internal static class SubjectLinks
{
    /// <summary>Its page; a post that was moved is found from there.</summary>
    public static string Of(string community, Subject subject) => subject.Kind switch
    {
        SubjectKind.Post => $"/c/{community}/threads/{subject.Id}?post={subject.Number}",
        SubjectKind.Thread => $"/c/{community}/threads/{subject.Id}",
        SubjectKind.Member => $"/c/{community}/members/{subject.Id}",
        _ => $"/messages/{community}/{subject.Id}#m{subject.Number}",
    };

    /// <summary>The page on which it stands, without a step that would forget what the page is to say.</summary>
    public static string Directly(string community, Subject subject) => subject.Kind != SubjectKind.Post
        ? Of(community, subject)
        : $"/c/{community}/threads/{subject.Id}?page={ThreadPages.PageOf(subject.Number)}#p{subject.Number}";

    /// <summary>Where it is reported.</summary>
    public static string ToReport(string community, Subject subject) => $"/c/{community}/report/{subject}";
}
