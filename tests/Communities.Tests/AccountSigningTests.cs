using System.Collections.Immutable;
using Communities.Actors;
using static Communities.AccountCommand;
using static Communities.AccountEvent;
using Opened = Communities.AccountEvent.Opened;

namespace Communities.Tests;

/// <summary>How alice comes in, and what keeps others out.</summary>
public sealed class AccountSigningTests
{
    private static readonly Opened Opened = new("Alice", "hash", "en");
    private static readonly SessionStarted Here = new("here", "Firefox");
    private static readonly string Key = new('a', 64);
    private static readonly string Other = new('b', 64);
    private static readonly ImmutableArray<string> Codes = [Key, Other];
    private static readonly Passkey Phone = new("p1", "key", "Phone", ["internal"]);
    private static readonly OutsideLogin Elsewhere = new("elsewhere", "4711", "Alice A.");

    [Fact]
    public void The_fifth_wrong_password_makes_the_next_one_wait_and_each_more_doubles_it()
    {
        var account = Spec.Account([Opened, .. Wrong(4)]);
        account.When(new StartSession("s", "d")).Then(new SessionStarted("s", "d"));
        account.When(new FailSignIn(), "", Role.System).Then(new SignInFailed(Spec.Start.AddMinutes(1)));
        Spec.Account([Opened, .. Wrong(5)]).When(new FailSignIn(), "", Role.System, minutes: 1)
            .Then(new SignInFailed(Spec.Start.AddMinutes(3)));
        Spec.Account([Opened, .. Wrong(100)]).When(new FailSignIn(), "", Role.System, minutes: 1)
            .Then(new SignInFailed(Spec.Start.AddMinutes(1) + Lockout.LongestWait));
    }

    [Fact]
    public void While_it_waits_nothing_is_looked_at_or_counted_and_who_is_in_stays_in()
    {
        var locked = Spec.Account([Opened, Here, .. Wrong(4), new SignInFailed(Spec.Start.AddMinutes(1))]);
        locked.When(new FailSignIn(), "", Role.System).Then();
        locked.When(new StartSession("s", "d")).Refused("password.locked");
        locked.When(new StartSession("s", "d"), minutes: 1).Then(new SessionStarted("s", "d"));
        Assert.NotNull(locked.State.SessionAt("here", Spec.Start));
        Assert.Equal(Matter.Locked, Assert.Single(locked.State.Notes).What);
    }

    [Fact]
    public void A_sign_in_forgets_the_wrong_ones_and_so_does_a_day()
    {
        Spec.Account([Opened, .. Wrong(4), Here]).When(new FailSignIn(), "", Role.System).Then(new SignInFailed());
        Spec.Account([Opened, .. Wrong(4)]).When(new FailSignIn(), "", Role.System, minutes: 1_441)
            .Then(new SignInFailed());
        Spec.Account(Opened).When(new FailSignIn()).Refused("program.needed");
    }

    [Fact]
    public void What_could_take_the_account_away_is_done_only_where_its_owner_was_lately()
    {
        var account = Spec.Account(Opened, Here);
        foreach (var command in (AccountCommand[])[
                     new ProposeEmail("a@b.example", Key, "here"), new RemoveEmail("here"),
                     new AddAuthenticator("s", 1, Codes, "here"), new RemoveAuthenticator("here"),
                     new IssueRecoveryCodes(Codes, "here"), new AddPasskey(Phone, "here"),
                     new RemovePasskey("p1", "here"), new Link(Elsewhere, "here"), new Unlink("elsewhere", "here"),
                     new IssueToken("t", Key, "l", "here")])
        {
            account.When(command, minutes: 15).Refused("confirmation.needed");
            account.When(command, "bob", isOperator: true).Refused("account.foreign");
            Assert.NotEqual("confirmation.needed", account.When(command, minutes: 14).Decision.Refusal?.Code);
        }

        Spec.Account(Opened, Here, Spec.By("alice", 60), new SessionConfirmed("here"))
            .When(new AddPasskey(Phone, "here"), minutes: 70).Then(new PasskeyAdded(Phone, "here"));
        account.When(new AddPasskey(Phone)).Refused("confirmation.needed");
        account.When(new AddPasskey(Phone, "gone")).Refused("confirmation.needed");
    }

