using System.Text.Json.Serialization;

namespace Communities;

/// <summary>Wrong passwords and codes in a row, and until when no more of them are looked at.</summary>
/// <param name="Failures">How many.</param>
/// <param name="FailedAt">When the last was.</param>
/// <param name="Until">Until when signing in with a password waits; null where it does not.</param>
/// <remarks>
/// Who is signed in stays so, and a passkey or a link sent by e-mail opens all the same: who keeps guessing keeps
/// out only other guesses. While it waits, nothing is counted, so that a flood of guesses writes nothing.
/// </remarks>
public readonly record struct Lockout(int Failures, DateTimeOffset FailedAt, DateTimeOffset? Until)
{
    /// <summary>As many as somebody needs who mixes up two passwords and a keyboard layout.</summary>
    public const int FreeFailures = 5;

    /// <summary>The first wait; each further wrong one doubles it.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait: two guesses a day come nowhere, and the owner is back on the next one.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    /// <summary>After so long without a wrong one, counting starts anew.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>True where this failure is the first that makes it wait.</summary>
    [JsonIgnore]
    public bool HasJustBegun => Failures == FreeFailures;

    /// <summary>True while no password is looked at.</summary>
    public bool IsOnAt(DateTimeOffset at) => Until > at;

    /// <summary>After one more wrong password or code.</summary>
    public Lockout After(DateTimeOffset at)
    {
        var failures = at - FailedAt > Memory ? 1 : Math.Min(Failures + 1, 1_000);
        if (failures < FreeFailures) return new(failures, at, null);
        var wait = FirstWait * Math.Pow(2, Math.Min(failures - FreeFailures, 30));
        return new(failures, at, at + (wait < LongestWait ? wait : LongestWait));
    }
}
