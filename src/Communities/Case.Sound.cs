using static Communities.CaseCommand;

namespace Communities;

/// <content>What the program brings is what it can have found: nothing else comes into the journal.</content>
public sealed partial record Case
{
    private static bool IsSound(CaseCommand command) => command switch
    {
        Receive c => IsAccount(c.By) && Keys.IsTag(c.Reason) && IsLine(c.Rule) && IsText(c.Text)
            && ReportedContent.IsSound(c.Content) && c.Thresholds?.Fault() is null && c.Thresholds is not null
            && (c.Screening is not { } screening || (IsCategory(screening.Category) && screening.Rules.All(IsLine))),
        Presume c => !c.Measures.IsDefaultOrEmpty && c.Measures.All(m => m is not null && Enum.IsDefined(m.Kind))
            && IsAccount(c.Author) && IsCategory(c.Category) && IsCategory(c.Reason) && IsLine(c.Rule),
        Record c => Keys.IsAccount(c.By) && IsAccount(c.Author) && IsText(c.Text) && IsCategory(c.Category),
        Relocate c => c.Place.IsSound,
        Follow c => c.Of.IsSound,
        Change c => IsAccount(c.By),
        Open c => ReportedContent.IsSound(c.Content),
        _ => true,
    };

    private static bool IsAccount(string? account) => account is { Length: 0 } || Keys.IsAccount(account);

    private static bool IsCategory(string? slug) => slug is null || Keys.IsTag(slug);

    private static bool IsLine(string? line) =>
        line is not null && Text.LineFault("rule", line, Text.LineMax, mayBeEmpty: true) is null;

    private static bool IsText(string? text) => Text.Fault("text", text, TextMax, mayBeEmpty: true) is null;
}
