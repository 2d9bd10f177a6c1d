using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A purpose as a form brings it: its words one below the other, or between commas.</summary>
internal static class PurposeDraft
{
    private static readonly char[] _separators = ['\n', '\r', ',', ';', '،', '、', '，'];

    public static Purpose Of(IFormCollection form)
    {
        return new(Said("what-for"), Said("for-whom"), Said("belongs"), Said("not-here"), [..
            form["words"].ToString().Split(_separators, StringSplitOptions.TrimEntries)
                .Where(word => word.Length > 0)]);

        string Said(string field) => form[field].ToString().ReplaceLineEndings("\n");
    }

    public static string WordsOf(Purpose purpose) => string.Join('\n', purpose.Words);
}
