namespace Communities;

/// <summary>
/// The passages of a text in Markdown that its author says: paragraphs, list items and headings, without code blocks
/// and without what is quoted. Each is a range of the text.
/// </summary>
internal readonly ref struct Prose(string markdown)
{
    private readonly string _markdown = markdown;

    public Enumerator GetEnumerator() => new(_markdown);

    public ref struct Enumerator(string markdown)
    {
        private int _next;
        private char _fence; // What a block of code began with; '\0' outside of one.
        private int _fenceLength;
        private bool _isInList; // Indented lines go on with the item, and are no code.
        private bool _isBehindBlank = true;

        public Range Current { get; private set; }

        public bool MoveNext()
        {
            var (start, stop) = (-1, 0);
            while (_next < markdown.Length)
            {
                var begin = _next;
                var line = Line(begin, out var end);
                _next = end;
                if (!IsProse(line))
                {
                    if (start >= 0) break;
                    continue;
                }

                if (start < 0) start = begin;
                stop = end;
            }

            if (start < 0) return false;
            Current = start..stop;
            return true;
        }

        private readonly ReadOnlySpan<char> Line(int start, out int end)
        {
            var length = markdown.AsSpan(start).IndexOf('\n');
            end = length < 0 ? markdown.Length : start + length + 1;
            return markdown.AsSpan(start..(length < 0 ? end : end - 1));
        }

        private bool IsProse(ReadOnlySpan<char> line)
        {
            var text = line.TrimStart(" \t");
            var indent = line.Length - text.Length;
            var isIndented = indent >= 4 || line.StartsWith("\t");
            text = text.TrimEnd();
            var fence = text.StartsWith("```") ? '`' : text.StartsWith("~~~") ? '~' : '\0';
            if (_fence != '\0')
            {
                if (fence == _fence && text.IndexOfAnyExcept(fence) < 0 && text.Length >= _fenceLength) _fence = '\0';
                return false;
            }

            var wasBehindBlank = _isBehindBlank;
            _isBehindBlank = text.IsEmpty;
            if (text.IsEmpty || text[0] == '>') return false;
            if (fence != '\0' && text.TrimStart(fence).IndexOf(fence) < 0)
            {
                (_fence, _fenceLength) = (fence, text.Length - text.TrimStart(fence).Length);
                return false;
            }

            if (IsItem(text) && !isIndented) _isInList = true;
            else if (wasBehindBlank && indent == 0) _isInList = false;
            else if (wasBehindBlank && isIndented && !_isInList)
            {
                _isBehindBlank = true; // The next line of this code is code, too.
                return false;
            }

            return true;
        }

        private static bool IsItem(ReadOnlySpan<char> text)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            var marker = text[0] is '-' or '+' or '*' ? 1
                : digits is > 0 and < 10 && text[digits] is '.' or ')' ? digits + 1
                : 0;
            return marker > 0 && (text.Length == marker || text[marker] is ' ' or '\t');
        }
    }
}
