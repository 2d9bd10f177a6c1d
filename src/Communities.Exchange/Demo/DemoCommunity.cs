using System.Globalization;
using Communities.Actors;

namespace Communities.Exchange.Demo;

/// <summary>A sample community with months of history that end just now. The same seed gives the same one.</summary>
public sealed class DemoCommunity
{
    /// <summary>Who founded it and owns it.</summary>
    public const string Owner = "nora";

    /// <summary>Who keeps order.</summary>
    public const string Moderator = "samir";

    /// <summary>Who just takes part.</summary>
    public const string Participant = "lea";

    private const int MembersMax = 170;
    private const int DaysOfHistory = 300;

    private static readonly (string Account, string Name, Role Role)[] _known =
    [
        (Owner, "Nora Lindqvist", Role.Owner), (Moderator, "Samir Haddad", Role.Moderator),
        (Participant, "Léa Fontaine", Role.Member),
    ];

    private readonly DemoScene _scene;

    private DemoCommunity(DemoScene scene) => _scene = scene;

    /// <summary>Its slug.</summary>
    public string Slug => _scene.Texts.Lines("about")[0];

    /// <summary>Its language.</summary>
    internal string Language => _scene.Texts.Lines("about")[3];

    /// <summary>What it is made from.</summary>
    internal DemoTexts Texts => _scene.Texts;

    /// <summary>All of it, as an exchange file would hold it.</summary>
    public IReadOnlyList<Record> Records => _scene.Records;

    /// <summary>The accounts of its members.</summary>
    public IReadOnlyList<string> Members => _scene.Members;

    /// <summary>Threads in which somebody may well write something now.</summary>
    public IReadOnlyList<string> LivelyThreads => _scene.Lively;

    /// <summary>Something that somebody may well write now.</summary>
    internal string Remark(Random chance) =>
        Fill(Pick(_scene.Texts.Alternatives("live"), chance), Pick(_scene.Faults, chance), chance);

    /// <summary>The sample communities: one in English, one in French.</summary>
    public static IReadOnlyList<DemoCommunity> All(DateTimeOffset now, int seed) =>
        [Generate("riverside", now, seed), Generate("jardins", now, seed + 1)];

    private static DemoCommunity Generate(string name, DateTimeOffset now, int seed)
    {
        // In whole milliseconds, as turns are: what is in force from the beginning is not in force a moment later.
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        var scene = new DemoScene(DemoTexts.Load(name), new Random(seed), now);
        var demo = new DemoCommunity(scene);
        demo.Found();
        demo.Join();
        var domain = new DemoDomain(scene, demo.Slug);
        new DemoThreads(scene).Write();
        domain.Stray();
        new DemoAttached(scene).Write();
        domain.Know();
        var ordered = scene.Records.OrderBy(record => record.Time).ToList(); // It keeps the order of what is at once.
        scene.Records.Clear();
        scene.Records.AddRange(ordered);
        return demo;
    }

    /// <summary>The text with everything put in that it leaves open.</summary>
    internal static string Fill(string text, string[] fault, Random chance)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        return text.Replace("{thing}", fault[1], StringComparison.Ordinal)
            .Replace("{Thing}", char.ToUpperInvariant(fault[1][0]) + fault[1][1..], StringComparison.Ordinal)
            .Replace("{symptom}", fault[2], StringComparison.Ordinal)
            .Replace("{detail}", fault[3], StringComparison.Ordinal)
            .Replace("{outcome}", fault[7], StringComparison.Ordinal)
            .Replace("{years}", chance.Next(3, 19).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{n}", chance.Next(3, 30).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{day}", chance.Next(2, 28).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    internal static T Pick<T>(IReadOnlyList<T> from, Random chance) => from[chance.Next(from.Count)];

    private void Found()
    {
        var about = _scene.Texts.Lines("about");
        var at = _scene.Now.AddDays(-DaysOfHistory);
        _scene.Records.Add(new Record
        {
            Kind = Record.Community,
            Id = Slug,
            Author = Owner,
            Time = at,
            Title = about[1],
            Format = Record.FirstFormat, // Its badges follow from what is written.
            Fact = new CommunityEvent.Founded(about[1], about[2], about[3], Visibility.Public, _known[0].Name),
        });
        Add("purpose", new CommunityEvent.PurposeSet(DemoDomain.Purpose(_scene.Texts)));
        _scene.Records.Add(new Record
        {
            Kind = "policy.published", Id = "netiquette-1", Parent = Policy.Netiquette, Author = Owner, Time = at,
            Fact = new PolicyEvent.Published(1, _scene.Texts.Whole("rules"), "", at),
        });
        foreach (var row in _scene.Texts.Rows("categories"))
            Add($"category-{row[0]}", new CommunityEvent.CategoryAdded(new Category(
                row[0], row[1], row[2], row[3].Length > 0 ? row[3] : null,
                    int.Parse(row[4], CultureInfo.InvariantCulture))));

        void Add(string id, CommunityEvent fact) => _scene.Records.Add(new Record
        {
            Kind = Facts.NameOf(fact), Id = id, Author = Owner, Time = at, Fact = fact,
        });
    }

    private void Join()
    {
        var (first, last) = (_scene.Texts.Words("first"), _scene.Texts.Words("last"));
        var bios = _scene.Texts.Alternatives("bios");
        _scene.Members.Add(Owner);
        foreach (var (account, name, role) in _known.Skip(1))
            Member(account, name, role, _scene.Now.AddDays(1 - DaysOfHistory));
        for (var i = 0; _scene.Members.Count < MembersMax; i++)
        {
            var name = $"{first[i % first.Length]} {last[(i * 7 + i / first.Length * 3) % last.Length]}";
            var account = Names.Slug(name, 30);
            if (_scene.Members.Contains(account) || !Keys.IsAccount(account)) continue;
            // Half of them were there in the first month, the others came since.
            var days = i % 2 == 0 ? DaysOfHistory - 2 - _scene.Chance.Next(28)
                : _scene.Chance.Next(1, DaysOfHistory - 30);
            Member(account, name, i is 3 ? Role.Manager : i is 8 or 20 ? Role.Moderator : Role.Member,
                _scene.Now.AddDays(-days));
            if (i % 4 == 1) Describe(account, name, bios[i % bios.Length]);
        }
    }

    private void Member(string account, string name, Role role, DateTimeOffset at)
    {
        _scene.Members.Add(account);
        _scene.Records.Add(new Record
        {
            Kind = Record.Member,
            Id = account,
            Author = account,
            Time = at,
            Title = name,
            Fact = new MemberEvent.Joined(name, role, Trust: role == Role.Member ? 1 + _scene.Members.Count % 3 : 3),
        });
    }

    private void Describe(string account, string name, string bio) => _scene.Records.Add(new Record
    {
        Kind = "member.described",
        Id = $"{account}/bio",
        Parent = account,
        Author = account,
        Time = _scene.Records[^1].Time.AddMinutes(4),
        Fact = new MemberEvent.Described(name, bio),
    });
}
