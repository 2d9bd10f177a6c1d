using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities;

/// <summary>
/// The keys of actors. A community: <c>devs</c>; a member: <c>devs/alice</c>; a thread: <c>devs/01k…</c>; an account,
/// which belongs to no community: <c>~/alice</c>.
/// </summary>
public static partial class Keys
{
    /// <summary>
    /// The prefix of what belongs to the site and to no community. It is never archived: it holds credentials.
    /// </summary>
    public const string Site = "~";

    /// <summary>The length of the id of a thread, and of all that has an id made like it.</summary>
    public const int IdLength = 16;

    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's: none is mistaken for another.

    /// <summary>The key of an account.</summary>
    public static string OfAccount(string account) => $"{Site}/{account}";

    /// <summary>The key of the identifier that an e-mail address is: two ways of writing it are one.</summary>
    public static string OfEmail(string address) => OfIdentifier($"mail\n{address.ToLowerInvariant()}");

    /// <summary>The key of the identifier that a person at another site is.</summary>
    public static string OfOutsideLogin(string provider, string subject) => OfIdentifier($"{provider}\n{subject}");

    /// <summary>The key of an account's member in a community.</summary>
    public static string OfMember(string community, string account) => $"{community}/{account}";

    /// <summary>The key of a thread in a community.</summary>
    public static string OfThread(string community, string thread) => $"{community}/{thread}";

    /// <summary>The key of a poll in a community; its id is made like a thread's.</summary>
    public static string OfPoll(string community, string poll) => $"{community}/{poll}";

    /// <summary>The key of a gathering in a community; its id is made like a thread's.</summary>
    public static string OfGathering(string community, string gathering) => $"{community}/{gathering}";

    /// <summary>The key of a contest in a community; its id is that of its thread.</summary>
    public static string OfContest(string community, string contest) => $"{community}/{contest}";

    /// <summary>The key of a conversation in a community; its id is made like a thread's.</summary>
    public static string OfConversation(string community, string conversation) => $"{community}/{conversation}";

    /// <summary>The key of the case of a subject: <c>devs/post-01k…-3</c>.</summary>
    public static string OfCase(string community, Subject subject) => $"{community}/{subject}";

    /// <summary>The key of a slot of a community's calendar; its id is made like a thread's.</summary>
    public static string OfSlot(string community, string slot) => $"{community}/{slot}";

    /// <summary>The key of the interview that a thread of a community is: it has the thread's id.</summary>
    public static string OfInterview(string community, string thread) => $"{community}/{thread}";

    /// <summary>The key of an upload in a community; its id is made like a thread's.</summary>
    public static string OfUpload(string community, string upload) => $"{community}/{upload}";

    /// <summary>The key of an address that is shown in a community: its digest.</summary>
    public static string OfLink(string community, string url) => $"{community}/{Links.DigestOf(url)}";

    /// <summary>The key of an account's reading of a thread: <c>devs/01k…/alice</c>.</summary>
    public static string OfReading(string community, string thread, string account) =>
        $"{community}/{thread}/{account}";

    /// <summary>The account whose reading has this key.</summary>
    public static string ReaderOf(string reading) => reading[(reading.LastIndexOf('/') + 1)..];

    /// <summary>The id of the thread of which the reading has this key.</summary>
    public static string ThreadOf(string reading) => LocalOf(reading[..reading.LastIndexOf('/')]);

    /// <summary>The key of a group of members of a community.</summary>
    public static string OfGroup(string community, string group) => $"{community}/{group}";

    /// <summary>The key of a policy of a community, or of the site: <c>devs/netiquette</c>, <c>~/terms</c>.</summary>
    public static string OfPolicy(string place, string policy) => $"{place}/{policy}";

    /// <summary>The key of a category's knowledge page.</summary>
    public static string OfKnowledge(string community, string category) => $"{community}/{category}";

    /// <summary>The key of an invitation to a community.</summary>
    public static string OfInvitation(string community, string invitation) => $"{community}/{invitation}";

    /// <summary>The key of what a member is sent by e-mail from a community: <c>~/devs.alice</c>.</summary>
    public static string OfRecipient(string community, string account) => $"{Site}/{community}.{account}";

