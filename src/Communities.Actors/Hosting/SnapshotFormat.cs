using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Actors.Hosting;

/// <summary>
/// A digest of what a state's JSON looks like: names and types of its properties, all the way down. A snapshot of
/// another shape is not read; the state is folded anew from the events, which are the truth.
/// </summary>
internal static class SnapshotFormat
{
    public static string Of(JsonTypeInfo type)
    {
        var shape = new StringBuilder();
        Describe(type, shape, []);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape.ToString())))[..16];
    }

    private static void Describe(JsonTypeInfo type, StringBuilder shape, HashSet<Type> seen)
    {
        shape.Append(type.Type.FullName).Append('(').Append(type.Kind);
        if (seen.Add(type.Type))
        {
            Inside(type, shape, seen);
        }

        shape.Append(')');
    }

    private static void Inside(JsonTypeInfo type, StringBuilder shape, HashSet<Type> seen)
    {
        if (type.Type.IsEnum)
        {
            shape.AppendJoin(',', Enum.GetNames(type.Type));
        }

        if (Nullable.GetUnderlyingType(type.Type) is { IsEnum: true } maybe)
        {
            shape.AppendJoin(',', Enum.GetNames(maybe));
        }

        foreach (var property in type.Properties)
        {
            shape.Append(';').Append(property.Name).Append(':');
            Describe(type.Options.GetTypeInfo(property.PropertyType), shape, seen);
        }

        if (type.KeyType is { } key)
        {
            Describe(type.Options.GetTypeInfo(key), shape, seen);
        }

        if (type.ElementType is { } element)
        {
            Describe(type.Options.GetTypeInfo(element), shape, seen);
        }

        foreach (var derived in type.PolymorphismOptions?.DerivedTypes ?? [])
        {
            shape.Append('|').Append(derived.TypeDiscriminator).Append('=');
            Describe(type.Options.GetTypeInfo(derived.DerivedType), shape, seen);
        }
    }
}
