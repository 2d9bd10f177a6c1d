using System.Runtime.ExceptionServices;

namespace Communities.Exchange;

/// <summary>Some lines of a file, one after the other in one buffer.</summary>
/// <param name="Bytes">The buffer.</param>
/// <param name="Lines">Where each line lies in it, and its number in the file, from 1.</param>
/// <param name="TooLong">The numbers of lines that were longer than a line may be; they are not in the buffer.</param>
internal sealed record LineBatch(
    byte[] Bytes, IReadOnlyList<(int Start, int Length, long Number)> Lines, IReadOnlyList<long> TooLong);

/// <summary>Reads a stream in batches of lines, of bounded length, in bounded memory.</summary>
internal sealed class LineReader(Stream stream, int lineMax)
{
    /// <summary>Lines in a batch at most: enough work for one thread to be worth handing over.</summary>
    private const int LinesMax = 512;

    /// <summary>A batch is full from this many bytes on.</summary>
    private const int BatchBytes = 512 * 1024;

    private byte[] _rest = [];
    private long _number;
    private bool _isSkipping; // Within a line that is too long.
    private bool _isEnd;
    private Exception? _failure;

    /// <summary>The next lines, or null at the end.</summary>
    /// <exception cref="IOException">
    /// The stream cannot be read on; all whole lines before it have been given.
    /// </exception>
    /// <exception cref="InvalidDataException">The same, where its compression is damaged.</exception>
    public async ValueTask<LineBatch?> Next(CancellationToken ct)
    {
        if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
        if (_isEnd && _rest.Length == 0 && !_isSkipping) return null;
        var buffer = new byte[Math.Max(BatchBytes, _rest.Length * 2)];
        _rest.CopyTo(buffer, 0);
        var (used, from) = (_rest.Length, 0);
        var lines = new List<(int, int, long)>(LinesMax);
        var tooLong = new List<long>();
        var searched = 0;
        while (true)
        {
            for (int end; lines.Count < LinesMax
                && (end = buffer.AsSpan(searched, used - searched).IndexOf((byte)'\n')) >= 0;)
            {
                end += searched;
                Take(buffer, from, end, lines, tooLong);
                from = searched = end + 1;
            }

            if (lines.Count == LinesMax || (lines.Count > 0 && used == buffer.Length)) break;
            searched = used;
            if (_isEnd)
            {
                if (from < used || _isSkipping) Take(buffer, from, used, lines, tooLong);
                from = used;
                break;
            }

            if (used - from > lineMax && lines.Count > 0) break;
            if (used - from > lineMax) (from, used, searched, _isSkipping) = (0, 0, 0, true);
            else if (used == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            try
            {
                var read = await stream.ReadAsync(buffer.AsMemory(used), ct).ConfigureAwait(false);
                _isEnd = read == 0;
                used += read;
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                (_failure, from) = (e, used); // A line cut in two is no line.
                break;
            }
        }

        _rest = buffer.AsSpan(from, used - from).ToArray();
        return new LineBatch(buffer, lines, tooLong);
    }

    private void Take(byte[] buffer, int start, int end, List<(int, int, long)> lines, List<long> tooLong)
    {
        _number++;
        if (_isSkipping || end - start > lineMax)
        {
            _isSkipping = false;
            tooLong.Add(_number);
            return;
        }

        if (_number == 1 && buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8)) start += 3;
        if (end > start && buffer[end - 1] == '\r') end--;
        if (!buffer.AsSpan(start, end - start).Trim(" \t"u8).IsEmpty) lines.Add((start, end - start, _number));
    }
}
