using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web.Tests;

/// <summary>
/// Another site of the test's own, by which people come in: OAuth 2.0 with a code and PKCE, as the RFCs say.
/// </summary>
public sealed class OutsideSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect, string Person)> _codes = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();

    public OutsideSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", Token);
        _app.MapGet("/person", TellPerson);
        _app.Start();
    }

    /// <summary>Who is signed in there, and says yes; empty: who says no.</summary>
    public string Person { get; set; } = "4711";

    /// <summary>What every request did wrong.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public ProviderOptions Options => new()
    {
        Name = "elsewhere", Title = "Elsewhere", ClientId = "communities", ClientSecret = "a secret between us",
        AuthorizationEndpoint = _app.Urls.First() + "/authorize", TokenEndpoint = _app.Urls.First() + "/token",
        UserInformationEndpoint = _app.Urls.First() + "/person",
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        var redirect = asked["redirect_uri"].ToString();
        Expect(asked["response_type"] == "code", "asks for no code");
        Expect(asked["client_id"] == "communities", "says not who it is");
        Expect(asked["scope"] == "openid profile", "asks for something else");
        Expect(asked["code_challenge_method"] == "S256" && asked["code_challenge"].ToString().Length == 43, "no PKCE");
        Expect(asked["state"].ToString().Length > 20, "no state");
        Expect(new Uri(redirect).AbsolutePath == "/sign-in/with/elsewhere/back", "comes back elsewhere");
        var answer = new Dictionary<string, string?> { ["state"] = asked["state"] };
        if (Person.Length == 0)
        {
            answer["error"] = "access_denied";
        }
        else
        {
            var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
            _codes[code] = (asked["code_challenge"].ToString(), redirect, Person);
            answer["code"] = code;
        }

        return Results.Redirect(QueryHelpers.AddQueryString(redirect, answer));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var verifier = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)));
        if (!_codes.TryRemove(form["code"]!, out var code) || code.Challenge != verifier
            || code.Redirect != form["redirect_uri"] || form["client_secret"] != "a secret between us")
        {
            Faults.Enqueue("a token was asked for wrongly");
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        _tokens[token] = code.Person;
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 60 });
    }

    private IResult TellPerson(HttpRequest request) =>
        _tokens.TryGetValue(request.Headers.Authorization.ToString().Replace("Bearer ", ""), out var person)
            ? Results.Json(new { sub = person, name = $"Person {person}" })
            : Results.Unauthorized();

    private void Expect(bool isSo, string otherwise)
    {
        if (!isSo) Faults.Enqueue(otherwise);
    }
}
