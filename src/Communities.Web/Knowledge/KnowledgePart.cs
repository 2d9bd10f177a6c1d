using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>What every page about a knowledge page is told.</summary>
public abstract class KnowledgePart : Part
{
    /// <summary>The community.</summary>
    [Parameter, EditorRequired]
    public CommunityView Community { get; set; } = null!;

    /// <summary>What it is for the reader.</summary>
    [Parameter, EditorRequired]
    public Place Place { get; set; } = null!;

    /// <summary>The knowledge page.</summary>
    [Parameter, EditorRequired]
    public KnowledgeView Page { get; set; } = null!;

    /// <summary>The reader may write at it.</summary>
    [Parameter]
    public bool MayWrite { get; set; }

    /// <summary>The reader keeps order there.</summary>
    [Parameter]
    public bool IsKept { get; set; }

    /// <summary>Where it is.</summary>
    protected string At => KnowledgePaths.Of(Community.Slug, Page.Category);
}
