using System.Buffers;

namespace Communities.Archive;

/// <summary>
/// The lines of a stream, one after the other in one buffer, which grows with the longest line up to a limit.
/// </summary>
internal sealed class LineReader(Stream stream, int lineBytesMax, long bytesMax) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
    private int _start, _end;
    private long _read;

    /// <summary>The next line without its end; valid until the next call.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">A limit is exceeded, or the last line has no end.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        for (var looked = 0; ;)
        {
            var at = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = _buffer.AsSpan(_start, looked + at);
                _start += looked + at + 1;
                return true;
            }

            looked = _end - _start;
            if (!Fill())
            {
                line = default;
                return looked == 0 ? false : throw new InvalidDataException("The last line is cut short.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private bool Fill()
    {
        var kept = _end - _start;
        if (kept >= lineBytesMax)
            throw new InvalidDataException($"A line is longer than {lineBytesMax} bytes.");
        var target = kept <= _buffer.Length / 2 ? _buffer : ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(_start, kept).CopyTo(target);
        if (target != _buffer)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = (target, 0, kept);

        var more = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += more;
        _read += more;
        if (_read > bytesMax)
            throw new InvalidDataException($"It unpacks to more than {bytesMax} bytes.");
        return more > 0;
    }
}
