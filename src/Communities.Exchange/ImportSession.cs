using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Communities.Actors;

namespace Communities.Exchange;

/// <summary>One import under way: takes records in the order of the file, and brings each to its actor.</summary>
internal sealed partial class ImportSession(IActors actors, IFeed feed, ImportOptions options, ImportTally tally)
{
    private const string CameBefore = "It was here before, and not from this file.";

    private readonly SemaphoreSlim _room = new(options.InFlightMax);
    private readonly ConcurrentDictionary<string, string> _accounts = new(); // By the id of the member.
    private readonly Dictionary<string, Lane> _members = []; // By account.
    private readonly Dictionary<string, Lane> _threads = []; // By the id of the thread in the file.
    private EarlierImport _earlier = new();
    private Lane? _community;
    private bool _isOwn;
    private Exception? _failure;

    private string Slug => _community!.Key;

    /// <summary>Takes the next record; returns when there is room for another.</summary>
    public async ValueTask Take(Record record, CancellationToken ct)
    {
        if (_community is null) await Found(record, ct).ConfigureAwait(false);
        await _room.WaitAsync(ct).ConfigureAwait(false);
        if (Volatile.Read(ref _failure) is { } failure)
        {
            _room.Release();
            ExceptionDispatchInfo.Throw(failure);
        }

        ValueTask<Outcome?> done;
        try
        {
            done = Route(record);
        }
        catch
        {
            _room.Release();
            throw;
        }

        if (done.IsCompletedSuccessfully) Settle(record, done.Result);
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
            if (lane.Opening is { } opening) tally.Count(opening.Kind, Outcome.Skipped("It has no opening post."));
            else if (isWhole && lane is { EndsClosed: true, IsOurs: true })
                await Take(new Record { Kind = Commands.Closing, Id = id, Thread = id, Time = lane.Last }, ct).ConfigureAwait(false);
        }

