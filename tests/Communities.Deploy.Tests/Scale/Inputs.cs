namespace Communities.Deploy.Tests.Scale;

/// <summary>A number that the simulation takes as given, and where it is from.</summary>
internal sealed record Input(string Name, double Value, string Unit, string Source)
{
    public static implicit operator double(Input input) => input.Value;
}

/// <summary>What members do. The ratios are those of public communities that were imported; see the sources.</summary>
internal static class Activity
{
    public static readonly Input PostsPerMember = new(
        "posts", 1.25, "a member and year",
        "Slicer 2017–2026: 96,159 posts, 8,241 members, 9.3 years; Travel has 0.83");

    public static readonly Input ReactionsPerPost = new(
        "reactions", 2.25, "a post", "Travel 2011–2017: 508,083 votes, 226,068 posts");

    public static readonly Input ViewsPerPost = new(
        "pages read", 100, "a post", "assumed: one in a hundred visits writes");

    public static readonly Input PagesPerVisit = new("pages", 5, "a visit", "assumed");

    public static readonly Input SecondsPerPage = new("time on a page", 60, "s", "assumed");

    public static readonly Input SignedIn = new("visits of members who are signed in", 0.3, "of all", "assumed");

    public static readonly Input NightAndDay = new(
        "swing of the day", 0.8, "of the mean", "assumed: 1.8 times the mean at the top, 0.2 at the bottom");

    public static readonly Input BusyDay = new(
        "a busy day", 5, "times a usual one", "assumed: what must be served without anybody's doing");

    public static readonly Input Skew = new(
        "exponent of the sizes of communities", 1.0, "", "Zipf's law; jitter of a third around it");

    public static readonly Input Liveliness = new(
        "spread of liveliness", 0.8, "σ of its logarithm",
        "Bicycles, Travel, Slicer: 0.12, 0.83, 1.25 posts a member and year");

    public static readonly Input[] All =
    [
        PostsPerMember, ReactionsPerPost, ViewsPerPost, PagesPerVisit, SecondsPerPage, SignedIn, NightAndDay, BusyDay,
        Skew, Liveliness,
    ];
}

/// <summary>What the program does with it, and how fast.</summary>
internal static class Rates
{
    public static readonly Input EventsPerPost = new(
        "events of a post", 3, "", "Reactors.cs: the thread's, and a tally each for community and member");

    public static readonly Input EventsPerReaction = new(
        "events of a reaction", 4, "", "Reactors.cs: the thread's, and a tally each for community, giver and author");

    public static readonly Input PostBytes = new(
        "a post in the journal", 1_200, "bytes", "Slicer: 115,219,878 bytes of 96,159 posts");

    public static readonly Input OtherBytes = new(
        "any other event", 210, "bytes", "Travel: 163,526,611 bytes of 778,354 records");

    public static readonly Input RowOverhead = new("a row with its indexes", 120, "bytes more", "assumed");

    public static readonly Input ViewsShare = new(
        "views and search", 1.0, "of the journal's size", "assumed: rows and the full-text index");

    public static readonly Input Packed = new(
        "a segment, packed", 0.4, "of its size", "Slicer as one file: 0.23; small segments pack worse");

    public static readonly Input CommandsPerCpu = new(
        "commands", 3_700, "a second and vCPU of a silo",
        "tests/Chaos --calm: 3,933 replies a second, views, reactors and archive among it, with 1.05 processors");

    public static readonly Input SeesPerCpu = new(
        "looks at an actor", 8_000, "a second and vCPU of a silo", "assumed: half of what a command costs");

    public static readonly Input SeesPerPage = new(
        "looks at an actor", 1, "a page of a signed-in member", "the server resolves what the member may do");

    public static readonly Input EventsPerPartition = new(
        "journal, one partition", 5_000, "events a second",
        "assumed: one commit of up to some hundred events every few ms");

    public static readonly Input EventsPerCore = new(
        "journal and views", 4_000, "events a second and vCore of the database",
        "a third of what tests/Chaos --calm measured: 3,933 replies, two events each at least, with 0.65 of a core");

    public static readonly Input ReadsPerCore = new(
        "pages out of the views", 1_000, "a second and vCore of the database", "assumed");

    public static readonly Input PagesPerCpu = new(
        "pages rendered", 2_500, "a second and vCPU of the web",
        "tests/Benchmarks http-read: 5,051 on 2 cores, each from the views");

    public static readonly Input Kept = new(
        "pages answered from the cache of pages", 0.5, "of all", "assumed: visitors' alone are kept");

