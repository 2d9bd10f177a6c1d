using Communities.Actors;

namespace Communities.Tests;

/// <summary>Files that members send, and how much of it in a day.</summary>
public sealed class UploadTests
{
    private static readonly UploadCommand.Store Photo = new("lake.jpg", "image/jpeg", 1_000, "d1", 40, 30, true);

    private static readonly UploadEvent.Stored Stored = new("lake.jpg", "image/jpeg", 1_000, "d1", 40, 30, true);

    private static Given<Upload, UploadCommand, UploadEvent> Upload(params object[] history) =>
        new("devs/01k0000000000002", history);

    private static Decision<AllowanceEvent> Take(
        Allowance allowance, UploadSort sort, int trust, long bytes = 1_000, double minutes = 0,
        Role role = Role.Member, string by = "alice") =>
        allowance.Decide(
            new AllowanceCommand.Take(sort, bytes),
            new Turn(by, new Standing(role, trust, IsNew: trust == 0), Spec.Start.AddMinutes(minutes), "devs/alice"));

    private static Allowance After(UploadSort sort, int times, int trust, long bytes = 1_000)
    {
        var allowance = Allowance.Initial;
        for (var i = 0; i < times; i++)
        {
            var decision = Take(allowance, sort, trust, bytes);
            Assert.Null(decision.Refusal);
            foreach (var taken in decision) allowance = allowance.Apply(taken, Spec.By("alice"));
        }

        return allowance;
    }

    [Fact]
    public void A_member_sends_a_file() => Upload().When(Photo).Then(Stored);

    [Fact]
    public void Nobody_else_does() => Upload().When(Photo, role: Role.None).Refused("member.needed");

    [Fact]
    public void The_same_file_sent_twice_is_kept_once() => Upload(Stored).When(Photo).Then();

    [Fact]
    public void Another_file_does_not_take_its_place()
    {
        Upload(Stored).When(Photo with { Digest = "d2" }).Refused("upload.exists");
        Upload(Stored).When(Photo, by: "bob").Refused("upload.exists");
        Upload(Stored, new UploadEvent.Removed()).When(Photo).Refused("upload.exists");
    }

    [Theory, InlineData(""), InlineData("a\nb"), InlineData("gpj.\u202Eexe")]
    public void A_name_that_hides_something_is_refused(string name) =>
        Upload().When(Photo with { Name = name }).Refused(name.Length == 0 ? "name.empty" : "name.malformed");

    [Fact]
    public void What_no_file_can_be_is_refused()
    {
        Upload().When(Photo with { Digest = "" }).Refused("upload.malformed");
        Upload().When(Photo with { Bytes = -1 }).Refused("upload.malformed");
        Upload().When(Photo with { Name = new string('x', 121) }).Refused("name.long");
    }

    [Fact]
    public void Who_sent_it_takes_it_away_and_a_moderator_does_so_with_a_reason()
    {
        Upload(Stored).When(new UploadCommand.Remove()).Then(new UploadEvent.Removed());
        Upload(Stored).When(new UploadCommand.Remove("Not yours"), "mod", Role.Moderator)
            .Then(new UploadEvent.Removed("Not yours"));
        Upload(Stored).When(new UploadCommand.Remove(), by: "bob").Refused("upload.foreign");
        Upload().When(new UploadCommand.Remove()).Refused("upload.missing");
        Upload(Stored, new UploadEvent.Removed()).When(new UploadCommand.Remove()).Then();
    }

    [Fact]
    public void A_new_member_sends_one_picture_a_day_and_nothing_else()
    {
        Assert.Equal("trust.needed", Take(Allowance.Initial, UploadSort.Other, trust: 0).Refusal?.Code);
        var after = After(UploadSort.Picture, 1, trust: 0);
        Assert.Equal("pictures.exceeded", Take(after, UploadSort.Picture, trust: 0).Refusal?.Code);
        Assert.Null(Take(after, UploadSort.Picture, trust: 0, minutes: 24 * 60).Refusal);
    }

    [Fact]
    public void Each_trust_level_sends_more_than_the_one_before()
    {
        for (var trust = 1; trust < Allowance.ByTrust.Length; trust++)
        {
            var (less, more) = (Allowance.ByTrust[trust - 1], Allowance.ByTrust[trust]);
            Assert.True(more.Pictures > less.Pictures && more.Others > less.Others && more.Bytes > less.Bytes);
            var after = After(UploadSort.Other, more.Others, trust);
            Assert.Equal("files.exceeded", Take(after, UploadSort.Other, trust).Refusal?.Code);
        }
    }

    [Fact]
    public void The_day_has_bytes_too_and_a_face_has_a_number_of_its_own()
    {
        var most = Allowance.ByTrust[1].Bytes;
        var after = After(UploadSort.Picture, 2, trust: 1, bytes: most / 2);
        Assert.Equal("bytes.exceeded", Take(after, UploadSort.Picture, 1).Refusal?.Code);
        var faces = After(UploadSort.Face, Allowance.FacesMax, trust: 0);
        Assert.Equal("faces.exceeded", Take(faces, UploadSort.Face, 0).Refusal?.Code);
        Assert.Null(Take(faces, UploadSort.Picture, 0).Refusal);
        Assert.Equal(0, faces.LeftAt(Spec.Start, new Standing(Role.Member, IsNew: true)).Others);
        Assert.Equal(1, faces.LeftAt(Spec.Start, new Standing(Role.Member, IsNew: true)).Pictures);
    }

    [Fact]
    public void Who_keeps_order_has_no_limit_and_nobody_takes_of_another()
    {
        var after = After(UploadSort.Picture, 1, trust: 0);
        Assert.Null(Take(after, UploadSort.Other, 0, bytes: 2L << 30, role: Role.Moderator).Refusal);
        Assert.Equal("account.foreign", Take(after, UploadSort.Picture, 4, by: "bob").Refusal?.Code);
        Assert.Equal("member.needed", Take(after, UploadSort.Picture, 4, role: Role.None).Refusal?.Code);
    }

    [Fact]
    public void A_face_is_ones_own_and_a_moderator_may_take_it_away()
    {
        var joined = new MemberEvent.Joined("Alice", Role.Member);
        const string face = "01k0000000000002";
        Spec.Member(joined).When(new MemberCommand.Portray(face)).Then(new MemberEvent.Portrayed(face));
        Spec.Member(joined).When(new MemberCommand.Portray("x")).Refused("upload.missing");
        Spec.Member(joined).When(new MemberCommand.Portray(face), by: "mod", Role.Moderator)
            .Refused("account.foreign");
        var portrayed = Spec.Member(joined, new MemberEvent.Portrayed(face));
        portrayed.When(new MemberCommand.Portray(null), by: "bob").Refused("account.foreign");
        portrayed.When(new MemberCommand.Portray(null), by: "mod", Role.Moderator)
            .Then(new MemberEvent.Portrayed(null, face));
        portrayed.When(new MemberCommand.Portray(face)).Then();
        Assert.Equal(
            [$"upload:devs/{face} remove {{}}"],
            Spec.Follows(new MemberEvent.Portrayed(null, face), "devs/alice"));
    }
}
