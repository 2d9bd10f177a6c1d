using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>A case with all that one looks at to decide on it; or what a case could be opened about.</summary>
/// <param name="Place">What the community is for who looks.</param>
/// <param name="Community">The community.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="View">The case; null while nobody has reported or opened anything.</param>
/// <param name="Now">What it is about, as it is now; null where the moderator does not see it any more.</param>
/// <param name="Around">The thread of the post or of the opening post, on the page of the post.</param>
/// <param name="Author">Who wrote it, or is it; null where the account is gone.</param>
/// <param name="State">That member's state.</param>
/// <param name="Record">What was decided about that member.</param>
/// <param name="IsAlone">Nobody else keeps order there.</param>
public sealed record FoundCase(
    Place Place,
    CommunityView Community,
    Subject Subject,
    CaseView? View,
    ReportedContent? Now,
    ThreadView? Around,
    MemberView? Author,
    Member State,
    IReadOnlyList<DecisionView> Record,
    bool IsAlone)
{
    /// <summary>The case's id.</summary>
    public string Id => Subject.ToString();

    /// <summary>Its actor's key.</summary>
    public string Key => Keys.OfCase(Place.Slug, Subject);

    /// <summary>How the community moderates.</summary>
    public ModerationSettings Settings => Place.Community.Moderation;

    /// <summary>As it was reported, or else as it is.</summary>
    public ReportedContent Content => View?.Content ?? Now ?? new(Author?.Account ?? "", null, "");

    /// <summary>Where it stands now.</summary>
    public Subject Stands => View?.Case.Place ?? Subject;

    /// <summary>The title of its thread, or the name of the member.</summary>
    public string Title => View?.Case.Title is { Length: > 0 } title ? title : Now?.Title ?? Author?.Name ?? "";

    /// <summary>What its author is called.</summary>
    public string AuthorName => Author?.Name ?? View?.Case.Author.Name ?? "";

    /// <summary>The post itself, where it is one.</summary>
    public PostView? Post => Around?.Posts.FirstOrDefault(post => post.Number == Number);

    /// <summary>It has changed since it was reported.</summary>
    public bool IsChanged => View?.Content is { } then && Now is { } now && then.Text != now.Text;

    /// <summary>The post's number, or that of the opening post of a thread.</summary>
    private int Number => Stands.Kind == SubjectKind.Thread ? 1 : Stands.Number;

    /// <summary>The posts that stand before it, and those behind it, as far as they are on its page.</summary>
    public (ImmutableArray<PostView> Before, ImmutableArray<PostView> After) Neighbours(int most) => Around is null
        ? ([], [])
        : ([.. Around.Posts.Where(post => post.Number < Number && post.Text is not null).TakeLast(most)],
            [.. Around.Posts.Where(post => post.Number > Number && post.Text is not null).Take(most)]);

    /// <summary>The case of this id, or null where who asks may not decide on it, or there is nothing.</summary>
    public static async ValueTask<FoundCase?> Of(
        Caller caller, IViews views, IActors actors, string community, string id, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen || Subject.Parse(id) is not { } subject || subject.ToString() != id
            || await views.Community(community, place.Viewer, ct) is not { } around) return null;
        var view = await views.Case(community, id, place.Viewer, ct);
        var now = await Reportable.Find(views, place, view?.Case.Place ?? subject, ct);
        if (view is null && (now is null || subject.Kind == SubjectKind.Message || !MayOpen(place, subject, now)))
            return null;
        var stands = view?.Case.Place ?? subject;
        var account = view?.Case.Author.Account ?? now?.Author ?? "";
        return new(
            place, around, subject, view, now,
            stands.Kind is SubjectKind.Post or SubjectKind.Thread
                ? await views.Thread(
                    community, stands.Id, ThreadPages.PageOf(Math.Max(1, stands.Number)), place.Viewer, ct)
                : null,
            account.Length > 0 ? await views.Member(community, account, place.Viewer, ct) : null,
            account.Length > 0 ? await actors.See<Member>(Keys.OfMember(community, account), ct) : Member.Initial,
            account.Length > 0 ? await views.DecisionsOn(community, account, place.Viewer, ct) : [],
            await IsAloneIn(views, place, ct));
    }

    // Members stand in no category, and a case may be there already that somebody else keeps.
    private static bool MayOpen(Place place, Subject subject, ReportedContent now) =>
        place.Standing.Moderates(subject.Kind == SubjectKind.Member ? null : now.Category);

    private static async ValueTask<bool> IsAloneIn(IViews views, Place place, CancellationToken ct) =>
        (await views.Members(new MembersQuery(place.Slug, IsStaff: true), place.Viewer, ct)).Items
            .All(member => member.Account == place.Viewer.Account);
}
