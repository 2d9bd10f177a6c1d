using Communities.Actors;
using static Communities.PushesCommand;
using static Communities.PushesEvent;

namespace Communities.Tests;

/// <summary>The devices of Alice, and the keys of the site.</summary>
public sealed class PushesTests
{
    private const string Key =
        "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM";

    private static readonly PushDevice Phone = new("https://push.example.org/phone", Key, "tBHItJI5svbpez7KI4CCXg");

    [Fact]
    public void A_device_subscribes_and_leaves()
    {
        Spec.Pushes().When(new Subscribe(Phone)).Then(new Subscribed(Phone));
        Spec.Pushes(new Subscribed(Phone)).When(new Subscribe(Phone)).Then();
        Spec.Pushes(new Subscribed(Phone)).When(new Unsubscribe(Phone.Endpoint)).Then(new Unsubscribed(Phone.Endpoint));
        Spec.Pushes().When(new Unsubscribe(Phone.Endpoint)).Then();
        Spec.Pushes().When(new Subscribe(Phone), "bob", Role.Owner).Refused("account.foreign");
    }

    [Fact]
    public void A_device_with_another_key_takes_its_own_place()
    {
        var anew = Phone with { Secret = "AAAAAAAAAAAAAAAAAAAAAA" };
        Spec.Pushes(new Subscribed(Phone)).When(new Subscribe(anew))
            .Then(new Unsubscribed(Phone.Endpoint), new Subscribed(anew));
    }

    [Fact]
    public void The_oldest_device_makes_room()
    {
        var many = Enumerable.Range(0, Pushes.DevicesMax)
            .Select(n => new Subscribed(Phone with { Endpoint = $"https://p.example/{n}" }));
        Spec.Pushes([.. many]).When(new Subscribe(Phone))
            .Then(new Unsubscribed("https://p.example/0"), new Subscribed(Phone));
    }

    [Fact]
    public void What_is_no_device_is_refused()
    {
        foreach (var device in (PushDevice[])[
            Phone with { Endpoint = "phone" }, Phone with { Endpoint = "ftp://push.example.org" },
            Phone with { Endpoint = "https://p.example/" + new string('x', Pushes.EndpointMax) },
            Phone with { Key = "AAAA" }, Phone with { Secret = "?" }])
            Spec.Pushes().When(new Subscribe(device)).Refused("device.malformed");
    }

    [Fact]
    public void A_notice_is_claimed_where_there_is_a_device()
    {
        Spec.Pushes(new Subscribed(Phone)).When(new Claim("devs/9"), "", Role.System).Then(new Claimed("devs/9"));
        Spec.Pushes().When(new Claim("devs/9"), "", Role.System).Then();
        Spec.Pushes(new Subscribed(Phone)).When(new Claim("devs/9")).Refused("program.needed");
    }

    [Fact]
    public void The_first_key_of_a_name_is_the_sites()
    {
        var kept = new SiteEvent.KeyKept("push", "a");
        Spec.Site().When(new SiteCommand.KeepKey("push", "a"), "", Role.System).Then(kept);
        Spec.Site(kept).When(new SiteCommand.KeepKey("push", "b"), "", Role.System).Then();
        Spec.Site().When(new SiteCommand.KeepKey("push", "a"), "olga", Role.Owner).Refused("program.needed");
        Spec.Site().When(new SiteCommand.KeepKey("", "a"), "", Role.System).Refused("key.malformed");
    }
}
