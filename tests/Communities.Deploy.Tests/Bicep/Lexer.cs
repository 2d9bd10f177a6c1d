using System.Text;

namespace Communities.Deploy.Tests.Bicep;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Text,
    Sign,
    NewLine,
    End,
}

/// <summary>One token, with the line it stands in, from 1; a text with its parts.</summary>
internal sealed record Token(TokenKind Kind, string Value, int Line, IReadOnlyList<Part>? Parts = null);

/// <summary>A part of a text: what stands there, or the tokens of what is put in.</summary>
internal sealed record Part(string Literal, IReadOnlyList<Token>? Inserted = null);

/// <summary>Cuts a file of Bicep into tokens. It knows what the files here use, and refuses what it does not.</summary>
internal sealed class Lexer(string text, string file, int line = 1)
{
    private static readonly string[] _signs =
        ["::", "==", "!=", "=>", "<=", ">=", "&&", "||", "??", ".?", "{", "}", "[", "]", "(", ")", ":", ",", ".", "=",
            "?", "+", "-", "*", "/", "%", "<", ">", "!", "@"];

    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line = line;

    /// <summary>All tokens, the end among them.</summary>
    /// <exception cref="FormatException">Something is not Bicep, or not of the part that is known here.</exception>
    public IReadOnlyList<Token> Read()
    {
        while (_at < text.Length) Next();
        Add(TokenKind.End, "");
        return _tokens;
    }

    private char Here => _at < text.Length ? text[_at] : '\0';

    private void Next()
    {
        if (Here == '\n')
        {
            Add(TokenKind.NewLine, "\n");
            _at++;
            _line++;
        }
        else if (char.IsWhiteSpace(Here)) _at++;
        else if (text.AsSpan(_at).StartsWith("//")) _at = End('\n');
        else if (text.AsSpan(_at).StartsWith("'''")) throw Wrong("a text of many lines");
        else if (Here == '\'') Text();
        else if (char.IsLetter(Here) || Here == '_') Add(TokenKind.Word, Run(c => char.IsLetterOrDigit(c) || c == '_'));
        else if (char.IsDigit(Here)) Add(TokenKind.Number, Run(char.IsDigit));
        else Sign();
    }

    private void Sign()
    {
        var sign = _signs.FirstOrDefault(s => text.AsSpan(_at).StartsWith(s)) ?? throw Wrong($"the character {Here}");
        _at += sign.Length;
        Add(TokenKind.Sign, sign);
    }

    private void Text()
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        var begin = ++_at;
        while (Here != '\'')
        {
            if (Here is '\0' or '\n') throw Wrong("a text without end");
            if (Here == '\\')
            {
                literal.Append(text[_at + 1]);
                _at += 2;
            }
            else if (text.AsSpan(_at).StartsWith("${"))
            {
                parts.Add(new Part(literal.ToString()));
                literal.Clear();
                var inner = Inner();
                parts.Add(new Part("", new Lexer(inner, file, _line).Read()));
            }
            else literal.Append(text[_at++]);
        }

        parts.Add(new Part(literal.ToString()));
        _tokens.Add(new Token(TokenKind.Text, text[begin.._at], _line, parts));
        _at++;
    }

    // What stands between ${ and its }, texts in it included.
    private string Inner()
    {
        var begin = _at += 2;
        var depth = 1;
        var quoted = false;
        for (; depth > 0; _at++)
        {
            if (Here is '\0' or '\n') throw Wrong("something put in without end");
            if (Here == '\'') quoted = !quoted;
            else if (!quoted && Here == '{') depth++;
            else if (!quoted && Here == '}') depth--;
        }

        return text[begin..(_at - 1)];
    }

    private string Run(Predicate<char> goesOn)
    {
        var begin = _at;
        while (_at < text.Length && goesOn(text[_at])) _at++;
        return text[begin.._at];
    }

    private int End(char c) => text.IndexOf(c, _at) is var end and >= 0 ? end : text.Length;

    private void Add(TokenKind kind, string value) => _tokens.Add(new Token(kind, value, _line));

    private FormatException Wrong(string what) => new($"{file}:{_line}: {what} is not known here.");
}
