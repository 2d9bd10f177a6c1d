using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Communities.Views;

/// <summary>Where a list goes on: the sort keys of the last item given, opaque to whoever carries it.</summary>
internal static class Cursor
{
    // The longest holds a folded name and two numbers; longer ones are none of ours.
    private const int LengthMax = 1_000;

    /// <summary>The cursor of this list behind an item with these sort keys.</summary>
    public static string Of(char list, params ReadOnlySpan<long> keys)
    {
        var text = new StringBuilder().Append(list);
        foreach (var key in keys) text.Append(CultureInfo.InvariantCulture, $".{key}");
        return Encode(text.ToString());
    }

    /// <summary>The sort keys that it holds, as many as there is room for.</summary>
    /// <returns>False where there is no cursor: the list starts at its beginning.</returns>
    /// <exception cref="MalformedCursorException">It is none of this list.</exception>
    public static bool Read(string? cursor, char list, Span<long> keys)
    {
        if (string.IsNullOrEmpty(cursor)) return false;
        var parts = Decode(cursor).Split('.');
        if (parts.Length != keys.Length + 1 || parts[0] != list.ToString()) throw new MalformedCursorException();
        for (var i = 0; i < keys.Length; i++)
            if (!long.TryParse(parts[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out keys[i]))
                throw new MalformedCursorException();
        return true;
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Decode(string cursor)
    {
        if (cursor.Length > LengthMax || !Base64Url.IsValid(cursor)) throw new MalformedCursorException();
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
    }
}
