using System.Text;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>A poll as HTML, as it stands with its post: the ballot, the result, and how it was counted.</summary>
internal sealed class PollMarkup(Reader reader, Place place, PollView poll)
{
    private readonly Texts _texts = reader.Texts;
    private readonly StringBuilder _html = new();

    private string Path => $"/c/{poll.Community}/polls/{poll.Id}";

    private bool IsOver => poll.ClosedAt is not null || poll.ClosesAt <= reader.Now;

    private bool CanVote => place.Standing.Is(Role.Member) && place.Standing.Bar == Bar.None && !IsOver;

    private bool CanEnd => reader.Caller.IsSignedIn && place.Standing.Is(Role.Member) && place.Standing.Bar == Bar.None
        && (poll.Author == reader.Caller.Account || place.Standing.Is(Role.Moderator));

    /// <summary>The whole of it.</summary>
    public MarkupString Whole()
    {
        _html.Append($"<section class=poll data-poll={poll.Id} data-part=\"{Path}/part\" aria-labelledby=q-{poll.Id}>")
            .Append($"<p class=q id=q-{poll.Id} dir=auto>").Append(Signs.Encode(poll.Question)).Append("</p>");
        Meta();
        if (CanVote && poll.Mine.Count == 0) Ballot();
        if (poll.IsShown && (poll.Mine.Count > 0 || !CanVote)) Result();
        else if (poll.IsShown) Folded(_texts.ShowResult, Result);
        else Kept();
        if (CanVote && poll.Mine.Count > 0) Folded(_texts.ChangeVote, Ballot);
        if (poll is { IsShown: true, Rounds.Length: > 1 }) Folded(_texts.HowCounted, Rounds);
        Acts();
        _html.Append("</section>");
        return new(_html.ToString());
    }

    private void Meta()
    {
        _html.Append("<p class=poll-meta><span>").Append(_texts.WayName(poll.Terms.Way)).Append("</span><span>")
            .Append(poll.Terms.IsSecret ? _texts.SecretBallot : _texts.OpenBallot).Append("</span><span>")
            .Append(_texts.Votes(poll.Voters)).Append("</span>");
        if (poll.ClosedAt is { } ended) When(_texts.PollEnded, ended);
        else if (poll.ClosesAt is { } ends) When(_texts.PollEnds, ends);
        _html.Append("</p>");

        void When(string word, DateTimeOffset at) =>
            _html.Append("<span>").Append(word).Append(' ').Append(Signs.Time(reader, at).Value).Append("</span>");
    }

    private void Folded(string summary, Action content)
    {
        _html.Append("<details><summary>").Append(summary).Append("</summary>");
        content();
        _html.Append("</details>");
    }

    private void Ballot()
    {
        var (way, isChanged) = (poll.Terms.Way, poll.Mine.Count > 0);
        _html.Append($"<form method=post action=\"{Path}/vote\" class=ballot>");
        Token();
        _html.Append("<fieldset><legend>").Append(_texts.Choose(way, poll.Terms.Least, poll.Terms.Most))
            .Append("</legend>");
        foreach (var option in poll.Options)
        {
            var name = $"<span dir=auto>{Signs.Encode(option.Text)}</span>";
            if (way == VotingWay.Ranked) Rank(option, name);
            else
                _html.Append("<label class=choice><input type=")
                    .Append(way == VotingWay.Single ? "radio required" : "checkbox")
                    .Append($" name=choice value={option.Number}")
                    .Append(poll.Mine.Contains(option.Number) ? " checked>" : ">").Append(name).Append("</label>");
        }

        _html.Append("</fieldset><div class=acts><button class=do>")
            .Append(isChanged ? _texts.ChangeVote : _texts.Vote).Append("</button>");
        if (isChanged)
            _html.Append($"<button class=text formnovalidate formaction=\"{Path}/withdraw\">")
                .Append(_texts.TakeVoteBack).Append("</button>");
        _html.Append("</div></form>");
    }

    private void Rank(OptionView option, string name)
    {
        var mine = poll.Mine.ToList().IndexOf(option.Number) + 1;
        _html.Append($"<label class=choice><select name=rank-{option.Number} data-rank aria-label=\"")
            .Append(Signs.Encode(_texts.RankOf(option.Text))).Append("\"><option value=\"\">–</option>");
        for (var rank = 1; rank <= poll.Terms.Most; rank++)
            _html.Append(rank == mine ? $"<option selected>{rank}</option>" : $"<option>{rank}</option>");
        _html.Append("</select>").Append(name).Append("</label>");
    }

