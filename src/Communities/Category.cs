namespace Communities;

/// <summary>A place for threads on one matter.</summary>
/// <param name="Slug">Its short name, which its address holds; never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">One line on what belongs here.</param>
/// <param name="Parent">The category above it, or null at the first of the two levels.</param>
/// <param name="Hue">The hue of its dot, 0 to 359 degrees.</param>
public sealed record Category(
    string Slug, string Name, string? Description = null, string? Parent = null, int Hue = 190);
