using System.Net;
using System.Net.Sockets;

namespace Communities.Web;

/// <summary>Connects to hosts that members and browsers name, as one connects to what one must not trust.</summary>
/// <remarks>
/// The address is looked at after its name was resolved, and the connection goes to that very address: a name that
/// changes its mind leads nowhere else.
/// </remarks>
/// <param name="mayAsk">True for an address and a port that may be asked.</param>
/// <param name="resolve">Gives the addresses of a name; by default as the machine does.</param>
internal sealed class GuardedConnection(
    Func<IPAddress, int, bool> mayAsk, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve =
        resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="HttpRequestException">One address of the host must not be asked, or it has none.</exception>
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, ct);
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, address => mayAsk(address, port)))
            throw new HttpRequestException("One must not connect there.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