    [Fact]
    public void An_address_counts_once_its_link_was_opened_in_time()
    {
        var proposed = new EmailProposed("alice@example.org", Key);
        Spec.Account(Opened, Here).When(new ProposeEmail("alice@example.org", Key, "here")).Then(proposed);
        var waits = Spec.Account(Opened, Here, proposed);
        Assert.Null(waits.State.Email);
        waits.When(new ConfirmEmail(Key)).Refused("program.needed");
        waits.When(new ConfirmEmail(Other), "", Role.System).Refused("link.wrong");
        waits.When(new ConfirmEmail(Key), "", Role.System, minutes: 1_440).Refused("link.wrong");
        waits.When(new ConfirmEmail(Key), "", Role.System).Then(new EmailConfirmed("alice@example.org"));
        var known = Spec.Account(Opened, Here, proposed, new EmailConfirmed("alice@example.org"));
        known.When(new ConfirmEmail(Key), "", Role.System).Refused("link.wrong");
        known.When(new ProposeEmail("alice@example.org", Other, "here")).Then();
        known.When(new RemoveEmail("here")).Then(new EmailRemoved("alice@example.org", "here"));
    }

    [Fact]
    public void The_address_that_was_named_on_opening_is_no_news_and_any_later_one_is()
    {
        var (named, confirmed) = (new EmailProposed("a@b.example", Key), new EmailConfirmed("a@b.example"));
        var opened = new object[] { Opened, named, Here, Spec.By("alice", 60), confirmed };
        Assert.Empty(Spec.Account(opened).State.Notes);
        foreach (var later in (object[][])[
            [Opened, Here, Spec.By("alice", 2), named, confirmed],
            [.. opened, new EmailProposed("c@d.example", Other), new EmailConfirmed("c@d.example", "a@b.example")]])
            Assert.Equal(Matter.EmailChanged, Assert.Single(Spec.Account(later).State.Notes).What);
    }

    [Theory]
    [InlineData("")]
    [InlineData("alice")]
    [InlineData("alice@localhost")]
    [InlineData("alice@@example.org")]
    [InlineData("a lice@example.org")]
    [InlineData("alice@example.org\r\nBcc: all@example.org")]
    [InlineData("Alice <alice@example.org>")]
    [InlineData("alice@example..org")]
    [InlineData("alice@-example.org")]
    [InlineData("a@b.example,c@d.example")]
    public void What_is_no_address_is_refused(string address) =>
        Spec.Account(Opened, Here).When(new ProposeEmail(address, Key, "here")).Refused("email.malformed");

    [Fact]
    public void A_reset_link_works_once_in_time_and_ends_every_session()
    {
        var issued = new ResetIssued(Key);
        Spec.Account(Opened).When(new IssueReset(Key), "", Role.System).Then(issued);
        Spec.Account(Opened).When(new IssueReset(Key), "root", Role.None, isOperator: true).Then(issued);
        Spec.Account(Opened).When(new IssueReset(Key), role: Role.Owner).Refused("operator.needed");
        var account = Spec.Account([Opened, Here, new AuthenticatorAdded("s", 1), issued, .. Wrong(6)]);
        account.When(new IssueReset(Other), "", Role.System, minutes: 1).Refused("reset.slow");
        account.When(new IssueReset(Other), "", Role.System, minutes: 3).Then(new ResetIssued(Other));
        account.When(new ResetPassword(Other, "new"), "", Role.System).Refused("link.wrong");
        account.When(new ResetPassword(Key, "new"), "", Role.System, minutes: 120).Refused("link.wrong");
        account.When(new ResetPassword(Key, "new")).Refused("program.needed");
        account.When(new ResetPassword(Key, "new"), "", Role.System)
            .Then(new PasswordChanged("new"), new SessionEnded("here"));
        Spec.Account(Opened, issued, new PasswordChanged("new")).When(new ResetPassword(Key, "x"), "", Role.System)
            .Refused("link.wrong");
        Spec.Account([Opened, .. Wrong(6), new PasswordChanged("new")]).When(new StartSession("s", "d"))
            .Then(new SessionStarted("s", "d"));
    }

