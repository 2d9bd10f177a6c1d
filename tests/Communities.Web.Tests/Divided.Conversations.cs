using Communities.Views;

namespace Communities.Web.Tests;

internal sealed partial class DividedViews
{
    public ValueTask<Page<ConversationRow>> Conversations(
        string account, string? cursor, CancellationToken ct = default) => views.Conversations(account, cursor, ct);

    public ValueTask<ConversationView?> Conversation(
        string community, string conversation, int? before, Viewer viewer, CancellationToken ct = default) =>
        views.Conversation(community, conversation, before, viewer, ct);
}
