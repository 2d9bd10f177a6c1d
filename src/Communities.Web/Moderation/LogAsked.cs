using System.Collections.Immutable;
using System.Globalization;
using Communities.Views;

namespace Communities.Web;

/// <summary>What an address asks of the moderation log.</summary>
/// <param name="Kind">The field, by its name; empty for all.</param>
/// <param name="By">Who did it.</param>
/// <param name="Member">Whom it concerns.</param>
/// <param name="From">The first day, or the time from which on.</param>
/// <param name="To">The last day, or the time before which.</param>
public sealed record LogAsked(string? Kind, string? By, string? Member, string? From, string? To)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The fields, by the names that addresses have for them.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["decisions", "threads", "members", "settings"];

    /// <summary>The query; a last day counts to its end.</summary>
    /// <exception cref="RequestFault">A kind or a time is none.</exception>
    public LogQuery Query(string community, string? cursor = null, int size = 50) => new(
        community, Field(), Account(By), Account(Member), Addresses.Time("from", From),
        IsDay(To) ? Addresses.Time("to", To)?.AddDays(1) : Addresses.Time("to", To), cursor, size);

    /// <summary>The address of this list, with something behind its path.</summary>
    public string Address(string path, string? cursor = null)
    {
        var query = new List<string>();
        Add("kind", Kind);
        Add("by", By);
        Add("member", Member);
        Add("from", From);
        Add("to", To);
        Add("cursor", cursor);
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private static bool IsDay(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? Account(string? text) =>
        Typed.Account(text) is { Length: > 0 } account ? account : null;

    private LogField? Field() =>
        string.IsNullOrEmpty(Kind) ? null
        : Kinds.IndexOf(Kind) is >= 0 and var field ? (LogField)field
        : throw Faults.Bad("field.unknown", $"kind is one of {string.Join(", ", Kinds)}.");
}
