#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Letters that members and subscribers are owed, and what they choose of them.
public partial class Texts
{
    public virtual string SubscribeSubject(string community) => $"The newsletter of {community}: please confirm";
    public virtual string SubscribeText(string community) =>
        $"Somebody, most likely you, would like the newsletter of {community} to come to this address.";
    public virtual string SubscribeAction => "Yes, send it to me";
    public virtual string SubscribeEnds(int days) =>
        $"The link works for {days} days. Without it, nothing is sent here again.";
    public virtual string NewsletterThreads => "Conversations";
    public virtual string NewsletterResults => "Results";
    public virtual string NewsletterOnWeb => "Read it on the web";
    public virtual string LetterVotes(int voters) => Plural(voters, "{0} vote", "{0} votes");
    public virtual string LetterSolved => "answered";
    public virtual string DigestSubject(string community, int count) =>
        $"{community}: {Plural(count, "{0} conversation", "{0} conversations")}";
    public virtual string DigestBest => "New, and followed most";
    public virtual string DigestWentOn => "Went on";
    public virtual string DigestWaiting => "Waiting for an answer";
    public virtual string DigestAction(string community) => $"Go to {community}";
    public virtual string DigestLast(int days) =>
        $"This is the last digest for now: you have not been here for {days} days, and nobody should be sent what they "
        + "do not read. One click on the link below starts them again.";

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
