using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>How one comes into a community through the API, and the limits that hold at first.</summary>
public sealed class MembersJoiningTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static int _communities;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_asks_to_join_and_is_let_in()
    {
        var place = await Founded();
        using var owner = await site.As("owner");
        using var ann = await site.As("ann");
        var joining = new { joining = "request", question = "Why?" };
        (await ann.Put($"/communities/{place}/joining", joining)).Refused(403, "manager.needed");
        (await owner.Put($"/communities/{place}/joining", joining)).Is(200);
        (await ann.Post($"/communities/{place}/members", new { })).Refused(403, "community.closed");
        await site.CaughtUp();
        var asked = (await ann.Get($"/communities/{place}/joining")).Is(200);
        Assert.Equal("Why?", asked["question"].GetString());

        var body = new { name = "Ann", answer = "I build." };
        var version = (await ann.Post($"/communities/{place}/requests", body)).Is(200).Version;
        (await ann.Get($"/communities/{place}/requests")).Refused(403, "moderator.needed");
        var waiting = (await owner.Get($"/communities/{place}/requests?at-least={version}")).Is(200);
        Assert.Equal("I build.", Assert.Single(waiting["items"].EnumerateArray()).GetProperty("answer").GetString());
        await site.CaughtUp();
        Assert.Equal("request", Assert.Single((await site.See<Inbox>($"{place}/owner")).Unseen).Reason);

        (await owner.Post($"/communities/{place}/requests/ann/admit")).Is(200);
        (await owner.Post($"/communities/{place}/requests/ann/admit")).Refused(404, "request.missing");
        Assert.Equal(Role.Member, (await site.See<Member>($"{place}/ann")).Role);
    }

    [Fact]
    public async Task Who_joins_says_yes_to_the_rules_once_and_what_was_agreed_to_is_kept()
    {
        var place = await Founded();
        using var owner = await site.As("owner");
        using var ann = await site.As("ann");
        using var bea = await site.As("bea");
        using var cem = await site.As("cem");
        (await owner.Put($"/communities/{place}/purpose", new { whatFor = "Bikes", notHere = "Cakes" })).Is(200);
        await site.Actors.Ask(
            $"{place}/netiquette", new PolicyCommand.Publish("Be kind."), Call.System(), Ct);
        await site.CaughtUp();
        var joining = (await ann.Get($"/communities/{place}/joining")).Is(200)["rules"];
        Assert.Equal((1, 1), (joining.GetProperty("rules").GetInt32(), joining.GetProperty("purpose").GetInt32()));

        var members = $"/communities/{place}/members";
        (await ann.Post(members, new { })).Refused(409, "rules.unread");
        (await ann.Post(members, new { agreed = new { rules = 7, purpose = 1 } })).Refused(409, "rules.unread");
        (await ann.Post(members, new { agreed = new { rules = 1, purpose = 1 } })).Is(200);
        var consents = (await site.See<Member>($"{place}/ann")).Consents;
        Assert.Equal((1, 1), (consents["netiquette"].Version, consents["purpose"].Version));

        // Once is enough, unless a later version asks for consent; and whoever is here already is not asked.
        (await ann.Delete($"{members}/ann")).Is(200);
        (await ann.Post(members, new { })).Is(200);

        // Who is brought in says nothing; who asks says it with the request, who is invited with the invitation.
        (await owner.Post(members, new { account = "cem" })).Is(200);
        Assert.Empty((await site.See<Member>($"{place}/cem")).Consents);
        var code = (await owner.Post($"/communities/{place}/invitations", new { uses = 1, days = 3 }))
            .Is(201)["code"].GetString();
        (await bea.Post($"/communities/{place}/join", new { code })).Refused(409, "rules.unread");
        (await bea.Post($"/communities/{place}/join", new { code, agreed = new { rules = 1, purpose = 1 } })).Is(200);
        Assert.Equal(1, (await site.See<Member>($"{place}/bea")).Consents["netiquette"].Version);
        (await owner.Put($"/communities/{place}/joining", new { joining = "request" })).Is(200);
        using var dan = await site.As("dan");
        (await dan.Post($"/communities/{place}/requests", new { })).Refused(409, "rules.unread");
        (await dan.Post($"/communities/{place}/requests", new { agreed = new { rules = 1, purpose = 1 } })).Is(200);
        (await owner.Post($"/communities/{place}/requests/dan/admit")).Is(200);
        Assert.Equal(1, (await site.See<Member>($"{place}/dan")).Consents["purpose"].Version);
    }

    [Fact]
    public async Task Rules_that_have_ended_ask_for_nothing()
    {
        var place = await Founded();
        using var ann = await site.As("ann");
        foreach (var text in (string[])["Be kind.", ""])
            await site.Actors.Ask($"{place}/netiquette", new PolicyCommand.Publish(text), Call.System(), Ct);
        await site.CaughtUp();
        (await ann.Post($"/communities/{place}/members", new { })).Is(200);
        Assert.Empty((await site.See<Member>($"{place}/ann")).Consents);
    }

    [Fact]
    public async Task Who_is_declined_is_told_why_and_waits_before_asking_again()
    {
        var place = await Founded();
        using var owner = await site.As("owner");
        using var bea = await site.As("bea");
        (await owner.Put($"/communities/{place}/joining", new { joining = "request" })).Is(200);
        (await bea.Post($"/communities/{place}/requests", new { })).Is(200);
        (await owner.Post($"/communities/{place}/requests/bea/decline", new { reason = "" }))
            .Refused(422, "reason.empty");
        (await owner.Post($"/communities/{place}/requests/bea/decline", new { reason = "Full" })).Is(200);
        (await bea.Post($"/communities/{place}/requests", new { })).Refused(429, "request.slow");
        (await bea.Delete($"/communities/{place}/requests/bea")).Is(200);
    }

    [Fact]
    public async Task An_invitation_opens_a_private_community_for_as_many_as_it_says()
    {
        var place = await Founded(Visibility.Private);
        using var owner = await site.As("owner");
        using var ann = await site.As("ann");
        using var bea = await site.As("bea");
        var written = (await owner.Post($"/communities/{place}/invitations", new { uses = 1, days = 3, note = "Ann" }))
            .Is(201);
        var code = written["code"].GetString()!;
        Assert.EndsWith($"/c/{place}/join/{code}", written["link"].GetString());

        (await ann.Get($"/communities/{place}")).Refused(404, "community.missing");
        (await ann.Post($"/communities/{place}/join", new { code = "0000000000000000" }))
            .Refused(404, "community.missing");
        var joined = (await ann.Post($"/communities/{place}/join", new { code, name = "Ann" })).Is(200).Version;
        (await ann.Get($"/communities/{place}?at-least={joined}")).Is(200);
        (await bea.Post($"/communities/{place}/join", new { code })).Refused(422, "invitation.past");
        var member = await site.See<Member>($"{place}/ann");
        Assert.Equal((Role.Member, Trust.Basic), (member.Role, member.Trust));
        await site.CaughtUp();
        var profile = (await owner.Get($"/communities/{place}/members/ann")).Is(200);
        Assert.Equal("owner", profile["invitedBy"].GetString());

        var listed = (await owner.Get($"/communities/{place}/invitations")).Is(200)["items"].EnumerateArray();
        Assert.Equal(1, Assert.Single(listed).GetProperty("taken").GetInt32());
        Assert.Empty((await ann.Get($"/communities/{place}/invitations")).Is(200)["items"].EnumerateArray());
        (await ann.Post($"/communities/{place}/invitations", new { })).Refused(403, "trust.needed");

        (await ann.Delete($"/communities/{place}/members/ann")).Is(200);
        (await ann.Post($"/communities/{place}/join", new { code })).Refused(422, "invitation.past");
    }

    [Fact]
    public async Task An_invitation_can_be_taken_back_and_is_written_once_for_one_key()
    {
        var place = await Founded();
        using var owner = await site.As("owner");
        using var bea = await site.As("bea");
        var first = (await owner.Post($"/communities/{place}/invitations", new { uses = 5 }, "key")).Is(201);
        var again = (await owner.Post($"/communities/{place}/invitations", new { uses = 5 }, "key")).Is(201);
        Assert.Equal(first["code"].GetString(), again["code"].GetString());
        (await bea.Delete($"/communities/{place}/invitations/{first["id"].GetString()}"))
            .Refused(403, "moderator.needed");
        (await owner.Delete($"/communities/{place}/invitations/{first["id"].GetString()}")).Is(200);
        (await bea.Post($"/communities/{place}/join", new { code = first["code"].GetString() }))
            .Refused(422, "invitation.past");
    }

    [Fact]
    public async Task New_members_of_a_grown_community_have_limits_that_end_with_trust()
    {
        var place = await Founded();
        for (var i = 0; i < Trust.BeginningMembers; i++)
            await site.Actors.Ask(
                $"{place}/m{i:00}", new MemberCommand.Join($"M {i}"), Call.System(), Ct);
        await site.CaughtUp();
        using var ann = await site.As("m07");
        var links = new { title = "Links", text = "https://a.example https://b.example https://c.example" };
        (await ann.Post($"/communities/{place}/threads", links)).Refused(422, "links.many");
        for (var i = 0; i < NewMember.FirstThreadsMax; i++)
        {
            (await ann.Post($"/communities/{place}/threads", new { title = $"T {i}", text = "x" })).Is(201);
            await site.CaughtUp();
        }

        (await ann.Post($"/communities/{place}/threads", new { title = "T", text = "x" }))
            .Refused(429, "first-threads.exceeded");
        Assert.True((await ann.Get($"/communities/{place}/trust")).Is(200)["isNew"].GetBoolean());

        using var owner = await site.As("owner");
        (await owner.Put($"/communities/{place}/members/m07/trust", new { level = 1 })).Is(200);
        (await ann.Post($"/communities/{place}/threads", links)).Is(201);
    }

    [Fact]
    public async Task Reading_leads_to_level_1_and_the_member_is_told()
    {
        var place = await Founded();
        using var ann = await site.As("ann");
        (await ann.Post($"/communities/{place}/members", new { })).Is(200);
        for (var i = 0; i < 5; i++)
            await site.Actors.Ask(
                Keys.OfReading(place, Keys.NewThread(site.Time.GetUtcNow(), (uint)i), "ann"),
                new ReadingCommand.MarkRead(1, 6), new Call("ann", new Standing(Role.Member)), Ct);
        await site.CaughtUp();
        var trust = (await ann.Get($"/communities/{place}/trust")).Is(200);
        Assert.Equal(1, trust["level"].GetInt32());
        Assert.Contains((await site.See<Inbox>($"{place}/ann")).Unseen, notice => notice.Reason == Reasons.Promoted);
    }

    private async Task<string> Founded(Visibility visibility = Visibility.Public)
    {
        var slug = $"join-{Interlocked.Increment(ref _communities)}";
        await site.As("owner");
        await site.Found(slug, "owner", visibility);
        return slug;
    }
}
