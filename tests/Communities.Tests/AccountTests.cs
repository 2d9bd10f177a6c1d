using Communities.Actors;
using static Communities.AccountCommand;
using static Communities.AccountEvent;
using Opened = Communities.AccountEvent.Opened;

namespace Communities.Tests;

/// <summary>The account alice.</summary>
public sealed class AccountTests
{
    private static readonly Opened Opened = new("Alice", "hash", "en");
    private static readonly double LifeMinutes = Account.SessionLife.TotalMinutes;

    [Fact]
    public void Anybody_opens_an_account() =>
        Spec.Account().When(new Open("Alice", "hash", "en"), "", Role.None).Then(Opened);

    [Fact]
    public void An_account_name_is_taken_once() =>
        Spec.Account(Opened).When(new Open("Alice", "hash", "en"), "", Role.None).Refused("account.taken");

    [Theory]
    [InlineData("~/a")]
    [InlineData("~/Alice")]
    [InlineData("~/alice\n")]
    [InlineData("~/../x")]
    [InlineData("~/_alice")]
    public void An_account_name_is_small_and_plain(string key) =>
        Spec.Account().At(key).When(new Open("Alice", "hash", "en"), "", Role.None).Refused("account.malformed");

    [Fact]
    public void An_account_has_a_name_and_a_known_language()
    {
        Spec.Account().When(new Open("", "hash", "en"), "", Role.None).Refused("name.empty");
        Spec.Account().When(new Open("Alice", "hash", "tlh"), "", Role.None).Refused("language.unknown");
    }

    [Fact]
    public void Whose_feeds_they_are_renews_their_addresses()
    {
        Spec.Account(Opened).When(new RenewFeeds()).Then(new FeedsRenewed());
        Spec.Account(Opened).When(new RenewFeeds(), "bob", Role.None).Refused("account.foreign");
    }

    [Fact]
    public void What_is_not_opened_does_nothing() =>
        Spec.Account().When(new StartSession("s", "Firefox")).Refused("account.missing");

    [Fact]
    public void Operators_are_made_by_operators_and_by_the_program()
    {
        Spec.Account(Opened).When(new MakeOperator(), "root", Role.None, isOperator: true).Then(new OperatorMade());
        Spec.Account(Opened).When(new MakeOperator(), "", Role.System).Then(new OperatorMade());
        Spec.Account(Opened).When(new MakeOperator(), role: Role.Owner).Refused("operator.needed");
        Spec.Account(Opened, new OperatorMade()).When(new MakeOperator(), "", Role.System).Then();
    }

    [Fact]
    public void Nobody_acts_on_anothers_account()
    {
        var account = Spec.Account(Opened);
        foreach (var command in (AccountCommand[])[
                     new ChangePassword("x", null), new StartSession("s", "d"), new EndSession("s"),
                     new EndOtherSessions("s"), new IssueToken("t", "h", "l"), new RevokeToken("t"),
                     new Prefer("x", Preferences.Default)])
            account.When(command, "bob", Role.Owner, isOperator: true).Refused("account.foreign");
    }

