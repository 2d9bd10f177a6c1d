namespace Communities.Exchange;

/// <summary>
/// What is known of an actor that records are brought to. An actor does what it is asked in the order in which it is
/// asked, so that the numbers of posts are known without waiting for the answers.
/// </summary>
/// <param name="key">The key of the actor.</param>
/// <param name="isOurs">False where it was there before, and not from an import: it is left as it is then.</param>
internal sealed class Lane(string key, bool isOurs)
{
    private readonly Dictionary<string, int> _numbers = [];
    private int _posts;
    private HashSet<int>? _removed;

    /// <summary>The key of the actor.</summary>
    public string Key => key;

    /// <summary>True where an import began this actor, this one or an earlier one.</summary>
    public bool IsOurs => isOurs;

    /// <summary>A thread whose first post has not come yet.</summary>
    public Record? Opening { get; set; }

    /// <summary>The other forum said that the thread is closed, but not when.</summary>
    public bool EndsClosed { get; init; }

    /// <summary>The time of the last record.</summary>
    public DateTimeOffset Last { get; set; }

    /// <summary>True where there is no room for another post.</summary>
    public bool IsFull => _posts >= Thread.PostsMax;

    /// <summary>True while the whole thread is removed: it takes nothing but its restoring.</summary>
    public bool IsRemoved => IsHidden(1);

    /// <summary>The number of the post of this id; 0 where it did not come in.</summary>
    public int NumberOf(string post) => _numbers.GetValueOrDefault(post);

    /// <summary>The post of this id is the next one.</summary>
    public int Number(string post) => _numbers[post] = ++_posts;

    /// <summary>The post of this id has this number already.</summary>
    public void Number(string post, int number)
    {
        _numbers[post] = number;
        _posts = Math.Max(_posts, number);
    }

    /// <summary>The post of this number is removed, or back again.</summary>
    public void Hide(int number, bool isHidden)
    {
        if (isHidden) (_removed ??= []).Add(number);
        else _removed?.Remove(number);
    }

    /// <summary>True where the post of this number is removed.</summary>
    public bool IsHidden(int number) => _removed?.Contains(number) ?? false;
}
