using Communities.Actors;

namespace Communities.Views;

/// <summary>
/// Writes what has happened in a partition into the tables: a batch of its feed and its position, all or nothing.
/// </summary>
/// <remarks>
/// What several events of a batch change alike (a thread's row, a member's sums) is kept in memory and written once at
/// the end of the batch, so that a busy thread costs no more than a quiet one. What comes out does not depend on how
/// the feed was cut into batches. No row is written by the projections of two partitions.
/// </remarks>
internal sealed class Projection
{
    private readonly Database _database;
    private readonly Progress _progress;
    private readonly Labels _labels;
    private readonly CommunityProjection _communities;
    private readonly MemberProjection _members;
    private readonly JoiningProjection _joining;
    private readonly GroupProjection _groups;
    private readonly SearchIndex _search;
    private readonly ThreadProjection _threads;
    private readonly WritingProjection _writing;
    private readonly ReadingProjection _readings;
    private readonly InboxProjection _inboxes;
    private readonly PollProjection _polls;
    private readonly LogProjection _log;
    private readonly QuestionProjection _questions;
    private readonly RecognitionProjection _recognition;

    public Projection(Database database, Partitions partitions, int partition)
    {
        _database = database;
        _progress = new Progress(database, partitions, partition);
        _labels = new Labels(database);
        _members = new MemberProjection(database, _progress);
        _joining = new JoiningProjection(database);
        _groups = new GroupProjection(database);
        _communities = new CommunityProjection(database);
        _search = new SearchIndex(database);
        _threads = new ThreadProjection(database, _progress, _members, _labels, _search);
        _writing = new WritingProjection(database);
        _readings = new ReadingProjection(database);
        _inboxes = new InboxProjection(database);
        _polls = new PollProjection(database, _members);
        _log = new LogProjection(database, _threads, _members);
        _questions = new QuestionProjection(database, _threads, _members);
        _recognition = new RecognitionProjection(database);
    }

    /// <summary>The position of the last envelope that was written.</summary>
    public long Position => _progress.Position;

    /// <summary>The <see cref="Progress.MarkOf"/> that envelope; empty before the first.</summary>
    public string Mark => _progress.Mark;

    /// <summary>Writes the next envelopes of the feed.</summary>
    /// <returns>
    /// False where somebody else has moved the position since it was read: nothing is written, and the position is
    /// read anew.
    /// </returns>
    public bool TryApply(IReadOnlyList<Envelope> batch)
    {
        var all = batch.Where(envelope => IsShown(envelope.Actor))
            .Select(envelope => (Happened: Domain.Happened(envelope), Envelope: envelope)).ToList();
        try
        {
            _database.Begin();
            var moving = _progress.Move(batch[^1]);
            Foresee(all);
            if (!moving.Step())
            {
                _database.EndAsItBegan();
                Forget();
                _progress.Load();
                return false;
            }

            moving.Reset();
            foreach (var (happened, envelope) in all) Apply(happened, envelope);
            Flush();
            _search.Flush();
            _progress.Keep(batch[^1]);
            _database.Commit();
            _progress.Moved(batch[^1]);
        }
        catch
        {
            Forget();
            _database.EndAsItBegan();
            throw;
        }

        _members.ForgetIfMany();
        _threads.ForgetIfMany();
        return true;
    }

    // Of what belongs to no community, nothing is read here but the site's policies, and who is sent what.
    private static bool IsShown(ActorId actor) =>
        actor.Prefix != Keys.Site || actor.Kind == Policy.Kind || actor.Kind == Recipient.Kind;

    // Reads at once what the events will need.
    private void Foresee(List<(object Happened, Envelope Envelope)> all)
    {
        var (threads, members) = (new HashSet<string>(), new HashSet<(string Community, string Account)>());
        foreach (var (happened, envelope) in all)
        {
            var key = envelope.Actor.Key;
            if (happened is ThreadEvent of) threads.UnionWith(ThreadProjection.ThreadsIn(of, key));
            IEnumerable<string> accounts = happened switch
            {
                MemberEvent => [Keys.LocalOf(key)],
                ThreadEvent it => ThreadProjection.AccountsIn(it, envelope)
                    .Append(LogProjection.AccountIn(it, envelope)),
                PollEvent it => [PollProjection.AccountIn(it, envelope)],
                ConversationEvent it => ConversationProjection.AccountsIn(it, envelope),
                CaseEvent it => [LogProjection.AccountIn(it, envelope)],
                _ => [],
            };
            foreach (var account in accounts)
                if (account.Length > 0) members.Add((Keys.CommunityOf(key), account));
        }

        _threads.Foresee(threads);
        _members.Foresee(members);
    }