    [Fact]
    public void A_reset_may_turn_off_a_lost_second_factor() =>
        Spec.Account(Opened, new AuthenticatorAdded("s", 1), new ResetIssued(Key, DropsSecondFactor: true))
            .When(new ResetPassword(Key, "new"), "", Role.System)
            .Then(new PasswordChanged("new"), new AuthenticatorRemoved());

    [Fact]
    public void With_an_authenticator_a_sign_in_takes_a_code_that_counts_once()
    {
        Spec.Account(Opened, Here).When(new AddAuthenticator("s", 7, Codes, "here"))
            .Then(new AuthenticatorAdded("s", 7, "here"), new RecoveryCodesIssued(Codes, "here"));
        var account = Spec.Account(Opened, new AuthenticatorAdded("s", 7), new RecoveryCodesIssued(Codes));
        account.When(new StartSession("s", "d")).Refused("code.needed");
        account.When(new StartSession("s", "d", Way.Provider)).Refused("code.needed");
        account.When(new StartSession("s", "d", Proof: new(Step: 7))).Refused("code.wrong");
        account.When(new StartSession("s", "d", Proof: new(Step: 8)))
            .Then(new AuthenticatorUsed(8), new SessionStarted("s", "d"));
        account.When(new StartSession("s", "d", Proof: new(CodeHash: Other)))
            .Then(new RecoveryCodeUsed(Other), new SessionStarted("s", "d"));
        Spec.Account(Opened, new AuthenticatorAdded("s", 7), new RecoveryCodesIssued(Codes), new RecoveryCodeUsed(Key))
            .When(new StartSession("s", "d", Proof: new(CodeHash: Key))).Refused("code.wrong");
    }

    [Fact]
    public void Recovery_codes_are_replaced_all_at_once_and_go_with_the_authenticator()
    {
        var account = Spec.Account(Opened, Here, new AuthenticatorAdded("s", 7), new RecoveryCodesIssued(Codes));
        account.When(new IssueRecoveryCodes([Other], "here")).Then(new RecoveryCodesIssued([Other], "here"));
        account.When(new IssueRecoveryCodes(["short"], "here")).Refused("code.malformed");
        account.When(new RemoveAuthenticator("here")).Then(new AuthenticatorRemoved("here"));
        var without = Spec.Account(Opened, Here, new AuthenticatorAdded("s", 7), new AuthenticatorRemoved());
        without.When(new IssueRecoveryCodes(Codes, "here")).Refused("authenticator.missing");
        without.When(new StartSession("s", "d")).Then(new SessionStarted("s", "d"));
    }

    [Fact]
    public void A_passkey_is_enough_even_where_a_password_must_wait()
    {
        var account = Spec.Account(
            [Opened, new AuthenticatorAdded("s", 7), new PasskeyAdded(Phone), .. Wrong(4),
            new SignInFailed(Spec.Start.AddMinutes(1))]);
        account.When(new StartSession("s", "d", Way.Passkey, Passkey: Phone)).Then(new SessionStarted("s", "d"));
        account.When(new StartSession("s", "d", Way.Passkey, Passkey: Phone with { SignCount = 2 }))
            .Then(new PasskeyUsed("p1", 2, IsBackedUp: false), new SessionStarted("s", "d"));
        account.When(new StartSession("s", "d", Way.Passkey, Passkey: Phone with { Id = "p2" }))
            .Refused("passkey.wrong");
        account.When(new StartSession("s", "d", Way.Passkey)).Refused("passkey.wrong");
    }

    [Fact]
    public void The_last_way_in_cannot_be_taken_away()
    {
        var only = new Opened("Alice", null, "en");
        Spec.Account(only, Here, new PasskeyAdded(Phone)).When(new RemovePasskey("p1", "here")).Refused("way.last");
        Spec.Account(only, Here, new Linked(Elsewhere)).When(new Unlink("elsewhere", "here")).Refused("way.last");
        Spec.Account(only, Here, new EmailConfirmed("a@b.example")).When(new RemoveEmail("here")).Refused("way.last");
        Spec.Account(only, Here, new PasskeyAdded(Phone), new Linked(Elsewhere))
            .When(new RemovePasskey("p1", "here")).Then(new PasskeyRemoved("p1", "here"));
        Spec.Account(Opened, Here, new Linked(Elsewhere)).When(new Unlink("elsewhere", "here"))
            .Then(new Unlinked("elsewhere", "4711", "here"));
    }

