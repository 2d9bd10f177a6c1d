using System.Diagnostics.CodeAnalysis;

namespace Communities.Exchange;

/// <content>Posts that were moved from thread to thread: both threads are told of it as they were then.</content>
internal sealed partial class ImportSession
{
    // A thread that began with posts of another one has no record of its own.
    private bool IsOpened(Record record, [NotNullWhen(true)] out Lane? lane)
    {
        lane = null;
        if (!_isOwn || record.Fact is not ThreadEvent.Received { First: 1 } || !Keys.IsThread(record.Thread))
            return false;
        var key = Keys.OfThread(Slug, record.Thread!);
        var isOurs = !_earlier.HasBegun(Communities.Thread.Kind, key)
            || _earlier.Has(Names.CommandId(record.Kind, record.Id));
        _threads[record.Thread!] = lane = new Lane(key, isOurs);
        return true;
    }

    // The posts must be those of a thread of the same file: nothing is taken away from what was here before.
    private bool Arrive(Lane lane, Record record, ThreadEvent.Received e)
    {
        if (!_isOwn || e.Posts.IsDefaultOrEmpty || e.Source is null || e.Source == record.Thread
            || !_threads.TryGetValue(e.Source, out var source) || !source.IsOurs
            || e.Posts.Any(post => post is null || post.Number is < 1 or > Communities.Thread.NumberMax)) return false;
        for (var i = 0; i < e.Posts.Length; i++) lane.Number($"{record.Thread}/{e.First + i}", e.First + i);
        return true;
    }
}
