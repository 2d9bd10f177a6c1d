using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// What forms that people write in have in common: a draft is kept of them, and goes when they are sent.
/// </summary>
internal static class DraftForms
{
    /// <summary>What the button says that keeps what is written without sending it.</summary>
    public const string Keep = "draft";

    /// <summary>The hidden field with the revision that the text goes on from.</summary>
    public const string Revision = "draft";

    // A script that was still saving when the form was sent does not know the revision: it says that any may go.
    private const string Any = "*";

    /// <summary>What the reader has begun to write there, or null.</summary>
    public static async ValueTask<DraftView?> Of(
        Reader reader, IViews views, string community, string place, CancellationToken ct) =>
        reader.Caller.Account is { } account ? await views.Draft(community, account, place, ct) : null;

    /// <summary>Keeps what the form holds.</summary>
    public static async ValueTask<Answer> Save(
        Asking ask, string community, string place, IFormCollection form, CancellationToken ct) =>
        ask.Caller.Account is not { } account ? new Answer(0, 0, [], Refusals.MembersOnly)
        : await ask.Ask(
            Keys.OfMember(community, account),
            new DraftsCommand.Save(
                place, form["text"].ToString(), Said(form["title"]), Said(form["category"]), Said(form["tags"]),
                Typed.Number(form["reply-to"]), Typed.Number(form[Revision])),
            OnceOf(form, "/draft"), ct);

    /// <summary>The form was sent: its draft goes, if it had one. Nothing is asked where it had none.</summary>
    public static async ValueTask Sent(
        Asking ask, string community, string place, IFormCollection form, CancellationToken ct)
    {
        var said = form[Revision].ToString();
        if (ask.Caller.Account is not { } account || (said != Any && Typed.Number(said) is not > 0)) return;
        await ask.Ask(
            Keys.OfMember(community, account), new DraftsCommand.Discard(place, Typed.Number(said)),
            OnceOf(form, "/sent"), ct);
    }

    /// <summary>The page of the thread on which the form stood.</summary>
    public static string BackTo(string community, string thread, IFormCollection form) =>
        $"/c/{community}/threads/{thread}?page={ThreadPages.PageOf(Typed.Number(form[Meanwhile.Seen]) ?? 1)}#compose";

    // Of a form without a name, each sending counts.
    private static string? OnceOf(IFormCollection form, string what) =>
        form[Asking.KeyField].ToString() is { Length: > 0 } once ? once + what : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
