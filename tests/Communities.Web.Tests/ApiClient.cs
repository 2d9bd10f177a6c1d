using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Communities.Web.Tests;

/// <summary>A program that asks the API.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(ApiSite site, string? token)
    {
        Token = token;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = token is null })
        {
            BaseAddress = site.Address,
        };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string? Token { get; }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Reply> Post(string path, object? body = null, string? once = null) =>
        Send(HttpMethod.Post, path, body, ("Idempotency-Key", once));

    public Task<Reply> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public Task<Stream> Stream(string path, CancellationToken ct) => _http.GetStreamAsync(Url(path), ct);

    public async Task<Reply> Send(
        HttpMethod method, string path, object? body, params (string Name, string? Value)[] headers)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(method, Url(path));
        if (body is HttpContent content) request.Content = content;
        else if (body is not null)
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return new Reply(response.StatusCode, text, response.Headers, response.Content.Headers);
    }

    public void Dispose() => _http.Dispose();

    // Everything but the few addresses at the root is the API's.
    private static string Url(
        string path) => path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : $"/api/v1{path}";
}

/// <summary>What the site answered.</summary>
public sealed record Reply(
    HttpStatusCode Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public long Version => Json.GetProperty("version").GetInt64();

    public string Code => Json.GetProperty("code").GetString()!;

    public JsonElement this[string name] => Json.GetProperty(name);

    public Reply Is(int status)
    {
        Assert.True((int)Status == status, $"{(int)Status} and not {status}: {Text}");
        return this;
    }

    /// <summary>It is this problem, as RFC 9457 has it.</summary>
    public Reply Refused(int status, string code)
    {
        Is(status);
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
        Assert.Equal(code, Code);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.Equal($"urn:communities:refusal:{code}", Json.GetProperty("type").GetString());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        return this;
    }
}