    [Fact]
    public void Another_site_knows_one_person_for_an_account()
    {
        var account = Spec.Account(Opened, Here, new Linked(Elsewhere));
        account.When(new Link(Elsewhere, "here")).Then();
        account.When(new Link(Elsewhere with { Subject = "12" }, "here")).Then(
            new Unlinked("elsewhere", "4711", "here"), new Linked(Elsewhere with { Subject = "12" }, "here"));
        account.When(new Link(Elsewhere with { Subject = "" }, "here")).Refused("login.malformed");
    }

    [Fact]
    public void A_first_password_is_set_only_where_the_owner_was_lately()
    {
        var only = Spec.Account(new Opened("Alice", null, "en"), Here);
        only.When(new ChangePassword("new", "here"), minutes: 15).Refused("confirmation.needed");
        only.When(new ChangePassword("new", "here")).Then(new PasswordChanged("new", "here"));
    }

    [Fact]
    public void Other_sessions_are_told_what_was_done_in_one_until_it_is_read_there()
    {
        var account = Spec.Account(
            Opened, Here, new SessionStarted("there", "Chrome"), Spec.By("alice", 1), new PasskeyAdded(Phone, "here"));
        Assert.Empty(account.State.UnreadIn(account.State.Sessions[0]));
        Assert.Equal(Matter.PasskeyAdded, Assert.Single(account.State.UnreadIn(account.State.Sessions[1])).What);
        account.When(new NoteSession("here")).Then();
        account.When(new NoteSession("there"), minutes: 2).Then(new SessionNoted("there"));
        Spec.Account(
            Opened, new SessionStarted("there", "Chrome"), Spec.By("alice", 1), new PasskeyAdded(Phone, "here"),
            Spec.By("alice", 2), new SessionNoted("there")).When(new NoteSession("there")).Then();
    }

    [Fact]
    public void The_last_use_of_a_session_is_known_to_the_hour()
    {
        var account = Spec.Account(Opened, Here);
        account.When(new UseSession("here"), minutes: 59).Then();
        account.When(new UseSession("here"), minutes: 60).Then(new SessionUsed("here"));
        account.When(new UseSession("gone"), minutes: 60).Then();
    }

    [Fact]
    public void An_identifier_belongs_to_one_account()
    {
        Spec.Identifier().When(new IdentifierCommand.Claim("alice"), "", Role.System)
            .Then(new IdentifierEvent.Claimed("alice"));
        Spec.Identifier().When(new IdentifierCommand.Claim("alice")).Refused("program.needed");
        var hers = Spec.Identifier(new IdentifierEvent.Claimed("alice"));
        hers.When(new IdentifierCommand.Claim("alice"), "", Role.System).Then();
        hers.When(new IdentifierCommand.Claim("bob"), "", Role.System).Refused("identifier.taken");
        hers.When(new IdentifierCommand.Release("bob"), "", Role.System).Then();
        hers.When(new IdentifierCommand.Release("alice"), "", Role.System).Then(new IdentifierEvent.Released("alice"));
    }

    [Fact]
    public void What_an_account_takes_is_claimed_and_what_it_leaves_is_free()
    {
        Assert.Equal(
            [$"identifier:{Keys.OfEmail("a@b.example")} release {{\"account\":\"alice\"}}",
                $"identifier:{Keys.OfEmail("c@d.example")} claim {{\"account\":\"alice\"}}"],
            Spec.Follows(new EmailConfirmed("c@d.example", "A@b.example"), "~/alice"));
        Assert.Equal(
            [$"identifier:{Keys.OfOutsideLogin("elsewhere", "4711")} release {{\"account\":\"alice\"}}"],
            Spec.Follows(new Unlinked("elsewhere", "4711"), "~/alice"));
    }

    private static object[] Wrong(int count) => [.. Enumerable.Repeat(new SignInFailed(), count)];
}
