using System.Text.Json.Serialization;

namespace Communities;

// What decisions do to posts. Only the program asks for it; moderators decide in cases.
[JsonDerivedType(typeof(Withhold), "withhold"), JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(Lift), "lift")]
public abstract partial record ThreadCommand
{
    /// <summary>The program only: keeps a post from readers (number 1: the whole thread).</summary>
    /// <param name="Number">The post's number.</param>
    /// <param name="How">Hidden, removed by a moderator, pending, or erased for good.</param>
    /// <param name="Decision">The id of the decision that does it; null where an import brings it.</param>
    /// <param name="Reason">Why, in one line that everybody reads.</param>
    /// <param name="IsRecorded">
    /// It was taken away already, and this only says by which decision: where it is back by now, it stays.
    /// </param>
    public sealed record Withhold(
        int Number, Removal How, string? Decision = null, string? Reason = null, bool IsRecorded = false)
        : ThreadCommand;

    /// <summary>
    /// The program only: lets a post be seen, whatever decisions said before; what its author took away stays away.
    /// </summary>
    public sealed record Publish(int Number, string? Decision = null) : ThreadCommand;

    /// <summary>
    /// The program only: undoes what this decision did here, and nothing else. What was erased stays so.
    /// </summary>
    public sealed record Lift(string Decision) : ThreadCommand;
}
