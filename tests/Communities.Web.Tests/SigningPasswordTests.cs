namespace Communities.Web.Tests;

/// <summary>Which passwords anybody would try first.</summary>
public sealed class SigningPasswordTests
{
    [Theory]
    [InlineData("1234567890")]
    [InlineData("123456789a")]
    [InlineData("9876543210")]
    [InlineData("1122334455")]
    [InlineData("14.07.1989")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("abcdefghijk")]
    [InlineData("qwertyuiop")]
    [InlineData("azertyuiop12")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("zxcvbnm123")]
    [InlineData("password123")]
    [InlineData("Passw0rd123")]
    [InlineData("P@ssw0rd2024!")]
    [InlineData("passwordpassword")]
    [InlineData("drowssap123")]
    [InlineData("MotDePasse1")]
    [InlineData("iloveyou123")]
    [InlineData("jetaime12345")]
    [InlineData("Administrateur")]
    [InlineData("bienvenue2024")]
    [InlineData("communities1")]
    [InlineData("marseille13")]
    [InlineData("étoiles2025")]
    [InlineData("soleil1234")]
    [InlineData("dragon12345")]
    [InlineData("caroline1990")]
    [InlineData("alice-w1234")]
    [InlineData("wonderland!1")]
    [InlineData("rabbit-hole 7")]
    public void A_password_that_is_tried_first_is_refused(string password) =>
        Assert.Equal(
            "password.common",
            Passwords.Fault(password, "alice-w", "Alice Wonderland", "rabbit-hole@example.org")?.Code);

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("a sentence nobody guesses")]
    [InlineData("une phrase que personne ne devine")]
    [InlineData("Tq8-vLm2_xR")]
    [InlineData("le soleil de mes 20 ans")]
    [InlineData("7 wizards ate 12 plums")]
    [InlineData("пароль который никто")]
    public void A_password_of_ones_own_is_taken(string password) =>
        Assert.Null(Passwords.Fault(password, "alice-w", "Alice Wonderland", "rabbit-hole@example.org"));
}
