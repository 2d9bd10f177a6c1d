using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What an inbox can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Notify), "notify"), JsonDerivedType(typeof(Read), "read")]
[JsonDerivedType(typeof(SetThread), "set-thread"), JsonDerivedType(typeof(See), "see")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(SeeOne), "see-one"), JsonDerivedType(typeof(MarkAllRead), "mark-all-read")]
[JsonDerivedType(typeof(SetLevel), "set-level"), JsonDerivedType(typeof(Block), "block")]
[JsonDerivedType(typeof(Unblock), "unblock"), JsonDerivedType(typeof(Prefer), "prefer")]
public abstract record InboxCommand : ICommand<Inbox>
{
    /// <summary>The program only: the member has joined.</summary>
    public sealed record Open : InboxCommand;

    /// <summary>The program only: the member has left.</summary>
    public sealed record Close : InboxCommand;

    /// <summary>The program only: the member is to be told of this, and of what came with it, in order.</summary>
    public sealed record Notify(Notice Notice, ImmutableArray<Notice>? More = null) : InboxCommand, IMergeable, INews
    {
        // Copying what was merged before shall not cost more than the turns that are saved.
        private const int MergedMax = 100;

        /// <inheritdoc/>
        public IMergeable? Merge(IMergeable later) => later is not Notify next || More?.Length >= MergedMax ? null
            : this with { More = [.. More ?? [], next.Notice, .. next.More ?? []] };

        internal IEnumerable<Notice> All => [Notice, .. More ?? []];
    }

    /// <summary>The program only: the member has read a thread up to this post, and what told of it is seen.</summary>
    public sealed record Read(string Thread, int To) : InboxCommand;

    /// <summary>The program only: the member has looked at this subject, and what told of it is seen.</summary>
    public sealed record Settle(string Subject) : InboxCommand;

    /// <summary>The program only: the member's level of this thread.</summary>
    public sealed record SetThread(string Thread, Level Level) : InboxCommand;

    /// <summary>Has seen every notice up to this one.</summary>
    public sealed record See(int UpTo) : InboxCommand;

    /// <summary>Has seen this notice.</summary>
    public sealed record SeeOne(int Id) : InboxCommand;

    /// <summary>Whatever is in the community now counts as read.</summary>
    public sealed record MarkAllRead : InboxCommand;

    /// <summary>Wants to hear so much of the community, a category, a tag or a member.</summary>
    public sealed record SetLevel(string Place, Level Level) : InboxCommand;

    /// <summary>Does not want to hear from this member, nor to be written to by.</summary>
    public sealed record Block(string Account) : InboxCommand;

    /// <summary>Ends a block.</summary>
    public sealed record Unblock(string Account) : InboxCommand;

    /// <summary>Says what the member wants to be told of, and how.</summary>
    public sealed record Prefer(InboxSettings Settings) : InboxCommand;
}
