using System.Text.Json.Serialization;
using Communities.Views;

namespace Communities.Web;

/// <summary>How the last rebuilding of the views went, or goes.</summary>
/// <param name="Status">
/// <c>never</c> (since the program started), <c>running</c>, <c>finished</c> or <c>failed</c>.
/// </param>
/// <param name="Since">When it began.</param>
/// <param name="EndedAt">When it ended, either way.</param>
/// <param name="Why">Why it failed: the views of before go on answering.</param>
public sealed record RebuildView(
    string Status, DateTimeOffset? Since = null, DateTimeOffset? EndedAt = null, string? Why = null)
{
    /// <summary>True until it has ended, either way.</summary>
    [JsonIgnore]
    public bool IsRunning => Status == "running";
}

/// <summary>Builds the views anew while the program answers, once at a time.</summary>
internal sealed class Rebuilding(IViews views, TimeProvider time)
{
    private readonly Lock _lock = new();
    private RebuildView _last = new("never");

    public RebuildView Last
    {
        get
        {
            lock (_lock) return _last;
        }
    }

    /// <summary>Ends with the rebuilding that was begun last; never fails.</summary>
    internal Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Begins, unless it is under way: then this is the one that was asked for.</summary>
    public RebuildView Begin()
    {
        lock (_lock)
        {
            if (_last.IsRunning) return _last;
            _last = new RebuildView("running", time.GetUtcNow());
            var begun = _last;
            Running = Task.Run(Run);
            return begun;
        }
    }

    private async Task Run()
    {
        try
        {
            await views.Rebuild();
            End("finished", null);
        }
        catch (OperationCanceledException)
        {
            End("failed", "The program was stopped.");
        }
        catch (Exception e) // Whatever it was, who asked for it learns it on the page.
        {
            End("failed", e.Message);
        }
    }

    private void End(string status, string? why)
    {
        lock (_lock) _last = _last with { Status = status, EndedAt = time.GetUtcNow(), Why = why };
    }
}
