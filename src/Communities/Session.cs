namespace Communities;

/// <summary>A browser in which the person is signed in.</summary>
/// <param name="Id">What its cookie names, under the server's encryption.</param>
/// <param name="Device">Browser and system, in words.</param>
/// <param name="StartedAt">When the person signed in there.</param>
public sealed record Session(string Id, string Device, DateTimeOffset StartedAt);

/// <summary>What a program shows to act for the person.</summary>
/// <param name="Id">What its text names.</param>
/// <param name="Hash">SHA-256 of its secret, in hexadecimal digits.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record Token(string Id, string Hash, string Label, DateTimeOffset IssuedAt);
