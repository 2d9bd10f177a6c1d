using System.Runtime.ExceptionServices;
using Communities.Actors;

namespace Communities.Exchange;

/// <summary>One import under way: takes records in the order of the file, and brings each to its actor.</summary>
/// <remarks>
/// It asks without waiting for answers, as many at once as the journal can use; each actor does what it is asked in
/// that order. Only the answers come from other threads.
/// </remarks>
internal sealed partial class ImportSession(IActors actors, Feeds feeds, ImportOptions options, ImportTally tally)
{
    private const string CameBefore = "It was here before, and not from this file.";

    private readonly SemaphoreSlim _room = new(options.InFlightMax);
    private readonly Dictionary<string, Lane> _threads = []; // By the id of the thread in the file.
    private EarlierImport _earlier = new();
    private Lane? _community;
    private bool _isOwn;
    private DateTimeOffset? _copiedUntil; // Where the file says what came of what members did.
    private string? _from; // What the file calls the community, where it is called otherwise here.
    private Exception? _failure;

    private string Slug => _community!.Key;

    /// <summary>Takes the next record; returns when there is room for another.</summary>
    public async ValueTask Take(Record record, CancellationToken ct)
    {
        if (_community is null) await Found(record, ct).ConfigureAwait(false);
        if (_from is not null) record = Readdressing.Of(record, _from, Slug);
        // Posts that come from another thread must have been there: those who follow the feed look for them.
        if (record.Fact is ThreadEvent.Received) await WhenIdle().ConfigureAwait(false);
        await _room.WaitAsync(ct).ConfigureAwait(false);
        var done = ValueTask.FromException<Outcome?>(Volatile.Read(ref _failure) ?? new InvalidOperationException());
        try
        {
            if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
            done = Route(record);
        }
        catch
        {
            _room.Release();
            throw;
        }

        if (done.IsCompletedSuccessfully) Settle(record, done.Result);
        else if (record.Kind is Record.Upload or Record.Poll || record.Fact is CaseEvent.Decided)
            await Settle(record, done).ConfigureAwait(false);
        else _ = Settle(record, done);
    }

    /// <summary>Waits until everything taken is done.</summary>
    public async Task WhenIdle()
    {
        for (var i = 0; i < options.InFlightMax; i++) await _room.WaitAsync().ConfigureAwait(false);
        _room.Release(options.InFlightMax);
    }

