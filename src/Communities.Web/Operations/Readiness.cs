namespace Communities.Web;

/// <summary>Whether whoever directs people here should go on doing so.</summary>
public sealed class Readiness
{
    private volatile bool _isDraining;

    /// <summary>True once the program is about to end: it still serves whoever comes, but nobody more should.</summary>
    public bool IsDraining => _isDraining;

    /// <summary>Says so from now on.</summary>
    public void Drain() => _isDraining = true;
}
