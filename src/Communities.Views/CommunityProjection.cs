using System.Runtime.InteropServices;
using Communities.Actors;
using static Communities.CommunityEvent;

namespace Communities.Views;

/// <summary>Communities and their categories.</summary>
internal sealed class CommunityProjection(Database database)
{
    private readonly Dictionary<string, (CommunityCounters Change, long Version)> _tallies = [];

    public void Apply(CommunityEvent happened, Envelope envelope)
    {
        var (slug, version) = (envelope.Actor.Key, envelope.Version);
        switch (happened)
        {
            case Tallied e:
                ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, slug, out _);
                tally = (tally.Change + e.Change, version);
                return;
            case Founded e:
                database.Prepare("""
                    INSERT INTO communities VALUES (?, ?, ?, ?, ?, '', '', ?, 0, 0, 0, 0, 0, 0)
                    """).Bind(slug).Bind(e.Name).Bind(e.Summary).Bind(e.Language).Bind((long)e.Visibility)
                    .Bind(envelope.At.ToUnixTimeMilliseconds()).Run();
                break;
            case SettingsChanged e:
                database.Prepare("""
                    UPDATE communities SET name = ?, summary = ?, language = ?, visibility = ? WHERE slug = ?
                    """).Bind(e.Name).Bind(e.Summary).Bind(e.Language).Bind((long)e.Visibility).Bind(slug).Run();
                break;
            case PurposeStated e: Purposed(slug, Purpose.Saying(e.Text)); break;
            case PurposeSet e: Purposed(slug, e.Purpose); break;
            case CrawlersSet: break; // The community itself says it to those few who ask.
            case RulesSet e:
                database.Prepare("UPDATE communities SET rules = ? WHERE slug = ?").Bind(e.Text).Bind(slug).Run();
                UploadProjection.ShowAnew(database, UploadPlace.Rules, slug, e.Text);
                PolicyProjection.KeepRules(database, slug, e.Text, envelope.At.ToUnixTimeMilliseconds());
                break;
            case JoiningSet e:
                database.Prepare("""
                    INSERT INTO joining VALUES (?, ?, ?)
                    ON CONFLICT (community) DO UPDATE SET kind = excluded.kind, question = excluded.question
                    """).Bind(slug).Bind((long)e.Joining).Bind(e.Question).Run();
                break;
            case PolicyAnnounced or PolicyEnforced: break; // The policies themselves say it.
            case ZoneSet: break; // The community itself says it to who plans.
            case JourneySet or IntroductionsSet or JourneyOffered: break; // The community itself says it.
            case RecognitionSet or BadgeSet or BadgeRemoved: break; // Recognition has tables of its own.
            case NudgesSet: break; // The community itself says it to who writes.
            case QuestionsSet: break; // And what questions aim at.
            case StaffSet or AmbassadorSet or KeeperSet or StaffTold: break; // Roles stand with the members.
            case AutomodRuleSet or AutomodRuleRemoved or Guarded: break; // Asked of the community itself.
            case ModerationSet: break; // The community itself says how it moderates.
            case CategoryAdded { Category: var category }:
                database.Prepare("""
                    INSERT INTO categories SELECT ?1, ?2, ?3, ?4, ?5, ?6,
                        (SELECT COALESCE(MAX(place), 0) + 1 FROM categories WHERE community = ?1),
                        (SELECT COUNT(*) FROM threads WHERE community = ?1 AND category = ?2 AND listed = 1)
                    """).Bind(slug).Bind(category.Slug).Bind(category.Name).Bind(category.Description)
                    .Bind(category.Parent).Bind(category.Hue).Run();
                break;
            case CategoryChanged { Category: var category }:
                database.Prepare("""
                    UPDATE categories SET name = ?, description = ?, parent = ?, hue = ?
                    WHERE community = ? AND slug = ?
                    """).Bind(category.Name).Bind(category.Description).Bind(category.Parent).Bind(category.Hue)
                    .Bind(slug).Bind(category.Slug).Run();
                break;
            case CategoryRemoved e:
                database.Prepare("DELETE FROM categories WHERE community = ? AND slug = ?")
                    .Bind(slug).Bind(e.Slug).Run();
                database.Prepare("UPDATE threads SET category = NULL WHERE community = ? AND category = ?")
                    .Bind(slug).Bind(e.Slug).Run();
                break;
            case CategoriesOrdered e:
                foreach (var (place, category) in e.Slugs.Index())
                    database.Prepare("UPDATE categories SET place = ? WHERE community = ? AND slug = ?")
                        .Bind(place + 1).Bind(slug).Bind(category).Run();
                break;
            case TagGroupSet or TagGroupRemoved or SynonymAdded or SynonymRemoved: break; // The actor tells of them.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        database.Prepare("UPDATE communities SET version = ? WHERE slug = ?").Bind(version).Bind(slug).Run();
    }

    public void Flush()
    {
        foreach (var (slug, (change, version)) in _tallies)
            database.Prepare("""
                UPDATE communities SET members = members + ?1, threads = threads + ?2, posts = posts + ?3,
                    reactions = reactions + ?4, views = views + ?5,
                    version = CASE WHEN version < ?6 THEN ?6 ELSE version END WHERE slug = ?7
                """).Bind(change.Members).Bind(change.Threads).Bind(change.Posts)
                .Bind(change.Reactions).Bind(change.Views).Bind(version).Bind(slug).Run();
        _tallies.Clear();
    }

    public void Forget() => _tallies.Clear();

    private void Purposed(string community, Purpose purpose)
    {
        database.Prepare("UPDATE communities SET purpose = ? WHERE slug = ?")
            .Bind(purpose.WhatFor).Bind(community).Run();
        database.Prepare("""
            INSERT INTO purposes VALUES (?, ?, ?, ?, ?) ON CONFLICT (community) DO UPDATE SET
                for_whom = excluded.for_whom, belongs = excluded.belongs, not_here = excluded.not_here,
                words = excluded.words
            """).Bind(community).Bind(purpose.ForWhom).Bind(purpose.BelongsHere).Bind(purpose.NotHere)
            .Bind(string.Join('\n', purpose.Words)).Run();
        UploadProjection.ShowAnew(
            database, UploadPlace.Purpose, community,
            string.Join('\n', purpose.WhatFor, purpose.ForWhom, purpose.BelongsHere, purpose.NotHere));
    }
}

/// <summary>How many visible threads each category and each tag has.</summary>
internal sealed class Labels(Database database)
{
    private readonly Dictionary<(string Community, string Slug), int> _categories = [];
    private readonly Dictionary<(string Community, string Tag), int> _tags = [];

    /// <summary>So many more visible threads have this category and these tags.</summary>
    public void Count(string community, string? category, IEnumerable<string> tags, int change)
    {
        if (category is not null) Add(_categories, (community, category), change);
        foreach (var tag in tags) Add(_tags, (community, tag), change);
    }

    public void Flush()
    {
        foreach (var (category, change) in _categories)
            database.Prepare("UPDATE categories SET threads = threads + ? WHERE community = ? AND slug = ?")
                .Bind(change).Bind(category.Community).Bind(category.Slug).Run();
        foreach (var (tag, change) in _tags)
            database.Prepare("""
                INSERT INTO tags VALUES (?, ?, ?)
                ON CONFLICT (community, tag) DO UPDATE SET threads = tags.threads + excluded.threads
                """).Bind(tag.Community).Bind(tag.Tag).Bind(change).Run();
        Forget();
    }

    public void Forget()
    {
        _categories.Clear();
        _tags.Clear();
    }

    private static void Add(Dictionary<(string, string), int> counts, (string, string) key, int change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += change;
}
