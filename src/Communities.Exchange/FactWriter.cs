using Communities.Actors;

namespace Communities.Exchange;

/// <summary>Turns the events of one community into records, with the place of each in the file.</summary>
internal sealed class FactWriter(string community, Superseded superseded)
{
    private readonly Dictionary<ActorId, (long Time, int Ordinal, int Rank)> _last = [];
    private readonly HashSet<ActorId> _joined = [];
    // At the same time: who is needed by whom comes first.
    private static readonly string[] _order =
        [Community.Kind, Member.Kind, Upload.Kind, Communities.Policy.Kind, Poll.Kind, Thread.Kind, Conversation.Kind,
            Knowledge.Kind, Group.Kind, Slot.Kind, Gathering.Kind, Interview.Kind, Contest.Kind, Newsletter.Kind,
            Case.Kind];

    private readonly HashSet<(string Policy, int Number)> _coming = []; // Published, and not in force yet.
    private readonly Dictionary<ActorId, long> _groups = []; // The version of the event that founded each.
    private string? _founder; // Until their joining has passed, which the first record says already.

    /// <summary>
    /// The records of an event: one, two for the opening of a thread, none for what follows from others.
    /// </summary>
    public IEnumerable<(LineOrder Order, Record Record)> Of(Envelope envelope)
    {
        if (!Facts.Has(envelope.Name) || superseded.Drops(envelope)) yield break;
        var local = Keys.LocalOf(envelope.Actor.Key);
        foreach (var record in Records(envelope, local))
        {
            var last = _last.GetValueOrDefault(envelope.Actor);
            var time = record.Kind == Record.Community ? long.MinValue
                : Math.Max(Math.Max(envelope.At.ToUnixTimeMilliseconds(), last.Time), Needed(record));
            var rank = Facts.IsJudgement(record.Fact) ? _order.Length : Array.IndexOf(_order, envelope.Actor.Kind);
            if (time == last.Time) rank = Math.Max(rank, last.Rank); // What one actor did stays in its order.
            _last[envelope.Actor] = (Math.Max(time, 0), last.Ordinal + 1, rank);
            var id = record.Id.Length > 0 ? record.Id
                : envelope.Actor.Kind == Community.Kind ? $"v{last.Ordinal + 1}" : $"{local}/v{last.Ordinal + 1}";
            yield return (new LineOrder(time, rank, local, last.Ordinal), record with { Id = id });
        }
    }

    // A case stands behind what it is about, and what a decision does to a member behind the decision.
    private long Needed(Record record) => record.Fact switch
    {
        MemberEvent.Sanctioned e => superseded.DecidedAt(community, e.Decision),
        MemberEvent.Struck e => superseded.DecidedAt(community, e.Decision),
        CaseEvent => superseded.BegunAt(community, Subject.Parse(record.Parent)!.Value),
        _ => 0,
    };

