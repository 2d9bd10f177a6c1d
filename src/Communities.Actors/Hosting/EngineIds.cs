using System.Globalization;

namespace Communities.Actors.Hosting;

/// <summary>The ids that the engine gives to its own commands, and what may be an id or a key at all.</summary>
internal static class EngineIds
{
    /// <summary>Ids of callers must not begin with it: a forged one could make an actor skip reactions.</summary>
    public const char Mark = '~';

    private const string AlarmPrefix = "~alarm/";

    /// <summary>A reactor of this name would have ids like those of alarms.</summary>
    public const string Alarm = "alarm";

    public static string OfReaction(string reactor, ReactorMark mark, bool isRetold) =>
        $"{Mark}{reactor}/{mark}{(isRetold ? Call.RetoldMark : "")}";

    public static string OfAlarm(Alarm alarm) =>
        string.Create(CultureInfo.InvariantCulture, $"{AlarmPrefix}{alarm.Name}/{alarm.Due.ToUnixTimeMilliseconds()}");

    /// <summary>True where a reactor's command has this id.</summary>
    public static bool IsReaction(string id, out ReadOnlySpan<char> reactor, out ReactorMark mark)
    {
        reactor = default;
        mark = default;
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || id[0] != Mark || id.StartsWith(AlarmPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        reactor = id.AsSpan(1, slash - 1);
        return ReactorMark.TryParse(id.AsSpan(slash + 1).TrimEnd(Call.RetoldMark), out mark);
    }

    /// <exception cref="ArgumentException">It cannot be the key of an actor.</exception>
    public static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > ActorId.KeyMax)
        {
            throw new ArgumentException($"A key has at most {ActorId.KeyMax} characters.", nameof(key));
        }

        CheckText(key, nameof(key));
    }

    /// <exception cref="ArgumentException">A caller must not use it as the id of a command.</exception>
    public static void CheckCommandId(string id)
    {
        if (id.Length is 0 or > Call.IdMax)
        {
            throw new ArgumentException($"A command id has 1 to {Call.IdMax} characters.", nameof(id));
        }

        if (id[0] == Mark)
        {
            throw new ArgumentException($"Command ids that begin with {Mark} are the engine's own.", nameof(id));
        }

        CheckText(id, nameof(id));
    }

    /// <exception cref="ArgumentException">
    /// A name cannot stand in command ids, or two reactors have the same one.
    /// </exception>
    public static void CheckReactors(IReadOnlyList<Reactor> reactors)
    {
        foreach (var reactor in reactors)
        {
            CheckReactor(reactor.Name);
        }

        if (reactors.DistinctBy(r => r.Name).Count() != reactors.Count)
        {
            throw new ArgumentException("Two reactors have the same name.", nameof(reactors));
        }
    }

    private static void CheckReactor(string name)
    {
        if (name.Length is 0 or > 40 || name == Alarm
            || name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.')))
        {
            throw new ArgumentException(
                $"'{name}' cannot name a reactor: 1 to 40 of a-z, 0-9, '-' and '.', and not '{Alarm}'.", nameof(name));
        }
    }

    // Half a surrogate pair has no UTF-8, so two different keys would be one on the disk.
    private static void CheckText(string text, string parameter)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                throw new ArgumentException("The text holds half a surrogate pair.", parameter);
            }

            i++;
        }
    }
}
