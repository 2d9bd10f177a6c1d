using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>What a slot cannot know of its community: its categories, its members, its managers.</summary>
internal static class Checked
{
    private static readonly Refusal NoSuchWriter =
        new("writer.missing", "A slot is published in the name of a member.");

    private static readonly Refusal NoSuchGuest =
        new("guest.unknown", "Guests are members of the community, each once.");

    private static readonly Refusal NoSuchJudge = new("jury.unknown", "A jury is of members of the community.");

    /// <summary>What a draft says, its tags as they are meant; or why that cannot be.</summary>
    public static ValueTask<(SlotContent? Content, Refusal? No)> Content(
        SlotDraft draft, Place place, IActors actors, CancellationToken ct)
    {
        var tags = new ThreadDraft("", "", null, draft.Tags).TagList;
        return Content(draft.Content(tags, place.Community.Language), place, actors, ct);
    }

    /// <inheritdoc cref="Content(SlotDraft, Place, IActors, CancellationToken)"/>
    public static async ValueTask<(SlotContent? Content, Refusal? No)> Content(
        SlotContent content, Place place, IActors actors, CancellationToken ct)
    {
        var (tags, no) = Labels.Of(place, content.Category, content.Tags);
        if (no is not null) return (null, no);
        if (!await IsMember(place.Slug, content.Author, actors, ct)) return (null, NoSuchWriter);
        foreach (var guest in content.Interview?.Guests ?? [])
            if (!await IsMember(place.Slug, guest, actors, ct)) return (null, NoSuchGuest);
        return (content with { Tags = tags }, null);
    }

    /// <summary>The same for guests alone.</summary>
    public static async ValueTask<Refusal?> Guests(
        string community, IEnumerable<string> guests, IActors actors, CancellationToken ct)
    {
        foreach (var guest in guests)
            if (!await IsMember(community, guest, actors, ct)) return NoSuchGuest;
        return null;
    }

    /// <summary>Why these cannot be a jury, or null.</summary>
    public static async ValueTask<Refusal?> Jury(
        string community, IEnumerable<string> jury, IActors actors, CancellationToken ct)
    {
        foreach (var judge in jury.Take(Contest.JuryMax))
            if (!await IsMember(community, judge, actors, ct)) return NoSuchJudge;
        return null;
    }

    /// <summary>True where nobody but who asks could review anything.</summary>
    public static async ValueTask<bool> IsAlone(Caller caller, Place place, IViews views, CancellationToken ct)
    {
        if (!place.Standing.Is(Role.Manager)) return false;
        var staff = await views.Members(new MembersQuery(place.Slug) { IsStaff = true }, place.Viewer, ct);
        return !staff.Items.Any(member => member.Role >= Role.Manager && member.Account != caller.Account);
    }

    private static async ValueTask<bool> IsMember(
        string community, string account, IActors actors, CancellationToken ct) =>
        Keys.IsAccount(account)
        && (await actors.See<Member>(Keys.OfMember(community, account), ct)).Role != Role.None;
}
