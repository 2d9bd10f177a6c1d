namespace Communities.Actors.Hosting;

/// <summary>How far a feed is known to be durable, and where its followers wait for more.</summary>
internal sealed class FeedHead(long position)
{
    private readonly Lock _gate = new();
    private long _position = position;
    private bool _isClosed;
    private TaskCompletionSource? _advanced;

    /// <summary>The highest position known to be durable.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Everything up to this position is durable, whoever wrote it.</summary>
    public void Advance(long position)
    {
        TaskCompletionSource? advanced;
        lock (_gate)
        {
            if (position <= _position)
            {
                return;
            }

            Volatile.Write(ref _position, position);
            (advanced, _advanced) = (_advanced, null);
        }

        advanced?.SetResult();
    }

    /// <summary>The journal has lost what is behind this position.</summary>
    public void SetBack(long position)
    {
        lock (_gate)
        {
            Volatile.Write(ref _position, position);
        }
    }

    /// <summary>Waits until something behind this position is durable.</summary>
    /// <exception cref="JournalUnavailableException">The journal is closed, and nothing is.</exception>
    public async ValueTask WaitBeyond(long position, CancellationToken ct)
    {
        while (Position <= position)
        {
            Task advanced;
            lock (_gate)
            {
                if (_isClosed)
                {
                    throw new JournalUnavailableException("The journal is closed.");
                }

                if (_position > position)
                {
                    return;
                }

                _advanced ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                advanced = _advanced.Task;
            }

            await advanced.WaitAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Ends every wait.</summary>
    public void Close()
    {
        TaskCompletionSource? advanced;
        lock (_gate)
        {
            _isClosed = true;
            (advanced, _advanced) = (_advanced, null);
        }

        advanced?.SetResult();
    }
}
