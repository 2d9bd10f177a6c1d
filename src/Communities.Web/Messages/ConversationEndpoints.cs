using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A conversation to be begun with a first message, in Markdown, with these accounts.</summary>
internal sealed record StartBody(string Subject, string Text, ImmutableArray<string> With);

/// <summary>The conversation that was begun.</summary>
internal sealed record StartedConversation(string Id, long Version);

/// <summary>Who is brought into a conversation.</summary>
internal sealed record ParticipantBody(string Account);

/// <summary>What a conversation is about.</summary>
internal sealed record SubjectBody(string Subject);

/// <summary>Up to which message one has read.</summary>
internal sealed record MessagesReadBody(int Number);

/// <summary>Whether one is told of no new messages.</summary>
internal sealed record MutedBody(bool Muted);

/// <summary>Private messages, for who takes part in them and nobody else.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversationEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/me/conversations", List).WithTags("Messages").WithName("ListConversations")
            .WithSummary("One's conversations in all communities, latest message first, 30 a page.");
        var all = api.MapGroup("/communities/{community}/conversations").WithTags("Messages");
        all.MapPost("", Start).WithName("StartConversation")
            .WithSummary("Begins a conversation with other members; 30 a day, 3 for a new member.");
        var one = all.MapGroup("/{conversation}");
        one.MapGet("", Read).WithName("ReadConversation")
            .WithSummary("A conversation with its latest messages, 50 at most; ?before= goes back.");
        one.MapPost("/messages", Send).WithName("SendMessage").WithSummary("Writes a message.");
        one.MapPost("/participants", Add).WithName("AddParticipant")
            .WithSummary("Brings another member in, who reads it from the beginning.");
        one.MapDelete("/participants/me", Leave).WithName("LeaveConversation").WithSummary("Takes part no more.");
        one.MapPut("/subject", Rename).WithName("RenameConversation").WithSummary("Gives it another subject.");
        one.MapPut("/read", MarkRead).WithName("MarkMessagesRead").WithSummary("Has read up to a message.");
        one.MapPut("/muted", Mute).WithName("MuteConversation")
            .WithSummary("Whether one is told of new messages.");
        one.MapGet("/live", Watch).WithName("WatchConversation")
            .WithSummary("Changes of a conversation, as they happen; for its participants.")
            .Produces(200, contentType: "text/event-stream");
    }

    private static async Task<Results<Ok<Page<ConversationRow>>, Problem>> List(
        Caller caller, IViews views, CancellationToken ct, string? cursor = null) =>
        caller.Account is { } account
            ? TypedResults.Ok(await views.Conversations(account, cursor, ct))
            : Problem.Of(Refusals.OwnOnly, caller);

    private static async Task<Results<Created<StartedConversation>, Problem>> Start(
        string community, StartBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var with = body.With.IsDefault ? [] : body.With;
        var (id, answer, no) = await MessagePages.Begin(
            ask, actors, community, new(body.Subject, body.Text, with), null, ct);
        return no is not null
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/conversations/{id}",
                new StartedConversation(id, ask.PositionOf(answer!)));
    }

    private static async Task<Results<Ok<ConversationView>, Problem>> Read(
        string community, string conversation, Caller caller, IViews views, CancellationToken ct, int? before = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Conversation(community, conversation, before, place.Viewer, ct) : null,
            place.IsSeen ? Conversation.Missing : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<Posted>, Problem>> Send(
        string community, string conversation, TextBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var (answer, no) = await MessagePages.Ask(
            ask, actors, community, conversation, new ConversationCommand.Send(body.Text), null, ct);
        if (no is not null) return Problem.Of(no, ask.Caller);
        var number = answer!.First<ConversationEvent.Messaged>()!.Number;
        return TypedResults.Created(
            $"{Api.Root}/communities/{community}/conversations/{conversation}",
            new Posted(number, ask.PositionOf(answer)));
    }

    private static Task<Results<Ok<Changed>, Problem>> Add(
        string community, string conversation, ParticipantBody body, Asking ask, IActors actors,
        CancellationToken ct) =>
        Change(community, conversation, new ConversationCommand.Add(body.Account), ask, actors, ct);

    private static Task<Results<Ok<Changed>, Problem>> Leave(
        string community, string conversation, Asking ask, IActors actors, CancellationToken ct) =>
        Change(community, conversation, new ConversationCommand.Leave(), ask, actors, ct);

    private static Task<Results<Ok<Changed>, Problem>> Rename(
        string community, string conversation, SubjectBody body, Asking ask, IActors actors, CancellationToken ct) =>
        Change(community, conversation, new ConversationCommand.Rename(body.Subject), ask, actors, ct);

    private static Task<Results<Ok<Changed>, Problem>> MarkRead(
        string community, string conversation, MessagesReadBody body, Asking ask, IActors actors,
        CancellationToken ct) =>
        Change(community, conversation, new ConversationCommand.MarkRead(body.Number), ask, actors, ct);

    private static Task<Results<Ok<Changed>, Problem>> Mute(
        string community, string conversation, MutedBody body, Asking ask, IActors actors, CancellationToken ct) =>
        Change(
            community, conversation,
            body.Muted ? new ConversationCommand.Mute() : new ConversationCommand.Unmute(), ask, actors, ct);

    private static Task<Results<EmptyHttpResult, Problem>> Watch(
        string community, string conversation, LiveStream stream, HttpContext http) =>
        stream.Serve(http, community, conversation, isConversation: true);

    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, string conversation, ConversationCommand command, Asking ask, IActors actors,
        CancellationToken ct)
    {
        var (answer, no) = await MessagePages.Ask(ask, actors, community, conversation, command, null, ct);
        return no is not null ? Problem.Of(no, ask.Caller) : ask.Changed(answer!);
    }
}