    /// <summary>The key of what an address without an account is sent from a community.</summary>
    public static string OfSubscriber(string community, string address) =>
        OfRecipient(community, $"@{LocalOf(OfEmail(address))}");

    /// <summary>The community of a recipient, and its account; for an address <c>@</c> and a digest.</summary>
    public static (string Community, string Who) RecipientOf(string key)
    {
        var local = LocalOf(key);
        var dot = local.IndexOf('.', StringComparison.Ordinal);
        return (local[..Math.Max(dot, 0)], local[(dot + 1)..]);
    }

    /// <summary>The key of an issue of a community's newsletter; its id is made like a thread's.</summary>
    public static string OfNewsletter(string community, string issue) => $"{community}/{issue}";

    /// <summary>The community of a member or a thread, or the community itself.</summary>
    public static string CommunityOf(string key) => ActorId.PrefixOf(key);

    /// <summary>What stands behind the community in a key: an account or a thread.</summary>
    public static string LocalOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>True for a community's slug: 2 to 40 of a–z, 0–9 and inner hyphens.</summary>
    public static bool IsCommunity(string? slug) => slug is not null && CommunitySlug().IsMatch(slug);

    /// <summary>True for an account's name: 2 to 40 of a–z, 0–9, - and _, a letter or digit first.</summary>
    public static bool IsAccount(string? name) => name is not null && AccountName().IsMatch(name);

    /// <summary>True for a thread's id: 16 of Crockford's base-32 digits.</summary>
    public static bool IsThread(string? id) =>
        id is { Length: IdLength } && !id.AsSpan().ContainsAnyExcept(Digits);

    /// <summary>
    /// True for a category's slug, or a tag: 1 to 40 small letters of any script, digits, + and #, and inner . and -.
    /// </summary>
    public static bool IsTag(string? tag) => tag is not null && TagSlug().IsMatch(tag);

    /// <summary>
    /// A thread id that sorts by time: 48 bits of milliseconds since 1970, then 32 bits that tell apart what was opened
    /// in the same one.
    /// </summary>
    public static string NewThread(DateTimeOffset at, uint chance)
    {
        var bits = ((UInt128)(ulong)at.ToUnixTimeMilliseconds() << 32) | chance;
        return string.Create(IdLength, bits, static (id, bits) =>
        {
            for (var i = IdLength - 1; i >= 0; i--, bits >>= 5) id[i] = Digits[(int)(bits & 31)];
        });
    }

    /// <summary>The thread id that follows this one: for a thread that must have one without chance.</summary>
    public static string NextThread(string id)
    {
        var next = id.ToCharArray();
        for (var i = next.Length - 1; i >= 0; i--)
        {
            var digit = Digits.IndexOf(next[i], StringComparison.Ordinal) + 1;
            next[i] = Digits[digit % Digits.Length];
            if (digit < Digits.Length) break;
        }

        return new string(next);
    }

    private static string OfIdentifier(string known) =>
        $"{Site}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(known)))}";

    /// <summary>The time and the chance of which an id was made.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="NewThread"/>'s.</exception>
    public static (DateTimeOffset At, uint Chance) PartsOf(string id)
    {
        if (!IsThread(id)) throw new ArgumentException($"{id} is no id.", nameof(id));
        UInt128 bits = 0;
        foreach (var digit in id) bits = (bits << 5) | (uint)Digits.IndexOf(digit, StringComparison.Ordinal);
        return (DateTimeOffset.FromUnixTimeMilliseconds((long)(bits >> 32)), (uint)bits);
    }

    // \z and not $, which would let a line break follow.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommunitySlug();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccountName();

    // Marks belong to the letters of many scripts, + . and # to c++, node.js and c#.
    [GeneratedRegex(@"^[\p{Ll}\p{Lo}\p{Nd}](?:[\p{Ll}\p{Lo}\p{Nd}\p{M}+.#-]{0,38}[\p{Ll}\p{Lo}\p{Nd}\p{M}+#])?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TagSlug();
}
