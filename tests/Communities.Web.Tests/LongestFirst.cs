using Xunit.Sdk;
using Xunit.v3;

// A test that looks through a browser waits more than it works: one more at a time than two processors could do.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer(typeof(Communities.Web.Tests.LongestFirst))]

namespace Communities.Web.Tests;

/// <summary>The classes that take longest begin first, so that none is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _longest = [nameof(AccessibleTests), nameof(PermissionTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderByDescending(collection => _longest.Any(name =>
                collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)))
            .ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal),
        ];
}
