using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>A page, or a part of one: it knows who reads.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>Who reads, and how.</summary>
    [Parameter, EditorRequired]
    public Reader Reader { get; set; } = null!;

    /// <summary>The words, in the reader's language.</summary>
    protected Texts T => Reader.Texts;
}
