using System.Text;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>
/// What stands below an accepted answer: who accepted it, what readers said of it since, and the question whether it
/// still holds.
/// </summary>
/// <remarks>Its buttons belong to the form <c>do</c> that stands on every page of a thread for who may write.</remarks>
internal static class AnswerMarkup
{
    /// <summary>The note below this answer; nothing where nothing is known of it.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="place">The community as it is for the reader.</param>
    /// <param name="post">The answer.</param>
    /// <param name="isAsked">The reader is asked whether it holds, however young it is.</param>
    public static MarkupString Of(Reader reader, ThreadView thread, Place place, PostView post, bool isAsked = false)
    {
        if (thread.Answer is not { } answer) return default;
        var (texts, html) = (reader.Texts, new StringBuilder("<div class=answer-note><p>"));
        var accepted = answer.By.Account.Length == 0 ? texts.AcceptedOn
            : answer.By.Account == thread.Author.Account ? texts.AcceptedByAsker
            : texts.AcceptedByTeam;
        html.Append(Signs.Icon("check").Value).Append(Signs.Encode(accepted)
            .Replace("{0}", $"<bdi>{Signs.Encode(answer.By.Name)}</bdi>", StringComparison.Ordinal)
            .Replace("{1}", Signs.Time(reader, answer.At).Value, StringComparison.Ordinal)).Append("</p>");
        if (answer.Confirms > 0 && answer.CheckedAt is { } checkedAt)
            html.Append("<p>").Append(Signs.Encode(texts.HoldsSaid(answer.Confirms))
                .Replace("{0}", Signs.Time(reader, checkedAt).Value, StringComparison.Ordinal)).Append("</p>");
        if (answer.Doubts > 0) Doubts(html, reader, answer);
        if (MaySay(reader, thread, place) && (isAsked || IsOld(reader, place, post, answer) || answer.Doubts > 0))
            Ask(html, reader, thread, place, post, answer);
        return new(html.Append("</div>").ToString());
    }

    private static void Doubts(StringBuilder html, Reader reader, AnswerView answer)
    {
        html.Append("<div class=\"note wait\">").Append(Signs.Icon("warn").Value).Append("<div>")
            .Append(Signs.Encode(reader.Texts.DoubtsSaid(answer.Doubts)));
        foreach (var doubt in answer.Latest)
        {
            html.Append("<p>");
            if (doubt.Reason is { Length: > 0 } reason)
                html.Append("<q dir=auto>").Append(Signs.Encode(reason)).Append("</q> ");
            html.Append("<small><bdi>")
                .Append(Signs.Encode(doubt.By.Account.Length > 0 ? doubt.By.Name : reader.Texts.GoneAuthor))
                .Append("</bdi>, ").Append(Signs.Time(reader, doubt.At).Value).Append("</small></p>");
        }

        html.Append("</div></div>");
    }

    private static void Ask(
        StringBuilder html, Reader reader, ThreadView thread, Place place, PostView post, AnswerView answer)
    {
        var (texts, at) = (reader.Texts, $"/c/{thread.Community}/threads/{thread.Id}");
        html.Append("<div class=holds><p><b>").Append(Signs.Encode(texts.DoesItHold)).Append("</b> ");
        if (IsOld(reader, place, post, answer))
            html.Append(Signs.Encode(texts.AnswerIsFrom)
                .Replace("{0}", Signs.Time(reader, post.RevisedAt).Value, StringComparison.Ordinal));
        if (answer.Mine is { } mine)
            html.Append(' ').Append(Signs.Encode(mine ? texts.YouSaidItHolds : texts.YouDoubtIt));
        html.Append($"</p><div class=acts><button form=do formaction=\"{at}/confirm-answer\" name=number ")
            .Append($"value={post.Number}>").Append(Signs.Icon("check").Value).Append(Signs.Encode(texts.ItHolds))
            .Append("</button><details><summary>").Append(Signs.Encode(texts.ItNoLongerHolds))
            .Append("</summary><label for=doubt-reason>").Append(Signs.Encode(texts.WhatChanged))
            .Append($"</label><input id=doubt-reason form=do name=reason maxlength={Text.LineMax} dir=auto>")
            .Append($"<button form=do formaction=\"{at}/doubt-answer\" name=number value={post.Number}>")
            .Append(Signs.Encode(texts.SayDoubt)).Append("</button></details></div></div>");
    }

    private static bool MaySay(Reader reader, ThreadView thread, Place place) =>
        place.Standing.Is(Role.Member) && place.Standing.Bar == Bar.None && !thread.IsArchived
        && (place.Standing.Trust >= Trust.Basic || place.Standing.Moderates(thread.Category)
            || (reader.Caller.IsSignedIn && reader.Caller.Account == thread.Author.Account));

    // From when it was last written, or last said to hold.
    private static bool IsOld(Reader reader, Place place, PostView post, AnswerView answer)
    {
        var days = place.Community.Questions.HoldsDays;
        var since = answer.CheckedAt > post.RevisedAt ? answer.CheckedAt.Value : post.RevisedAt;
        return days > 0 && reader.Now - since > TimeSpan.FromDays(days);
    }
}
