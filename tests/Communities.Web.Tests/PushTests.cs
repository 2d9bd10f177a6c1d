using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Communities.Web.Tests;

/// <summary>Web Push, against a push service and a browser of the test's own.</summary>
public sealed class PushTests(PushTests.LocalSite site) : IClassFixture<PushTests.LocalSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_example_of_RFC_8291_comes_out_as_it_stands_there()
    {
        var device = new PushDevice(
            "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
        using var ours = ECDiffieHellman.Create();
        var point = Base64Url.DecodeFromChars(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        ours.ImportParameters(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        var body = PushMessage.Encrypt(
            "When I grow up, I want to be a watermelon"u8, device, ours,
            Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w"
                + "EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public async Task A_notice_reaches_the_device_once_signed_and_readable_by_it_alone()
    {
        await using var service = await Letterbox.Start();
        await site.Found(
            "push-once", "olga-push", Visibility.Public, ("ann-push", Role.Member), ("bo-push", Role.Member));
        using var browser = new Browser();
        using var ann = await site.As("ann-push");
        await site.Actors.Ask(
            Keys.OfAccount("ann-push"), new PushesCommand.Subscribe(browser.Device($"{service.Address}ann")),
            Call.System(), Ct);
        var envelope = await Told("push-once", "ann-push", "bo-push");
        var push = await service.Taken.ReadAsync(Ct);

        // Another process, which sees the same notice.
        using var other = Sender();
        await other.Push(envelope, Ct);
        Assert.False(service.Taken.TryRead(out _));
        Assert.Equal("aes128gcm", push.Encoding);
        Assert.True(int.Parse(push.Ttl, System.Globalization.CultureInfo.InvariantCulture) > 0);
        var text = JsonDocument.Parse(browser.Read(push.Body)).RootElement;
        Assert.Contains("bo-push", text.GetProperty("title").GetString());
        Assert.Contains("Brakes", text.GetProperty("body").GetString());
        Assert.StartsWith("/inbox/push-once/", text.GetProperty("url").GetString());
        Assert.Equal(
            await site.Services.GetRequiredService<PushKeys>().Public(Ct),
            Verified(push.Authorization, service.Address));
    }

    [Fact]
    public async Task A_device_that_is_gone_is_forgotten_and_what_is_not_wanted_is_not_sent()
    {
        await using var service = await Letterbox.Start(StatusCodes.Status410Gone);
        await site.Found(
            "push-gone", "olga-gone", Visibility.Public, ("ann-gone", Role.Member), ("bo-gone", Role.Member));
        using var browser = new Browser();
        using var ann = await site.As("ann-gone");
        var key = Keys.OfAccount("ann-gone");
        await site.Actors.Ask(
            key, new PushesCommand.Subscribe(browser.Device($"{service.Address}gone")), Call.System(), Ct);
        using var sender = Sender();
        var inbox = Keys.OfMember("push-gone", "ann-gone");
        await site.Actors.Ask(
            inbox, new InboxCommand.Prefer(InboxSettings.Default with { Push = Pushing.None }), Call.System(), Ct);
        await sender.Push(await Told("push-gone", "ann-gone", "bo-gone"), Ct);
        Assert.False(service.Taken.TryRead(out _));

        await site.Actors.Ask(inbox, new InboxCommand.Prefer(InboxSettings.Default), Call.System(), Ct);
        await Told("push-gone", "ann-gone", "bo-gone");
        await service.Taken.ReadAsync(Ct);
        for (var seen = 0L; (await site.Actors.See<Pushes>(key, Ct)).Devices.Count > 0;)
        {
            await site.Feeds.Of(key).WaitBeyond(seen, Ct);
            seen = site.Feeds.Of(key).Head;
        }
    }

    [Fact]
    public async Task A_push_leads_nowhere_but_to_the_public_web()
    {
        await using var service = await Letterbox.Start();
        using var browser = new Browser();
        using var client = new PushClient(
            site.Services.GetRequiredService<PushKeys>(), new WebOptions { DataDirectory = "" });
        Assert.Equal(PushOutcome.Failed, await client.Send(browser.Device($"{service.Address}x"), [1], "t", Ct));
        Assert.False(service.Taken.TryRead(out _));
    }

    // What told ann of an answer by bo, as the journal holds it.
    private async Task<Envelope> Told(string community, string ann, string bo)
    {
        var thread = await site.Open(community, ann, "Brakes", "Which?");
        await site.Actors.Ask(
            Keys.OfThread(community, thread), new ThreadCommand.Reply("Disc."), new Call(bo, new Standing(Role.Member)),
            Ct);
        var inbox = new ActorId(Inbox.Kind, Keys.OfMember(community, ann));
        while (true)
        {
            await site.CaughtUp();
            var all = await site.Feeds.Of(community).Read(0, 10_000, Ct);
            var last = all.LastOrDefault(one => one.Actor == inbox && one.Name == "inbox.notified");
            if (last is not null && ((InboxEvent.Notified)Domain.Happened(last)).Notice.Thread == thread)
            {
                await site.Views.WaitFor(last.Position, Ct);
                return last;
            }

            await site.Feeds.Of(community).WaitBeyond(all[^1].Position, Ct);
        }
    }

    private PushSender Sender() => new(
        site.Actors, site.Views, site.Services.GetRequiredService<PushClient>(), site.Time,
        NullLogger<PushSender>.Instance);

    // The key that signed it, where it is a valid signature for this service.
    private static string Verified(string authorization, string address)
    {
        Assert.StartsWith("vapid t=", authorization);
        var parts = authorization["vapid t=".Length..].Split(", k=");
        var (token, key) = (parts[0].Split('.'), Base64Url.DecodeFromChars(parts[1]));
        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = key[1..33], Y = key[33..] },
        });
        Assert.True(ecdsa.VerifyData(
            Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]),
            HashAlgorithmName.SHA256));
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        Assert.Equal(address.TrimEnd('/'), claims.GetProperty("aud").GetString());
        return parts[1];
    }

    /// <summary>A browser's part: its key, its secret, and what it makes of a message.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        private readonly byte[] _secret = RandomNumberGenerator.GetBytes(16);

        public PushDevice Device(string endpoint) => new(
            endpoint, Base64Url.EncodeToString(PushMessage.PointOf(_key)), Base64Url.EncodeToString(_secret));

        public string Read(byte[] body)
        {
            var (salt, theirs, sealedText) = (body[..16], body[21..86], body[86..]);
            using var other = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = theirs[1..33], Y = theirs[33..] },
            });
            var input = HKDF.DeriveKey(
                HashAlgorithmName.SHA256, _key.DeriveRawSecretAgreement(other.PublicKey), 32, _secret,
                [.. "WebPush: info\0"u8, .. PushMessage.PointOf(_key), .. theirs]);
            var key = Derived(16, "Content-Encoding: aes128gcm\0"u8);
            var nonce = Derived(12, "Content-Encoding: nonce\0"u8);
            var text = new byte[sealedText.Length - 16];
            using var cipher = new AesGcm(key, 16);
            cipher.Decrypt(nonce, sealedText.AsSpan(0, text.Length), sealedText.AsSpan(text.Length), text);
            Assert.Equal(2, text[^1]);
            return Encoding.UTF8.GetString(text.AsSpan(0, text.Length - 1));

            byte[] Derived(int length, ReadOnlySpan<byte> info) =>
                HKDF.DeriveKey(HashAlgorithmName.SHA256, input, length, salt, info.ToArray());
        }

        public void Dispose() => _key.Dispose();
    }

    /// <summary>A site that may push to this machine.</summary>
    public sealed class LocalSite : ApiSite
    {
        protected override WebOptions Options(string directory) => new()
        {
            DataDirectory = directory, WritesPerMinute = 1_000_000, QuickRefusalsPerMinute = 1_000_000,
            MayPush = (_, _) => true,
        };
    }

    private sealed record TakenPush(string Authorization, string Encoding, string Ttl, byte[] Body);

    /// <summary>A push service that takes everything, and says so with this status.</summary>
    private sealed class Letterbox(WebApplication app) : IAsyncDisposable
    {
        private readonly Channel<TakenPush> _taken = Channel.CreateUnbounded<TakenPush>();

        public ChannelReader<TakenPush> Taken => _taken.Reader;

        public string Address => app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First() + "/";

        public static async Task<Letterbox> Start(int status = StatusCodes.Status201Created)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var service = new Letterbox(app);
            app.MapPost("/{device}", async (HttpContext http) =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                service._taken.Writer.TryWrite(new(
                    http.Request.Headers.Authorization.ToString(), http.Request.Headers.ContentEncoding.ToString(),
                    http.Request.Headers["TTL"].ToString(), body.ToArray()));
                return Results.StatusCode(status);
            });
            await app.StartAsync(Ct);
            return service;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