        await WhenIdle().ConfigureAwait(false);
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
        if (outcome is { } known && record.Kind != Commands.Closing) tally.Count(record.Kind, known);
        _room.Release();
    }

    // Null where it is too early to say: a thread is imported with its first post.
    private ValueTask<Outcome?> Route(Record record) => record.Kind switch
    {
        Record.Community => Known(_isOwn ? null : Outcome.Skipped("Only the first record is about the community.")),
        Record.Member => Member(record),
        Record.OfThread => Known(Thread(record)),
        Record.Post => OnThread(record),
        Record.Vote or Commands.Closing => OnThread(record),
        _ when !Facts.Has(record.Kind) => Known(Outcome.Skipped("This kind is not known.")),
        _ when record.Kind.StartsWith("community.", StringComparison.Ordinal) => OnCommunity(record),
        _ when record.Kind.StartsWith("member.", StringComparison.Ordinal) => OnMember(record),
        _ => OnThread(record),
    };

    private static ValueTask<Outcome?> Known(Outcome? outcome) => ValueTask.FromResult(outcome);

    private async Task Found(Record first, CancellationToken ct)
    {
        _isOwn = first is { Kind: Record.Community, Format: Record.OwnFormat };
        var slug = options.Community ?? (_isOwn ? first.Id : options.Fallback);
        if (slug is null) throw new ExchangeException("The file does not say which community it is; name one.");
        if (!Keys.IsCommunity(slug))
            throw new ExchangeException($"A community cannot be called {Text.CleanLine(slug, 60)}: 2 to 40 small letters, digits, hyphens.");
        tally.Community = slug;
        _community = new Lane(slug);
        var command = Commands.Founding(first, slug, _isOwn);
        var founder = command.FounderName is not null && Keys.IsAccount(first.Author) ? first.Author! : "";
        if (founder.Length > 0) _accounts[founder] = founder;
        var id = Names.CommandId(Record.Community, first.Id);
        if ((await actors.See<Community>(slug, ct).ConfigureAwait(false)).IsFounded)
        {
            _earlier = await EarlierImport.Read(feed, slug, ct).ConfigureAwait(false);
            _community.IsOurs = _earlier.Has(id);
            if (_isOwn) tally.Count(first.Kind, _earlier.Has(id) ? Outcome.Repeated : Outcome.Skipped(CameBefore));
        }
        else
        {
            var answer = await actors.Ask(slug, command, Call(founder, id, first.Time), ct).ConfigureAwait(false);
            if (answer.Refusal is { } no) throw new ExchangeException(no.Reason);
            _community.IsOurs = true;
            if (_isOwn) tally.Count(first.Kind, Outcome.Imported);
        }

        // Their joining follows from the founding; it must have happened before what the file says of them later.
        if (founder.Length > 0 && _community.IsOurs == true)
            await Join(founder, founder, new MemberCommand.Join(command.FounderName!, Role.Owner), Record.Community, first)
                .ConfigureAwait(false);
    }

    private Outcome? Thread(Record record)
    {
        if (_threads.ContainsKey(record.Id)) return Outcome.Skipped("The thread is there twice.");
        _threads[record.Id] = new Lane(Keys.OfThread(Slug, Names.Thread(record)))
        {
            Opening = record,
            EndsClosed = record.Tags.Contains("status:closed"),
        };
        return null;
    }

    private ValueTask<Outcome?> OnCommunity(Record record) =>
        InTurn(_community!, record, static (session, lane, record) => session.Bring(
            lane, record, Commands.OnCommunity(record.Fact!), session.By(record), Standing.System));

    private ValueTask<Outcome?> OnThread(Record record)
    {
        if (record.Thread is null || !_threads.TryGetValue(record.Thread, out var lane))
            return Known(Outcome.Skipped("Its thread did not come before it."));
        lane.Last = record.Time;
        if (lane.Opening is { } opening)
        {
            var isFirst = record.Kind == Record.Post
                && (_isOwn ? record.Id.EndsWith("/1", StringComparison.Ordinal) : record.Parent is null);
            if (!isFirst) return Known(Outcome.Skipped("Its thread has no opening post."));
            lane.Opening = null;
            return Opening(lane, opening, record);
        }

        return InTurn(lane, record, static (session, lane, record) => session.OnOpenThread(lane, record));
    }

    private async ValueTask<Outcome?> Opening(Lane lane, Record thread, Record post)
    {
        var id = Names.CommandId(Record.OfThread, thread.Id);
        lane.Ask();
        try
        {
            Outcome? outcome = Outcome.Repeated;
            lane.IsOurs = _earlier.Has(id) ? true : null;
            if (lane.IsOurs is null)
            {
                var call = Call(By(post), id, post.Time);
                var answer = await actors.Ask(lane.Key, Commands.Opening(thread, post), call).ConfigureAwait(false);
                outcome = Read(answer) is { What: What.Skipped } ? Outcome.Skipped(CameBefore) : Read(answer);
                if (answer.Refusal is { Code: not "thread.exists" } no) outcome = Outcome.Skipped(no.Reason);
                lane.IsOurs = outcome is not { What: What.Skipped };
            }

            if (lane.IsOurs == true) lane.Numbered(post.Id, 1);
            tally.Count(thread.Kind, outcome!.Value);
            return outcome;
        }
        finally
        {
            lane.Answer();
        }
    }

    private ValueTask<Outcome?> OnOpenThread(Lane lane, Record record)
    {
        var number = record.Parent is { } parent ? lane.NumberOf(parent)!.Value : 0;
        if (record is { Kind: Record.Post, Parent: not null } && number == 0)
            return Known(Outcome.Skipped("The post that it answers did not come in."));
        if (record.Kind != Record.Post && record.Parent is not null && number == 0)
            return Known(Outcome.Skipped("Its post did not come in."));
        var by = By(record);
        var (command, standing, reason) = Commands.OnThread(record, number, by.Length > 0, _isOwn);
        return reason is not null ? Known(Outcome.Skipped(reason)) : Bring(lane, record, command, by, standing);
    }

    // At once where all is known that the record depends on, else behind those before it.
    private ValueTask<Outcome?> InTurn(
        Lane lane, Record record, Func<ImportSession, Lane, Record, ValueTask<Outcome?>> send)
    {
        var isReady = lane.Sent.IsCompleted && lane.IsOurs is not null
            && (record.Parent is not { } parent || lane.NumberOf(parent) is not null);
        if (isReady) return send(this, lane, record);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = lane.Sent;
        lane.Sent = sent.Task;
        return Later();

        async ValueTask<Outcome?> Later()
        {
            ValueTask<Outcome?> done;
            try
            {
                await before.ConfigureAwait(false);
                await lane.WhenIdle().ConfigureAwait(false);
                done = send(this, lane, record);
            }
            finally
            {
                sent.SetResult();
            }

            return await done.ConfigureAwait(false);
        }
    }

    private ValueTask<Outcome?> Bring<TActor>(
        Lane lane, Record record, ICommand<TActor>? command, string by, Standing standing)
        where TActor : class, IActor
    {
        if (lane.IsOurs != true) return Known(Outcome.Skipped(CameBefore));
        if (command is null) return Known(Outcome.Skipped("Its data is not complete."));
        var id = Names.CommandId(record.Kind, record.Id);
        if (_earlier.Has(id))
        {
            if (record.Kind == Record.Post) lane.Numbered(record.Id, _earlier.NumberOf(id));
            return Known(Outcome.Repeated);
        }

        var call = new Call(by, standing, id, record.Time);
        lane.Ask();
        return Answered(lane, record, actors.Ask(lane.Key, command, call));
    }

    private static async ValueTask<Outcome?> Answered(Lane lane, Record record, ValueTask<Answer> asked)
    {
        try
        {
            var answer = await asked.ConfigureAwait(false);
            if (answer.First<ThreadEvent.Replied>() is { } replied) lane.Numbered(record.Id, replied.Number);
            return Read(answer);
        }
        finally
        {
            lane.Answer();
        }
    }

    private static Outcome Read(Answer answer) =>
        answer.Refusal == EngineRefusals.Busy ? throw new ExchangeException("The program is too busy; repeat the import later.")
        : answer.Refusal is { } no ? Outcome.Skipped(no.Reason)
        : answer.IsRepeat ? Outcome.Repeated
        : answer.Events.Count == 0 ? Outcome.AlreadySo
        : Outcome.Imported;

    private static Call Call(string by, string? id, DateTimeOffset at) => new(by, Standing.System, id, at);
}
