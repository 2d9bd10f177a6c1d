using Communities.Actors;

namespace Communities.Exchange;

/// <summary>Who took part: members, and the accounts that will be theirs.</summary>
internal sealed partial class ImportSession
{
    private readonly Dictionary<string, string> _accounts = []; // By the id of the member in the file.
    private readonly Dictionary<string, Lane> _members = []; // By account.

    // Their joining follows from the founding; it must have happened before what the file says of them later.
    private async Task FounderJoins(string account, string name, Record first)
    {
        var lane = _members[account] = new Lane(Keys.OfMember(Slug, account), isOurs: true);
        if (_earlier.HasBegun(Communities.Member.Kind, lane.Key)) return;
        var command = new MemberCommand.Join(name, Role.Owner, CopiedUntil: _copiedUntil);
        var call = Call(account, Names.CommandId(first.Kind, first.Id), first.Time);
        await Open(account, name, first.Time).ConfigureAwait(false);
        await actors.Ask(lane.Key, command, call).ConfigureAwait(false);
    }

    private ValueTask<Outcome?> Member(Record record)
    {
        if (_isOwn && !Keys.IsAccount(record.Id)) return Skipped("Its id is not the name of an account.");
        var account = _isOwn ? record.Id : Names.Account(record);
        _accounts[record.Id] = account;
        if (_members.ContainsKey(account)) return Skipped("The member is there twice.");
        var id = Names.CommandId(record.Kind, record.Id);
        var key = Keys.OfMember(Slug, account);
        var isRepeated = _earlier.Has(id);
        var lane = new Lane(key, isRepeated || !_earlier.HasBegun(Communities.Member.Kind, key));
        _members[account] = lane;
        return lane.IsOurs ? Join(lane, account, record, isRepeated) : Skipped(CameBefore);
    }

    private async ValueTask<Outcome?> Join(Lane lane, string account, Record record, bool isRepeated)
    {
        var command = Commands.Joining(record, _isOwn, _copiedUntil);
        var call = Call(_isOwn ? By(record) : account, Names.CommandId(record.Kind, record.Id), record.Time);
        var opened = Open(account, command.Name, record.Time);
        if (isRepeated)
        {
            await opened.ConfigureAwait(false);
            return Outcome.Repeated;
        }

        var joined = actors.Ask(lane.Key, command, call);
        if (!await opened.ConfigureAwait(false)) tally.CountSharedAccount();
        return Read(await joined.ConfigureAwait(false));
    }

    // Without a password: nobody can sign in with it, and nobody can take the name.
    private async ValueTask<bool> Open(string account, string name, DateTimeOffset at)
    {
        var command = new AccountCommand.Open(name, null, Languages.Known[0]);
        var call = Call(account, null, at);
        return Read(await actors.Ask(Keys.OfAccount(account), command, call).ConfigureAwait(false))
            .What == What.Imported;
    }

    private string By(Record record)
    {
        if (record.Author is not { } author) return "";
        if (_accounts.TryGetValue(author, out var account)) return account;
        if (!_isOwn || !Keys.IsAccount(author))
        {
            tally.CountUnknownAuthor();
            return "";
        }

        // Somebody who runs the site may have acted here without being a member.
        _accounts[author] = author;
        _ = Settle(Open(author, author, record.Time));
        return author;
    }

    private async Task Settle(ValueTask<bool> opened)
    {
        try
        {
            await opened.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
        }
    }
}
