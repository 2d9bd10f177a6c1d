using Communities.Actors;

namespace Communities.Web.Tests;

public partial class PagesSite
{
    // A purpose with all its parts, and a knowledge page with a history.
    private async Task Purposed()
    {
        var by = new Call("owner", Standing.System);
        await Actors.Ask("repair", new CommunityCommand.SetPurpose(new(
            "To *mend* things.", "Beginners.", "Broken things.", "Selling.", ["wheel", "spoke", "bicycle"])), by);
        await Actors.Ask("repair/wheels", new KnowledgeCommand.Revise(0, "## Truing\n\nGo slowly."), by);
        await Actors.Ask(
            "repair/wheels",
            new KnowledgeCommand.Revise(1, "Wash it.\n\n## Truing\n\nGo slowly.\n\n## Spokes\n\nOil.", "Spokes"), by);
    }
}
