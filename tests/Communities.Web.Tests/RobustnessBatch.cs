using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>A community of its own for a batch of lines, each of which is put into every text field there is.</summary>
internal sealed class RobustnessBatch(ApiSite site, int number, IReadOnlyList<string> lines)
{
    /// <summary>One less than a page of a thread, since the opening post stands there, too.</summary>
    public const int SizeMax = 49;

    private static readonly DateTimeOffset _begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _slug = $"lines-{number}";
    private readonly string _owner = $"owner-{number}";
    private readonly List<string> _titles = [];
    private string _posts = "", _revised = "", _removed = "";

    /// <summary>Fields that took a line.</summary>
    public int Stored { get; private set; }

    /// <summary>Fields that refused one.</summary>
    public int Refused { get; private set; }

    /// <summary>What shows the owner's token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The posts that took a line, all of which stand on the first of <see cref="Pages"/>.</summary>
    public int Posts { get; private set; }

    /// <summary>The titles of threads, as the lists of threads show them.</summary>
    public IReadOnlyList<string> Titles => _titles;

    /// <summary>Where the threads are listed, from the first page on.</summary>
    public string List => $"/c/{_slug}";

    /// <summary>Besides the lists of threads, the pages that show every line of the batch.</summary>
    public IEnumerable<string> Pages =>
    [
        $"/c/{_slug}/threads/{_posts}",
        $"/c/{_slug}/threads/{_revised}/posts/2/revisions",
        $"/c/{_slug}/threads/{_removed}",
        $"/c/{_slug}/members",
        $"/c/{_slug}/members/{_owner}",
        $"/c/{_slug}/settings",
        "/",
        "/account",
    ];

    /// <summary>The pages that show one line or another of it.</summary>
    public IEnumerable<string> Glimpses =>
    [
        $"/c/{_slug}/threads/{_posts}?quote={Post(1)}",
        $"/c/{_slug}/threads/{_posts}?more={Post(2)}",
        $"/c/{_slug}/threads/{_posts}/edit",
        $"/c/{_slug}/threads/{_posts}/posts/{Post(3)}/edit",
        $"/c/{_slug}/members/m{Some(4)}",
        $"/c/{_slug}/profile",
        $"/c/{_slug}/new",
        $"/search?q={Uri.EscapeDataString(lines[Some(5)])}&community={_slug}",
        $"/search?q=alert&community={_slug}",
    ];

    /// <summary>Puts every line into every field.</summary>
    public async Task Write()
    {
        using (var owner = await site.As(_owner, isOperator: true)) Token = owner.Token!;
        await site.Found(_slug, _owner, Visibility.Unlisted);
        await WriteCommunity();
        await WriteMembers();
        await WriteAccount();
        await WriteThreads();
        await WriteFronts();
        await site.CaughtUp();
    }

    private int Post(int chance) => (Some(chance) % Posts) + 2;

    private int Some(int chance) => (number * 7 + chance * 13) % lines.Count;

    private async Task<bool> Ask<TActor>(string key, ICommand<TActor> command, Call call) where TActor : class, IActor
    {
        var answer = await site.Actors.Ask(key, command, call, TestContext.Current.CancellationToken);
        if (answer.Refusal is not { } no)
        {
            Stored++;
            return true;
        }

        Assert.Matches("^[a-z-]+[.][a-z-]+$", no.Code);
        Assert.DoesNotContain("Exception", no.Reason, StringComparison.Ordinal);
        Refused++;
        return false;
    }

    private Call Owner => new(_owner, new Standing(Role.Owner, IsOperator: true));

    private static Call By(int member) => new($"m{member}", new Standing(Role.Member));

