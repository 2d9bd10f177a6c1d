using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Communities.Actors;
using Communities.Files;

namespace Communities.Exchange;

/// <summary>What stands with posts or between members: files, polls, and private conversations.</summary>
internal sealed partial class ImportSession
{
    private readonly Dictionary<string, (MemoryStream Content, MemoryStream Small)> _contents = []; // By upload.
    private readonly Dictionary<string, Lane> _polls = [];
    private readonly Dictionary<string, Lane> _conversations = [];

    // The parts of a content come one behind the other, and its upload behind them.
    private ValueTask<Outcome?> Content(Record record)
    {
        if (record.Parent is not { } upload || !Keys.IsThread(upload) || record.Text is not { } text
            || !Base64.IsValid(text)) return Skipped("It is no part of a file.");
        if (options.Files is null) return Skipped(NoFiles);
        if (_earlier.Has(Names.CommandId(Record.Upload, upload))) return Known(Outcome.Repeated);
        if (_earlier.HasBegun(Communities.Upload.Kind, Keys.OfUpload(Slug, upload))) return Skipped(CameBefore);
        if (!_contents.TryGetValue(upload, out var parts)) _contents[upload] = parts = (new(), new());
        var whole = ContentParts.IsSmall(record) ? parts.Small : parts.Content;
        var bytes = Convert.FromBase64String(text);
        if (whole.Length + bytes.Length > FileKind.LargestMax) return Skipped("Its file is too large.");
        whole.Write(bytes);
        return Known(Outcome.Imported);
    }

    private async ValueTask<Outcome?> Upload(Record record)
    {
        var key = Keys.OfUpload(Slug, record.Id);
        var id = Names.CommandId(record.Kind, record.Id);
        if (_earlier.Has(id)) return Outcome.Repeated;
        if (_earlier.HasBegun(Communities.Upload.Kind, key)) return Outcome.Skipped(CameBefore);
        if (!_contents.Remove(record.Id, out var parts) || options.Files is not { } files)
            return Outcome.Skipped(options.Files is null ? NoFiles : "Its content did not come before it.");
        if (record.Fact is not UploadEvent.Stored e || !IsWhole(e, parts.Content, parts.Small, out var digest))
            return Outcome.Skipped("Its content is not what it says.");
        var name = StoredNames.Of(Slug, record.Id, digest);
        parts.Content.Position = parts.Small.Position = 0;
        await files.Put(name, parts.Content).ConfigureAwait(false);
        if (e.HasSmall) await files.Put(StoredNames.SmallOf(name), parts.Small).ConfigureAwait(false);
        var command = new UploadCommand.Store(e.Name, e.Type, e.Bytes, digest, e.Width, e.Height, e.HasSmall);
        return Read(await actors.Ask(key, command, Call(By(record), id, record.Time)).ConfigureAwait(false));
    }

    private const string NoFiles = "There is no place for files here.";

    // Whoever wrote the file may have written anything: what is served later must be what it is said to be.
    private static bool IsWhole(UploadEvent.Stored e, MemoryStream content, MemoryStream small, out string digest)
    {
        digest = Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        return digest == e.Digest && content.Length == e.Bytes
            && Contents.KindOf(content, e.Name).Kind?.MediaType == e.Type
            && (!e.HasSmall || Contents.KindOf(small, "small.webp").Kind is not null);
    }

    private ValueTask<Outcome?> Poll(Record record)
    {
        if (!Keys.IsThread(record.Id)) return Skipped("Its id is none of a poll.");
        return Bring(LaneOf(_polls, Communities.Poll.Kind, record), record, Commands.OnPoll(record.Fact), By(record),
            Standing.System);
    }

    private ValueTask<Outcome?> OnPolicy(Record record, string? policy) =>
        Communities.Policy.Names.Contains(policy ?? "")
            ? Bring(new Lane(Keys.OfPolicy(Slug, policy!), _community!.IsOurs), record,
                Commands.OnPolicy(record.Fact), By(record), Standing.System)
            : Skipped("There is no such policy.");

    private ValueTask<Outcome?> OnKnowledge(Record record, string? category) =>
        Keys.IsTag(category)
            ? Bring(new Lane(Keys.OfKnowledge(Slug, category!), _community!.IsOurs), record,
                Commands.OnKnowledge(record.Fact), By(record), Standing.System)
            : Skipped("There is no such category.");

    private ValueTask<Outcome?> OnPoll(Record record) =>
        record.Parent is not null && _polls.TryGetValue(record.Parent, out var lane)
            ? Bring(lane, record, Commands.OnPoll(record.Fact), By(record), Standing.System)
            : Skipped("Its poll did not come before it.");

    private ValueTask<Outcome?> Conversation(Record record)
    {
        if (!Keys.IsThread(record.Id)) return Skipped("Its id is none of a conversation.");
        LaneOf(_conversations, Communities.Conversation.Kind, record).Opening = record;
        return Known(null); // It begins with its first message.
    }

    private ValueTask<Outcome?> OnConversation(Record record)
    {
        if (record.Parent is null || !_conversations.TryGetValue(record.Parent, out var lane))
            return Skipped("Its conversation did not come before it.");
        if (lane.Opening is not { } opening)
            return Bring(lane, record, Commands.OnConversation(record.Fact), By(record), Standing.System);
        if (record.Fact is not ConversationEvent.Messaged message || opening.Fact is not ConversationEvent.Started e)
            return Skipped("Its conversation has no first message.");
        lane.Opening = null;
        return Beginning(lane, opening, e, record, message);
    }

    private async ValueTask<Outcome?> Beginning(
        Lane lane, Record opening, ConversationEvent.Started e, Record first, ConversationEvent.Messaged message)
    {
        var with = e.With.IsDefault ? ImmutableArray<string>.Empty : e.With;
        var begun = await Bring(
            lane, opening, new ConversationCommand.Start(e.Subject, message.Text, with), By(first), Standing.System)
            .ConfigureAwait(false);
        tally.Count(opening, begun!.Value);
        return begun;
    }

    private Lane LaneOf(Dictionary<string, Lane> lanes, string kind, Record record)
    {
        var key = Keys.OfThread(Slug, record.Id);
        var isOurs = !_earlier.HasBegun(kind, key) || _earlier.Has(Names.CommandId(record.Kind, record.Id));
        return lanes[record.Id] = new Lane(key, isOurs);
    }

    private void EndAttached()
    {
        foreach (var lane in _conversations.Values)
            if (lane.Opening is { } opening) tally.Count(opening, Outcome.Skipped("It has no message."));
    }
}
