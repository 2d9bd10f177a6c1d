using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>The next version of a policy as a form brings it.</summary>
/// <param name="Text">The whole of it.</param>
/// <param name="Summary">What is new.</param>
/// <param name="IsLater">It comes into force at a time, and not at once.</param>
/// <param name="At">That time as it was written.</param>
/// <param name="AsksConsent">Members are asked to agree.</param>
public sealed record PolicyDraft(string Text, string Summary, bool IsLater, string At, bool AsksConsent)
{
    /// <summary>What was kept, or else the text that holds now, to be gone on from.</summary>
    internal static PolicyDraft Of(PolicyDraftView? kept, string current) =>
        new(kept?.Text ?? current, kept?.Summary ?? "", false, "", false);

    internal static PolicyDraft Of(IFormCollection form) => new(
        form["text"].ToString().ReplaceLineEndings("\n"), form["summary"].ToString().Trim(), form["when"] == "later",
        form["at"].ToString(), form["asks"] == "true");

    /// <summary>What it asks of the policy.</summary>
    internal PolicyCommand.Publish Publish =>
        new(Text, Summary, IsLater ? Addresses.Time("at", At) ?? default(DateTimeOffset) : null, AsksConsent);
}
