using Communities.Deploy.Tests.Bicep;

namespace Communities.Deploy.Tests;

/// <summary>What a compiler would say of the files, as far as names, parameters and references go.</summary>
public sealed class BicepTests
{
    private static readonly HashSet<string> _functions =
    [
        "concat", "empty", "environment", "guid", "int", "json", "max", "range", "resourceGroup", "string",
        "subscription", "subscriptionResourceId", "tenant", "toLower", "uniqueString",
    ];

    private static readonly HashSet<string> _types = ["string", "int", "bool", "object", "array"];

    // Each of these was compared with the published types of its version when it was written here: a new one is to be.
    private static readonly string[] _compared =
    [
        "Microsoft.App/containerApps@2025-07-01",
        "Microsoft.App/managedEnvironments@2025-10-02-preview",
        "Microsoft.Authorization/roleAssignments@2022-04-01",
        "Microsoft.ContainerRegistry/registries@2025-04-01",
        "Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01",
        "Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01",
        "Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01",
        "Microsoft.Insights/components@2020-02-02",
        "Microsoft.Insights/diagnosticSettings@2021-05-01-preview",
        "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01",
        "Microsoft.Network/privateDnsZones@2024-06-01",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-01-01",
        "Microsoft.Network/privateEndpoints@2025-01-01",
        "Microsoft.Network/virtualNetworks/subnets@2025-01-01",
        "Microsoft.Network/virtualNetworks@2025-01-01",
        "Microsoft.OperationalInsights/workspaces@2025-02-01",
        "Microsoft.Resources/resourceGroups@2024-03-01",
        "Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01",
        "Microsoft.Storage/storageAccounts/blobServices@2025-06-01",
        "Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01",
        "Microsoft.Storage/storageAccounts@2025-06-01",
    ];

    // Parts of others, which have no tags of their own.
    private static readonly string[] _untagged =
    [
        "Microsoft.Authorization/roleAssignments", "Microsoft.DBforPostgreSQL/flexibleServers/",
        "Microsoft.Insights/diagnosticSettings", "Microsoft.Network/privateEndpoints/",
        "Microsoft.Network/virtualNetworks/", "Microsoft.Storage/storageAccounts/",
    ];

    [Fact]
    public void Every_name_is_declared_and_every_declared_name_is_used()
    {
        None(BicepFile.All.SelectMany(file => file.Unknown()));
        None(from file in BicepFile.All
             from declared in file.Declarations
             where declared.Kind is "param" or "var" && !file.Uses(declared.Name)
             select $"{file.Path}:{declared.Line} {declared.Name} is not used");
        None(from file in BicepFile.All
             from name in file.Declarations.Where(d => d.Kind != "output").CountBy(d => d.Name)
             where name.Value > 1
             select $"{file.Path} declares {name.Key} twice");
    }

    [Fact]
    public void Functions_and_types_are_those_of_the_language()
    {
        None(from file in BicepFile.All
             from call in file.Expressions.OfType<Call>()
             where !_functions.Contains(call.Function)
             select $"{file.Path}:{call.Line} {call.Function}");
        None(from file in BicepFile.All
             from declared in file.Declarations
             where declared.Kind is "param" or "output" && !_types.Contains(declared.Type)
             select $"{file.Path}:{declared.Line} {declared.Name}");
    }

    [Fact]
    public void A_module_exists_and_gets_what_it_declares()
    {
        None(from file in BicepFile.All
             from module in file.Of("module")
             from fault in Faults(file, module)
             select $"{file.Path}:{module.Line} {module.Name} {fault}");
        var used = BicepFile.Main.Of("module").Select(BicepFile.Main.FileOf).ToHashSet();
        Assert.All(BicepFile.All, f => Assert.True(used.Contains(f) || Parameters.All.ContainsKey(f.Path), f.Path));
    }

