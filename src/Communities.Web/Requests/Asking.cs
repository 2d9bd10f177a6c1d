using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>
/// The one way in which a request asks actors: it says who asks and with what standing, and makes a repeat of the same
/// request harmless.
/// </summary>
public sealed class Asking
{
    /// <summary>The header by which a program names a request, so that a repeat of it is done once.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The hidden field by which a form does the same.</summary>
    public const string KeyField = "_once";

    /// <summary>The longest such name, in characters: several UUIDs, but no document.</summary>
    public const int KeyMax = 255;

    private readonly HttpContext _http;
    private readonly IActors _actors;
    private readonly Feeds _feeds;
    private readonly TimeProvider _time;
    private readonly Screener _screener;
    private readonly Newcomers _newcomers;
    private string _asked;

    private Asking(HttpContext http)
    {
        _http = http;
        _actors = http.RequestServices.GetRequiredService<IActors>();
        _feeds = http.RequestServices.GetRequiredService<Feeds>();
        _time = http.RequestServices.GetRequiredService<TimeProvider>();
        _screener = http.RequestServices.GetRequiredService<Screener>();
        _newcomers = http.RequestServices.GetRequiredService<Newcomers>();
        Caller = Caller.Of(http);
        _asked = Keys.OfAccount(Caller.Account ?? "");
    }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; }

    /// <summary>The asking of this request.</summary>
    public static Asking Of(HttpContext http) => new(http);

    /// <summary>Lets an endpoint name it as a parameter.</summary>
    public static ValueTask<Asking?> BindAsync(HttpContext http) => ValueTask.FromResult<Asking?>(Of(http));

    /// <summary>Asks an actor of a community (or an account's) to do something, as who asks.</summary>
    /// <returns>
    /// What came of it. In a community that who asks may not see, the refusal is that there is none. A refusal is an
    /// answer: the caller of this method turns it into a problem or a sentence on a page.
    /// </returns>
    /// <param name="key">The actor's key, of well-formed parts.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="once">
    /// What names this request, from a form; without it the <see cref="KeyHeader"/> does.
    /// </param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask<Answer> Ask<TActor>(
        string key, ICommand<TActor> command, string? once = null, CancellationToken ct = default)
        where TActor : class, IActor
    {
        _asked = key;
        var standing = new Standing(Role.None, IsOperator: Caller.IsOperator);
        var community = Keys.CommunityOf(key);
        if (community != Keys.Site)
        {
            var place = await Caller.In(community, ct);
            if (!place.IsSeen && !IsForAnybody(command) && !(place.Member.JoinedAt is not null && IsForFormer(command)))
                return new Answer(0, 0, [], Refusals.NoSuchCommunity);
            if (await UnconfirmedOf(ct) is { } unconfirmed) return new Answer(0, 0, [], unconfirmed);
            standing = place.Standing;
            if (standing.IsNew && command is ThreadCommand writing
                && NewMember.FirstDayFault(place.Member, writing, _time.GetUtcNow()) is { } fault)
                return new Answer(0, 0, [], fault);
            if (command is ThreadCommand.Open opening)
                command = (ICommand<TActor>)(object)Greetings.Timed(opening, place, _time.GetUtcNow());
            if (command is ThreadCommand said)
            {
                if (_newcomers.Foreseen(community, standing, said) is { } foreseen) return OfFlood(foreseen);
                var (screened, refusal) = _screener.Screen(said, place, Caller.OpenedAt, IdOf(once));
                if (refusal is not null) return new Answer(0, 0, [], refusal);
                if (_newcomers.Fault(community, standing, said) is { } many) return OfFlood(many);
                command = (ICommand<TActor>)(object)screened;
            }

            if (command is KnowledgeCommand.Revise page && await FaultOf(page, key, place, ct) is { } unfit)
                return new Answer(0, 0, [], unfit);
            if (command is MemberCommand.Join or MemberCommand.AskToJoin or InvitationCommand.Redeem)
            {
                var isOwn = Keys.LocalOf(key) == Caller.Account;
                var views = _http.RequestServices.GetRequiredService<IViews>();
                var (passing, unread) = await Door.Pass(command, place, isOwn, views, ct);
                if (unread is not null) return new Answer(0, 0, [], unread);
                command = (ICommand<TActor>)passing;
            }

            if (command is MemberCommand.Report report)
                command = (ICommand<TActor>)(object)_screener.Score(report);
        }

        return await _actors.Ask(key, command, new Call(Caller.Account ?? "", standing, IdOf(once)), ct);
    }

    // What stood there is not who writes now; only a revision that is gone on from counts, as the page itself sees to.
    private async ValueTask<Refusal?> FaultOf(
        KnowledgeCommand.Revise page, string key, Place place, CancellationToken ct)
    {
        if (place.Standing.Bar != Bar.None || !_screener.Looks(place)) return null;
        var before = await _http.RequestServices.GetRequiredService<IViews>().KnowledgeText(
            place.Slug, Keys.LocalOf(key), page.On, place.Viewer, ct);
        return _screener.FaultOf(page, before ?? "", place, Caller.OpenedAt);
    }

    private Answer OfFlood(Refusal refusal)
    {
        SlowRefusals.IsOfFlood(_http);
        return new Answer(0, 0, [], refusal);
    }

    /// <summary>The position at which a reader sees what came of this: a read names it with <c>at-least</c>.</summary>
    /// <remarks>
    /// Where nothing happened, what made it so happened before: the end of the feed of who was asked last is safe.
    /// </remarks>
    public long PositionOf(Answer answer) => answer.Position > 0 ? answer.Position : _feeds.Of(_asked).Head;

    /// <summary>
    /// An id for a thread that this request opens. The same request, named by the same key within a day, gets the same
    /// id, so that its repeat finds the same actor.
    /// </summary>
    public ValueTask<string> NewThread(string community, string? once = null, CancellationToken ct = default) =>
        New<Thread>(community, once, thread => !thread.IsMissing, ct);

    /// <summary>An id for a poll, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewPoll(string community, string? once = null, CancellationToken ct = default) =>
        New<Poll>(community, once, poll => !poll.IsMissing, ct);

    /// <summary>An id for a slot of the calendar, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewSlot(string community, string? once = null, CancellationToken ct = default) =>
        New<Slot>(community, once, slot => !slot.IsMissing, ct);

    /// <summary>An id for a gathering, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewGathering(string community, string? once = null, CancellationToken ct = default) =>
        New<Gathering>(community, once, gathering => !gathering.IsMissing, ct);

    /// <summary>An id for a contest and its thread, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewContest(string community, string? once = null, CancellationToken ct = default) =>
        New<Contest>(community, once, contest => !contest.IsMissing, ct);

    /// <summary>An id for an upload, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewUpload(string community, string? once = null, CancellationToken ct = default) =>
        New<Upload>(community, once, upload => !upload.IsMissing, ct);

    /// <summary>An id for a conversation, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewConversation(
        string community, string? once = null, CancellationToken ct = default) =>
        New<Conversation>(community, once, conversation => conversation.Last > 0, ct);

    /// <summary>An id for an issue of a newsletter, like that of <see cref="NewThread"/>.</summary>
    public ValueTask<string> NewNewsletter(string community, string? once = null, CancellationToken ct = default) =>
        New<Newsletter>(community, once, issue => !issue.IsMissing, ct);

    private async ValueTask<string> New<TActor>(
        string community, string? once, Predicate<TActor> isThere, CancellationToken ct)
        where TActor : class, IActor
    {
        var now = _time.GetUtcNow();
        if (IdOf(once) is not { } id)
            return Keys.NewThread(now, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        var yesterday = Named(now.Date.AddDays(-1), digest);
        return isThere(await _actors.See<TActor>(Keys.OfThread(community, yesterday), ct))
            ? yesterday
            : Named(now.Date, digest);

        // The id keeps the day and takes the time of day, too, from the key.
        static string Named(DateTime day, byte[] digest) => Keys.NewThread(
            new DateTimeOffset(day, TimeSpan.Zero).AddMilliseconds(BitConverter.ToUInt32(digest, 4) % 86_400_000),
            BitConverter.ToUInt32(digest));
    }

    private static bool IsForAnybody(object command) =>
        command is CommunityCommand.Found or InvitationCommand.Redeem;

    // Who is kept out of a private community, or has left it, still objects to decisions, and leaves.
    private static bool IsForFormer(object command) => command is CaseCommand.Appeal or MemberCommand.Leave;

    // Where the site asks for a confirmed address, who has none only reads.
    private async ValueTask<Refusal?> UnconfirmedOf(CancellationToken ct)
    {
        var emails = _http.RequestServices.GetRequiredService<Emails>();
        if (!emails.AreNeeded || Caller.Account is not { } account) return null;
        return emails.FaultOf(await _actors.See<Account>(Keys.OfAccount(account), ct));
    }

    // Of one account, method and path only: two people may choose the same name, and so may two parts of one program.
    private string? IdOf(string? once)
    {
        var name = once ?? _http.Request.Headers[KeyHeader].ToString();
        if (name.Length == 0) return null;
        if (name.Length > KeyMax)
            throw Faults.Bad("idempotency-key.long", $"An {KeyHeader} has {KeyMax} characters at most.");
        var scoped = $"{Caller.Account}\n{_http.Request.Method} {_http.Request.Path}\n{name}";
        return "web:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scoped)).AsSpan(0, 16));
    }
}
