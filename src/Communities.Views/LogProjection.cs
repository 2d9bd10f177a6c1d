using System.Globalization;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Views;

/// <summary>The moderation log: what was done to keep order, by whom, and what it was before.</summary>
/// <remarks>
/// It is told of an event before the tables that hold what was before, and knows an act by who did it: what members do
/// with their own is none, and what nobody in particular did (an import, an alarm) is none either.
/// </remarks>
internal sealed partial class LogProjection(Database database, ThreadProjection threads, MemberProjection members)
{
    /// <summary>The account that <see cref="Apply(ThreadEvent, Envelope)"/> looks up; empty for none.</summary>
    public static string AccountIn(ThreadEvent happened, Envelope envelope) =>
        happened is ThreadEvent.Organised or ThreadEvent.Edited ? envelope.By : "";

    public void Apply(ThreadEvent happened, Envelope envelope)
    {
        if (envelope.By.Length == 0) return;
        switch (happened)
        {
            case ThreadEvent.Edited e: Edit(e, envelope); break;
            case ThreadEvent.Organised e: Organise(e, envelope); break;
            case ThreadEvent.Removed { By: Removal.ByModerator, Decision: null } e:
                Put("removed", e.Number, e.Author, e.Reason);
                break;
            case ThreadEvent.Restored { Decision: null } e when e.Author != envelope.By:
                Put("restored", e.Number, e.Author);
                break;
            case ThreadEvent.Pinned e: Put("pinned", value: Iso(e.Until)); break;
            case ThreadEvent.Unpinned: Put("unpinned"); break;
            case ThreadEvent.Closed e: Put("closed", reason: e.Reason, value: Iso(e.ReopenAt)); break;
            case ThreadEvent.CloseScheduled e: Put("close-scheduled", value: Iso(e.At)); break;
            case ThreadEvent.Reopened: Put("reopened"); break;
            case ThreadEvent.Slowed e: Put("slowed", value: Number(e.Seconds)); break;
            case ThreadEvent.Unlisted e: Put("unlisted", reason: e.Reason); break;
            case ThreadEvent.Listed: Put("listed"); break;
            case ThreadEvent.Archived e: Put("archived", reason: e.Reason); break;
            case ThreadEvent.Unarchived: Put("unarchived"); break;
            case ThreadEvent.DeemedFitting e: Put(e.IsFitting ? "deemed-fitting" : "fitting-open"); break;
            case ThreadEvent.PostsMoved { Total: > 0 } e:
                Put("moved", reason: e.Reason, value: Number(e.Total), item: e.Target);
                break;
            case ThreadEvent.Merged e: Put("merged", reason: e.Reason, item: e.Target); break;
            default: break; // The other events of threads put nothing in order.
        }

        void Put(
            string act, int number = 0, string? member = null, string? reason = null, string? value = null,
            string item = "") => Write(envelope, new Act(act, LogField.Threads)
            {
                Thread = Keys.LocalOf(envelope.Actor.Key),
                Case = number > 0 ? Subject.OfPost(Keys.LocalOf(envelope.Actor.Key), number).ToString() : null,
                Number = number,
                Member = member,
                Item = item,
                Reason = reason,
                Value = value,
            });
    }

    public void Apply(MemberEvent happened, Envelope envelope)
    {
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        if (envelope.By.Length == 0 || envelope.By == account) return;
        switch (happened)
        {
            case MemberEvent.Joined { InvitedBy: null }: Put("admitted"); break;
            case MemberEvent.Declined e: Put("declined", reason: e.Reason); break;
            case MemberEvent.Appointed e:
                Put("appointed", Name(members.RoleOf(community, account)), Name(e.Role));
                break;
            case MemberEvent.Kept e: Put("kept", string.Join(' ', e.Before), string.Join(' ', e.Categories)); break;
            case MemberEvent.Entrusted e: Put(e.IsAmbassador ? "entrusted" : "relieved"); break;
            case MemberEvent.Awarded e: Put("awarded", value: e.Badge, reason: e.Word); break;
            case MemberEvent.Revoked e: Put("revoked", value: e.Badge); break;
            case MemberEvent.Trusted e: Put("trusted", Number(e.Before), Number(e.Level)); break;
            case MemberEvent.Described e: Put("described", value: e.Name); break;
            default: break; // The other events of members are their own, or follow from decisions.
        }

        void Put(string act, string? before = null, string? value = null, string? reason = null) =>
            Write(envelope, new Act(act, LogField.Members)
            {
                Member = account,
                Reason = reason,
                Value = value,
                Before = before,
            });
    }

