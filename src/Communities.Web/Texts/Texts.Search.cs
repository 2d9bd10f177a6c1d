#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Search.
public partial class Texts
{
    public virtual string Words => "Words";
    public virtual string SearchHint => "All words count; “quoted words” stand together, and -word is kept out.";
    public virtual string Narrow => "Narrow the search";
    public virtual string Community => "Community";
    public virtual string AllCommunities => "All that you may read";
    public virtual string AllCategories => "All categories";
    public virtual string WrittenBy => "Written by";
    public virtual string From => "From";
    public virtual string To => "To";
    public virtual string TitlesOnly => "Titles only";
    public virtual string SolvedOnly => "Solved threads only";
    public virtual string NothingFound => "Nothing found";
    public virtual string NothingFoundHint => "Fewer or other words may find more. Accents and capitals do not matter.";
    public virtual string MoreHits => "More results";
}
