using Communities.Actors;

namespace Communities.Exchange;

/// <summary>Who took part: members, and the accounts that theirs will be.</summary>
internal sealed partial class ImportSession
{
    private async ValueTask<Outcome?> Member(Record record)
    {
        if (_isOwn && !Keys.IsAccount(record.Id)) return Outcome.Skipped("Its id is not the name of an account.");
        var account = _isOwn ? record.Id : Names.Account(record);
        _accounts[record.Id] = account;
        if (_members.ContainsKey(account)) return Outcome.Skipped("The member is there twice.");
        var by = _isOwn ? By(record) : account;
        return await Join(account, by, Commands.Joining(record), Record.Member, record).ConfigureAwait(false);
    }

    private async ValueTask<Outcome?> Join(string account, string by, MemberCommand.Join join, string kind, Record record)
    {
        var lane = _members[account] = new Lane(Keys.OfMember(Slug, account));
        var id = Names.CommandId(kind, record.Id);
        var isKnown = _earlier.Has(id);
        var opened = Open(account, join.Name, record.Time);
        lane.Ask();
        var joined = actors.Ask(lane.Key, join, Call(by, id, record.Time));
        try
        {
            var isOpened = await opened.ConfigureAwait(false);
            var answer = await joined.ConfigureAwait(false);
            var isNew = answer.Events.Count > 0 && !answer.IsRepeat;
            if (isNew && !isOpened) tally.CountSharedAccount();
            lane.IsOurs = isNew || isKnown || answer.IsRepeat || kind == Record.Community;
            return answer.Refusal is { } no ? Outcome.Skipped(no.Reason)
                : isKnown || answer.IsRepeat ? Outcome.Repeated
                : isNew ? Outcome.Imported
                : Outcome.Skipped(CameBefore);
        }
        finally
        {
            lane.Answer();
        }
    }

    // Without a password: nobody can sign in with it, and nobody can take the name.
    private async ValueTask<bool> Open(string account, string name, DateTimeOffset at)
    {
        var command = new AccountCommand.Open(name, null, Languages.Known[0]);
        var answer = await actors.Ask(Keys.OfAccount(account), command, Call(account, null, at)).ConfigureAwait(false);
        return answer.Refusal is null;
    }

    private ValueTask<Outcome?> OnMember(Record record)
    {
        if (record.Parent is null || !_members.TryGetValue(record.Parent, out var lane))
            return Known(Outcome.Skipped("Its member did not come before it."));
        return InTurn(lane, record, static (session, lane, record) => session.Bring(
            lane, record, Commands.OnMember(record.Fact!), session.By(record), Standing.System));
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
        _ = Settle(author, Open(author, author, record.Time));
        return author;
    }

    private async Task Settle(string account, ValueTask<bool> opened)
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
