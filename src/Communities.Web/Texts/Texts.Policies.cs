#pragma warning disable CS1591 // A text says itself what it is.
using Communities.Views;

namespace Communities.Web;

// Netiquette and terms of service: read, compared, agreed to, written.
public partial class Texts
{
    public virtual string Policies => "Policies";
    public virtual string RulesInFull => "Versions and differences";
    public virtual string WritePolicy => "Write the next version";
    public virtual string ReadPolicy => "Read it as everybody does";
    public virtual string Versions => "All versions";
    public virtual string WhatChanges => "What changes";
    public virtual string FormerVersion => "This version holds no longer.";
    public virtual string AsksConsent => "asks for consent";
    public virtual string PolicyEnded => "taken back";
    public virtual string ConsentTitle => "Please read and agree";
    public virtual string ConsentHint =>
        "Until you have agreed you can read everything, and write nothing. That you did, and when, is kept.";
    public virtual string ConsentMissing => "Until you have agreed to it, you can read here, but not write.";
    public virtual string ReadAndAgree => "Read and agree";
    public virtual string Agree => "I have read it and agree";
    public virtual string AgreedNow => "Thank you. That is noted.";
    public virtual string NotNow => "Not now";
    public virtual string NewInIt => "What is new:";
    public virtual string NothingOwed => "Nothing is asked of you";
    public virtual string NothingOwedHint => "You have agreed to all that holds here.";
    public virtual string GoOn => "Go on";
    public virtual string NextVersion => "The next version";
    public virtual string PolicyText => "Text";
    public virtual string WhatIsNew => "What is new, in a few sentences";
    public virtual string WhatIsNewHint => "Members read this first, and then the text.";
    public virtual string InForce => "In force";
    public virtual string AtOnce => "at once";
    public virtual string FromATime => "from a time on; until then members are told that it comes";
    public virtual string EffectiveAt => "From (UTC)";
    public virtual string AskConsent => "Ask members to agree to it";
    public virtual string AskConsentSiteHint =>
        "All who take part anywhere here then read and do not write until they have agreed.";
    public virtual string PublishVersion => "Publish";
    public virtual string PublishedNow => "The version is published.";
    public virtual string WithdrawVersion => "Take it back";
    public virtual string VersionWithdrawn => "The version is taken back, and will not come into force.";
    public virtual string OneAtATime => "Another version can be published once this one holds, or is taken back.";
    public virtual string DropDraft => "Throw the draft away";
    public virtual string DraftOf => "Draft, last kept by";
    public virtual string SitePolicies => "Policies of the site";

    public virtual string PolicyName(string policy) => policy switch
    {
        Policy.Terms => "Terms of service",
        Policy.Netiquette => "Netiquette",
        _ => policy,
    };

    public virtual string PolicyOf(string policy, string place) => $"{PolicyName(policy)} of {place}";

    public virtual string PolicyHint(string policy) => policy switch
    {
        Policy.Terms => "What one agrees to by taking part: who answers for what, and which law holds.",
        Policy.Netiquette =>
            "How people here treat each other. Few and short rules are read; they stand beside every list.",
        _ => policy,
    };

    public virtual string NoPolicy(string policy) => policy switch
    {
        Policy.Terms => "No terms of service yet",
        Policy.Netiquette => "No rules but courtesy",
        _ => policy,
    };

    public virtual string NoPolicyHint(string policy) => policy switch
    {
        Policy.Terms => "What one agrees to by taking part will stand here, version by version.",
        Policy.Netiquette => "How people here treat each other will stand here, version by version.",
        _ => policy,
    };

    public virtual string VersionNumber(int number) => number == 0 ? "First version" : $"Version {number}";

    public virtual string StateOf(VersionState state) => state switch
    {
        VersionState.Coming => "coming",
        VersionState.Current => "in force",
        _ => "former",
    };

    public virtual string InForceFrom(DateTimeOffset at) => $"from {Exact(at)}";

    public virtual string VersionIs(int number, VersionState state, DateTimeOffset at) => state switch
    {
        VersionState.Coming => $"{VersionNumber(number)}, in force from {Exact(at)}",
        VersionState.Current => $"{VersionNumber(number)}, in force since {Exact(at)}",
        _ => $"{VersionNumber(number)}, in force from {Exact(at)} until a later one took its place",
    };

    public virtual string PolicyComes(int number, bool isEnd, DateTimeOffset at) => isEnd
        ? $"From {Exact(at)} on there is no such policy any more."
        : $"Version {number} comes into force on {Exact(at)}.";

    public virtual string ReadVersion(int number) => number == 0 ? "Read the first version" : $"Read version {number}";

    public virtual string ReadCurrent(int number) => $"Read the one that holds ({number})";

    public virtual string ChangedBetween(int before, int after) => before == 0
        ? $"What changed from the first version to version {after}"
        : $"What changed from version {before} to version {after}";

    public virtual string ChangedSince(int version) =>
        version == 0 ? "What changed since the first version" : $"What changed since version {version}";

    public virtual string AgreedAt(int version, DateTimeOffset at) =>
        $"You agreed to version {version} on {Exact(at)}.";

    public virtual string ConsentSoon(DateTimeOffset at) =>
        $"In force from {Exact(at)}; from then on only who has agreed can write.";

    public virtual string ConsentOwed(string policy, int agreed) => agreed > 0
        ? $"There is a new version of the {PolicyName(policy).ToLowerInvariant()}. "
            + "You can read, and write again once you agree."
        : $"Before you write, please agree to the {PolicyName(policy).ToLowerInvariant()}.";

    public virtual string ConsentComing(string policy, DateTimeOffset at) =>
        $"A new version of the {PolicyName(policy).ToLowerInvariant()} holds here from {Exact(at)}.";

    public virtual string AskConsentHint(int members) => Plural(
        members, "{0} member then reads and does not write until they have agreed.",
        "{0} members then read and do not write until they have agreed.");

    public virtual string Consents(int count) => Plural(count, "{0} member agreed", "{0} members agreed");

    public virtual string PolicyNotice(string subject, string community) =>
        $"{PolicyName(subject.Split('/')[0])} of {community}: a new version comes";
}
