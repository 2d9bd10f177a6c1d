using System.Collections.Frozen;
using Communities.Actors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Communities.Web;

/// <summary>Makes and compares digests of passwords, and says which passwords are too weak.</summary>
public static class Passwords
{
    /// <summary>The shortest password, in characters.</summary>
    public const int Min = 10;

    /// <summary>The longest: a long sentence, and no burden for the hash.</summary>
    public const int Max = 200;

    // What OWASP asks of PBKDF2 with HMAC-SHA512 (2023).
    private const int Iterations = 210_000;

    // A hash takes a core for a tenth of a second: a flood of sign-ins may not take all cores from everybody else.
    private static readonly SemaphoreSlim AtOnce = new(Math.Max(1, Environment.ProcessorCount / 2));

    private static readonly PasswordHasher<string> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // Somebody without an account is made to wait as long as somebody with one.
    private static readonly Lazy<string> Nobodys = new(() => Hash("nobody's password"));

    // The commonest ones of ten characters or more; shorter ones are refused anyway.
    private static readonly FrozenSet<string> Commonest = new[]
    {
        "1234567890", "12345678910", "123456789a", "0123456789", "9876543210", "0987654321", "1111111111", "0000000000",
        "1234512345", "1234554321", "1122334455", "123123123123", "1q2w3e4r5t", "1q2w3e4r5t6y", "qwertyuiop",
        "qwertyuiop123", "qwerty12345", "qwerty123456", "qwerty1234", "azertyuiop", "azerty1234", "azerty12345",
        "asdfghjkl1", "zxcvbnm123", "password12", "password123", "password1234", "password12345", "passw0rd123",
        "p@ssw0rd123", "password!1", "passwordpassword", "motdepasse", "motdepasse1", "motdepasse123", "iloveyou12",
        "iloveyou123", "jetaime123", "administrator", "administrateur", "administrator1", "admin12345", "admin123456",
        "welcome123", "welcome1234", "bienvenue1", "bienvenue123", "letmein123", "changeme123", "changemoi1",
        "communities", "communities1", "communaute", "abcdefghij", "abcdefghijk", "abc1234567", "abcd123456",
        "aaaaaaaaaa", "football123", "princess123", "sunshine123", "superman123", "dragon12345", "michael123",
        "marseille13", "parisparis", "doudou1234", "loulou1234", "soleil1234", "chouchou12", "qazwsxedcr",
        "1qaz2wsx3edc",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with this password for this account, or null.</summary>
    public static Refusal? Fault(string? password, string account) =>
        password is null || password.Length < Min
            ? new("password.short", $"A password has {Min} characters at least; a sentence is a good one.")
        : password.Length > Max ? new("password.long", $"A password has {Max} characters at most.")
        : Commonest.Contains(password) || password.Contains(account, StringComparison.OrdinalIgnoreCase)
            ? new("password.common", "Too many people would try this password first. Please choose another one.")
        : null;

    /// <summary>The digest of a password; takes about a tenth of a second of a core.</summary>
    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>The digest of a password, without taking too many cores at once.</summary>
    public static async ValueTask<string> HashAsync(string password, CancellationToken ct)
    {
        await AtOnce.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Hash(password), ct);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    /// <summary>True where the password is the one of this digest. Takes as long where there is no digest.</summary>
    public static async ValueTask<bool> Matches(string? hash, string password, CancellationToken ct)
    {
        // What could not have been set needs no comparison, but the same time.
        if (password.Length > Max) (hash, password) = (null, "");
        await AtOnce.WaitAsync(ct);
        try
        {
            var result = await Task.Run(() => Hasher.VerifyHashedPassword("", hash ?? Nobodys.Value, password), ct);
            return hash is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            AtOnce.Release();
        }
    }
}
