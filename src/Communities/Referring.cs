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
            Domain.EventName<ThreadEvent.Edited>(),
        },
        (happened, key, moment) => happened switch
        {
            // What an import brings calls nobody.
            ThreadEvent.Opened { IsQuiet: true } e => Wanted(e.Text, key, moment),
            ThreadEvent.Replied { IsQuiet: true } e => Wanted(e.Text, key, moment),
            ThreadEvent.Opened e => [.. Told(e.Text, key, 1, moment), .. Wanted(e.Text, key, moment)],
            ThreadEvent.Replied e => [.. Told(e.Text, key, e.Number, moment), .. Wanted(e.Text, key, moment)],
            ThreadEvent.Edited e => Wanted(e.Text, key, moment),
            _ => [],
        });

    private static IEnumerable<Reaction> Told(string text, string key, int number, Moment moment)
    {
        var community = Keys.CommunityOf(key);
        var called = Mentions.In(text);
        foreach (var name in called)
        {
            yield return Tell(name, Reasons.Mention);
            yield return Grouping.Calls(name, key, number, moment);
        }

        foreach (var quote in Quotes.In(text))
            if (quote.Community == community && !called.Contains(quote.Account))
                yield return Tell(quote.Account, Reasons.Quote);

        Reaction Tell(string name, string reason) => Reaction.Send(
            Keys.OfMember(community, name),
            new InboxCommand.Notify(new Notice(reason, Keys.LocalOf(key), number, moment.By, At: moment.At)));
    }

    private static IEnumerable<Reaction> Wanted(string text, string key, Moment moment) =>
        Links.In(text).Select(url => Reaction.Send(
            Keys.OfLink(Keys.CommunityOf(key), url), new LinkCommand.Want(url, moment.At)));
}
