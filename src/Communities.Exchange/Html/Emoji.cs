using System.Collections.Frozen;

namespace Communities.Exchange.Html;

/// <summary>The pictures that forums show for <c>:names:</c>, as the characters that they stand for.</summary>
internal static class Emoji
{
    // Those that people use most; another one stays as its name, which can be read too.
    private static readonly FrozenDictionary<string, string> _known = new Dictionary<string, string>
    {
        [":slight_smile:"] = "🙂", [":smile:"] = "😄", [":smiley:"] = "😃", [":grinning:"] = "😀", [":wink:"] = "😉",
        [":blush:"] = "😊", [":laughing:"] = "😆", [":joy:"] = "😂", [":rofl:"] = "🤣", [":sweat_smile:"] = "😅",
        [":thinking:"] = "🤔", [":disappointed:"] = "😞", [":frowning:"] = "😦", [":slight_frown:"] = "🙁",
        [":cry:"] = "😢", [":sob:"] = "😭", [":heart:"] = "❤️", [":+1:"] = "👍", [":-1:"] = "👎", [":thumbsup:"] = "👍",
        [":clap:"] = "👏", [":pray:"] = "🙏", [":muscle:"] = "💪", [":tada:"] = "🎉", [":rocket:"] = "🚀",
        [":fire:"] = "🔥", [":warning:"] = "⚠️", [":white_check_mark:"] = "✅", [":heavy_check_mark:"] = "✔️",
        [":x:"] = "❌", [":point_up:"] = "☝️", [":point_down:"] = "👇", [":point_right:"] = "👉", [":wave:"] = "👋",
        [":ok_hand:"] = "👌", [":raised_hands:"] = "🙌", [":eyes:"] = "👀", [":bulb:"] = "💡", [":sunglasses:"] = "😎",
        [":upside_down_face:"] = "🙃", [":stuck_out_tongue:"] = "😛", [":confused:"] = "😕", [":hugs:"] = "🤗",
        [":star:"] = "⭐", [":question:"] = "❓", [":exclamation:"] = "❗", [":arrow_right:"] = "➡️", [":100:"] = "💯",
    }.ToFrozenDictionary();

    /// <summary>The character of this name; the name itself where it is not known or is a character already.</summary>
    public static string Unicode(string name) => _known.GetValueOrDefault(name, name);
}
