namespace Communities;

/// <summary>A browser in which the person is signed in.</summary>
/// <param name="Id">What its cookie names, under the server's encryption.</param>
/// <param name="Device">Browser and system, in words.</param>
/// <param name="StartedAt">When the person signed in there.</param>
/// <param name="UsedAt">When it was last used, to the hour; null where it was not since it started.</param>
/// <param name="ConfirmedAt">When the person last showed there again who it is; null where never since.</param>
/// <param name="NotedAt">When the person last read there what had happened to the account; null where never.</param>
public sealed record Session(
    string Id,
    string Device,
    DateTimeOffset StartedAt,
    DateTimeOffset? UsedAt = null,
    DateTimeOffset? ConfirmedAt = null,
    DateTimeOffset? NotedAt = null);

/// <summary>What a program shows to act for the person.</summary>
/// <param name="Id">What its text names.</param>
/// <param name="Hash">SHA-256 of its secret, in hexadecimal digits.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record Token(string Id, string Hash, string Label, DateTimeOffset IssuedAt);
