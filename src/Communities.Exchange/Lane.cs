namespace Communities.Exchange;

/// <summary>
/// What is brought to one actor: in the order of the file, one behind the other without waiting, except where a record
/// must know what came of those before it.
/// </summary>
internal sealed class Lane(string key)
{
    private readonly Lock _gate = new();
    private Dictionary<string, int>? _numbers;
    private TaskCompletionSource? _idle;
    private int _asked;
    private bool? _isOurs;

    /// <summary>The key of the actor.</summary>
    public string Key => key;

    /// <summary>Done when everything before the next record has been asked. Only the dispatcher touches it.</summary>
    public Task Sent { get; set; } = Task.CompletedTask;

    /// <summary>A thread whose first post has not come yet.</summary>
    public Record? Opening { get; set; }

    /// <summary>The other forum said that the thread is closed, but not when.</summary>
    public bool EndsClosed { get; init; }

    /// <summary>The time of the last record.</summary>
    public DateTimeOffset Last { get; set; }

    /// <summary>
    /// True where an import began this actor, false where it was there before (and is left as it is), null where that is
    /// not known yet.
    /// </summary>
    public bool? IsOurs
    {
        get { lock (_gate) return _isOurs; }
        set { lock (_gate) _isOurs = value; }
    }

    /// <summary>True where everything asked has been answered.</summary>
    public bool IsIdle
    {
        get { lock (_gate) return _asked == 0; }
    }

    /// <summary>The number of the post of this id; 0 where it did not come in; null where that is not known yet.</summary>
    public int? NumberOf(string post)
    {
        lock (_gate)
            return _numbers is not null && _numbers.TryGetValue(post, out var number) ? number : _asked == 0 ? 0 : null;
    }

    /// <summary>The post of this id has this number.</summary>
    public void Numbered(string post, int number)
    {
        lock (_gate) (_numbers ??= [])[post] = number;
    }

    /// <summary>One more is asked.</summary>
    public void Ask()
    {
        lock (_gate) _asked++;
    }

    /// <summary>One of those asked is answered, and all that follows from it is noted.</summary>
    public void Answer()
    {
        TaskCompletionSource? idle = null;
        lock (_gate)
            if (--_asked == 0) (idle, _idle) = (_idle, null);
        idle?.SetResult();
    }

    /// <summary>Waits until everything asked has been answered.</summary>
    public Task WhenIdle()
    {
        lock (_gate)
            return _asked == 0 ? Task.CompletedTask
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
