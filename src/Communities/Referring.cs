using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>
/// What follows from whom and what a post refers to: members it calls or quotes are told, links fetched.
/// </summary>
/// <remarks>
/// A post calls once, when it is written: names that an edit adds call nobody, since nobody here knows the text before
/// it.
/// </remarks>
internal static class Referring
{
    /// <summary>Turns posts into notices, and wishes for links.</summary>
    public static Reactor Reactor { get; } = new(
        "referring",
        new HashSet<string>
        {
            Domain.EventName<ThreadEvent.Opened>(), Domain.EventName<ThreadEvent.Replied>(),
            Domain.EventName<ThreadEvent.Edited>(), Domain.EventName<ThreadEvent.Published>(),
        },
        (happened, key, moment) => happened switch
        {
            // What an import brings calls nobody.
            ThreadEvent.Opened { IsHeld: true } or ThreadEvent.Replied { IsHeld: true } => [],
            ThreadEvent.Edited { IsAway: true } => [],
            ThreadEvent.Published { News: { } news } e => Told(news, key, e.Number, new(e.Author, moment.At)),
            ThreadEvent.Opened { IsQuiet: true } e => Wanted(e.Text, key, moment),
            ThreadEvent.Replied { IsQuiet: true } e => Wanted(e.Text, key, moment),
            ThreadEvent.Opened e => Told(News.Of(e.Text, null, e.Tags), key, 1, moment),
            ThreadEvent.Replied e => Told(News.Of(e.Text, e.ReplyTo, []), key, e.Number, moment),
            ThreadEvent.Edited e => Wanted(e.Text, key, moment),
            _ => [],
        });

    private static IEnumerable<Reaction> Told(News news, string key, int number, Moment moment)
    {
        var community = Keys.CommunityOf(key);
        foreach (var name in news.Called)
        {
            yield return Tell(name, Reasons.Mention);
            yield return Grouping.Calls(name, key, number, moment);
        }

        foreach (var quoted in news.Quoted)
            if (Keys.CommunityOf(quoted) == community && !news.Called.Contains(Keys.LocalOf(quoted)))
                yield return Tell(Keys.LocalOf(quoted), Reasons.Quote);
        foreach (var wanted in Wanted(news.Links, key, moment)) yield return wanted;

        Reaction Tell(string name, string reason) => Reaction.Send(
            Keys.OfMember(community, name),
            new InboxCommand.Notify(new Notice(reason, Keys.LocalOf(key), number, moment.By, At: moment.At)));
    }

    private static IEnumerable<Reaction> Wanted(string text, string key, Moment moment) =>
        Wanted(Links.In(text), key, moment);

    private static IEnumerable<Reaction> Wanted(ImmutableArray<string> links, string key, Moment moment) =>
        links.Select(url => Reaction.Send(
            Keys.OfLink(Keys.CommunityOf(key), url), new LinkCommand.Want(url, moment.At)));
}
