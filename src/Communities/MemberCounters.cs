using System.Text.Json.Serialization;

namespace Communities;

/// <summary>Sums that threads and readings bring to a member; a tally is a change of them.</summary>
/// <param name="Threads">Threads opened and not removed.</param>
/// <param name="Posts">Posts written and not removed themselves, opening posts among them.</param>
/// <param name="Given">Reactions given.</param>
/// <param name="Received">Reactions received.</param>
/// <param name="Accepted">Posts accepted as the answer.</param>
/// <param name="Read">Posts read.</param>
/// <param name="Entered">Different threads looked into.</param>
/// <param name="Introductions">Threads opened to introduce oneself.</param>
/// <param name="OwnAccepted">
/// Of the accepted posts, those to the author's own questions, or that nobody else accepted.
/// </param>
public readonly record struct MemberTotals(
    int Threads = 0,
    int Posts = 0,
    int Given = 0,
    int Received = 0,
    int Accepted = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Read = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Entered = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Introductions = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int OwnAccepted = 0)
{
    /// <summary>Both together.</summary>
    public static MemberTotals operator +(MemberTotals a, MemberTotals b) => new(
        a.Threads + b.Threads, a.Posts + b.Posts, a.Given + b.Given, a.Received + b.Received, a.Accepted + b.Accepted,
        a.Read + b.Read, a.Entered + b.Entered, a.Introductions + b.Introductions, a.OwnAccepted + b.OwnAccepted);
}

/// <summary>What a member counts: <see cref="MemberTotals"/> and the days (UTC) of activity.</summary>
public readonly record struct MemberCounters(
    int Threads, int Posts, int Given, int Received, int Accepted, int ActiveDays);
