using System.Net;
using System.Net.Sockets;

namespace Communities.Web;

/// <summary>
/// Tells the internet at large from networks of our own: a member's link must not look around in those.
/// </summary>
internal static class PublicAddresses
{
    // What is not the public internet, or leads around in it: IANA's special-purpose registries.
    private static readonly IPNetwork[] _special = [..
        new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse)];

    // All that is given out of IPv6; the rest is local, or wraps an IPv4 address that nobody would look at.
    private static readonly IPNetwork _global = IPNetwork.Parse("2000::/3");

    /// <summary>True for an address of the public internet.</summary>
    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !_global.Contains(address)) return false;
        return !_special.Any(network => network.Contains(address));
    }
}
