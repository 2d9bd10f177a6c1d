using Microsoft.AspNetCore.DataProtection;

namespace Communities.Web;

/// <summary>
/// What the host decides about the web: where it keeps its keys, what it is called, and how much is too much.
/// </summary>
public sealed class WebOptions
{
    /// <summary><see cref="NewMembersPostsPerMinute"/> where nothing else is said.</summary>
    public const int NewMembersPostsPerMinuteNormally = 300;

    /// <summary><see cref="VisitorReadsPerMinute"/> where nothing else is said.</summary>
    public const int VisitorReadsPerMinuteNormally = 600;

    /// <summary>The most that a limit a minute can be: a thousand a second, which is none.</summary>
    public const int PerMinuteMax = 60_000;

    /// <summary>
    /// The data directory; the keys that protect cookies and forms are kept under it, unless
    /// <see cref="KeepKeys"/> says where.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Says where the keys are kept that protect cookies and forms, and by what they are protected themselves. Several
    /// processes of one site must share them: what one gives a browser, the next has to read. Null: under
    /// <see cref="DataDirectory"/>.
    /// </summary>
    public Action<IDataProtectionBuilder>? KeepKeys { get; init; }

    /// <summary>
    /// The address by which people reach the site, where it has one for good. Only this host name is then answered, and
    /// links in feeds and e-mails begin with it. Null: any host name is.
    /// </summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>
    /// The addresses (or networks, <c>10.0.0.0/8</c>) of proxies whose X-Forwarded-For and -Proto are believed. Empty:
    /// nobody's are, since anybody could send them.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>How e-mail is sent; nobody is written to where it is not.</summary>
    public MailOptions Mail { get; init; } = new();

    /// <summary>Other sites by which people come in.</summary>
    public IReadOnlyList<ProviderOptions> Providers { get; init; } = [];

    /// <summary>True where anybody may open an account.</summary>
    public bool SignUpIsOpen { get; init; } = true;

    /// <summary>
    /// Sign-ins that may be tried from one address in a minute: a household, or an office behind one address.
    /// </summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>
    /// Wrong tokens that may be shown from one address in a minute: a program set up wrongly, and no search.
    /// </summary>
    public int WrongTokensPerMinute { get; init; } = 60;

    /// <summary>E-mails that may be asked for from one address in an hour: each goes to somebody.</summary>
    public int MailsPerHour { get; init; } = 20;

    /// <summary>Accounts that may be opened from one address in an hour: a class-room, but no flood.</summary>
    public int SignUpsPerHour { get; init; } = 30;

    /// <summary>
    /// Which crawlers may read public communities at most; each community may say that fewer may read it.
    /// </summary>
    public Crawlers Crawlers { get; init; }

    /// <summary>
    /// Pages that are not kept, read by one address without an account in a minute: a school behind one address reads
    /// slower, and a flood or a hasty crawler faster. Addresses of this very machine, which may be those of a proxy
    /// that was not named, are not counted.
    /// </summary>
    public int VisitorReadsPerMinute { get; init; } = VisitorReadsPerMinuteNormally;

    /// <summary>
    /// Writes (any POST, PUT or DELETE) of one account, or of one address without an account, in a minute. Ten a second
    /// is more than anybody types, and still keeps a runaway program from drowning the others.
    /// </summary>
    public int WritesPerMinute { get; init; } = 600;

    /// <summary>
    /// Writes of one account or address that are refused in a minute and answered at once. Beyond, each answer takes
    /// two seconds: people hardly notice, and a program that is refused all the time can ask no faster.
    /// </summary>
    public int QuickRefusalsPerMinute { get; init; } = 5;

    /// <summary>
    /// Threads and replies of members of trust level 0 in one community in a minute, of all of them together, by this
    /// process; half of them at once. Five a second is more than moderators can look at, should they have to.
    /// </summary>
    public int NewMembersPostsPerMinute { get; init; } = NewMembersPostsPerMinuteNormally;

    /// <summary>
    /// Live connections of one account or address: a dozen tabs, and a few colleagues behind one address.
    /// </summary>
    public int LivePerCaller { get; init; } = 50;

    /// <summary>Live connections in all: each holds a socket and a few kilobytes.</summary>
    public int LiveMax { get; init; } = 20_000;

    /// <summary>Bytes of finished pages kept for visitors.</summary>
    public long PageCacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// True where pages that posts show on lines of their own are fetched for a card: from the public web alone, and by
    /// the server, so that no reader is known there.
    /// </summary>
    public bool LinkCards { get; init; }

    /// <summary>
    /// Gives what only the host knows to whoever runs the site, quickly and without waiting; null: nothing is known.
    /// </summary>
    public Func<HostFigures>? Figures { get; init; }

    /// <summary>The filter that scores texts for abuse and spam. Null: <see cref="ShippedFilter"/>.</summary>
    public TextFilter? Filter { get; init; }

    /// <summary>Where a push may lead besides the public web, for tests; null: nowhere.</summary>
    internal Func<System.Net.IPAddress, int, bool>? MayPush { get; init; }

    /// <summary>
    /// The lasting name of this process among those of its site, 1 to 100 characters: what it claimed before it was
    /// restarted is its own again at once.
    /// </summary>
    public string Node { get; init; } = "here";

    /// <summary>How long a read waits for the position it names with <c>at-least</c> before it gives up.</summary>
    public TimeSpan AtLeastPatience { get; init; } = TimeSpan.FromSeconds(5);
}
