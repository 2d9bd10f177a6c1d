using System.Globalization;
using Communities.Actors;

namespace Communities.Hosting;

/// <summary>Finds out whether anybody runs the site.</summary>
internal static class Operators
{
    /// <summary>How far the search has come, or that it has ended.</summary>
    private const string Mark = "host/operator";

    private const string Found = "found";
    private const int BatchMax = 4_096;

    /// <summary>True where nobody does. Meant to run while the site answers.</summary>
    public static async Task<bool> AreMissing(ISite site)
    {
        for (var partition = 0; partition < site.Journals.Partitions.Count; partition++)
            if (!await AreMissing(site.Journals[partition])) return false;
        return true;
    }

    // Remembers where it has looked, so that a large journal is read once.
    private static async Task<bool> AreMissing(IJournal journal)
    {
        var mark = await journal.Load(Mark);
        if (mark == Found) return false;
        var position = mark is null ? 0 : long.Parse(mark, CultureInfo.InvariantCulture);
        var head = journal.Head;
        while (position < head)
        {
            var batch = await journal.Read(position, BatchMax);
            if (batch.Any(envelope => envelope.Name == "account.operator-made"))
            {
                await journal.Save(Mark, Found);
                return false;
            }

            position = batch[^1].Position;
        }

        if (position > 0) await journal.Save(Mark, position.ToString(CultureInfo.InvariantCulture));
        return true;
    }
}
