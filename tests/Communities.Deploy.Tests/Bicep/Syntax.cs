namespace Communities.Deploy.Tests.Bicep;

/// <summary>An expression.</summary>
internal abstract record Expression(int Line)
{
    /// <summary>What it is made of, one step down.</summary>
    public abstract IEnumerable<Expression> Parts { get; }

    /// <summary>Itself and all it is made of.</summary>
    public IEnumerable<Expression> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>The text, where it is one in which nothing is put in.</summary>
    public string? Plain => this is Text { Inserted.Count: 0 } text ? text.Value : null;
}

/// <summary>A text as it stands there, and what is put into it.</summary>
internal sealed record Text(int Line, string Value, IReadOnlyList<Expression> Inserted) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => Inserted;
}

/// <summary>A number, true, false or null.</summary>
internal sealed record Constant(int Line, string Value) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => [];
}

/// <summary>A name.</summary>
internal sealed record Name(int Line, string Value) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => [];
}

/// <summary>Something of something: <c>of.name</c>, or <c>of::name</c> for a resource in a resource.</summary>
internal sealed record Member(int Line, Expression Of, string Called, bool IsNested) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => [Of];
}

/// <summary><c>of[at]</c></summary>
internal sealed record Element(int Line, Expression Of, Expression At) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => [Of, At];
}

/// <summary>A call of a function by its name.</summary>
internal sealed record Call(int Line, string Function, IReadOnlyList<Expression> Arguments) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => Arguments;
}

/// <summary>Operators with what they join.</summary>
internal sealed record Joined(int Line, IReadOnlyList<Expression> Operands) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => Operands;
}

/// <summary><c>[a, b]</c></summary>
internal sealed record ArrayLiteral(int Line, IReadOnlyList<Expression> Items) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => Items;
}

/// <summary><c>{ key: value }</c>, and the resources declared in it.</summary>
internal sealed record ObjectLiteral(
    int Line, IReadOnlyList<(Expression Key, Expression Value)> Fields, IReadOnlyList<Declaration> Nested)
    : Expression(Line)
{
    public override IEnumerable<Expression> Parts =>
        Fields.SelectMany(f => new[] { f.Key, f.Value }).Concat(Nested.Select(n => n.Value!));

    /// <summary>The value of a field by its plain name, or null.</summary>
    public Expression? this[string key] => Fields.FirstOrDefault(f => f.Key.Plain == key).Value;
}

/// <summary><c>[for a in source: body]</c>, or a lambda; its own names are known in the body alone.</summary>
internal sealed record Each(int Line, IReadOnlyList<string> Own, Expression? Source, Expression Body) : Expression(Line)
{
    public override IEnumerable<Expression> Parts => Source is null ? [Body] : [Source, Body];
}

/// <summary>
/// What a file says at its top, or a resource in its body. The kind is param, var, resource, module or output; the type
/// that of a param or output, of a resource with its version, or the path of a module.
/// </summary>
internal sealed record Declaration(
    int Line, string Kind, string Name, string Type, bool IsExisting, Expression? Value,
    IReadOnlyList<string> Decorators)
{
    /// <summary>The body of a resource or module, also where it is one for each of a list.</summary>
    public ObjectLiteral? Body =>
        Value switch { ObjectLiteral body => body, Each { Body: ObjectLiteral body } => body, _ => null };

    /// <summary>The resources in the body.</summary>
    public IReadOnlyList<Declaration> Nested => Body?.Nested ?? [];
}
