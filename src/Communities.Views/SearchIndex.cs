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

    /// <summary>A post has come from another thread.</summary>
    public void Arrive(long post, string? title) => _pending[post] = new Pending(true, title, null);

    /// <summary>A post has another text or title, or was removed or restored.</summary>
    public void Change(long post, string? title)
    {
        ref var pending = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, post, out _);
        pending = pending with { Title = title, Text = null };
    }

    /// <summary>Writes the batch in ascending order, which FTS5 takes in one go; any other makes many parts.</summary>
    public void Flush()
    {
        var texts = new Dictionary<long, string>();
        database.ForEach(
            _pending.Where(one => one.Value.Text is null).Select(one => one.Key).ToList(),
            "SELECT text FROM posts WHERE id = ? AND removal = 0",
            (row, post) => row.Bind(post),
            (row, post) => texts.Add(post, row.Text(0)));
        foreach (var post in _pending.Keys.Order())
        {
            var pending = _pending[post];
            if (!pending.IsNew) database.Dialect.Unindex(database, post);
            if ((pending.Text ?? texts.GetValueOrDefault(post)) is { } text)
                database.Dialect.Index(database, post, pending.Title, PlainText.Of(text));
        }

        _pending.Clear();
    }

    public void Forget() => _pending.Clear();
}
