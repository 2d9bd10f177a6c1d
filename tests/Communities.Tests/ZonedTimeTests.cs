using System.Globalization;
using Communities.Actors;

namespace Communities.Tests;

public sealed class ZonedTimeTests
{
    [Theory]
    [InlineData("2026-07-14 20:00", "Europe/Paris", "2026-07-14 18:00", Wrinkle.None)]
    [InlineData("2026-12-14 20:00", "Europe/Paris", "2026-12-14 19:00", Wrinkle.None)]
    [InlineData("2026-03-29 02:30", "Europe/Paris", "2026-03-29 01:30", Wrinkle.Skipped)] // 03:30 in summer time
    [InlineData("2026-10-25 02:30", "Europe/Paris", "2026-10-25 00:30", Wrinkle.Twice)] // the first, in summer time
    [InlineData("2026-07-14 20:00", "Asia/Kathmandu", "2026-07-14 14:15", Wrinkle.None)]
    [InlineData("2026-07-14 20:00", "Atlantis/Poseidonis", "2026-07-14 20:00", Wrinkle.None)]
    public void A_time_on_the_clocks_of_a_place_is_a_moment(string local, string zone, string utc, Wrinkle wrinkle)
    {
        var (at, odd) = ZonedTime.At(DateTime.Parse(local, CultureInfo.InvariantCulture), zone);

        Assert.Equal((DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture), wrinkle), (at, odd));
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Fact]
    public void A_moment_is_a_time_on_the_clocks_of_a_place() => Assert.Equal(
        new DateTime(2026, 3, 29, 3, 30, 0),
        ZonedTime.Local(DateTimeOffset.Parse("2026-03-29T01:30:00Z", CultureInfo.InvariantCulture), "Europe/Paris"));

    [Fact]
    public void A_community_plans_by_the_clocks_of_a_zone_that_there_is()
    {
        var community = Spec.Community(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, "Max"));
        community.When(new CommunityCommand.SetZone("Europe/Paris"), "max", Role.Manager)
            .Then(new CommunityEvent.ZoneSet("Europe/Paris"));
        community.When(new CommunityCommand.SetZone("Etc/UTC"), "max", Role.Manager).Then();
        community.When(new CommunityCommand.SetZone("Europe/Atlantis"), "max", Role.Manager).Refused("zone.unknown");
        community.When(new CommunityCommand.SetZone("Europe/Paris"), "mo", Role.Moderator).Refused("manager.needed");
    }
}
