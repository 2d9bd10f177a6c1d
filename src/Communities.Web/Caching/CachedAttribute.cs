namespace Communities.Web;

/// <summary>
/// Lets a page or an API read be kept, finished and compressed, for visitors, as long as what it shows is unchanged.
/// </summary>
/// <remarks>
/// The same address gives the same page to every visitor of the same language and theme. What is kept is never given
/// to somebody signed in. The route values <c>community</c> and <c>thread</c> say what it shows.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachedAttribute(Shows shows) : Attribute
{
    /// <summary>What the page shows.</summary>
    public Shows Shows { get; } = shows;
}

/// <summary>What a kept page shows, and so when it is out of date.</summary>
public enum Shows
{
    /// <summary>
    /// One thread, and what frames it: the community's name and settings, its members' names and roles.
    /// </summary>
    Thread = 0,

    /// <summary>Anything of one community.</summary>
    Community = 1,

    /// <summary>Anything of any community.</summary>
    Site = 2,
}
