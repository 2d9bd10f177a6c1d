using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What a browser needs to subscribe.</summary>
/// <param name="Key">The site's public key, in base64url.</param>
internal sealed record PushKeyView(string Key);

/// <summary>A device that wants no pushes any more.</summary>
internal sealed record EndpointBody(string Endpoint);

/// <summary>Devices to which an account wants its notices pushed.</summary>
internal static class PushEndpoints
{
    public static void MapPushEndpoints(this RouteGroupBuilder api)
    {
        var push = api.MapGroup("/push").WithTags("Push");
        push.MapGet("", Read).WithName("ReadPushKey").WithSummary("The key with which a browser subscribes.");
        push.MapPost("/devices", Subscribe).WithName("SubscribeDevice")
            .WithSummary("Wants the account's notices on this device.");
        push.MapPost("/devices/remove", Unsubscribe).WithName("UnsubscribeDevice")
            .WithSummary("Wants none there any more.");
    }

    private static async Task<Results<Ok<PushKeyView>, Problem>> Read(
        Caller caller, PushKeys keys, CancellationToken ct) => caller.Account is null
        ? Problem.Of(Refusals.OwnOnly, caller)
        : TypedResults.Ok(new PushKeyView(await keys.Public(ct)));

    private static async Task<Results<Ok<Changed>, Problem>> Subscribe(
        PushDevice device, Asking ask, CancellationToken ct) => ask.Caller.Account is not { } account
        ? Problem.Of(Refusals.OwnOnly, ask.Caller)
        : await ask.Change(Keys.OfAccount(account), new PushesCommand.Subscribe(device), ct);

    private static async Task<Results<Ok<Changed>, Problem>> Unsubscribe(
        EndpointBody body, Asking ask, CancellationToken ct) => ask.Caller.Account is not { } account
        ? Problem.Of(Refusals.OwnOnly, ask.Caller)
        : await ask.Change(Keys.OfAccount(account), new PushesCommand.Unsubscribe(body.Endpoint), ct);
}