    public static readonly Input LivePerWeb = new(
        "live connections", 20_000, "0.5 vCPU of the web", "WebOptions.LiveMax; larger replicas are told more");

    public static readonly Input ArchivePerWriter = new(
        "archive writer", 270_000, "events a second", "tests/Benchmarks archive, on disk, 2 cores");

    public static readonly Input RoundAge = new("an archive round", 5, "s", "ArchiveOptions.RoundAge");

    public static readonly Input WritesPerSegment = new(
        "blob writes of a segment", 2, "", "ArchiveRounds.cs: the segment and the head");

    public static readonly Input WritesPerAccount = new(
        "a storage account", 20_000, "requests a second", "its standard limit");

    public static readonly Input ThreadBytes = new(
        "a thread in memory", 16_400, "bytes",
        "tests/Benchmarks memory: 14,329 with 100 posts; 2 KB for Orleans assumed");

    public static readonly Input MemberBytes = new(
        "a member in memory", 2_550, "bytes", "tests/Benchmarks memory: 494; 2 KB for Orleans assumed");

    public static readonly Input Idle = new("an idle actor stays in memory", 600, "s", "NodeOptions.IdleTime");

    public static readonly Input ActivationsPerSilo = new(
        "actors in memory", 50_000, "a silo", "NodeOptions.ActivationsMax; beyond it those idle longest leave earlier");

    public static readonly Input StayMin = new(
        "an idle actor should stay", 60, "s at least", "assumed: so often does a lively thread or member come back");

    public static readonly Input Full = new(
        "as full as a machine should be", 0.6, "", "assumed: so that the loss of one of three is no loss");

    public static readonly Input BaseMemory = new("an empty silo", 0.35, "GiB", "assumed");

    public static readonly Input PageBytes = new(
        "a page on the wire", 15_000, "bytes", "assumed: packed, with its assets kept");

    public static readonly Input LogBytes = new("log and traces", 100, "bytes a page", "assumed: one in ten is traced");

    public static readonly Input[] All =
    [
        EventsPerPost, EventsPerReaction, PostBytes, OtherBytes, RowOverhead, ViewsShare, Packed, CommandsPerCpu,
        SeesPerCpu, SeesPerPage, EventsPerPartition, EventsPerCore, ReadsPerCore, PagesPerCpu, Kept, LivePerWeb,
        ArchivePerWriter, RoundAge,
        WritesPerSegment, WritesPerAccount, ThreadBytes, MemberBytes, Idle, ActivationsPerSilo, StayMin, Full,
        BaseMemory, PageBytes, LogBytes,
    ];
}

/// <summary>
/// List prices in US dollars, East US, pay as you go, without tax, as they were known in 2025: for an idea of the size
/// of a bill, and not for one.
/// </summary>
internal static class Prices
{
    /// <summary>An average month.</summary>
    public const double Hours = 730;

    public static readonly Input Cpu = new("Container Apps, active", 0.000024, "a vCPU and second", "");
    public static readonly Input Memory = new("Container Apps, memory", 0.000003, "a GiB and second", "");
    public static readonly Input Requests = new("Container Apps, requests", 0.40, "a million, from the third on", "");
    public static readonly Input Environment = new("addresses and balancers of an environment", 22, "a month", "");
    public static readonly Input Core = new("PostgreSQL, general purpose", 0.089, "a vCore and hour", "");
    public static readonly Input Burstable = new("PostgreSQL, B2s", 0.068, "an hour", "");
    public static readonly Input DatabaseDisk = new("PostgreSQL, disk", 0.115, "a GiB and month", "");
    public static readonly Input Hot = new("blobs, hot", 0.0184, "a GB and month", "");
    public static readonly Input Cold = new("blobs, cold", 0.0036, "a GB and month", "");
    public static readonly Input BlobWrites = new("blobs, writes", 0.05, "ten thousand", "");
    public static readonly Input Logs = new("Log Analytics", 2.76, "a GB, from the sixth on", "");
    public static readonly Input Registry = new("registry, Basic", 5.07, "a month", "");
    public static readonly Input Endpoint = new("private endpoint and its zone", 7.80, "a month", "");
    public static readonly Input Egress = new("traffic to readers", 0.087, "a GB, from the 101st on", "");

    public static readonly Input[] All =
    [
        Cpu, Memory, Requests, Environment, Core, Burstable, DatabaseDisk, Hot, Cold, BlobWrites, Logs, Registry,
        Endpoint, Egress,
    ];
}
