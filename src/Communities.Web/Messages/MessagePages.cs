using System.Globalization;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Private messages as people read and write them.</summary>
internal static class MessagePages
{
    private const string Preview = "preview";

    public static void MapMessagePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/messages", List);
        pages.MapGet("/messages/new", New);
        pages.MapPost("/messages/new", Start);
        var conversation = pages.MapGroup("/messages/{community}/{conversation}");
        conversation.MapGet("", Read);
        conversation.MapGet("/part", ReadPart);
        conversation.MapPost("/{action}", Change);
    }

    private static async Task<IResult> List(
        HttpContext http, IViews views, CancellationToken ct, string? cursor = null)
    {
        var reader = Reader.Of(http);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        return Show.Page<MessagesPage>(reader, new()
        {
            [nameof(MessagesPage.Conversations)] = await views.Conversations(account, cursor, ct),
            [nameof(MessagesPage.CanWrite)] = (await views.Memberships(account, ct)).Count > 0,
        });
    }

    private static async Task<IResult> New(
        HttpContext http, IViews views, CancellationToken ct, string? community = null, string? to = null)
    {
        var reader = Reader.Of(http);
        return reader.Caller.Account is null
            ? Show.SignIn(reader)
            : await ShowNew(reader, views, new(community ?? "", to ?? "", "", ""), null, ct);
    }

    private static async Task<IResult> ShowNew(
        Reader reader, IViews views, MessageDraft draft, MarkupString? preview, CancellationToken ct) =>
        Show.Page<NewMessagePage>(reader, new()
        {
            [nameof(NewMessagePage.Draft)] = draft,
            [nameof(NewMessagePage.Memberships)] = await views.Memberships(reader.Caller.Account!, ct),
            [nameof(NewMessagePage.Preview)] = preview,
        });

    private static async Task<IResult> Start(
        IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct)
    {
        if (!ask.Caller.IsSignedIn) return Show.No(http, Refusals.MembersOnly);
        var draft = MessageDraft.Of(form);
        if (form["act"] == Preview)
            return await ShowNew(Reader.Of(http), views, draft, Markup.Html(draft.Text, draft.Community), ct);
        var (id, answer, no) = await Begin(
            ask, actors, draft.Community, new(draft.Subject, draft.Text, draft.Recipients), form[Asking.KeyField], ct);
        return no is not null
            ? await ShowNew(Reader.Of(http, no), views, draft, null, ct)
            : Show.Done($"/messages/{draft.Community}/{id}", ask.PositionOf(answer!));
    }

    /// <summary>Begins a conversation, where the day's allowance and those who are written to permit it.</summary>
    public static async ValueTask<(string Id, Answer? Answer, Refusal? No)> Begin(
        Asking ask, IActors actors, string community, ConversationCommand.Start start, string? once,
        CancellationToken ct)
    {
        if (await Reaching.Fault(ask, actors, community, start.With, ct) is { } unreachable)
            return ("", null, unreachable);
        var own = Keys.OfMember(community, ask.Caller.Account!);
        if ((await ask.Ask(own, new AllowanceCommand.Begin(), once, ct)).Refusal is { } exceeded)
            return ("", null, exceeded);
        var id = await ask.NewConversation(community, once, ct);
        var answer = await ask.Ask(Keys.OfConversation(community, id), start, once, ct);
        return (id, answer, answer.Refusal);
    }

    private static async Task<IResult> Read(
        string community, string conversation, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct, int? before = null) =>
        await ShowOne(Reader.Of(http), community, conversation, before, "", null, http, ask, actors, views, ct);

    private static async Task<IResult> ShowOne(
        Reader reader, string community, string conversation, int? before, string draft, MarkupString? preview,
        HttpContext http, Asking ask, IActors actors, IViews views, CancellationToken ct)
    {
        if (!reader.Caller.IsSignedIn) return Show.SignIn(reader);
        var place = await reader.Caller.In(community, ct);
        if (await views.Conversation(community, conversation, before, place.Viewer, ct) is not { } found)
            return Show.No(http, Conversation.Missing);
        await MarkRead(found, ask, ct);
        return Show.Page<ConversationPage>(reader, new()
        {
            [nameof(ConversationPage.Conversation)] = found,
            [nameof(ConversationPage.CommunityName)] =
                (await views.Community(community, place.Viewer, ct))?.Name ?? community,
            [nameof(ConversationPage.Silent)] = Refusals.Of(place.Standing.Bar) ??
                await Reaching.SendFault(ask, actors, community, conversation, ct),
            [nameof(ConversationPage.Draft)] = draft,
            [nameof(ConversationPage.Saved)] = await DraftForms.Of(
                reader, views, community, Drafts.InConversation(conversation), ct),
            [nameof(ConversationPage.Preview)] = preview,
        });
    }

    // What came since the page was made.
    private static async Task<IResult> ReadPart(
        string community, string conversation, HttpContext http, Asking ask, IViews views, CancellationToken ct,
        int after = 0)
    {
        var reader = Reader.Of(http);
        var place = await reader.Caller.In(community, ct);
        if (await views.Conversation(community, conversation, null, place.Viewer, ct) is not { } found)
            return Show.No(http, Conversation.Missing);
        await MarkRead(found, ask, ct);
        return Show.Page<MessagesPart>(reader, new()
        {
            [nameof(MessagesPart.Conversation)] =
                found with { Messages = [.. found.Messages.Where(message => message.Number > after)] },
        });
    }

    // Who is shown the last message has read all.
    private static async Task MarkRead(ConversationView found, Asking ask, CancellationToken ct)
    {
        if (found.Messages.Count > 0 && found.Messages[^1].Number == found.Last && found.Last > found.Read)
            await ask.Ask(
                Keys.OfConversation(found.Community, found.Id), new ConversationCommand.MarkRead(found.Last), ct: ct);
    }

    private static async Task<IResult> Change(
        string community, string conversation, string action, IFormCollection form, HttpContext http, Asking ask,
        IActors actors, IViews views, CancellationToken ct)
    {
        var (text, to) = (form["text"].ToString(), Typed.Account(form["account"]));
        if (action == "send" && form["act"] == Preview)
            return await ShowOne(
                Reader.Of(http), community, conversation, null, text, Markup.Html(text, community), http, ask, actors,
                views, ct);
        if (action == "send" && form["act"] == DraftForms.Keep)
        {
            var kept = await DraftForms.Save(ask, community, Drafts.InConversation(conversation), form, ct);
            return kept.Refusal is { } fault
                ? Show.No(http, fault)
                : Show.Done($"/messages/{community}/{conversation}", ask.PositionOf(kept), Notices.Saved);
        }

        ConversationCommand? command = action switch
        {
            "send" => new ConversationCommand.Send(text),
            "add" => new ConversationCommand.Add(to),
            "rename" => new ConversationCommand.Rename(form["subject"].ToString().Trim()),
            "mute" => new ConversationCommand.Mute(),
            "unmute" => new ConversationCommand.Unmute(),
            "leave" => new ConversationCommand.Leave(),
            _ => null,
        };
        if (command is null) return Show.No(http, Conversation.Missing);
        var (answer, no) = await Ask(ask, actors, community, conversation, command, form[Asking.KeyField], ct);
        if (no is not null)
            return no.Code == Conversation.Missing.Code || !ask.Caller.IsSignedIn
                ? Show.No(http, no)
                : await ShowOne(
                    Reader.Of(http, no), community, conversation, null, text, null, http, ask, actors, views, ct);
        var position = ask.PositionOf(answer!);
        if (action == "send") await DraftForms.Sent(ask, community, Drafts.InConversation(conversation), form, ct);
        var last = answer?.First<ConversationEvent.Messaged>() is { } messaged
            ? string.Create(CultureInfo.InvariantCulture, $"#m{messaged.Number}") : "";
        return Show.Done(
            command is ConversationCommand.Leave ? "/messages" : $"/messages/{community}/{conversation}{last}",
            position, command is ConversationCommand.Send ? null : Notices.Saved);
    }

    /// <summary>Asks a conversation, where those whom it reaches permit it.</summary>
    public static async ValueTask<(Answer? Answer, Refusal? No)> Ask(
        Asking ask, IActors actors, string community, string conversation, ConversationCommand command, string? once,
        CancellationToken ct)
    {
        var no = command switch
        {
            ConversationCommand.Send => await Reaching.SendFault(ask, actors, community, conversation, ct),
            ConversationCommand.Add c => await AddFault(c.Account),
            _ => null,
        };
        if (no is not null) return (null, no);
        var name = command is ConversationCommand.Send ? once : $"{once}/{command.GetType().Name}";
        var answer = await ask.Ask(
            Keys.OfConversation(community, conversation), command, once is null ? null : name, ct);
        return (answer, answer.Refusal);

        // Nobody learns from a conversation of others who is a member, or blocks whom.
        async ValueTask<Refusal?> AddFault(string account) =>
            !(await actors.See<Conversation>(Keys.OfConversation(community, conversation), ct)).Has(ask.Caller.Account)
                ? Conversation.Missing
                : await Reaching.Fault(ask, actors, community, [account], ct);
    }
}
