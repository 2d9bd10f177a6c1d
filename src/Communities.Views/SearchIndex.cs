using System.Runtime.InteropServices;

namespace Communities.Views;

/// <summary>The full-text index over visible posts; a title is found with the opening post of its thread.</summary>
internal sealed class SearchIndex(Database database)
{
    // What becomes of a post at the end of the batch: a text in hand, or what its row then says.
    private readonly record struct Pending(bool IsNew, string? Title, string? Text);

    private readonly Dictionary<long, Pending> _pending = [];

    /// <summary>A new post is to be found.</summary>
    public void Add(long post, string? title, string text) => _pending.Add(post, new Pending(true, title, text));

    /// <summary>A post has another text or title, or was removed or restored.</summary>
    public void Change(long post, string? title)
    {
        ref var pending = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, post, out _);
        pending = pending with { Title = title, Text = null };
    }

    /// <summary>Writes the batch in ascending order, which FTS5 takes in one go; any other makes many parts.</summary>
    public void Flush()
    {
        foreach (var post in _pending.Keys.Order())
        {
            var pending = _pending[post];
            if (!pending.IsNew) database.Prepare("DELETE FROM search WHERE rowid = ?").Bind(post).Run();
            if ((pending.Text ?? VisibleText(post)) is not { } text) continue;
            database.Prepare("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)")
                .Bind(post)
                .Bind(pending.Title is null ? null : Folding.Spell(pending.Title))
                .Bind(Folding.Spell(PlainText.Of(text)))
                .Run();
        }

        _pending.Clear();
    }

    public void Forget() => _pending.Clear();

    private string? VisibleText(long post)
    {
        var row = database.Prepare("SELECT text FROM posts WHERE id = ? AND removal = 0").Bind(post);
        var text = row.Step() ? row.Text(0) : null;
        row.Reset();
        return text;
    }
}
