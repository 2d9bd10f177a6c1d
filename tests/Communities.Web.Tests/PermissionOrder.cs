using Xunit.Sdk;
using Xunit.v3;

namespace Communities.Web.Tests;

/// <summary>
/// The lines of the permission table in the order of its files: what one line leaves behind is then the same for the
/// next one wherever the tests run, while the runner's own order depends on where the checkout lies.
/// </summary>
public sealed class PermissionOrder : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(test => test.TestCaseDisplayName.Length)
            .ThenBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];
}
