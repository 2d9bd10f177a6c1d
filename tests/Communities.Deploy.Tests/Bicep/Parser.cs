namespace Communities.Deploy.Tests.Bicep;

/// <summary>Reads the declarations of a file of Bicep: of the language what the files here use, and no more.</summary>
internal sealed class Parser(IReadOnlyList<Token> tokens, string file)
{
    private static readonly HashSet<string> _operators =
        ["==", "!=", "<", ">", "<=", ">=", "&&", "||", "??", "+", "-", "*", "/", "%"];

    private int _at;

    private Token Here => tokens[_at];

    public List<Declaration> Read()
    {
        var all = new List<Declaration>();
        for (SkipLines(); Here.Kind != TokenKind.End; SkipLines()) all.Add(Declaration());
        return all;
    }

    private Declaration Declaration()
    {
        var decorators = new List<string>();
        for (; Is("@"); SkipLines())
        {
            Take("@");
            decorators.Add(((Call)Postfix()).Function);
        }

        var line = Here.Line;
        var kind = Word();
        switch (kind)
        {
            case "targetScope":
                Take("=");
                return new Declaration(line, kind, kind, "", false, Expression(), decorators);
            case "param":
            case "output":
                var name = Word();
                var type = Word();
                return new Declaration(line, kind, name, type, false, Taken("=") ? Expression() : null, decorators);
            case "var":
                var variable = Word();
                Take("=");
                return new Declaration(line, kind, variable, "", false, Expression(), decorators);
            case "resource":
            case "module":
                var symbol = Word();
                var path = Primary().Plain ?? throw Wrong("a plain type or path");
                var existing = Here.Value == "existing" && Word() == "existing";
                Take("=");
                return new Declaration(line, kind, symbol, path, existing, Expression(), decorators);
            default:
                throw Wrong("a declaration");
        }
    }

    private Expression Expression()
    {
        var operands = new List<Expression> { Unary() };
        while (Here.Kind == TokenKind.Sign && _operators.Contains(Here.Value))
        {
            _at++;
            operands.Add(Unary());
        }

        var first = operands.Count == 1 ? operands[0] : new Joined(operands[0].Line, operands);
        if (!Taken("?")) return first;
        var whenTrue = Expression();
        Take(":");
        return new Joined(first.Line, [first, whenTrue, Expression()]);
    }

    private Expression Unary() => Taken("!") || Taken("-") ? Unary() : Postfix();

    private Expression Postfix()
    {
        var expression = Primary();
        while (true)
        {
            var line = Here.Line;
            if (Taken(".") || Taken(".?")) expression = new Member(line, expression, Word(), IsNested: false);
            else if (Taken("::")) expression = new Member(line, expression, Word(), IsNested: true);
            else if (Taken("["))
            {
                expression = new Element(line, expression, Expression());
                Take("]");
            }
            else return expression;
        }
    }

    private Expression Primary()
    {
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new Constant(token.Line, token.Value);
            case TokenKind.Text:
                _at++;
                return new Text(token.Line, token.Value,
                    [.. token.Parts!.Where(p => p.Inserted is not null)
                        .Select(p => new Parser(p.Inserted!, file).Whole())]);
            case TokenKind.Word:
                return Named();
            case TokenKind.Sign when token.Value == "{":
                return ObjectLiteral();
            case TokenKind.Sign when token.Value == "[":
                return List();
            case TokenKind.Sign when token.Value == "(":
                Take("(");
                SkipLines();
                var inner = Expression();
                SkipLines();
                Take(")");
                return inner;
            default:
                throw Wrong("an expression");
        }
    }

    private Expression Whole()
    {
        var expression = Expression();
        return Here.Kind == TokenKind.End ? expression : throw Wrong("the end");
    }

    private Expression Named()
    {
        var line = Here.Line;
        var name = Word();
        if (name is "true" or "false" or "null") return new Constant(line, name);
        if (Taken("=>")) return new Each(line, [name], null, Expression());
        if (!Is("(")) return new Name(line, name);
        return new Call(line, name, Items("(", ")"));
    }

    private Expression List()
    {
        var line = Here.Line;
        var begin = _at;
        Take("[");
        SkipLines();
        if (Here is not { Kind: TokenKind.Word, Value: "for" })
        {
            _at = begin;
            return new ArrayLiteral(line, Items("[", "]"));
        }

        Word();
        var own = new List<string>();
        if (Taken("("))
        {
            own.Add(Word());
            Take(",");
            own.Add(Word());
            Take(")");
        }
        else own.Add(Word());

        if (Word() != "in") throw Wrong("in");
        var source = Expression();
        Take(":");
        var body = Expression();
        SkipLines();
        Take("]");
        return new Each(line, own, source, body);
    }

    private List<Expression> Items(string begin, string end)
    {
        var items = new List<Expression>();
        Take(begin);
        for (Separate(); !Taken(end); Separate()) items.Add(Expression());
        return items;
    }

    private ObjectLiteral ObjectLiteral()
    {
        var line = Here.Line;
        var fields = new List<(Expression, Expression)>();
        var nested = new List<Declaration>();
        Take("{");
        for (Separate(); !Taken("}"); Separate())
        {
            if (Is("@") || (Here.Value == "resource" && tokens[_at + 1].Kind == TokenKind.Word))
            {
                nested.Add(Declaration());
                continue;
            }

            var key = Here.Kind == TokenKind.Word ? new Text(Here.Line, Word(), []) : Primary();
            Take(":");
            fields.Add((key, Expression()));
        }

        return new ObjectLiteral(line, fields, nested);
    }

    private string Word() => Here.Kind == TokenKind.Word ? tokens[_at++].Value : throw Wrong("a name");

    private bool Is(string sign) => Here.Kind == TokenKind.Sign && Here.Value == sign;

    private bool Taken(string sign)
    {
        if (!Is(sign)) return false;
        _at++;
        return true;
    }

    private void Take(string sign)
    {
        if (!Taken(sign)) throw Wrong(sign);
    }

    private void SkipLines()
    {
        while (Here.Kind == TokenKind.NewLine) _at++;
    }

    private void Separate()
    {
        while (Here.Kind == TokenKind.NewLine || Is(",")) _at++;
    }

    private FormatException Wrong(string expected) =>
        new($"{file}:{Here.Line}: {expected} is expected, and not {Here.Value.ReplaceLineEndings("the line's end")}.");
}
