using System.IO.Compression;

namespace Communities.Exchange;

/// <summary>Opens exchange files, plain or gzip, and guards against those that were made to harm.</summary>
internal static class Input
{
    /// <summary>The content of the file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<Stream> Open(Stream file, int ratioMax, CancellationToken ct)
    {
        var head = new byte[2];
        var read = await file.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        var whole = new Prefixed(head.AsMemory(0, read), file);
        return read == 2 && head[0] == 0x1F && head[1] == 0x8B
            ? new Guarded(new GZipStream(whole, CompressionMode.Decompress), whole, ratioMax)
            : whole;
    }

    /// <summary>A stream from which some bytes have been taken already.</summary>
    private sealed class Prefixed(ReadOnlyMemory<byte> taken, Stream rest) : ReadOnlyStream
    {
        private ReadOnlyMemory<byte> _taken = taken;

        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
        {
            var read = Math.Min(buffer.Length, _taken.Length);
            if (read > 0)
            {
                _taken[..read].CopyTo(buffer);
                _taken = _taken[read..];
            }
            else
            {
                read = await rest.ReadAsync(buffer, ct).ConfigureAwait(false);
            }

            Count += read;
            return read;
        }
    }

    /// <summary>A stream that ends with an error where it holds far more than its file could.</summary>
    private sealed class Guarded(Stream content, Prefixed file, int ratioMax) : ReadOnlyStream
    {
        /// <summary>Little enough to be harmless whatever the ratio.</summary>
        private const long AlwaysFine = 16 << 20;

        private long _count;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
        {
            var read = await content.ReadAsync(buffer, ct).ConfigureAwait(false);
            _count += read;
            return _count <= AlwaysFine || _count <= file.Count * ratioMax ? read
                : throw new IOException(
                    $"The file unpacks to more than {ratioMax} times its size, which no community's does.");
        }
    }

    private abstract class ReadOnlyStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
