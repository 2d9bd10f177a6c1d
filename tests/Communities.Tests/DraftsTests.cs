using Communities.Actors;
using static Communities.DraftsCommand;
using static Communities.DraftsEvent;

namespace Communities.Tests;

/// <summary>What Alice has begun to write in the community devs.</summary>
public sealed class DraftsTests
{
    private const string Place = "thread:01k0000000000000";
    private static readonly Saved First = new(Place, 1, "So");

    [Fact]
    public void What_is_begun_is_kept_with_a_number() =>
        Spec.Drafts().When(new Save("new", "So", "A title", "help", "a, b"))
            .Then(new Saved("new", 1, "So", "A title", "help", "a, b"));

    [Fact]
    public void Numbers_count_over_all_places_and_never_repeat()
    {
        Spec.Drafts(First).When(new Save("new", "x")).Then(new Saved("new", 2, "x"));
        Spec.Drafts(First, new Discarded(Place)).When(new Save(Place, "x", Base: 1)).Then(new Saved(Place, 2, "x"));
    }

    [Fact]
    public void Who_goes_on_from_the_latest_text_replaces_it() =>
        Spec.Drafts(First).When(new Save(Place, "So far", ReplyTo: 2, Base: 1))
            .Then(new Saved(Place, 2, "So far", ReplyTo: 2));

    [Fact]
    public void Of_two_devices_the_newer_text_stands_and_the_other_is_kept_beside_it()
    {
        Spec.Drafts(First).When(new Save(Place, "Elsewhere")).Then(new Saved(Place, 2, "Elsewhere", Besides: true));
        var two = Spec.Drafts(First, new Saved(Place, 2, "b"));
        two.When(new Save(Place, "a2", Base: 1)).Then(new Saved(Place, 3, "a2", Besides: true));
        two.When(new Save(Place, "b2", Base: 2)).Then(new Saved(Place, 3, "b2"));
    }

    [Fact]
    public void A_second_text_is_let_go_once()
    {
        var two = Spec.Drafts(First, new Saved(Place, 2, "b", Besides: true));
        two.When(new Settle(Place)).Then(new Settled(Place));
        Spec.Drafts(First, new Saved(Place, 2, "b", Besides: true), new Settled(Place)).When(new Settle(Place)).Then();
    }

    [Fact]
    public void What_is_posted_or_given_up_goes()
    {
        Spec.Drafts(First).When(new Discard(Place)).Then(new Discarded(Place));
        Spec.Drafts(First).When(new Discard(Place, 1)).Then(new Discarded(Place));
        Spec.Drafts(First).When(new Save(Place, " \n", Base: 1)).Then(new Discarded(Place));
        Spec.Drafts().When(new Discard(Place)).Then();
        Spec.Drafts().When(new Save(Place, "")).Then();
    }

    [Fact]
    public void What_another_device_wrote_since_outlives_a_post() =>
        Spec.Drafts(First, new Saved(Place, 2, "b")).When(new Discard(Place, 1)).Then();

    [Fact]
    public void Nobody_asks_for_somebody_elses_drafts()
    {
        Spec.Drafts(First).When(new Save(Place, "x"), "bob", Role.Owner).Refused("account.foreign");
        Spec.Drafts(First).When(new Discard(Place), "bob", Role.Moderator).Refused("account.foreign");
    }

    [Fact]
    public void Who_has_left_writes_no_more_but_may_clear_up()
    {
        Spec.Drafts(First).When(new Save(Place, "x"), role: Role.None).Refused("member.needed");
        Spec.Drafts(First).When(new Discard(Place), role: Role.None).Then(new Discarded(Place));
    }

    [Theory]
    [InlineData("new"), InlineData(Place), InlineData("edit:01k0000000000000:12")]
    [InlineData("conversation:01k0000000000000")]
    public void There_are_places_to_write_in(string place) => Assert.True(Drafts.IsPlace(place));

    [Theory]
    [InlineData(""), InlineData("thread:"), InlineData("thread:x"), InlineData("edit:01k0000000000000:0")]
    [InlineData("new\n"), InlineData("thread:01k0000000000000:1"), InlineData("newer")]
    public void Elsewhere_nothing_can_be_written(string place) =>
        Spec.Drafts().When(new Save(place, "x")).Refused("draft.malformed");

    [Fact]
    public void A_draft_is_no_longer_than_a_post()
    {
        Spec.Drafts().When(new Save("new", new('x', Text.PostMax + 1))).Refused("text.long");
        Spec.Drafts().When(new Save("new", "x", new('x', Text.TitleMax + 1))).Refused("title.long");
        Spec.Drafts().When(new Save("new", "x", Tags: new('x', Text.LineMax + 1))).Refused("tags.long");
        Spec.Drafts().When(new Save("new", "x", Category: "No such")).Refused("category.missing");
    }

    [Fact]
    public void There_are_so_many_places_at_most()
    {
        var full = Enumerable.Range(1, Drafts.PlacesMax)
            .Select(n => new Saved(Drafts.OfPost("01k0000000000000", n), n, "x")).ToArray<object>();
        Spec.Drafts(full).When(new Save("new", "x")).Refused("draft.full");
        Spec.Drafts(full).When(new Save(Drafts.OfPost("01k0000000000000", 1), "y", Base: 1))
            .Then(new Saved(Drafts.OfPost("01k0000000000000", 1), 101, "y"));
    }
}