    /// <summary>Does what can only be done behind the last record.</summary>
    /// <param name="isWhole">The file was read to its end.</param>
    /// <param name="ct">Cancels.</param>
    public async Task End(bool isWhole, CancellationToken ct)
    {
        foreach (var (id, lane) in _threads)
        {
            if (lane.Opening is { } opening)
            {
                tally.Count(opening, Outcome.Skipped("It has no opening post."));
                continue;
            }

            var closing = new Record { Kind = Commands.Closing, Id = id, Thread = id, Time = lane.Last };
            if (isWhole && lane.EndsClosed) await Take(closing, ct).ConfigureAwait(false);
        }

        await WhenIdle().ConfigureAwait(false);
        EndAttached();
        if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    private async Task Settle(Record record, ValueTask<Outcome?> done)
    {
        try
        {
            Settle(record, await done.ConfigureAwait(false));
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            _room.Release();
        }
    }

    private void Settle(Record record, Outcome? outcome)
    {
        if (outcome is { } known && record.Kind != Commands.Closing) tally.Count(record, known);
        _room.Release();
    }

    // Null where it is counted elsewhere: a thread is imported with its first post.
    private ValueTask<Outcome?> Route(Record record) => record.Kind switch
    {
        Record.Community => _isOwn ? Known(null) : Skipped("Only the first record is about the community."),
        Record.Member => Member(record),
        Record.OfThread => Thread(record),
        Record.Post or Record.Vote or Commands.Closing => OnThread(record),
        Record.Content => Content(record),
        Record.Upload => Upload(record),
        Record.Poll => Poll(record),
        Record.Conversation => Conversation(record),
        Record.Ballot => OnPoll(record),
        Record.Message => OnConversation(record),
        _ when !Facts.Has(record.Kind) => Skipped("This kind is not known."),
        _ when record.Fact is CommunityEvent.RulesSet => OnPolicy(record, Communities.Policy.Netiquette),
        _ when record.Kind.StartsWith("policy.", StringComparison.Ordinal) => OnPolicy(record, record.Parent),
        _ when record.Kind.StartsWith("knowledge.", StringComparison.Ordinal) => OnKnowledge(record, record.Parent),
        _ when record.Kind.StartsWith("community.", StringComparison.Ordinal) =>
            Bring(_community!, record, Commands.OnCommunity(record.Fact!), By(record), Standing.System),
        _ when record.Kind.StartsWith("member.", StringComparison.Ordinal) => OnMember(record),
        _ when record.Kind.StartsWith("case.", StringComparison.Ordinal) => OnCase(record),
        _ when record.Kind.StartsWith("poll.", StringComparison.Ordinal) => OnPoll(record),
        _ when record.Kind.StartsWith("conversation.", StringComparison.Ordinal) => OnConversation(record),
        _ => OnAnimated(record),
    };

    private static ValueTask<Outcome?> Known(Outcome? outcome) => ValueTask.FromResult(outcome);

    private static ValueTask<Outcome?> Skipped(string reason) => Known(Outcome.Skipped(reason));

    private async Task Found(Record first, CancellationToken ct)
    {
        _isOwn = first is { Kind: Record.Community, Format: Record.OwnFormat or Record.FirstFormat };
        if (_isOwn && first.Format == Record.OwnFormat) _copiedUntil = options.Time.GetUtcNow();
        var slug = options.Community ?? (_isOwn ? first.Id : options.Fallback)
            ?? throw new ExchangeException("The file does not say which community it is; name one.");
        if (!Keys.IsCommunity(slug))
            throw new ExchangeException($"{Text.CleanLine(slug, 60)} cannot be the short name of a community: "
                + "2 to 40 small letters a–z, digits and inner hyphens.");
        tally.Community = slug;
        if (_isOwn && first.Id != slug) _from = first.Id;
        var command = Commands.Founding(first, slug, _isOwn);
        var founder = command.FounderName is not null && Keys.IsAccount(first.Author) ? first.Author! : "";
        if (founder.Length > 0) _accounts[founder] = founder;
        var id = Names.CommandId(Record.Community, first.Id);
        var outcome = Outcome.Imported;
        if ((await actors.See<Community>(slug, ct).ConfigureAwait(false)).IsFounded)
        {
            _earlier = await EarlierImport.Read(feeds.Of(slug), slug, ct).ConfigureAwait(false);
            outcome = _earlier.Has(id) ? Outcome.Repeated : Outcome.Skipped(CameBefore);
        }
        else
        {
            var answer = await actors.Ask(slug, command, Call(founder, id, first.Time), ct).ConfigureAwait(false);
            if (answer.Refusal is { } no) throw new ExchangeException(no.Reason);
        }

        if (_isOwn) tally.Count(first, outcome);
        _community = new Lane(slug, isOurs: outcome.What != What.Skipped);
        if (founder.Length > 0 && _community.IsOurs)
            await FounderJoins(founder, command.FounderName!, first).ConfigureAwait(false);
    }

    private ValueTask<Outcome?> Thread(Record record)
    {
        if (_threads.ContainsKey(record.Id)) return Skipped("The thread is there twice.");
        var key = Keys.OfThread(Slug, Names.Thread(record));
        var isOurs = !_earlier.HasBegun(Communities.Thread.Kind, key)
            || _earlier.Has(Names.CommandId(record.Kind, record.Id));
        _threads[record.Id] = new Lane(key, isOurs)
        {
            Opening = record,
            EndsClosed = record.Tags.Contains("status:closed"),
        };
        return Known(null);
    }

    private ValueTask<Outcome?> OnThread(Record record)
    {
        if (record.Thread is null
            || (!_threads.TryGetValue(record.Thread, out var lane) && !IsOpened(record, out lane)))
            return Skipped("Its thread did not come before it.");
        lane.Last = record.Time;
        if (lane.Opening is not { } opening) return OnOpenThread(lane, record);
        var isFirst = record.Kind == Record.Post
            && (_isOwn ? record.Id.EndsWith("/1", StringComparison.Ordinal) : record.Parent is null);
        if (!isFirst) return Skipped("Its thread has no opening post.");
        lane.Opening = null;
        return Opening(lane, opening, record);
    }

    private async ValueTask<Outcome?> Opening(Lane lane, Record thread, Record post)
    {
        var id = Names.CommandId(thread.Kind, thread.Id);
        lane.Number(post.Id);
        var outcome = !lane.IsOurs ? Outcome.Skipped(CameBefore) : Outcome.Repeated;
        if (lane.IsOurs && !_earlier.Has(id))
        {
            var call = Call(By(post), id, post.Time);
            outcome = Read(await actors.Ask(lane.Key, Commands.Opening(thread, post), call).ConfigureAwait(false));
        }

        tally.Count(thread, outcome);
        return outcome;
    }

    private ValueTask<Outcome?> OnOpenThread(Lane lane, Record record)
    {
        if (!lane.IsOurs) return Skipped(CameBefore);
        var id = Names.CommandId(record.Kind, record.Id);
        var number = record.Parent is { } parent ? lane.NumberOf(parent) : 0;
        if (record.Parent is not null && number == 0) return Skipped("Its post did not come in.");
        if (record.Fact is ThreadEvent.Removed or ThreadEvent.Restored or ThreadEvent.Published)
            lane.Hide(number, record.Fact is ThreadEvent.Removed);
        if (_earlier.Has(id))
        {
            if (record.Fact is ThreadEvent.Received came) Arrive(lane, record, came);
            if (record.Kind == Record.Post) lane.Number(record.Id, _earlier.NumberOf(id));
            return Known(Outcome.Repeated);
        }

        if (record.Fact is ThreadEvent.Received moved && !Arrive(lane, record, moved))
            return Skipped("Its posts are not of a thread that came before it.");
        var by = By(record);
        var (command, standing, reason) = Commands.OnThread(record, number, by.Length > 0, _isOwn);
        if (reason is not null) return Skipped(reason);
        if (record.Kind != Record.Post) return Bring(lane, record, command, by, standing);
        if (lane.IsFull) return Skipped("Its thread is as long as a thread can be.");
        if (lane.IsRemoved || (number > 0 && lane.IsHidden(number))) return Skipped("What it answers was removed.");
        return Posted(lane.Number(record.Id), actors.Ask(lane.Key, command!, new Call(by, standing, id, record.Time)));
    }

    // Nobody else writes in a thread while it comes in; if it should happen, votes must not go to the wrong posts.
    private static async ValueTask<Outcome?> Posted(int number, ValueTask<Answer> asked)
    {
        var answer = await asked.ConfigureAwait(false);
        return answer.First<ThreadEvent.Replied>() is not { } replied || replied.Number == number ? Read(answer)
            : throw new ExchangeException("Somebody wrote in a thread while it was imported; repeat the import.");
    }

    private ValueTask<Outcome?> Bring<TActor>(
        Lane lane, Record record, ICommand<TActor>? command, string by, Standing standing)
        where TActor : class, IActor
    {
        if (!lane.IsOurs) return Skipped(CameBefore);
        if (command is null) return Skipped("Its data is not complete.");
        var id = Names.CommandId(record.Kind, record.Id);
        return _earlier.Has(id) ? Known(Outcome.Repeated)
            : Answered(actors.Ask(lane.Key, command, new Call(by, standing, id, record.Time)));
    }

    // Whoever wrote the file may have written what no actor would have: it must not stop the rest.
    private static async ValueTask<Outcome?> Answered(ValueTask<Answer> asked)
    {
        try
        {
            return Read(await asked.ConfigureAwait(false));
        }
        catch (ActorFaultException)
        {
            return Outcome.Skipped("Its data makes no sense here.");
        }
    }

    private static Outcome Read(Answer answer) =>
        answer.Refusal == EngineRefusals.Busy
            ? throw new ExchangeException("The program is too busy to import; repeat it later.")
        : answer.Refusal is { } no ? Outcome.Skipped(no.Reason)
        : answer.IsRepeat ? Outcome.Repeated
        : answer.Events.Count == 0 ? Outcome.AlreadySo
        : Outcome.Imported;

    private static Call Call(string by, string? id, DateTimeOffset at) => new(by, Standing.System, id, at);
}