    [Fact]
    public void An_output_that_is_used_exists_and_one_that_exists_is_used()
    {
        var used = (
            from file in BicepFile.All
            from member in file.Expressions.OfType<Member>()
            where member.Of is Member { Called: "outputs", Of: Name }
            let module = file.Of("module").Single(m => m.Name == ((Name)((Member)member.Of).Of).Value)
            select (file.FileOf(module)!.Path, member.Called)).ToHashSet();
        var declared = (
            from file in BicepFile.All
            where !Parameters.All.ContainsKey(file.Path)
            from output in file.Of("output")
            select (file.Path, output.Name)).ToHashSet();
        Assert.Equal(declared.Order(), used.Order());
    }

    [Fact]
    public void A_resource_within_another_exists() =>
        None(from file in BicepFile.All
             let nested = file.Resources.Select(r => r.Resource.Name).ToHashSet()
             from member in file.Expressions.OfType<Member>()
             where member.IsNested && !nested.Contains(member.Called)
             select $"{file.Path}:{member.Line} {member.Called}");

    [Fact]
    public void Every_type_was_compared_with_what_is_published() =>
        Assert.Equal(
            _compared.Order(StringComparer.Ordinal),
            BicepFile.All.SelectMany(f => f.Resources).Select(r => r.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_can_be_tagged_is_tagged() =>
        None(from file in BicepFile.All
             from resource in file.Resources
             where !resource.Resource.IsExisting && !_untagged.Any(resource.Type.StartsWith)
                 && resource.Resource.Body!["tags"] is null
             select $"{file.Path}:{resource.Resource.Line} {resource.Resource.Name}");

    [Fact]
    public void What_is_handed_in_by_azd_is_declared_and_known()
    {
        var outputs = BicepFile.Main.Of("output").Select(o => o.Name).ToHashSet();
        Assert.Equal(3, Parameters.All.Count);
        foreach (var (path, parameters) in Parameters.All)
        {
            var declared = BicepFile.At(path).Of("param").ToDictionary(p => p.Name);
            Assert.All(parameters.Values.Keys, name => Assert.Contains(name, declared.Keys));
            Assert.All(
                declared.Values.Where(p => p.Value is null), p => Assert.Contains(p.Name, parameters.Values.Keys));
            Assert.All(
                parameters.Values.Where(p => declared[p.Key].Type == "int"),
                p => Assert.Equal(((Constant)declared[p.Key].Value!).Value, Parameters.Default(p.Value)));
            // azd knows these by itself; everything else comes out of main.bicep.
            Assert.Empty(parameters.Needs.Except(outputs).Except(
                ["AZURE_ENV_NAME", "AZURE_LOCATION", "SERVICE_SILO_IMAGE_NAME", "SERVICE_WEB_IMAGE_NAME"]));
        }

        var used = Parameters.All.Values.SelectMany(p => p.Variables).ToHashSet();
        Assert.Equal(["AZURE_RESOURCE_GROUP"], outputs.Except(used)); // azd's own, and the scripts'.
    }

    [Fact]
    public void A_mistake_is_seen()
    {
        var file = new BicepFile("deploy/x.bicep", "param a string\nvar b = [for x in c: '${x}-${d}']\n");
        Assert.Equal(["deploy/x.bicep:2 c", "deploy/x.bicep:2 d"], file.Unknown());
        Assert.Throws<FormatException>(() => new BicepFile("x", "var a = { b: [1, 2 }\n"));
        Assert.Throws<FormatException>(() => new BicepFile("x", "var a = 'b\n"));
    }

    private static IEnumerable<string> Faults(BicepFile file, Declaration module)
    {
        if (file.FileOf(module) is not { } of) return [$"is in no file {module.Type}"];
        var given = ((ObjectLiteral)module.Body!["params"]!).Fields.Select(f => f.Key.Plain!).ToHashSet();
        var declared = of.Of("param").ToList();
        return given.Except(declared.Select(p => p.Name)).Select(name => $"knows no {name}")
            .Concat(declared.Where(p => p.Value is null && !given.Contains(p.Name)).Select(p => $"lacks {p.Name}"));
    }

    private static void None(IEnumerable<string> faults) => Assert.Empty(faults);
}
