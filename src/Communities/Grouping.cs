using Communities.Actors;

namespace Communities;

/// <summary>Who is in a group is told of what concerns it; its owners of who asks to be in it.</summary>
internal static class Grouping
{
    /// <summary>Turns what happens to groups into notices.</summary>
    public static Reactor Reactor { get; } = new(
        "grouping",
        new HashSet<string>
        {
            Domain.EventName<GroupEvent.Called>(), Domain.EventName<GroupEvent.Asked>(),
            Domain.EventName<GroupEvent.Joined>(),
        },
        (happened, key, moment) =>
        {
            var group = Keys.LocalOf(key);
            return happened switch
            {
                GroupEvent.Called e => e.To.Select(account => Tell(
                    account, new Notice(Reasons.Group, e.Thread, e.Number, e.By, group, At: e.At))),
                GroupEvent.Asked e => e.To.Select(account => Tell(
                    account, new Notice(Reasons.Request, By: e.Account, Subject: $"@{group}", At: moment.At))),
                GroupEvent.Joined e when moment.By.Length > 0 && moment.By != e.Account => [Tell(
                    e.Account, new Notice(Reasons.Group, By: moment.By, Subject: group, At: moment.At))],
                _ => [],
            };

            Reaction Tell(string account, Notice notice) => Reaction.Send(
                Keys.OfMember(Keys.CommunityOf(key), account), new InboxCommand.Notify(notice));
        });

    /// <summary>What a post that calls this name means for the group of that name, if there is one.</summary>
    public static Reaction Calls(string name, string thread, int number, Moment moment) => Reaction.Send(
        Keys.OfGroup(Keys.CommunityOf(thread), name),
        new GroupCommand.Call(Keys.LocalOf(thread), number, moment.By, moment.At));
}
