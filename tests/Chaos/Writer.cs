using Communities.Actors;

namespace Communities.Chaos;

/// <summary>How those who write behave.</summary>
/// <param name="Think">They wait this long on average between an answer and what they ask next.</param>
/// <param name="RepliesOnly">They do nothing but reply.</param>
internal sealed record Manners(TimeSpan Think, bool RepliesOnly = false);

/// <summary>
/// Somebody who writes as a browser does: each command has an id, and what is not answered is sent again with the same.
/// Without a book to note texts in, all of them are the same.
/// </summary>
internal sealed class Writer(
    int number, Town town, IActors actors, Book? book, Waits waits, Troubles troubles, int seed)
{
    /// <summary>What is not answered by then is sent again; longer than the client itself tries.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan _againMin = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _againMax = TimeSpan.FromSeconds(2);

    // Only what one wrote oneself lately is edited.
    private const int RecentMax = 20;

    private readonly Random _chance = new(unchecked((seed * 1_000_003) + number));
    private readonly List<(string Thread, int Number)> _recent = [];
    private readonly string _account = Town.Account(number);
    private int _commands;
    private int _texts;

    /// <summary>Writes until it is told to stop; then what was begun is brought to its end.</summary>
    /// <param name="manners">How.</param>
    /// <param name="stop">Nothing new is begun.</param>
    /// <param name="end">What is still not answered is given up.</param>
    public async Task Run(Manners manners, CancellationToken stop, CancellationToken end)
    {
        // Not all at once.
        await Rest(manners.Think * _chance.NextDouble(), stop);
        while (!stop.IsCancellationRequested)
        {
            await (manners.RepliesOnly ? Reply(end) : Act(end));
            await Rest(manners.Think * (0.5 + _chance.NextDouble()), stop);
        }
    }

    private Task Act(CancellationToken end) => _chance.Next(100) switch
    {
        < 2 => Open(end),
        < 10 => React(end),
        < 16 when _recent.Count > 0 => Edit(end),
        _ => Reply(end),
    };

    private async Task Reply(CancellationToken end)
    {
        var thread = town.AnyThread(AnyCommunity(), _chance);
        var text = book is null ? OneText : NewText();
        book?.Sends(text, thread, _account);
        var answer = await Ask(thread, new ThreadCommand.Reply(text), end);
        if (answer is null) return;
        if (answer.Refusal is null) Wrote(text, thread, answer.First<ThreadEvent.Replied>()!.Number);
        else book?.Refused(text);
    }

    private async Task Open(CancellationToken end)
    {
        var community = AnyCommunity();
        var thread = Keys.OfThread(community, Keys.NewThread(DateTimeOffset.UtcNow, (uint)_chance.NextInt64()));
        var text = NewText();
        book?.Sends(text, thread, _account);
        var title = $"{_account}'s thread {_texts}";
        var answer = await Ask(thread, new ThreadCommand.Open(title, text, null, []), end);
        if (answer is null) return;
        if (answer.Refusal is null)
        {
            Wrote(text, thread, 1);
            town.Opened(thread);
        }
        else
        {
            book?.Refused(text);
        }
    }

    private async Task Edit(CancellationToken end)
    {
        var (thread, post) = _recent[_chance.Next(_recent.Count)];
        var text = NewText();
        book?.Sends(text, thread, _account, post);
        var answer = await Ask(thread, new ThreadCommand.Edit(post, text), end);
        if (answer is null) return;
        if (answer.Refusal is null) book?.Acknowledged(text, post);
        else book?.Refused(text);
    }

    private async Task React(CancellationToken end)
    {
        if (town.AnyPostOfOthers(_account, _chance) is not var (thread, post)) return;
        var answer = await Ask(thread, new ThreadCommand.React(post, Reactions.Like), end);
        if (answer is { Refusal: null }) book?.Acknowledged(new Given(thread, post, Reactions.Like, _account));
    }

    private void Wrote(string text, string thread, int post)
    {
        book?.Acknowledged(text, post);
        town.Wrote(thread, post, _account);
        if (_recent.Count == RecentMax) _recent.RemoveAt(0);
        _recent.Add((thread, post));
    }

    // Null where it was given up at the end, without an answer.
    private async Task<Answer?> Ask<TActor>(string key, ICommand<TActor> command, CancellationToken end)
        where TActor : class, IActor
    {
        var call = new Call(_account, Town.Member, $"{_account}:{++_commands}");
        var (start, again) = (waits.Now, _againMin);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await actors.Ask(key, command, call, CancellationToken.None).AsTask()
                    .WaitAsync(_patience, end);
                if (answer.Refusal?.Code != EngineRefusals.Busy.Code)
                {
                    waits.Add(number, start, tries);
                    if (answer.Refusal is { } no) troubles.Refused(no);
                    return answer;
                }

                troubles.Failed(EngineRefusals.Busy.Code);
            }
            catch (Exception e) when (!end.IsCancellationRequested)
            {
                troubles.Failed(e);
            }
            catch (Exception) when (end.IsCancellationRequested)
            {
                waits.Add(number, start, tries);
                return null;
            }

            await Rest(again * (0.5 + _chance.NextDouble()), end);
            again = again * 2 < _againMax ? again * 2 : _againMax;
        }
    }

    private string AnyCommunity()
    {
        var mine = town.CommunitiesOf(number);
        return mine[_chance.Next(mine.Count)];
    }

    /// <summary>The median text of real posts is about this long.</summary>
    private static string OneText { get; } = string.Concat(Enumerable.Repeat("A reply of the usual length. ", 9));

    // About as long as people's texts are, and no two the same.
    private string NewText()
    {
        var words = Enumerable.Range(0, 5 + _chance.Next(60)).Select(_ => Words[_chance.Next(Words.Length)]);
        return $"Text {++_texts} of {_account}: {string.Join(' ', words)}.";
    }

    private static string[] Words { get; } =
        ["rain", "harbour", "möwe", "garden", "l’été", "stone", "bread", "tide", "<b>", "\"so\"", "naïve", "日本", "🌊"];

    private static Task Rest(TimeSpan time, CancellationToken ct) =>
        Task.Delay(time, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None,
            TaskScheduler.Default);
}