    private void Result()
    {
        var all = Math.Max(1, poll.Voters);
        _html.Append("<table class=result><thead class=sr><tr><th scope=col>").Append(_texts.PollOptions)
            .Append("</th><th scope=col>").Append(_texts.PollShare).Append("</th><th scope=col>")
            .Append(_texts.PollVotes).Append("</th></tr></thead><tbody>");
        foreach (var option in poll.Options)
        {
            var votes = option.Votes ?? 0;
            _html.Append(poll.Winners.Contains(option.Number) ? "<tr class=best>" : "<tr>")
                .Append("<th scope=row><span dir=auto>").Append(Signs.Encode(option.Text)).Append("</span>");
            if (poll.ClosedAt is not null && poll.Winners.Contains(option.Number))
                _html.Append(" <span class=\"badge good\">").Append(Signs.Icon("check").Value)
                    .Append(poll.Winners.Count > 1 ? _texts.PollTied : _texts.PollWon).Append("</span>");
            if (poll.Mine.Contains(option.Number))
                _html.Append(" <span class=badge>").Append(_texts.YourVote(MyRank(option.Number))).Append("</span>");
            _html.Append($"</th><td><progress max={all} value={votes} aria-hidden=true></progress><span>")
                .Append(_texts.Percent(votes, all)).Append("</span></td><td>").Append(_texts.Number(votes))
                .Append("</td></tr>");
        }

        _html.Append("</tbody></table>");
        if (poll.Terms.Way == VotingWay.Ranked)
            _html.Append("<p class=hint>").Append(_texts.FirstPreferences).Append("</p>");
    }

    private int MyRank(int option) =>
        poll.Terms.Way == VotingWay.Ranked ? poll.Mine.ToList().IndexOf(option) + 1 : 0;

    private void Kept() => _html.Append("<p class=hint>")
        .Append(poll.Terms.Results == ResultsShown.AtEnd ? _texts.ResultAtEnd : _texts.ResultAfterVoting)
        .Append("</p>");

    private void Rounds()
    {
        var rounds = poll.Rounds!.Value;
        _html.Append("<div class=scroll tabindex=0 role=region aria-label=\"").Append(_texts.HowCounted)
            .Append("\"><table class=table><thead><tr><th scope=col>").Append(_texts.PollOptions).Append("</th>");
        for (var round = 1; round <= rounds.Length; round++)
            _html.Append("<th scope=col>").Append(_texts.Round(round)).Append("</th>");
        _html.Append("</tr></thead><tbody>");
        foreach (var option in poll.Options)
        {
            _html.Append("<tr><th scope=row dir=auto>").Append(Signs.Encode(option.Text)).Append("</th>");
            foreach (var round in rounds)
                _html.Append("<td>")
                    .Append(round.Votes[option.Number - 1] is { } votes ? _texts.Number(votes) : "")
                    .Append(round.Out.Contains(option.Number) ? $" <small>{_texts.GoesOut}</small>" : "")
                    .Append("</td>");
            _html.Append("</tr>");
        }

        _html.Append("</tbody></table></div><p class=hint>").Append(_texts.RunoffHint).Append("</p>");
    }

    private void Acts()
    {
        var hasBallots = poll is { IsShown: true, Terms.IsSecret: false, Voters: > 0 };
        if (!hasBallots && !CanEnd) return;
        _html.Append("<div class=poll-acts>");
        if (hasBallots) _html.Append($"<a href=\"{Path}\">").Append(_texts.WhoVoted).Append("</a>");
        if (CanEnd && (poll.ClosedAt is null || poll.Terms.Results != ResultsShown.AtEnd || poll.Voters == 0))
        {
            _html.Append($"<form method=post action=\"{Path}/{(poll.ClosedAt is null ? "close" : "reopen")}\">");
            Token();
            _html.Append("<button class=text>").Append(poll.ClosedAt is null ? _texts.EndPoll : _texts.ReopenPoll)
                .Append("</button></form>");
        }

        _html.Append("</div>");
    }

    private void Token() => _html.Append($"<input type=hidden name={reader.Token.FormFieldName} value=\"")
        .Append(reader.Token.RequestToken).Append($"\"><input type=hidden name={Asking.KeyField} value={reader.Once}>");
}