    private IEnumerable<Record> Records(Envelope envelope, string local)
    {
        var happened = Domain.Happened(envelope);
        var record = new Record
        {
            Kind = Facts.KindOf(envelope.Name),
            Id = "",
            Author = envelope.By.Length > 0 ? envelope.By : null,
            Time = envelope.At,
        };
        return happened switch
        {
            CommunityEvent.Founded e => Founded(record, e),
            CommunityEvent.PurposeStated e => [record with
            {
                Kind = "community.purpose-set", // As a copy then has it.
                Fact = new CommunityEvent.PurposeSet(Purpose.Saying(e.Text)),
            }],
            CommunityEvent => [record with { Fact = happened }],
            MemberEvent.Joined e => Joined(record, e, local),
            MemberEvent.Reported e => [record with
            {
                Parent = local, Fact = e with { Content = ContentOf(e.Subject, e.Content)! },
            }],
            CaseEvent => [record with { Parent = local, Fact = OfCase(Subject.Parse(local)!.Value, happened) }],
            MemberEvent => [record with { Parent = local, Fact = happened }],
            ThreadEvent.Opened e => [
                record with
                {
                    Kind = Record.OfThread, Id = local, Tags = e.Tags, Category = e.Category,
                    Title = superseded.IsErased(envelope, 1) ? Gone : e.Title,
                    GreetBy = e.GreetBy, Follows = e.Follows, Renews = e.Renews,
                },
                Post(record, local, 1, TextOf(envelope, 1, e.Text), null) with { Brings = e.Poll },
                .. e.IsHeld ? [Held(record, local, 1)] : Array.Empty<Record>()],
            ThreadEvent.Replied e => [
                Post(record, local, e.Number, TextOf(envelope, e.Number, e.Text), e.ReplyTo) with { Brings = e.Poll },
                .. e.IsHeld ? [Held(record, local, e.Number)] : Array.Empty<Record>()],
            UploadEvent.Stored e => [record with { Id = local, Title = e.Name, Fact = e }],
            PolicyEvent.TookEffect e when !_coming.Remove((local, e.Number)) => [], // It was published so.
            PolicyEvent => Policy(record, local, happened, envelope.At),
            KnowledgeEvent.Revised e => [record with
            {
                // Which posts it speaks of, its text says.
                Parent = local, Fact = e with { Sources = [], Added = [] },
            }],
            KnowledgeEvent => [record with { Parent = local, Fact = happened }],
            PollEvent.Opened e => [record with
            {
                Id = local, Title = e.Question,
                Fact = superseded.HasEnded(envelope) ? e with { ClosesAt = null } : e,
            }],
            PollEvent e => [record with { Parent = local, Fact = Alone(e) }],
            ConversationEvent.Started e => [record with { Id = local, Title = e.Subject, Fact = e }],
            ConversationEvent => [record with { Parent = local, Fact = happened }],
            NewsletterEvent.Finished => [], // It was told when it began: a copy is sent to nobody.
            NewsletterEvent.Began => Animated(
                envelope, record with { Kind = "newsletter.finished" },
                new NewsletterEvent.Finished(superseded.TotalOf(envelope))),
            GroupEvent.Joined or GroupEvent.OwnerSet when IsOfFounding(envelope) => [],
            GatheringEvent or ContestEvent or InterviewEvent or NewsletterEvent or GroupEvent =>
                Animated(envelope, record, happened),
            SlotEvent.Published e => Animated(envelope, record, e with { LiveAt = null }), // Its interview says it.
            SlotEvent => Animated(envelope, record, happened),
            ThreadEvent.Reacted e => [Vote(record, local, e.Number, e.Kind, null)],
            ThreadEvent.ReactionsCounted e => [Vote(record, local, e.Number, e.Kind, e.Count)],
            ThreadEvent.Accepted e => [Vote(record, local, e.Number, "accept", null)],
            ThreadEvent.Merged or ThreadEvent.Revived or ThreadEvent.Overflowed or ThreadEvent.Watched
                or ThreadEvent.Unwatched => [], // They follow from others.
            ThreadEvent.PostsMoved e => [Fact(record, local, 0, e with { IsTold = false })],
            ThreadEvent.Pinned e when superseded.IsTimeless(envelope) =>
                [Fact(record, local, 0, e with { Until = null })],
            ThreadEvent.Edited e =>
                [Fact(record, local, e.Number, e with { Text = TextOf(envelope, e.Number, e.Text) })],
            ThreadEvent.Withheld e => [Fact(record, local, e.Number, e)],
            // Nobody in a copy waits to be told of it.
            ThreadEvent.Published e => [Fact(
                record with { Kind = "thread.restored" }, local, e.Number,
                new ThreadEvent.Restored(e.Number, e.Author, e.Posts, e.Decision))],
            ThreadEvent.Removed e => [Fact(record, local, e.Number, e)],
            ThreadEvent.Restored e => [Fact(record, local, e.Number, e)],
            ThreadEvent.Unreacted e => [Fact(record, local, e.Number, e)],
            ThreadEvent.AnswerConfirmed e => [Fact(record, local, e.Number, e)],
            ThreadEvent.AnswerDoubted e => [Fact(record, local, e.Number, e)],
            ThreadEvent.Summarised e => [Fact(record, local, e.Number, e)],
            ThreadEvent.Closed { Decision: null, Lifted: null } e when superseded.IsTimeless(envelope) =>
                [Fact(record, local, 0, e with { ReopenAt = null })],
            _ => [Fact(record, local, 0, happened)],
        };
    }

    // Who founds a group is its first owner, as follows from it.
    private bool IsOfFounding(Envelope envelope) =>
        _groups.TryGetValue(envelope.Actor, out var founded) && envelope.Version - founded <= 2;

    private IEnumerable<Record> Animated(Envelope envelope, Record record, object happened)
    {
        var local = Keys.LocalOf(envelope.Actor.Key);
        var isFirst = !_last.ContainsKey(envelope.Actor);
        if (happened is GroupEvent.Founded && envelope.By.Length > 0) _groups[envelope.Actor] = envelope.Version;
        return [record with { Id = isFirst ? local : "", Parent = isFirst ? null : local, Fact = happened }];
    }

