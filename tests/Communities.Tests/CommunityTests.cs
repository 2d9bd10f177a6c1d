using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities.Tests;

/// <summary>The community devs.</summary>
public sealed class CommunityTests
{
    private static readonly Founded Founded = new("Devs", null, "en", Visibility.Public, "Max");
    private static readonly Found Found = new("Devs", null, "en", Visibility.Public, "Max");

    [Fact]
    public void An_operator_or_the_program_founds_a_community()
    {
        Spec.Community().When(Found, "max", Role.None, isOperator: true).Then(Founded);
        Spec.Community().When(Found with { FounderName = null }, "", Role.System)
            .Then(Founded with { FounderName = null });
        Spec.Community().When(Found, "max", Role.Owner).Refused("operator.needed");
    }

    [Fact]
    public void A_community_is_founded_once() =>
        Spec.Community(Founded).When(Found, "max", Role.None, isOperator: true).Refused("community.exists");

    [Theory]
    [InlineData("d")]
    [InlineData("Devs")]
    [InlineData("-devs")]
    [InlineData("devs-")]
    [InlineData("devs\n")]
    [InlineData("~")]
    [InlineData("devs/alice")]
    public void A_short_name_is_a_slug(string key) =>
        Spec.Community().At(key).When(Found, "max", Role.None, isOperator: true).Refused("slug.malformed");

    [Fact]
    public void A_founder_has_a_name() =>
        Spec.Community().When(Found with { FounderName = null }, "max", Role.None, isOperator: true)
            .Refused("name.empty");

    [Fact]
    public void Managers_say_which_crawlers_may_read()
    {
        var community = Spec.Community(Founded);
        community.When(new SetCrawlers(Crawlers.Nobody), "max", Role.Manager).Then(new CrawlersSet(Crawlers.Nobody));
        community.When(new SetCrawlers(Crawlers.SearchEngines), "max", Role.Manager).Then();
        community.When(new SetCrawlers(Crawlers.Nobody), "bob", Role.Moderator).Refused("manager.needed");
        community.When(new SetCrawlers((Crawlers)9), "max", Role.Manager).Refused("crawlers.unknown");
    }

    [Fact]
    public void Settings_have_their_limits()
    {
        var community = Spec.Community(Founded);
        void Refused(ChangeSettings c, string code) => community.When(c, "max", Role.Manager).Refused(code);
        var settings = new ChangeSettings("Devs", "For devs", "fr", Visibility.Private);
        community.When(settings, "max", Role.Manager)
            .Then(new SettingsChanged("Devs", "For devs", "fr", Visibility.Private));
        Refused(settings with { Name = "" }, "name.empty");
        Refused(settings with { Summary = new('x', Text.LineMax + 1) }, "summary.long");
        Refused(settings with { Summary = new(' ', Text.LineMax + 1) }, "summary.long");
        Refused(settings with { Summary = "a\nb" }, "summary.malformed");
        Refused(settings with { Language = "xx" }, "language.unknown");
        Refused(settings with { Language = null! }, "language.unknown");
        Refused(settings with { Visibility = (Visibility)9 }, "visibility.unknown");
    }

    [Fact]
    public void A_purpose_has_parts_and_words_and_may_be_taken_back()
    {
        var community = Spec.Community(Founded);
        var purpose = new Purpose("To *help*", "Beginners", "Questions", "Adverts", ["soil", "seed drill"]);
        void Sets(Purpose said, Purpose kept) =>
            community.When(new SetPurpose(said), "max", Role.Manager).Then(new PurposeSet(kept));
        void Refused(Purpose? said, string code) =>
            community.When(new SetPurpose(said!), "max", Role.Manager).Refused(code);
        Sets(purpose, purpose);
        Sets(purpose with { WhatFor = " To *help*\n", Words = ["soil ", "Soil", "seed drill"] }, purpose);
        Sets(Purpose.None, Purpose.None);
        Refused(Purpose.Saying(new('x', Text.AboutMax + 1)), "purpose.long");
        Refused(purpose with { ForWhom = new('x', Purpose.PartMax + 1) }, "audience.long");
        Refused(purpose with { BelongsHere = new('x', Purpose.PartMax + 1) }, "scope.long");
        Refused(purpose with { NotHere = new('x', Purpose.PartMax + 1) }, "limits.long");
        Refused(purpose with { Words = [new('x', Purpose.WordMax + 1)] }, "word.long");
        Refused(purpose with { Words = [" "] }, "word.empty");
        Refused(purpose with { Words = [.. Enumerable.Range(0, 101).Select(n => $"w{n}")] }, "words.many");
        Refused(purpose with { Words = default }, "purpose.malformed");
        Refused(null, "purpose.malformed");
    }

