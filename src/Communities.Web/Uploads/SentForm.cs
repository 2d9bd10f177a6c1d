using Communities.Actors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Communities.Web;

/// <summary>
/// A form with files, read part by part as it comes, so that a large file is in no memory. The proof that it is ours is
/// its first part, as in every form of ours; nothing behind it is read without.
/// </summary>
internal sealed class SentForm
{
    // Of a part that is no file.
    private const int ValueMax = 10_000;

    // A browser's is some forty characters.
    private const int BoundaryMax = 100;

    private static readonly RequestFault Malformed = new(
        StatusCodes.Status400BadRequest, new Refusal("form.malformed", "This form did not come whole."));

    private readonly HttpContext _http;
    private readonly MultipartReader _parts;
    private readonly Dictionary<string, string> _values = [];
    private bool _isOurs;

    private SentForm(HttpContext http, string boundary) =>
        (_http, _parts) = (http, new MultipartReader(boundary, http.Request.Body));

    /// <summary>What stood before the files.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The form of this request.</summary>
    /// <exception cref="RequestFault">There is none, or it has no files.</exception>
    public static SentForm Of(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= BoundaryMax } boundary)
            throw Malformed;
        return new SentForm(http, boundary);
    }

    /// <summary>The next file: its name, and its content, to be read before the one behind it; or null.</summary>
    /// <exception cref="RequestFault">The form is not ours, or does not come whole.</exception>
    public async Task<(string Name, Stream Content)?> NextFile(CancellationToken ct)
    {
        try
        {
            while (await _parts.ReadNextSectionAsync(ct) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said)) throw Malformed;
                if (said.IsFileDisposition())
                {
                    if (!_isOurs) throw Malformed;
                    var name = HeaderUtilities.RemoveQuotes(
                        said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).Value;
                    if (!string.IsNullOrEmpty(name)) return (name, part.Body); // Empty where nothing was chosen.
                    continue;
                }

                await Take(HeaderUtilities.RemoveQuotes(said.Name).Value ?? "", part.Body, ct);
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw Malformed;
        }
    }

    private async Task Take(string name, Stream body, CancellationToken ct)
    {
        var bytes = new byte[ValueMax];
        var length = await body.ReadAtLeastAsync(bytes, ValueMax, throwOnEndOfStream: false, ct);
        if (length == ValueMax) throw Malformed;
        var value = System.Text.Encoding.UTF8.GetString(bytes, 0, length);
        _values[name] = value;
        var options = _http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>();
        if (name != options.Value.FormFieldName) return;
        _http.Request.Headers[options.Value.HeaderName!] = value;
        _isOurs = await _http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(_http);
        if (!_isOurs) throw Malformed;
    }
}
