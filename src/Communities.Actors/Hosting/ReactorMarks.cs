using System.Globalization;

namespace Communities.Actors.Hosting;

/// <summary>A place in the feed, and which of the reactions to the event there.</summary>
internal readonly record struct ReactorMark(long Position, int Index) : IComparable<ReactorMark>
{
    public int CompareTo(ReactorMark other) =>
        Position != other.Position ? Position.CompareTo(other.Position) : Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}.{Index}");

    public static bool TryParse(ReadOnlySpan<char> text, out ReactorMark mark)
    {
        var dot = text.IndexOf('.');
        mark = default;
        if (dot < 0
            || !long.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            || !int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        mark = new ReactorMark(position, index);
        return true;
    }
}

/// <summary>
/// The last command that an actor has taken from each reactor. A reactor goes through the feed in order, so whatever
/// is not beyond the mark was taken before: exact, for ever, in a few bytes.
/// </summary>
internal sealed class ReactorMarks
{
    private (string Reactor, ReactorMark Mark)[] _marks = [];

    public IReadOnlyList<(string Reactor, ReactorMark Mark)> All => _marks;

    public bool Has(string reactor, ReactorMark mark)
    {
        foreach (var known in _marks)
        {
            if (known.Reactor == reactor)
            {
                return mark.CompareTo(known.Mark) <= 0;
            }
        }

        return false;
    }

    public void Take(string reactor, ReactorMark mark)
    {
        for (var i = 0; i < _marks.Length; i++)
        {
            if (_marks[i].Reactor == reactor)
            {
                _marks[i].Mark = mark;
                return;
            }
        }

        _marks = [.. _marks, (string.IsInterned(reactor) ?? reactor, mark)];
    }

    public ReactorMarks Copy() => new() { _marks = [.. _marks] };
}