    [Fact]
    public void Only_managers_change_a_community()
    {
        var community = Spec.Community(Founded);
        foreach (var command in (CommunityCommand[])[
                     new ChangeSettings("x", null, "en", Visibility.Public), new SetPurpose(Purpose.Saying("x")),
                     new AddCategory(new("x", "X")), new ChangeCategory(new("x", "X")), new RemoveCategory("x")])
            community.When(command, "mo", Role.Moderator).Refused("manager.needed");
    }

    [Fact]
    public void Before_it_is_founded_there_is_no_community()
    {
        Spec.Community().When(new SetPurpose(Purpose.Saying("x")), "max", Role.Owner).Refused("community.missing");
        Spec.Community().When(new Tally(new(Posts: 1)), "", Role.System).Refused("community.missing");
    }

    [Fact]
    public void Categories_have_two_levels()
    {
        var help = new Category("help", "Help");
        var linux = new Category("linux", "Linux", Parent: "help");
        var community = Spec.Community(Founded, new CategoryAdded(help), new CategoryAdded(linux));
        void Refused(CommunityCommand c, string code) => community.When(c, "max", Role.Manager).Refused(code);
        Spec.Community(Founded, new CategoryAdded(help)).When(new AddCategory(linux), "max", Role.Manager)
            .Then(new CategoryAdded(linux));
        Refused(new AddCategory(new("deb", "Debian", Parent: "linux")), "category.deep");
        Refused(new AddCategory(new("deb", "Debian", Parent: "none")), "category.missing");
        Refused(new AddCategory(new("deb", "Debian", Parent: "deb")), "category.missing");
        Refused(new ChangeCategory(help with { Parent = "linux" }), "category.deep");
        Refused(new ChangeCategory(help with { Parent = "help" }), "category.deep");
        Refused(new RemoveCategory("help"), "category.parent");
        community.When(new ChangeCategory(linux with { Parent = null }), "max", Role.Manager)
            .Then(new CategoryChanged(linux with { Parent = null }));
        community.When(new RemoveCategory("linux"), "max", Role.Manager).Then(new CategoryRemoved("linux"));
        community.When(new RemoveCategory("none"), "max", Role.Manager).Then();
    }

    [Fact]
    public void A_category_has_its_limits()
    {
        var community = Spec.Community(Founded, new CategoryAdded(new("help", "Help")));
        void Refused(CommunityCommand c, string code) => community.When(c, "max", Role.Manager).Refused(code);
        Refused(new AddCategory(new("help", "Help")), "category.exists");
        Refused(new AddCategory(new("No!", "No")), "category.malformed");
        Refused(new AddCategory(new(null!, "No")), "category.malformed");
        Refused(new AddCategory(new("no", "")), "name.empty");
        Refused(new AddCategory(new("no", "No", new('x', Text.LineMax + 1))), "description.long");
        Refused(new AddCategory(new("no", "No", Hue: 360)), "hue.range");
        Refused(new AddCategory(new("no", "No", Hue: -1)), "hue.range");
        Refused(new ChangeCategory(new("no", "No")), "category.missing");
    }

    [Fact]
    public void A_community_has_100_categories_at_most()
    {
        var all = Enumerable.Range(1, Community.CategoriesMax).Select(n => new CategoryAdded(new($"c{n}", $"C {n}")));
        Spec.Community([Founded, .. all]).When(new AddCategory(new("more", "More")), "max", Role.Manager)
            .Refused("category.many");
    }

    [Fact]
    public void Only_the_program_tallies()
    {
        var change = new CommunityCounters(1, 2, 3, 4, 5);
        Spec.Community(Founded).When(new Tally(change), "", Role.System).Then(new Tallied(change));
        Spec.Community(Founded).When(new Tally(default), "", Role.System).Then();
        Spec.Community(Founded).When(new Tally(change), "root", Role.Owner, isOperator: true).Refused("program.needed");
        Assert.Equal(
            new CommunityCounters(2, 4, 6, 8, 10),
            Spec.Community(Founded, new Tallied(change), new Tallied(change)).State.Counters);
    }
}
