using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What one is sent by e-mail: chosen by who is signed in, or by who has a letter.</summary>
internal static class MailPages
{
    private static readonly Refusal LinkMissing = new("link.missing", "There is no such link any more.");

    public static void MapMailPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/mail", ReadOwn);
        pages.MapPost("/c/{community}/mail", ChooseOwn);
        pages.MapGet("/mail/confirm/{confirmation}", AskWhether);
        pages.MapPost("/mail/confirm/{confirmation}", Confirm);
        pages.MapGet("/mail/{letter}", Read);
        // Mail programs end it with one click, and no page of ours (RFC 8058); the key says that it is theirs to do.
        pages.MapPost("/mail/{letter}", Choose).DisableAntiforgery();
        pages.MapGet("/mail/{letter}/to", Follow);
    }

    private static async Task<IResult> ReadOwn(
        string community, HttpContext http, IActors actors, IViews views, Subscribing subscribing,
        CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.Account is { } account
            ? await ShowOwn(community, account, reader, http, actors, views, subscribing, ct)
            : Show.SignIn(reader);
    }

    private static async Task<IResult> ShowOwn(
        string community, string account, Reader reader, HttpContext http, IActors actors, IViews views,
        Subscribing subscribing, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.IsMember) return Show.No(http, Refusals.MembersOnly);
        return ShowChoices(
            reader, view.Name, $"/c/{community}/mail", community, subscribing,
            await actors.See<Recipient>(Keys.OfRecipient(community, account), ct),
            (await actors.See<Account>(Keys.OfAccount(account), ct)).Email, isMember: true);
    }

    private static async Task<IResult> ChooseOwn(
        string community, IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views,
        Subscribing subscribing, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        if (ask.Caller.Account is not { } account || !place.IsMember) return Show.No(http, Refusals.MembersOnly);
        var key = Keys.OfRecipient(community, account);
        var zone = ask.Caller.Preferences.TimeZone;
        var before = await actors.See<Recipient>(key, ct);
        var answer = await ask.Ask(
            key, CommandOf(form, before, ZonedTime.IsZone(zone) ? zone! : ZonedTime.Utc), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOwn(community, account, Reader.Of(http, no), http, actors, views, subscribing, ct)
            : Show.Done(
                form["back"] is [{ Length: > 0 } back] ? Show.Local(back) : $"/c/{community}/mail",
                ask.PositionOf(answer), DoneOf(form));
    }

    private static async Task<IResult> Read(
        string letter, HttpContext http, LetterKeys keys, IActors actors, Correspondence letters,
        Subscribing subscribing, CancellationToken ct)
    {
        if (keys.Read(letter) is not var (recipient, _, _)) return Show.No(http, LinkMissing);
        var (community, who) = Keys.RecipientOf(recipient);
        var state = await actors.See<Recipient>(recipient, ct);
        var isMember = !Recipient.IsAddress(recipient);
        return ShowChoices(
            Reader.Of(http), await letters.NameOf(community, ct), $"/mail/{letter}", null, subscribing, state,
            isMember ? (await actors.See<Account>(Keys.OfAccount(who), ct)).Email : state.Address, isMember);
    }

    private static async Task<IResult> Choose(
        string letter, HttpContext http, LetterKeys keys, IActors actors, CancellationToken ct)
    {
        if (keys.Read(letter) is not var (recipient, delivery, kind)) return Show.No(http, LinkMissing);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        var isOneClick = form.ContainsKey("List-Unsubscribe");
        var before = await actors.See<Recipient>(recipient, ct);
        RecipientCommand command = isOneClick ? new RecipientCommand.Unsubscribe(kind, delivery)
            : form["act"] == "end" ? new RecipientCommand.Unsubscribe(null, delivery)
            : CommandOf(form, before, before.Choices.Zone);
        var answer = await actors.Ask(recipient, command, Call.System(), ct);
        return answer.Refusal is { } no ? Show.No(http, no)
            : isOneClick ? Results.Text("")
            : Show.Done($"/mail/{letter}", 0, DoneOf(form));
    }

    // To where the letter's link leads; only on this site, and only counted where the letter is one of ours.
    private static async Task<IResult> Follow(
        string letter, HttpContext http, LetterKeys keys, IActors actors, CancellationToken ct, string? path = null)
    {
        var to = Show.Local(path);
        if (keys.Read(letter) is var (recipient, delivery, _)
            && to.StartsWith("/c/", StringComparison.Ordinal) && to.Length <= Recipient.OfMax)
            await actors.Ask(
                recipient, new RecipientCommand.Click(delivery, to), Call.System($"click {delivery} {Digest(to)}"), ct);
        return Results.LocalRedirect(to);

        static string Digest(string link) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(link)).AsSpan(0, 4));
    }

    private static async Task<IResult> AskWhether(
        string confirmation, HttpContext http, Subscribing subscribing, Correspondence letters, CancellationToken ct) =>
        subscribing.RecipientOf(confirmation) is { } recipient
            ? Show.Page<SubscribeConfirmPage>(Reader.Of(http), new()
            {
                [nameof(SubscribeConfirmPage.Key)] = confirmation,
                [nameof(SubscribeConfirmPage.Community)] =
                    await letters.NameOf(Keys.RecipientOf(recipient).Community, ct),
            })
            : Show.No(http, LinkMissing);

    private static async Task<IResult> Confirm(
        string confirmation, IFormCollection form, HttpContext http, Subscribing subscribing, CancellationToken ct)
    {
        _ = form; // It shows that a page of ours was looked at.
        var answer = await subscribing.Confirm(confirmation, ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done(
                NewsletterPaths.All(Keys.RecipientOf(subscribing.RecipientOf(confirmation)!).Community), 0,
                Notices.Subscribed);
    }

    private static IResult ShowChoices(
        Reader reader, string name, string action, string? community, Subscribing subscribing, Recipient recipient,
        string? address, bool isMember) => Show.Page<MailChoicesPage>(reader, new()
        {
            [nameof(MailChoicesPage.Name)] = name,
            [nameof(MailChoicesPage.Community)] = community,
            [nameof(MailChoicesPage.Action)] = action,
            [nameof(MailChoicesPage.Recipient)] = recipient,
            [nameof(MailChoicesPage.Address)] = address,
            [nameof(MailChoicesPage.IsMember)] = isMember,
            [nameof(MailChoicesPage.HasMail)] = subscribing.IsOpen,
        });

    private static string DoneOf(IFormCollection form) =>
        form["act"] == "end" ? Notices.Unsubscribed
        : form["act"] == "subscribe" ? Notices.Subscribed
        : Notices.MailChosen;

    private static RecipientCommand CommandOf(IFormCollection form, Recipient before, string zone) =>
        form["act"].ToString() switch
        {
            "end" => new RecipientCommand.Unsubscribe(null),
            "resume" => new RecipientCommand.Resume(),
            "subscribe" => new RecipientCommand.Choose(before.Choices with { Newsletter = true }),
            _ => new RecipientCommand.Choose(new MailChoices(
                form["newsletter"] == "on",
                Enum.TryParse<DigestRhythm>(form["digest"], out var rhythm) ? rhythm : DigestRhythm.Off,
                Typed.Number(form["hour"]) ?? before.Choices.Hour, zone,
                form["steps"] == "on", form["reminders"] == "on")),
        };
}
