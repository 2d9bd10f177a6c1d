using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

public abstract partial class ViewsSuite
{
    [Fact]
    public async Task The_log_tells_moderators_what_was_done_by_whom_and_what_it_was_before()
    {
        var world = NewWorld();
        var (one, two) = (world.Open("One", by: "alice"), world.Open("Two", by: "bob"));
        world.Reply(one, "First", "bob");
        world.Journal.Now = world.Journal.Now.AddHours(1);
        world.Ask(one, new ThreadCommand.Edit(2, "Second"), "mia");
        world.Ask(one, new ThreadCommand.Organise("Uno", null, []), "mia");
        world.Ask(one, new ThreadCommand.Close(null, "Heated"), "mia");
        world.Ask(one, new ThreadCommand.MovePosts([2], two, null, "Belongs there"), "mia");
        world.Journal.Ask($"{World.Devs}/alice", new MemberCommand.Appoint(Role.Moderator), "olga");
        world.Journal.Ask($"{World.Devs}/netiquette", new PolicyCommand.Publish("Be kind."), "olga");
        world.Journal.Ask($"{World.Devs}/netiquette", new PolicyCommand.Publish("Be kinder."), "olga");
        var views = await Look(world);

        var log = (await views.Log(new(World.Devs), world.As("mia"), Ct)).Items;
        Assert.Equal(
            ["policy", "policy", "appointed", "moved", "closed", "organised", "edited", "settings"],
            log.Select(entry => entry.Act));
        Assert.Equal(("Be kind.", "Be kinder.", "olga"), (log[0].Before, log[0].After, log[0].By!.Account));
        Assert.Equal((null, "Be kind."), (log[1].Before, log[1].After));
        Assert.Equal(("alice", "member", "moderator"), (log[2].Member!.Account, log[2].Before, log[2].Value));
        Assert.Equal(
            (new ThreadLink(one, "Uno"), new ThreadLink(two, "Two"), "1", "Belongs there"),
            (log[3].Thread, log[3].Other, log[3].Value, log[3].Reason));
        Assert.Equal(("Heated", "mia"), (log[4].Reason, log[4].By!.Account));
        Assert.Contains("\"title\":\"One\"", log[5].Before, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Uno\"", log[5].After, StringComparison.Ordinal);
        Assert.Equal((2, "bob", "First", "Second"), (
            log[6].Number, log[6].Member!.Account, log[6].Before, log[6].After));
    }

    [Fact]
    public async Task The_public_log_names_nobody_and_holds_no_text()
    {
        var world = NewWorld();
        var (thread, gone) = (world.Open("Open"), world.Open("Gone", by: "bob"));
        world.Reply(thread, "Secret", "bob");
        world.Journal.Now = world.Journal.Now.AddHours(1);
        world.Ask(thread, new ThreadCommand.Edit(2, "Changed"), "mia");
        world.Ask(thread, new ThreadCommand.Remove(2, "Rude"), "mia");
        world.Ask(gone, new ThreadCommand.Remove(1, "Spam"), "mia");
        world.Journal.Ask($"{World.Devs}/bob", new MemberCommand.SetTrust(0, true), "olga");
        var views = await Look(world);

        foreach (var viewer in (Viewer[])[Viewer.Visitor, world.As("alice"), world.As("bob")])
        {
            var log = (await views.Log(new(World.Devs), viewer, Ct)).Items;
            Assert.Equal(["removed", "removed", "edited", "settings"], log.Select(entry => entry.Act));
            Assert.All(log, entry => Assert.Equal((null, null, null, null, null), (
                entry.By, entry.Member, entry.Before, entry.After, entry.Case)));
            Assert.Equal((null, "Spam"), (log[0].Thread, log[0].Reason));
            Assert.Equal(new ThreadLink(thread, "Open"), log[1].Thread);
            Assert.Empty((await views.Log(new(World.Devs, By: "mia"), viewer, Ct)).Items);
            Assert.Empty((await views.Log(new(World.Devs, Member: "bob"), viewer, Ct)).Items);
        }

        Assert.Equal(5, (await views.Log(new(World.Devs), world.As("mia"), Ct)).Items.Count);
    }

    [Fact]
    public async Task What_members_do_with_their_own_and_what_nobody_did_is_no_act_of_moderators()
    {
        var world = NewWorld();
        var thread = world.Open("Mine", by: "alice");
        world.Reply(thread, by: "alice");
        world.Ask(thread, new ThreadCommand.Edit(2, "Better"), "alice");
        world.Ask(thread, new ThreadCommand.Organise("Still mine", null, ["tag"]), "alice");
        world.Ask(thread, new ThreadCommand.Remove(2), "alice");
        world.Ask(thread, new ThreadCommand.Restore(2), "alice");
        world.Ask(thread, new ThreadCommand.Close(), "");
        var views = await Look(world);
        Assert.Equal(["settings"], (await views.Log(new(World.Devs), world.As("mia"), Ct)).Items.Select(e => e.Act));
    }