    private const string Gone = "…";

    // What was erased is in no copy.
    private string TextOf(Envelope envelope, int number, string text) =>
        superseded.IsErased(envelope, number) ? "" : text;

    private object OfCase(Subject subject, object happened) => happened switch
    {
        CaseEvent.Opened e => e with { Content = ContentOf(subject, e.Content)! },
        CaseEvent.Reported e => e with { Content = ContentOf(subject, e.Content) },
        _ => happened,
    };

    private ReportedContent? ContentOf(Subject subject, ReportedContent? content) =>
        content is null || !superseded.IsErased(community, subject) ? content : content with
        {
            Text = "", Title = subject.Number <= 1 ? Gone : content.Title,
        };

    // A post that waits for a moderator waits in a copy, too.
    private static Record Held(Record record, string thread, int number) =>
        Fact(record, thread, number, new ThreadEvent.Removed(number, Removal.Pending, record.Author ?? "", 0)) with
        {
            Kind = "thread.removed",
        };

    // Where a poll stands, and who is told, a copy finds out by itself.
    private static PollEvent Alone(PollEvent happened) => happened switch
    {
        PollEvent.Voted e => e with { Before = null, Thread = null },
        PollEvent.Withdrawn e => e with { Thread = null },
        PollEvent.Closed e => e with { Thread = null, Number = 0, To = [] },
        PollEvent.Reopened e => e with { Thread = null },
        _ => happened,
    };

    private IEnumerable<Record> Policy(Record record, string policy, object happened, DateTimeOffset at)
    {
        if (happened is PolicyEvent.Published e && e.EffectiveAt > at) _coming.Add((policy, e.Number));
        return [record with { Parent = policy, Fact = happened }];
    }

    private IEnumerable<Record> Founded(Record record, CommunityEvent.Founded e)
    {
        _founder = e.FounderName is null ? null : record.Author;
        return [record with
        {
            Kind = Record.Community,
            Id = community,
            Title = e.Name,
            Text = e.Summary,
            Format = Record.OwnFormat,
            Fact = e,
        }];
    }

    private IEnumerable<Record> Joined(Record record, MemberEvent.Joined joined, string account)
    {
        var e = joined with { CopiedUntil = null };
        var actor = new ActorId(Member.Kind, Keys.OfMember(community, account));
        if (account == _founder)
        {
            _founder = null;
            _joined.Add(actor);
            _last[actor] = (record.Time.ToUnixTimeMilliseconds(), 0, 0);
            return [];
        }

        var isFirst = _joined.Add(actor);
        var role = e is { Role: Role.Member, InvitedBy: null, Trust: 0 } ? null : e;
        return [isFirst
            ? record with { Kind = Record.Member, Id = account, Title = e.Name, Fact = role }
            : record with { Parent = account, Fact = e }];
    }

    private static Record Post(Record record, string thread, int number, string text, int? replyTo) => record with
    {
        Kind = Record.Post,
        Id = $"{thread}/{number}",
        Thread = thread,
        Parent = replyTo is { } to ? $"{thread}/{to}" : null,
        Text = text,
        Format = "markdown",
    };

    private static Record Vote(Record record, string thread, int number, string type, int? count) => record with
    {
        Kind = Record.Vote,
        Thread = thread,
        Parent = $"{thread}/{number}",
        Tags = [type],
        Score = count ?? 1,
    };

    private static Record Fact(Record record, string thread, int number, object fact) => record with
    {
        Thread = thread,
        Parent = number == 0 ? null : $"{thread}/{number}",
        Fact = Bare(fact),
    };

    // What the case of a post, or the thread itself, says anyway.
    private static object Bare(object fact) => fact switch
    {
        ThreadEvent.Removed e => e with
        {
            WasAnswer = e.WasAnswer && e.Decision is not null, Category = null,
            Posts = e.By == Removal.Pending ? 0 : e.Posts,
        },
        ThreadEvent.Edited e => e with { Decision = null, Screening = null, IsAway = false },
        ThreadEvent.Ungreeted e => e with // As its thread says it.
        {
            By = DateTimeOffset.FromUnixTimeMilliseconds(e.By.ToUnixTimeMilliseconds()),
        },
        _ => fact,
    };
}
