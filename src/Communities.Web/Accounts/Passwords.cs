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

    /// <summary>What is wrong with this password for this account, or null.</summary>
    /// <param name="password">The password.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="name">What the person is called.</param>
    /// <param name="email">The person's address.</param>
    public static Refusal? Fault(string? password, string account, string? name = null, string? email = null) =>
        password is null || password.Length < Min
            ? new("password.short", $"A password has {Min} characters at least; a sentence is a good one.")
        : password.Length > Max ? new("password.long", $"A password has {Max} characters at most.")
        : CommonPasswords.Has(password, account, name, email?.Split('@')[0])
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
