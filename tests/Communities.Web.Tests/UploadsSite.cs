using System.Net.Http.Headers;

namespace Communities.Web.Tests;

/// <summary>What programs do with files.</summary>
internal static class UploadsSite
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Reply> SendFile(
        this ApiClient program, string community, string name, byte[] content, string? once = null) =>
        program.Send(
            HttpMethod.Post, $"/communities/{community}/uploads?name={Uri.EscapeDataString(name)}",
            new ByteArrayContent(content), ("Idempotency-Key", once));

    /// <summary>Asks for an address as the program with this token, or as a visitor.</summary>
    public static async Task<HttpResponseMessage> Fetch(
        this ApiSite site, string address, string? token = null, Action<HttpRequestMessage>? with = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, address));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        with?.Invoke(request);
        return await http.SendAsync(request, Ct);
    }

    public static async Task<int> StatusOf(this ApiSite site, string address, string? token = null)
    {
        using var answer = await site.Fetch(address, token);
        return (int)answer.StatusCode;
    }
}
