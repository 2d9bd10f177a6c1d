using static Communities.MemberEvent;

namespace Communities.Views;

/// <summary>Which badge stands beside a member's posts: what they chose, or the heaviest.</summary>
internal static class Flair
{
    // What somebody gave by hand, or a community made, says more than any number.
    private const int OwnWeight = 9;

    private const int AmbassadorWeight = 10;

    public static void Earn(MemberState member, string badge)
    {
        if (!member.IsFlairChosen && WeightOf(badge) > WeightOf(member.Flair)) member.Flair = badge;
    }

    public static void Entrust(MemberState member, bool isAmbassador)
    {
        if (isAmbassador) Earn(member, Badges.Ambassador);
        else Lose(member, Badges.Ambassador);
    }

    // What comes next stands there with the next badge; until then nothing does.
    public static void Lose(MemberState member, string badge)
    {
        if (member.Flair == badge) (member.Flair, member.IsFlairChosen) = (null, false);
    }

    public static void Choose(MemberState member, Displayed e)
    {
        member.IsUnranked = e.IsUnranked;
        member.IsFlairChosen = e.Flair is not null;
        if (e.Flair is not null) member.Flair = e.Flair == Badges.None ? null : e.Flair;
    }

    private static int WeightOf(string? badge) => badge switch
    {
        null => 0,
        Badges.Ambassador => AmbassadorWeight,
        _ => Badges.Find(badge)?.Weight ?? OwnWeight,
    };
}