    private async Task WriteCommunity()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            await Ask(_slug, new CommunityCommand.ChangeSettings(line, null, "en", Visibility.Unlisted), Owner);
            await Ask(_slug, new CommunityCommand.ChangeSettings("Lines", line, "en", Visibility.Unlisted), Owner);
            await Ask(_slug, new CommunityCommand.SetPurpose(Purpose.Saying(line)), Owner);
            await Ask($"{_slug}/netiquette", new PolicyCommand.Publish(line, line), Owner);
            await Ask(_slug, new CommunityCommand.AddCategory(new Category(line, "By its short name")), Owner);
            var category = new Category($"c{i}", line, line, Hue: i);
            if (!await Ask(_slug, new CommunityCommand.AddCategory(category), Owner))
                await Ask(_slug, new CommunityCommand.AddCategory(category with { Name = "A category" }), Owner);
        }

        await Ask(_slug, new CommunityCommand.SetPurpose(Purpose.Saying(Together(lines))), Owner);
        await Ask($"{_slug}/netiquette", new PolicyCommand.Publish(Together(lines.Reverse())), Owner);
    }

    private async Task WriteMembers()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var key = Keys.OfMember(_slug, $"m{i}");
            var call = new Call($"m{i}", new Standing(Role.None, MayJoin: true));
            if (!await Ask(key, new MemberCommand.Join(lines[i]), call))
                await Ask(key, new MemberCommand.Join("Somebody"), call);
            await Ask(key, new MemberCommand.Describe("Somebody", lines[i]), By(i));
            if (!await Ask(key, new MemberCommand.Describe(lines[i], lines[i]), By(i))) continue;
            await Ask(Keys.OfMember(_slug, _owner), new MemberCommand.Describe(lines[i], Together(lines)), Owner);
        }
    }

    private async Task WriteAccount()
    {
        var key = Keys.OfAccount(_owner);
        for (var i = 0; i < lines.Count; i++)
        {
            await Ask(key, new AccountCommand.Prefer(lines[i], Preferences.Default), Owner);
            await Ask(key, new AccountCommand.Prefer("Owner", new Preferences(lines[i])), Owner);
            await Ask(key, new AccountCommand.IssueToken($"t{i}", new string('0', 64), lines[i]), Call.System());
            await Ask(key, new AccountCommand.StartSession($"s{number}-{i}", lines[i]), Owner);
            await Ask(Keys.OfAccount($"a{number}-{i}"), new AccountCommand.Open(lines[i], null, "en"), Call.System());
        }
    }

    private async Task WriteThreads()
    {
        _posts = await Plain();
        _revised = await Plain();
        _removed = await Plain();
        var (posts, revised, removed) =
            (Keys.OfThread(_slug, _posts), Keys.OfThread(_slug, _revised), Keys.OfThread(_slug, _removed));
        await Ask(revised, new ThreadCommand.Reply("Before."), By(0));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (await Ask(posts, new ThreadCommand.Reply(line, 1), By(i))) Posts++;
            await Ask(posts, new ThreadCommand.Organise("Lines", line, []), Owner);
            await Ask(posts, new ThreadCommand.Organise(line, null, []), Owner);
            await Ask(posts, new ThreadCommand.React(1, line), Owner);
            await Ask(revised, new ThreadCommand.Edit(2, line), Owner);
            await Ask(removed, new ThreadCommand.Reply("To be removed."), By(i));
            await Ask(removed, new ThreadCommand.Remove(i + 2, line), Owner);
            await Ask(removed, new ThreadCommand.Close(_begin.AddYears(2 + i), line), Owner);
            await Ask(removed, new ThreadCommand.Reopen(), Owner);
            await OpenThread(i);
        }

        await Ask(removed, new ThreadCommand.Close(null, lines[Some(6)]), Owner);
    }

    private async Task OpenThread(int i)
    {
        var (key, line) = (NewKey(i), lines[i]);
        var isTagged = await Ask(key, new ThreadCommand.Open(line, line, null, [line]), By(i));
        if (isTagged || await Ask(key, new ThreadCommand.Open(line, line, $"c{i}", []), By(i))) _titles.Add(line);
        else await Ask(key, new ThreadCommand.Open("Another title", line, null, []), By(i));
    }

    // Communities of the owner, which stand on the owner's first page and on nobody else's.
    private async Task WriteFronts()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var (front, line) = ($"front-{number}-{i}", lines[i]);
            if (!await Ask(front, Founding(line, line), Owner) && !await Ask(front, Founding("A front", line), Owner))
                await Ask(front, Founding("A front", null), Owner);
        }
    }

    private static CommunityCommand.Found Founding(string name, string? summary) =>
        new(name, summary, "en", Visibility.Unlisted, "Owner");

    private async Task<string> Plain()
    {
        var key = NewKey(1_000_000 + _plain++);
        await Ask(key, new ThreadCommand.Open("Lines", "Below.", null, ImmutableArray<string>.Empty), Owner);
        return Keys.LocalOf(key);
    }

    private int _plain;

    private string NewKey(int chance) =>
        Keys.OfThread(_slug, Keys.NewThread(_begin.AddDays(number), (uint)chance));

    // As many as one text holds, each a paragraph of its own.
    private static string Together(IEnumerable<string> lines)
    {
        var all = "";
        foreach (var line in lines)
            if (line.Length + all.Length + 2 <= Text.AboutMax && Text.Fault("text", line, Text.AboutMax, true) is null)
                all += line + "\n\n";
        return all;
    }
}
