namespace Communities.Actors;

/// <summary>How far a reactor has come, for those who watch.</summary>
/// <param name="Name">Its name; where there are several partitions, with the number of its own behind it.</param>
/// <param name="Position">The last event it has seen.</param>
/// <param name="Lag">How far the feed is ahead of it, in events.</param>
/// <param name="Fault">What it cannot get past, or null; it tries again, ever more slowly.</param>
public sealed record ReactorStatus(string Name, long Position, long Lag, Exception? Fault);
