using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A first message as a form brings it.</summary>
/// <param name="Community">The slug of the community in which it is written.</param>
/// <param name="To">Accounts as typed, between spaces or commas.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">The message, in Markdown.</param>
public sealed record MessageDraft(string Community, string To, string Subject, string Text)
{
    internal ImmutableArray<string> Recipients => Typed.Accounts(To);

    internal static MessageDraft Of(IFormCollection form) => new(
        form["community"].ToString(), form["to"].ToString(), form["subject"].ToString().Trim(),
        form["text"].ToString());
}