    [Theory]
    [InlineData("Europe/Paris", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("UTC", true)]
    [InlineData("", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("Europe/Paris\n", false)]
    public void A_time_zone_has_a_name(string name, bool isOne)
    {
        var prefers = new Prefer("Alice", Preferences.Default with { TimeZone = name });
        var said = Spec.Account(Opened).When(prefers);
        if (isOne) said.Then(new Preferred("Alice", prefers.Preferences));
        else said.Refused("zone.unknown");
    }

    [Fact]
    public void A_sign_in_starts_a_session_once()
    {
        Spec.Account(Opened).When(new StartSession("s", "Firefox\non Linux"))
            .Then(new SessionStarted("s", "Firefox on Linux"));
        Spec.Account(Opened, new SessionStarted("s", "d")).When(new StartSession("s", "d")).Then();
    }

    [Fact]
    public void A_session_lasts_thirty_days()
    {
        var state = Spec.Account(Opened, new SessionStarted("s", "d")).State;
        Assert.NotNull(state.SessionAt("s", Spec.Start + Account.SessionLife - TimeSpan.FromTicks(1)));
        Assert.Null(state.SessionAt("s", Spec.Start + Account.SessionLife));
        Assert.Null(state.SessionAt("t", Spec.Start));
    }

    [Fact]
    public void A_new_session_ends_those_that_have_run_out() =>
        Spec.Account(Opened, new SessionStarted("s", "d")).When(new StartSession("t", "d"), minutes: LifeMinutes)
            .Then(new SessionEnded("s"), new SessionStarted("t", "d"));

    [Fact]
    public void One_session_too_many_ends_the_oldest()
    {
        var all = Enumerable.Range(1, Account.SessionsMax).Select(object (n) => new SessionStarted($"s{n}", "d"));
        Spec.Account([Opened, .. all]).When(new StartSession("more", "d"))
            .Then(new SessionEnded("s1"), new SessionStarted("more", "d"));
    }

    [Fact]
    public void A_sign_out_ends_a_session_once()
    {
        Spec.Account(Opened, new SessionStarted("s", "d")).When(new EndSession("s")).Then(new SessionEnded("s"));
        Spec.Account(Opened).When(new EndSession("s")).Then();
    }

    [Fact]
    public void One_session_ends_all_others() =>
        Spec.Account(Opened, new SessionStarted("s", "d"), new SessionStarted("t", "d"), new SessionStarted("u", "d"))
            .When(new EndOtherSessions("t")).Then(new SessionEnded("s"), new SessionEnded("u"));

    [Fact]
    public void Another_password_ends_all_other_sessions()
    {
        var account = Spec.Account(Opened, new SessionStarted("s", "d"), new SessionStarted("t", "d"));
        account.When(new ChangePassword("new", "t")).Then(new PasswordChanged("new", "t"), new SessionEnded("s"));
        account.When(new ChangePassword("new", null), "", Role.System)
            .Then(new PasswordChanged("new"), new SessionEnded("s"), new SessionEnded("t"));
    }

    [Fact]
    public void A_token_is_issued_and_revoked_once()
    {
        var issued = new TokenIssued("t", "hash", "My script");
        Spec.Account(Opened).When(new IssueToken("t", "hash", "My script"), "", Role.System).Then(issued);
        Spec.Account(Opened, issued).When(new IssueToken("t", "hash", "My script"), "", Role.System).Then();
        Spec.Account(Opened, issued).When(new RevokeToken("t")).Then(new TokenRevoked("t"));
        Spec.Account(Opened).When(new RevokeToken("t")).Then();
        Spec.Account(Opened).When(new IssueToken("t", "hash", ""), "", Role.System).Refused("label.empty");
    }

    [Fact]
    public void An_account_has_fifty_tokens_at_most()
    {
        var all = Enumerable.Range(1, Account.TokensMax).Select(object (n) => new TokenIssued($"t{n}", "h", "l"));
        Spec.Account([Opened, .. all]).When(new IssueToken("more", "h", "l"), "", Role.System)
            .Refused("token.many");
    }

    [Fact]
    public void A_person_says_how_they_like_to_read()
    {
        var french = new Preferences("fr", Theme.Dark, SansPosts: true);
        var account = Spec.Account(Opened);
        account.When(new Prefer("Alice", french)).Then(new Preferred("Alice", french));
        account.When(new Prefer("Alice", Preferences.Default)).Then();
        account.When(new Prefer("", french)).Refused("name.empty");
        account.When(new Prefer("Alice", french with { Language = "xx" })).Refused("language.unknown");
        account.When(new Prefer("Alice", french with { Theme = (Theme)9 })).Refused("theme.unknown");
    }
}
