using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>Writes letters: finds whom and in what language, has the words written, and says how to end it.</summary>
internal sealed class Correspondence(
    IActors actors, IViews views, IEnumerable<ILetterSource> sources, LetterKeys keys, WebOptions options,
    TimeProvider time)
{
    // A hundred thousand letters of an issue ask for one name.
    private static readonly TimeSpan NameLife = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Name, DateTimeOffset Until)> _names = new();
    private readonly Dictionary<LetterKind, ILetterSource> _sources = sources.ToDictionary(source => source.Kind);

    /// <summary>Writes a letter that is owed; null where there is nothing to say, or nobody to say it to.</summary>
    public async ValueTask<Letter?> Write(DueLetter due, string token, CancellationToken ct)
    {
        var recipient = await actors.See<Recipient>(due.Key, ct);
        if (!recipient.Waiting.TryGetValue(due.Delivery, out var owed)
            || !_sources.TryGetValue(owed.Kind, out var source)) return null;
        var place = await actors.See<Community>(due.Community, ct);
        var (address, order) = Recipient.IsAddress(due.Key)
            ? ToAddress(due, owed, recipient, place, await NameOf(due.Community, ct))
            : await ToMember(due, owed, recipient, place, ct);
        if (address is null || order is null) return null;
        return await source.Write(order, ct) is { } body ? LayOut(body, address, order, token) : null;
    }

    /// <summary>The letter as it is sent.</summary>
    public Letter LayOut(LetterBody body, string to, LetterOrder order, string? token)
    {
        var key = keys.Of(order.Key, order.Delivery, order.Kind);
        var isCounted = order.Kind is LetterKind.Newsletter or LetterKind.Digest;
        var layout = new LetterLayout(
            order.Texts.Code, body.Subject,
            path => At(isCounted && path.StartsWith("/c/", StringComparison.Ordinal)
                ? $"/mail/{key}/to?path={Uri.EscapeDataString(path)}"
                : path),
            order.Community);
        if (body.IsGreeting && order.Name.Length > 0)
            layout.Add(new(LetterPartKind.Paragraph, order.Texts.MailGreeting(order.Name)));
        foreach (var part in body.Parts) layout.Add(part);
        var choices = At($"/mail/{key}");
        var mayEnd = order.Kind is LetterKind.Newsletter or LetterKind.Digest or LetterKind.Step or LetterKind.Reminder;
        layout.Foot(
            order.Texts.LetterWhy(order.Kind, order.CommunityName),
            mayEnd ? [(order.Texts.LetterChoices, choices)] : []);
        return new Letter(to, body.Subject, layout.Text, layout.Html)
        {
            Id = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Key}\n{order.Delivery}")).AsSpan(0, 16)),
            Token = token,
            Unsubscribe = mayEnd ? choices : null,
            List = mayEnd ? order.Community : null,
        };
    }

    private (string? Address, LetterOrder? Order) ToAddress(
        DueLetter due, OwedLetter owed, Recipient recipient, Community place, string called)
    {
        var isWelcome = recipient.IsConfirmed || owed.Kind == LetterKind.Confirmation;
        if (place.Visibility == Visibility.Private || !isWelcome) return (null, null);
        return (recipient.Address, new LetterOrder(
            due.Key, due.Community, called, place, null, "", recipient, due.Delivery, owed.Kind, owed.Of,
            Texts.Of(recipient.Language ?? Languages.Known[0]), Zones.Of(null), Viewer.Visitor, time.GetUtcNow()));
    }

    private async ValueTask<(string? Address, LetterOrder? Order)> ToMember(
        DueLetter due, OwedLetter owed, Recipient recipient, Community place, CancellationToken ct)
    {
        var account = await actors.See<Account>(Keys.OfAccount(due.Who), ct);
        var member = await actors.See<Member>(Keys.OfMember(due.Community, due.Who), ct);
        var now = time.GetUtcNow();
        var isMember = member.Role != Role.None && member.BarAt(now) < Bar.Suspended;
        if (!isMember && owed.Kind != LetterKind.Decision) return (null, null);
        return (account.Email, new LetterOrder(
            due.Key, due.Community, await NameOf(due.Community, ct), place, due.Who, account.Name, recipient,
            due.Delivery, owed.Kind, owed.Of,
            Texts.Of(account.Preferences.Language), Zones.Of(account.Preferences.TimeZone),
            new Viewer(due.Who, new Standing(isMember ? member.Role : Role.None, member.Trust)), now));
    }

    /// <summary>What a community is called.</summary>
    public async ValueTask<string> NameOf(string community, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (_names.TryGetValue(community, out var known) && known.Until > now) return known.Name;
        var view = await views.Community(community, new Viewer(null, Standing.System), ct);
        return (_names[community] = (view?.Name ?? community, now + NameLife)).Name;
    }

    private string At(string path) => new Uri(options.BaseUrl!, path).ToString();
}
