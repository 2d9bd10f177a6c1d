#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Letters that members and subscribers are owed, and what they choose of them.
public partial class Texts
{
    public virtual string LetterChoices => "Choose what you receive, or end it";

    /// <summary>Why somebody is sent this.</summary>
    public virtual string LetterWhy(LetterKind kind, string community) => kind switch
    {
        LetterKind.Newsletter => $"You receive the newsletter of {community} since you asked for it.",
        LetterKind.Digest => $"You receive this digest of {community} since you asked for it.",
        LetterKind.Step => $"You receive this since you have joined {community}.",
        LetterKind.Reminder => $"You receive this reminder since you said in {community} that you would come.",
        LetterKind.Confirmation =>
            $"Somebody named this address for the newsletter of {community}. If it was not you, there is nothing to "
            + "do.",
        LetterKind.Trial => $"This is a trial: only you receive it, since you make the newsletter of {community}.",
        _ => $"You receive this since it is about your account in {community}.",
    };
}
