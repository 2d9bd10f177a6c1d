namespace Communities.Exchange;

/// <summary>
/// A community that comes in under another short name: its texts show its own files, and lead to its own pages.
/// </summary>
internal static class Readdressing
{
    private const string Files = "/files/";

    /// <summary>The record with the addresses of its files and pages as they are here.</summary>
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
            MemberEvent.Reported e => e with { Content = Content(e.Content)! },
            CaseEvent.Reported e => e with { Content = Content(e.Content) },
            CaseEvent.Opened e => e with { Content = Content(e.Content)! },
            MemberEvent.Described e => e with { Biography = Text(e.Biography)! },
            ConversationEvent.Messaged e => e with { Text = Text(e.Text)! },
            GatheringEvent.Planned { As: { } plan } e => e with { As = Plan(plan) },
            GatheringEvent.Changed { As: { } plan } e => e with { As = Plan(plan) },
            GatheringEvent.SessionProposed e => e with { Text = Text(e.Text) },
            GatheringEvent.Recapped e => e with { Text = Text(e.Text)! },
            ContestEvent.Opened e => e with { Rules = Text(e.Rules)!, Words = Text(e.Words)! },
            SlotEvent.Opened { Content: { } content } e => e with { Content = Slot(content)! },
            SlotEvent.Edited { Content: { } content } e => e with
            {
                Content = Slot(content)!, Series = Slot(e.Series),
            },
            NewsletterEvent.Saved { Content: { Words.IsDefault: false } content } e => e with
            {
                Content = content with { Words = [.. content.Words.Select(Words)] },
            },
            GroupEvent.Founded e => e with { Description = Text(e.Description) },
            GroupEvent.Changed e => e with { Description = Text(e.Description) },
            _ => fact,
        };

        ReportedContent? Content(ReportedContent? content) =>
            content is null ? null : content with { Text = Text(content.Text)! };

        GatheringPlan Plan(GatheringPlan plan) => plan with
        {
            Text = Text(plan.Text),
            Link = plan.Link?.StartsWith($"/c/{from}/", StringComparison.Ordinal) == true
                ? $"/c/{to}/{plan.Link[$"/c/{from}/".Length..]}" : plan.Link,
        };

        SlotContent? Slot(SlotContent? content) =>
            content is null ? null : content with { Text = Text(content.Text)! };

        NewsletterWords Words(NewsletterWords words) => words is null ? words! : words with
        {
            Introduction = Text(words.Introduction)!, Closing = Text(words.Closing)!,
        };

        // Of links, those that Markdown makes: an address that somebody only speaks of stays.
        string? Text(string? text) => text?
            .Replace($"{Files}{from}/", $"{Files}{to}/", StringComparison.Ordinal)
            .Replace($"](/c/{from}/", $"](/c/{to}/", StringComparison.Ordinal);
    }
}
