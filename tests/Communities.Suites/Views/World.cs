using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;

namespace Communities.Suites;

/// <summary>A small world to look at: a community of some people, and what they do in it, one line each.</summary>
public sealed class World
{
    public const string Devs = "devs";

    private uint _threads;

    /// <summary>Founds devs with olga as its owner, mia as a moderator, alice and bob as members.</summary>
    public World(Visibility visibility = Visibility.Public, int partitions = 1)
    {
        Journal = new ToyJournal(partitions);
        Journal.Ask(Devs, new CommunityCommand.Found("Devs", "Who build", "en", visibility, "Olga"), "olga");
        foreach (var account in (string[])["mia", "alice", "bob"]) Join(account);
        Journal.Ask($"{Devs}/mia", new MemberCommand.Appoint(Role.Moderator));
    }

    public ToyJournal Journal { get; }

    /// <summary>This account as a reader, with the role that it holds.</summary>
    public Viewer As(string account) => new(account, new Standing(Journal.See<Member>($"{Devs}/{account}").Role));

    public void Join(string account, string? name = null) => Journal.Ask(
        $"{Devs}/{account}", new MemberCommand.Join(name ?? char.ToUpperInvariant(account[0]) + account[1..]), account);

    public void Category(string slug, string? parent = null) => Journal.Ask(
        Devs, new CommunityCommand.AddCategory(new Category(slug, slug.ToUpperInvariant(), Parent: parent)));

    /// <summary>Opens a thread and gives its id.</summary>
    public string Open(
        string title, string text = "Text.", string by = "alice", string? category = null,
        ImmutableArray<string>? tags = null, DateTimeOffset? at = null)
    {
        var id = Keys.NewThread(at ?? Journal.Now, ++_threads);
        Ask(id, new ThreadCommand.Open(title, text, category, tags ?? []), by, at);
        return id;
    }

    public void Reply(string thread, string text = "Reply.", string by = "bob") =>
        Ask(thread, new ThreadCommand.Reply(text), by);

    /// <summary>Asks a thread as this account, which the program vouches for.</summary>
    public void Ask(string thread, ThreadCommand command, string by = "mia", DateTimeOffset? at = null) =>
        Journal.Ask($"{Devs}/{thread}", command, by, Standing.System, at);
}