    [Fact]
    public async Task The_log_is_filtered_by_field_person_member_and_period_and_goes_on_page_by_page()
    {
        var world = NewWorld();
        var thread = world.Open("Thread", by: "alice");
        world.Reply(thread, by: "bob");
        world.Ask(thread, new ThreadCommand.Pin(), "mia");
        world.Journal.Now = world.Journal.Now.AddDays(1);
        var noon = world.Journal.Now;
        world.Ask(thread, new ThreadCommand.Remove(2), "olga");
        world.Ask(thread, new ThreadCommand.Unpin(), "mia");
        var (views, mia) = (await Look(world), world.As("mia"));

        Assert.Equal(["unpinned", "pinned"], await Acts(new(World.Devs, By: "mia")));
        Assert.Equal(["removed"], await Acts(new(World.Devs, Member: "bob")));
        Assert.Equal(["settings"], await Acts(new(World.Devs, LogField.Settings)));
        Assert.Equal(["unpinned", "removed"], await Acts(new(World.Devs, From: noon)));
        Assert.Equal(["pinned", "settings"], await Acts(new(World.Devs, To: noon)));

        var first = await views.Log(new(World.Devs, Size: 3), mia, Ct);
        Assert.Equal(["unpinned", "removed", "pinned"], first.Items.Select(entry => entry.Act));
        var rest = await views.Log(new(World.Devs, Size: 3, Cursor: first.Next), mia, Ct);
        Assert.Equal((1, null), (rest.Items.Count, rest.Next));
        await Assert.ThrowsAsync<MalformedCursorException>(
            async () => await views.Log(new(World.Devs, Cursor: "x"), mia, Ct));

        async Task<IEnumerable<string>> Acts(LogQuery query) =>
            (await views.Log(query, mia, Ct)).Items.Select(entry => entry.Act);
    }

    [Fact]
    public async Task The_log_of_a_private_community_is_for_its_members()
    {
        var world = new World(Visibility.Private);
        world.Ask(world.Open("Thread"), new ThreadCommand.Pin(), "mia");
        var views = await Look(world);
        Assert.Empty((await views.Log(new(World.Devs), Viewer.Visitor, Ct)).Items);
        Assert.Equal(2, (await views.Log(new(World.Devs), world.As("alice"), Ct)).Items.Count);
    }

    [Fact]
    public async Task A_community_may_let_everybody_read_who_moderated()
    {
        var world = NewWorld();
        world.Ask(world.Open("Thread"), new ThreadCommand.Pin(), "mia");
        var named = ModerationSettings.Default with { IsNamed = true };
        world.Journal.Ask(World.Devs, new CommunityCommand.SetModeration(named), "olga");
        var views = await Look(world);

        var log = (await views.Log(new(World.Devs), Viewer.Visitor, Ct)).Items;
        Assert.Equal(["olga", "mia", "olga"], log.Select(entry => entry.By?.Account));
        var hers = (await views.Log(new(World.Devs, By: "mia"), Viewer.Visitor, Ct)).Items;
        Assert.Equal("pinned", Assert.Single(hers).Act);
        var set = (await views.Log(new(World.Devs), world.As("mia"), Ct)).Items[0];
        Assert.Equal(("moderation", true), (set.Act, set.Before!.Contains("false", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_log_tells_everybody_what_was_decided_and_only_moderators_whom_it_hit_and_what_they_read()
    {
        var world = NewWorld();
        var thread = world.Open("Thread", by: "alice");
        world.Reply(thread, "Rude", "bob");
        var subject = Subject.OfPost(thread, 2);
        var (id, key) = (subject.ToString(), Keys.OfCase(World.Devs, subject));
        world.Journal.Ask(key, new CaseCommand.Open(new("bob", null, "Rude"), "Note"), "mia");
        world.Journal.Ask(key, new CaseCommand.Escalate("Please look"), "mia");
        world.Journal.Ask(key, new CaseCommand.Decide(
            [new(MeasureKind.Hide), new(MeasureKind.Silence, 24)], "harassment", "Be kind.", "That was rude.", "Note"),
            "olga");
        world.Journal.Ask(key, new CaseCommand.Appeal(1, "It was not."), "bob");
        world.Journal.Ask(key, new CaseCommand.AnswerAppeal(1, true, "True."), "mia");
        var views = await Look(world);

        var full = (await views.Log(new(World.Devs, LogField.Decisions), world.As("mia"), Ct)).Items;
        Assert.Equal(["overturned", "appealed", "decided", "escalated"], full.Select(entry => entry.Act));
        Assert.Equal(
            ("olga", "bob", id, 1, "hide silence:24", "Be kind.", "That was rude.", "harassment"),
            (full[2].By!.Account, full[2].Member!.Account, full[2].Case, full[2].Decision, full[2].Value, full[2].Rule,
                full[2].After, full[2].Item));
        Assert.Equal(("mia", "True."), (full[0].By!.Account, full[0].After));

        foreach (var viewer in (Viewer[])[Viewer.Visitor, world.As("alice"), world.As("bob")])
        {
            var log = (await views.Log(new(World.Devs, LogField.Decisions), viewer, Ct)).Items;
            Assert.Equal(["overturned", "appealed", "decided"], log.Select(entry => entry.Act));
            Assert.All(log, entry => Assert.Equal(
                (null, null, null, null, new ThreadLink(thread, "Thread"), 2),
                (entry.By, entry.Member, entry.Case, entry.After, entry.Thread, entry.Number)));
            Assert.Equal(("Be kind.", "hide silence:24"), (log[2].Rule, log[2].Value));
        }
    }

    [Fact]
    public async Task A_decision_about_a_private_message_tells_nobody_which_conversation_it_was()
    {
        var world = NewWorld();
        var subject = Subject.OfMessage("01k0000000000000", 7);
        var key = Keys.OfCase(World.Devs, subject);
        world.Journal.Ask(key, new CaseCommand.Receive(
            "alice", "harassment", "Be kind.", 1, new("bob", null, "Rude"), Thresholds.Default));
        world.Journal.Ask(
            key, new CaseCommand.Decide([new(MeasureKind.Warn)], null, "Be kind.", "That was rude."), "mia");
        var views = await Look(world);
        var entry = Assert.Single((await views.Log(new(World.Devs, LogField.Decisions), world.As("alice"), Ct)).Items);
        Assert.Equal(
            (SubjectKind.Message, null, null, 0, null),
            (entry.Subject, entry.Case, entry.Thread, entry.Number, entry.Member));
    }
}