    public void Apply(CommunityEvent happened, Envelope envelope)
    {
        switch (happened)
        {
            case CommunityEvent.Founded e:
                Set("settings", Json(new CommunityEvent.SettingsChanged(e.Name, e.Summary, e.Language, e.Visibility)));
                break;
            case CommunityEvent.SettingsChanged: Set("settings", Json(happened)); break;
            case CommunityEvent.PurposeStated e: Set("purpose", e.Text); break;
            case CommunityEvent.PurposeSet e: Set("purpose", Said(e.Purpose)); break;
            case CommunityEvent.RulesSet e: Set("rules", e.Text); break;
            case CommunityEvent.JoiningSet: Set("joining", Json(happened)); break;
            case CommunityEvent.CrawlersSet: Set("crawlers", Json(happened)); break;
            case CommunityEvent.CategoryAdded e: Set("category", Json(happened), e.Category.Slug); break;
            case CommunityEvent.CategoryChanged e: Set("category", Json(happened), e.Category.Slug); break;
            case CommunityEvent.CategoryRemoved e: Set("category", null, e.Slug); break;
            case CommunityEvent.CategoriesOrdered: Set("category-order", Json(happened)); break;
            case CommunityEvent.TagGroupSet e: Set("tag-group", Json(happened), e.Group.Slug); break;
            case CommunityEvent.TagGroupRemoved e: Set("tag-group", null, e.Slug); break;
            case CommunityEvent.SynonymAdded e: Set("synonym", Json(happened), e.Tag); break;
            case CommunityEvent.SynonymRemoved e: Set("synonym", null, e.Tag); break;
            case CommunityEvent.AutomodRuleSet e: Set("automod", Json(e.Rule), e.Rule.Id); break;
            case CommunityEvent.AutomodRuleRemoved e: Set("automod", null, e.Id); break;
            case CommunityEvent.Guarded e: Set("guard", Iso(e.Until)); break;
            case CommunityEvent.ZoneSet when envelope.By.Length > 0: Set("zone", Json(happened)); break;
            case CommunityEvent.RecognitionSet: Set("recognition", Json(happened)); break;
            case CommunityEvent.BadgeSet e: Set("badge", Json(e.Badge), e.Badge.Id); break;
            case CommunityEvent.BadgeRemoved e: Set("badge", null, e.Id); break;
            case CommunityEvent.NudgesSet when envelope.By.Length > 0: Set("nudges", Json(happened)); break;
            case CommunityEvent.JourneySet e: Set("journey", Json(e.Journey)); break;
            case CommunityEvent.IntroductionsSet e: Set("introductions", Json(e)); break;
            case CommunityEvent.QuestionsSet e: Set("questions", Json(e.Settings), before: Json(e.Before)); break;
            case CommunityEvent.ModerationSet e:
                Set("moderation", Json(e.Settings), before: Json(e.Before));
                database.Prepare("""
                    INSERT INTO log_names VALUES (?, ?, ?)
                    ON CONFLICT (community) DO UPDATE SET shown = excluded.shown, since = excluded.since
                    """).Bind(envelope.Actor.Key).Bind(e.Settings.IsNamed)
                    .Bind(envelope.At.ToUnixTimeMilliseconds()).Run();
                break;
            default: break; // The others count, or follow from other acts.
        }

        void Set(string act, string? after, string item = "", string? before = null) => Write(
            envelope, new Act(act, LogField.Settings) { Item = item, Before = before, After = after ?? "" });
    }

    public void Apply(PolicyEvent happened, Envelope envelope)
    {
        if (envelope.Actor.Prefix == Keys.Site) return; // No community's.
        var policy = Keys.LocalOf(envelope.Actor.Key);
        switch (happened)
        {
            case PolicyEvent.Published e: Put("policy", Number(e.Number), e.Text); break;
            case PolicyEvent.Withdrawn e: Put("policy-withdrawn", Number(e.Number), null); break;
            default: break; // Drafts are nobody else's, and what takes effect was published.
        }

        void Put(string act, string version, string? after) => Write(
            envelope, new Act(act, LogField.Settings) { Item = policy, Value = version, After = after });
    }