    private void Apply(object happened, Envelope envelope)
    {
        switch (happened)
        {
            case ThreadEvent it:
                _log.Apply(it, envelope); // Before what it was is overwritten.
                _threads.Apply(it, envelope);
                _questions.Apply(it, envelope);
                _polls.Apply(it, envelope); // A post may bring one.
                if (it is ThreadEvent.Watched watched) _readings.Watch(envelope.Actor.Key, watched.Accounts);
                break;
            case MemberEvent it:
                _log.Apply(it, envelope);
                _members.Apply(it, envelope);
                _joining.Apply(it, envelope);
                _questions.Apply(it, envelope);
                NudgeViews.Apply(_database, it, envelope);
                JourneyProjection.Apply(_database, it, envelope);
                _recognition.Apply(it, envelope);
                if (it is MemberEvent.ConsentGiven agreed) new PolicyProjection(_database).Apply(agreed, envelope);
                break;
            case InvitationEvent it: _joining.Apply(it, envelope); break;
            case GroupEvent it: _groups.Apply(it, envelope); break;
            case PolicyEvent it:
                new PolicyProjection(_database).Apply(it, envelope);
                _log.Apply(it, envelope);
                break;
            case UploadEvent it: new UploadProjection(_database).Apply(it, envelope); break;
            case AllowanceEvent or BlocksEvent: break;
            case PollEvent it: _polls.Apply(it, envelope); break;
            case SlotEvent it: SlotProjection.Apply(_database, it, envelope); break;
            case InterviewEvent it: InterviewProjection.Apply(_database, it, envelope); break;
            case ConversationEvent it: new ConversationProjection(_database, _members).Apply(it, envelope); break;
            case CommunityEvent it:
                if (it is CommunityEvent.CategoryAdded or CommunityEvent.CategoryRemoved
                    or CommunityEvent.SynonymAdded) Flush(); // Threads count.
                _log.Apply(it, envelope);
                _communities.Apply(it, envelope);
                _recognition.Apply(it, envelope);
                if (it is CommunityEvent.CategoryRemoved removed)
                    _threads.Uncategorise(envelope.Actor.Key, removed.Slug);
                if (it is CommunityEvent.SynonymAdded e) _threads.Retag(envelope.Actor.Key, e.Tag, e.Meaning);
                break;
            case DraftsEvent it: _writing.Apply(it, envelope); break;
            case LinkEvent it: _writing.Apply(it, envelope); break;
            case ReadingEvent it: _readings.Apply(it, envelope); break;
            case InboxEvent it:
                if (it is InboxEvent.AllRead) Flush(); // It counts what there was to be read.
                _inboxes.Apply(it, envelope);
                break;
            case CaseEvent it:
                _log.Apply(it, envelope);
                new CaseProjection(_database).Apply(it, envelope);
                break;
            case NewsletterEvent it: new NewsletterProjection(_database).Apply(it, envelope); break;
            case RecipientEvent it: new MailProjection(_database).Apply(it, envelope); break;
            case GatheringEvent it: new GatheringProjection(_database).Apply(it, envelope); break;
            case ContestEvent it: new ContestProjection(_database).Apply(it, envelope); break;
            case KnowledgeEvent it:
                _log.Apply(it, envelope);
                new KnowledgeProjection(_database).Apply(it, envelope);
                break;
            case WatchersEvent: break; // Whom it tells stands in their inboxes.
            default: throw new InvalidOperationException($"The views know no {envelope.Actor.Kind}.");
        }
    }

    private void Flush()
    {
        _threads.Flush();
        _polls.Flush();
        _labels.Flush();
        _members.Flush();
        _communities.Flush();
        _readings.Flush();
        _recognition.Flush();
    }

    private void Forget()
    {
        _threads.Forget();
        _polls.Forget();
        _labels.Forget();
        _members.Forget();
        _communities.Forget();
        _readings.Forget();
        _recognition.Forget();
        _search.Forget();
        _progress.Forget();
    }
}
