using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Communities.Actors;
using Communities.Local;
using Communities.Suites;
using Communities.Web;

namespace Communities.Server.Tests;

/// <summary>
/// A program with data of its own that is killed in the middle of its work, at moments drawn from a seed, and begun
/// again.
/// </summary>
internal sealed class KilledServer : IDisposable
{
    private const int Seed = 20_261_122;

    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;

    /// <summary>The community that <see cref="Import"/> brings.</summary>
    public const string Community = "live";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Data => Path.Combine(_directory, "data");

    public Random Chance { get; } = new(Seed);

    /// <summary>How often it is killed: rarely in each build, often where somebody asks for the big tests.</summary>
    public static int Rounds(int usual, int big) =>
        System.Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") == "1" ? big : usual;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>The settings that the program finds in its environment.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        // Who is killed within seconds does not live to see its code made faster: not before 100 s without new code.
        ["DOTNET_TC_CallCountingDelayMs"] = "186A0",
    };

    public RunningProgram Start(params string[] more) =>
        Server.Start(Environment, ["--data", Data, "--urls", "http://127.0.0.1:0", .. more]);

    /// <summary>Writes a file of records, and says where it is.</summary>
    public async Task<string> Records(string name, IEnumerable<string> records)
    {
        var file = Path.Combine(_directory, name + ".jsonl");
        await File.WriteAllLinesAsync(file, records, Ct);
        return file;
    }

    /// <summary>Brings a community of threads by members 1, 2, 3 ….</summary>
    public async Task Import(int threads, int replies)
    {
        var file = await Records(Community, Written.Records(threads, replies));
        Assert.Equal(0, (await Server.Run("import", file, "--data", Data)).Code);
    }

    /// <summary>The account of a member that was brought.</summary>
    public static string Brought(int member) => $"member-{member}-m{member}";

    /// <summary>The API token of an account, which is opened where there is none yet.</summary>
    public async Task<string> Token(string account, bool isOperator = false) =>
        (await Tokens([account], isOperator))[0];

    /// <summary>API tokens, given while the program does not run, without a process of its own for each.</summary>
    public async Task<string[]> Tokens(IEnumerable<string> accounts, bool areOperators = false)
    {
        await using var engine = await LocalEngine.Start(
            new LocalOptions { Directory = Data }, Domain.Kinds, Domain.Reactors, Ct);
        return await Task.WhenAll(accounts.Select(async account =>
        {
            var key = Keys.OfAccount(account);
            await engine.Ask(key, new AccountCommand.Open(account, null, "en"), Call.System(), Ct);
            if (areOperators) await engine.Ask(key, new AccountCommand.MakeOperator(), Call.System(), Ct);
            var (token, command) = ApiTokens.New(account, "test");
            Assert.Null((await engine.Ask(key, command, Call.System(), Ct)).Refusal);
            return token;
        }));
    }

    /// <summary>
    /// Waits until something was written to the journal so often, or until this is over: a moment that depends on work
    /// done and not on how fast the machine is.
    /// </summary>
    public async Task Commits(int times, Task over)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var (last, now) = (Now(), Now()); times > 0 && !over.IsCompleted; (last, now) = (now, Now()))
        {
            if (now != last) times--;
            await ticks.WaitForNextTickAsync(Ct);
        }

        (long, DateTime) Now()
        {
            var log = new FileInfo(Path.Combine(Data, LocalEngine.JournalFile + "-wal"));
            return log.Exists ? (log.Length, log.LastWriteTimeUtc) : default;
        }
    }

    /// <summary>Serves, lets these work until so much was answered, and kills it under them.</summary>
    /// <param name="enough">Ends the round; fails it where one of them was refused.</param>
    /// <param name="begin">Begins the work, which ends by itself when the server is gone.</param>
    public async Task Round(Enough enough, Func<Uri, IEnumerable<Task>> begin)
    {
        using var server = Start();
        var working = begin(await server.Serving()).ToList();
        await Task.WhenAny(enough.Reached, Task.WhenAll(working));
        await server.Kill();
        await Task.WhenAll(working);
        if (enough.Reached.IsFaulted) await enough.Reached;
    }

    /// <summary>Who asks the API of the community; nobody known without a token.</summary>
    public static HttpClient Client(Uri address, string? token) => new()
    {
        BaseAddress = new Uri(address, $"/api/v1/communities/{Community}/"),
        DefaultRequestHeaders =
        {
            Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token),
        },
    };

    public static async Task<List<string>> Threads(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("threads", Ct)).GetProperty("items").EnumerateArray()
            .Select(thread => thread.GetProperty("id").GetString()!)];

    /// <summary>The archive is whole and says what the actors say.</summary>
    public async Task<string> Verified()
    {
        var verified = await Server.Run("archive", "verify", "--data", Data);
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        Assert.Contains("drift = 0", verified.Output, StringComparison.Ordinal);
        return verified.Output;
    }

    /// <summary>Asks again and again until it is so; the test's own time ends it.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo()) await ticks.WaitForNextTickAsync(Ct);
    }

    /// <summary>True where the server is gone: what was asked was not answered.</summary>
    public static bool IsGone(Exception e) => e is HttpRequestException or IOException;
}

/// <summary>Counts what was answered, up to as much as a round needs.</summary>
internal sealed class Enough(int most)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Task Reached => _reached.Task;

    public void Count()
    {
        if (Interlocked.Increment(ref _count) >= most) _reached.TrySetResult();
    }

    /// <summary>The round cannot go on: this was refused.</summary>
    public async Task Refuse(HttpResponseMessage answer) => _reached.TrySetException(new InvalidOperationException(
        $"{answer.RequestMessage?.RequestUri}: {await answer.Content.ReadAsStringAsync()}"));
}
