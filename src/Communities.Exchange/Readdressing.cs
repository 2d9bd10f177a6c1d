namespace Communities.Exchange;

/// <summary>A community that comes in under another short name: its texts show its own files.</summary>
internal static class Readdressing
{
    private const string Files = "/files/";

    /// <summary>The record with the addresses of its files as they are here.</summary>
    public static Record Of(Record record, string from, string to)
    {
        return record with { Text = Text(record.Text), Fact = Fact(record.Fact) };

        object? Fact(object? fact) => fact switch
        {
            ThreadEvent.Edited e => e with { Text = Text(e.Text)! },
            CommunityEvent.PurposeSet { Purpose: { } purpose } e => e with
            {
                Purpose = purpose with
                {
                    WhatFor = Text(purpose.WhatFor)!, ForWhom = Text(purpose.ForWhom)!,
                    BelongsHere = Text(purpose.BelongsHere)!, NotHere = Text(purpose.NotHere)!,
                },
            },
            CommunityEvent.PurposeStated e => e with { Text = Text(e.Text)! },
            CommunityEvent.RulesSet e => e with { Text = Text(e.Text)! },
            // What it is made from is found by these addresses.
            KnowledgeEvent.Revised e => e with
            {
                Text = Text(e.Text)!.Replace($"/c/{from}/threads/", $"/c/{to}/threads/", StringComparison.Ordinal),
            },
            PolicyEvent.Published e => e with { Text = Text(e.Text)! },
            MemberEvent.Described e => e with { Biography = Text(e.Biography)! },
            ConversationEvent.Messaged e => e with { Text = Text(e.Text)! },
            _ => fact,
        };

        string? Text(string? text) =>
            text?.Replace($"{Files}{from}/", $"{Files}{to}/", StringComparison.Ordinal);
    }
}