    public void Apply(KnowledgeEvent happened, Envelope envelope)
    {
        if (envelope.By.Length == 0) return;
        var category = Keys.LocalOf(envelope.Actor.Key);
        switch (happened)
        {
            case KnowledgeEvent.Locked: Put("knowledge-locked"); break;
            case KnowledgeEvent.Unlocked: Put("knowledge-unlocked"); break;
            case KnowledgeEvent.Hidden e: Put("knowledge-hidden", Number(e.Revision)); break;
            case KnowledgeEvent.Shown e: Put("knowledge-shown", Number(e.Revision)); break;
            default: break; // Who wrote what stands in its history.
        }

        void Put(string act, string? value = null) =>
            Write(envelope, new Act(act, LogField.Threads) { Item = category, Value = value });
    }

    // Whose post it is stands in its row, and that it has another revision then: one's own edits leave nothing here.
    private void Edit(ThreadEvent.Edited e, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var thread = threads.Known(envelope.Actor.Key);
        database.Prepare("""
            INSERT INTO log
            SELECT ?1, ?2, ?3, ?4, 'edited', ?5, ?6, ?7, p.author, '', NULL, 0, NULL, NULL, ?8, NULL, NULL FROM posts p
            WHERE p.id = ?9 AND p.author <> ?10 AND p.revision < ?11
            """).Bind(community).Bind(envelope.Position).Bind(envelope.At.ToUnixTimeMilliseconds()).Bind(envelope.By)
            .Bind((long)LogField.Threads).Bind(id).Bind(e.Number).Bind(Number(e.Revision))
            .Bind(Schema.PostOf(thread.Number, e.Number)).Bind(members.Number(community, envelope.By))
            .Bind(e.Revision).Run();
    }

    private void Organise(ThreadEvent.Organised e, Envelope envelope)
    {
        var (community, thread) = (Keys.CommunityOf(envelope.Actor.Key), threads.Known(envelope.Actor.Key));
        if (thread.Author == members.Number(community, envelope.By)) return;
        Write(envelope, new Act("organised", LogField.Threads)
        {
            Thread = Keys.LocalOf(envelope.Actor.Key),
            Before = Json(new ThreadEvent.Organised(thread.Title, thread.Category, [.. thread.Tags])),
            After = Json(e),
        });
    }

    // What a setting was before is what the log says of it last.
    private void Write(Envelope envelope, Act act)
    {
        var community = Keys.CommunityOf(envelope.Actor.Key);
        database.Prepare($"""
            INSERT INTO log VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                {(act.Field == LogField.Settings ? """
                coalesce(?17, (SELECT l.after FROM log l WHERE l.community = ?1 AND l.act = ?5 AND l.item = ?10
                    AND l.after IS NOT NULL ORDER BY l.n DESC LIMIT 1))
                """ : "?17")}, ?16)
            """).Bind(community).Bind(envelope.Position).Bind(envelope.At.ToUnixTimeMilliseconds()).Bind(envelope.By)
            .Bind(act.Name).Bind((long)act.Field).Bind(act.Thread).Bind(act.Number)
            .Bind(act.Member is null ? null : (long?)members.Number(community, act.Member)).Bind(act.Item)
            .Bind(act.Case).Bind(act.Decision).Bind(act.Rule).Bind(act.Reason).Bind(act.Value).Bind(act.After)
            .Bind(act.Before).Run();
    }

    private static string Json(object it) => JsonSerializer.Serialize(it, Domain.Json.GetTypeInfo(it.GetType()));

    // As one reads it: the log compares texts.
    private static string Said(Purpose purpose) => string.Join("\n\n", new[]
    {
        purpose.WhatFor, purpose.ForWhom, purpose.BelongsHere, purpose.NotHere, string.Join(", ", purpose.Words),
    }.Where(part => part.Length > 0));

    private static string Name(Role role) => role.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Iso(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>An entry before it is written.</summary>
    private sealed record Act(string Name, LogField Field)
    {
        public string? Thread { get; init; }

        public int Number { get; init; }

        public string? Member { get; init; }

        public string Item { get; init; } = "";

        public string? Case { get; init; }

        public int Decision { get; init; }

        public string? Rule { get; init; }

        public string? Reason { get; init; }

        public string? Value { get; init; }

        public string? Before { get; init; }

        public string? After { get; init; }
    }
}
