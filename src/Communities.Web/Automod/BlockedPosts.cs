using System.Collections.Immutable;

namespace Communities.Web;

/// <summary>Something that a rule kept from being posted.</summary>
/// <param name="Author">The account that wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">Its title and text, cut at some hundred characters.</param>
public sealed record BlockedPost(string Author, DateTimeOffset At, string Text);

/// <summary>
/// What the rules of automoderation kept from being posted: how often, until <see cref="Counting"/> tells it, and the
/// newest few texts of each rule, so that managers see what it does.
/// </summary>
/// <remarks>
/// Texts that nobody was to read are kept in memory alone, a few days: they are in no journal and no archive, which
/// forget nothing, and are gone with the process. Counting costs a lock, and a raid is one event a minute.
/// </remarks>
internal sealed class BlockedPosts(TimeProvider time)
{
    /// <summary>How many texts of a rule are kept, each of another author: enough to see whether it errs.</summary>
    public const int TextsMax = 5;

    /// <summary>How much of a text is kept, in characters.</summary>
    public const int TextMax = 500;

    /// <summary>For how many days a text is kept: a rule that errs is noticed in a week, or not by its texts.</summary>
    public const int TextDays = 7;

    /// <summary>How long a count waits, so that a raid is few events.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    // Of so many rules texts are kept: some megabytes. Beyond, those of the rule that was quiet for longest go.
    private const int RulesMax = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Community, string Rule), List<BlockedPost>> _texts = []; // The newest first.
    private Dictionary<string, Dictionary<string, int>> _untold = [];
    private DateTimeOffset _told = time.GetUtcNow();

    /// <summary>These rules kept this from being posted.</summary>
    public void Note(string community, AutomodPost post, ImmutableArray<string> rules)
    {
        if (rules.IsEmpty) return;
        var whole = post.Title is null ? post.Text : $"{post.Title}\n{post.Text}";
        var kept = new BlockedPost(post.Author, post.At, Cut(whole));
        lock (_lock)
            foreach (var rule in rules)
            {
                Add(community, rule, 1);
                Keep((community, rule), kept);
            }
    }

    /// <summary>What of a rule is counted and not told yet.</summary>
    public int Untold(string community, string rule)
    {
        lock (_lock) return _untold.GetValueOrDefault(community)?.GetValueOrDefault(rule) ?? 0;
    }

    /// <summary>The newest texts that a rule kept from being posted, as far as this process knows.</summary>
    public ImmutableArray<BlockedPost> Newest(string community, string rule)
    {
        lock (_lock)
            return _texts.TryGetValue((community, rule), out var texts) ? [.. texts.Where(IsYoung)] : [];
    }

    /// <summary>
    /// What was counted since the last time, by community, where that is a <see cref="Pace"/> ago; forgets old texts.
    /// </summary>
    public IReadOnlyList<(string Community, ImmutableArray<RuleBlocks> Rules)> Take(bool isLast)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!isLast && now - _told < Pace) return [];
            _told = now;
            foreach (var (rule, texts) in _texts)
            {
                texts.RemoveAll(text => !IsYoung(text));
                if (texts.Count == 0) _texts.Remove(rule);
            }

            var taken = _untold.SelectMany(of => of.Value.Select(one => new RuleBlocks(one.Key, one.Value))
                .Chunk(AutomodRules.Most).Select(part => (of.Key, part.ToImmutableArray()))).ToList();
            _untold = [];
            return taken;
        }
    }

    /// <summary>Puts back what could not be told.</summary>
    public void Return(string community, ImmutableArray<RuleBlocks> rules)
    {
        lock (_lock)
            foreach (var (rule, count) in rules) Add(community, rule, count);
    }

    private void Add(string community, string rule, int count)
    {
        if (!_untold.TryGetValue(community, out var rules)) _untold[community] = rules = [];
        rules[rule] = rules.GetValueOrDefault(rule) + count;
    }

    private void Keep((string, string) rule, BlockedPost post)
    {
        if (!_texts.TryGetValue(rule, out var texts))
        {
            if (_texts.Count >= RulesMax) _texts.Remove(_texts.MinBy(of => of.Value[0].At).Key);
            _texts[rule] = texts = [];
        }

        texts.RemoveAll(text => text.Author == post.Author);
        texts.Insert(0, post);
        if (texts.Count > TextsMax) texts.RemoveAt(TextsMax);
    }

    private bool IsYoung(BlockedPost post) => time.GetUtcNow() - post.At < TimeSpan.FromDays(TextDays);

    private static string Cut(string text) => text.Length <= TextMax ? text : Text.Cut(text, TextMax) + "…";
}
