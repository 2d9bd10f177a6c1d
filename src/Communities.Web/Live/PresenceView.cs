using System.Text.Json;

namespace Communities.Web;

/// <summary>Somebody who has a thread open.</summary>
internal sealed record PresentMember(string Account, string Name);

/// <summary>Who has a thread open now.</summary>
/// <param name="Here">Members, by name; no more than <see cref="NamedMax"/>.</param>
/// <param name="More">Members besides.</param>
/// <param name="Visitors">Whoever reads without being a member.</param>
/// <param name="Writing">Members who are writing.</param>
internal sealed record PresenceView(
    IReadOnlyList<PresentMember> Here, int More, int Visitors, IReadOnlyList<PresentMember> Writing)
{
    /// <summary>More names than stand in a line tell nobody anything.</summary>
    public const int NamedMax = 12;
}

/// <summary>
/// Carries short messages to the other processes of this site, soon or never: nothing may depend on them.
/// </summary>
public interface IGossip
{
    /// <summary>The longest message, in bytes: what one notification of PostgreSQL holds.</summary>
    const int BytesMax = 7_500;

    /// <summary>Says something to the others. It does not wait, and may not throw.</summary>
    void Say(string text);

    /// <summary>Calls back with what others say, and perhaps with what this process says itself.</summary>
    IDisposable Hear(Action<string> heard);
}

/// <summary>What one process tells the others of a thread.</summary>
internal sealed record PresenceGossip(string From, string Thread, PresenceView Present)
{
    public static string Write(PresenceGossip gossip) =>
        JsonSerializer.Serialize(gossip, WebJson.Default.PresenceGossip);

    /// <summary>What a message says, or null where it says nothing of this kind.</summary>
    public static PresenceGossip? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, WebJson.Default.PresenceGossip);
        }
        catch (JsonException)
        {
            return null; // Another version's: it is of no use, and does no harm.
        }
    }
}
