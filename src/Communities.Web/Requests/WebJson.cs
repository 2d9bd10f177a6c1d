using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Communities.Web;

/// <summary>The JSON of the HTTP API, generated at build time.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemView))]
internal sealed partial class WebJson : JsonSerializerContext
{
    /// <summary>What is not asked for is a mistake, and said: no unknown names, none twice, nothing missing.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.TypeInfoResolverChain.Insert(0, Default);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = Api.JsonDepthMax;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

        // Accents stay readable; < > & ' do not, in case somebody puts it into a page.
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }
}
