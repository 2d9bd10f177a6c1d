using Communities.Actors;
using static Communities.ReadingCommand;
using static Communities.ReadingEvent;

namespace Communities.Tests;

/// <summary>How Alice reads a thread.</summary>
public sealed class ReadingTests
{
    private const string Key = "devs/01k0000000000000/alice";
    private static readonly DateTimeOffset Noon = Spec.Start.Date.AddHours(12);

    [Fact]
    public void A_post_is_read_once()
    {
        Spec.Reading().When(new MarkRead(1, 7)).Then(new Read(1, 7));
        Spec.Reading(new Read(1, 7)).When(new MarkRead(1, 9)).Then(new Read(8, 9));
        Spec.Reading(new Read(1, 7)).When(new MarkRead(3, 7)).Then();
        Spec.Reading(new Read(1, 7)).When(new MarkRead(51, 60)).Then(new Read(51, 60));
    }

    [Fact]
    public void Posts_have_numbers()
    {
        Spec.Reading().When(new MarkRead(0, 7)).Refused("post.missing");
        Spec.Reading().When(new MarkRead(5, 4)).Refused("post.missing");
        Spec.Reading().When(new MarkRead(1, Reading.NumberMax + 1)).Refused("post.missing");
        Spec.Reading().When(new Bookmark(0)).Refused("post.missing");
    }

    [Fact]
    public void Nobody_reads_for_somebody_else()
    {
        Spec.Reading().When(new MarkRead(1, 2), "bob", Role.Owner).Refused("account.foreign");
        Spec.Reading().When(new MarkRead(1, 2), role: Role.None).Refused("member.needed");
    }

    [Fact]
    public void A_thread_has_a_level()
    {
        Spec.Reading().When(new SetLevel(Level.Normal)).Then(new LevelSet(Level.Normal));
        Spec.Reading(new LevelSet(Level.Muted)).When(new SetLevel(Level.Muted)).Then();
        Spec.Reading().When(new SetLevel((Level)9)).Refused("level.unknown");
    }

    [Fact]
    public void A_bookmark_has_a_note_and_a_reminder()
    {
        Spec.Reading().When(new Bookmark(2, "Try", Noon)).Then(new Bookmarked(2, "Try", Noon));
        Spec.Reading(new Bookmarked(2, "Try", Noon)).When(new Bookmark(2, "")).Then(new Bookmarked(2));
        Spec.Reading(new Bookmarked(2)).When(new Unbookmark(2)).Then(new Unbookmarked(2));
        Spec.Reading().When(new Unbookmark(2)).Then();
    }

    [Fact]
    public void A_bookmark_has_its_limits()
    {
        Spec.Reading().When(new Bookmark(2, new('x', Text.LineMax + 1))).Refused("note.long");
        Spec.Reading().When(new Bookmark(2, null, Spec.Start)).Refused("time.past");
        Spec.Reading().When(new Bookmark(2, null, Spec.Start.AddYears(9))).Refused("reminder.far");
        var many = Enumerable.Range(1, Reading.BookmarksMax).Select(n => (object)new Bookmarked(n)).ToArray();
        Spec.Reading(many).When(new Bookmark(999)).Refused("bookmark.many");
        Spec.Reading(many).When(new Bookmark(1, "Again")).Then(new Bookmarked(1, "Again"));
    }

    [Fact]
    public void A_reminder_comes_once_and_only_while_it_is_wanted()
    {
        Spec.Reading(new Bookmarked(2, null, Noon)).When(new Remind(2), "", Role.System).Then(new Reminded(2));
        Spec.Reading(new Bookmarked(2, null, Noon), new Reminded(2)).When(new Remind(2), "", Role.System).Then();
        Spec.Reading(new Bookmarked(2, null, Noon), new Unbookmarked(2)).When(new Remind(2), "", Role.System).Then();
        Spec.Reading(new Bookmarked(2, null, Noon)).When(new Remind(2)).Refused("program.needed");
    }

    [Fact]
    public void A_reminder_is_an_alarm_and_then_a_notice()
    {
        Assert.Equal([$"reading:{Key} remind-2 at 12:00: remind"], Spec.Follows(new Bookmarked(2, "x", Noon), Key));
        Assert.Equal([$"reading:{Key} remind-2 never"], Spec.Follows(new Bookmarked(2), Key));
        Assert.Equal([$"reading:{Key} remind-2 never"], Spec.Follows(new Unbookmarked(2), Key));
        Assert.Equal(
            ["""
             inbox:devs/alice notify {"notice":{"reason":"reminder","thread":"01k0000000000000","number":2}}
             """],
            Spec.Follows(new Reminded(2), Key, ""));
    }
}
