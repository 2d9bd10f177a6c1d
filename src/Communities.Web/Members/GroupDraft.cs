using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>What a group is to be, as a form brings it.</summary>
/// <param name="Slug">The name by which it is called.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it is for, in Markdown.</param>
/// <param name="Access">How one comes into it.</param>
/// <param name="Callers">Who may call it.</param>
public sealed record GroupDraft(
    string Slug, string Title, string Description, GroupAccess Access, GroupCallers Callers)
{
    internal static GroupDraft Empty { get; } = new("", "", "", GroupAccess.Open, GroupCallers.Everybody);

    internal GroupCommand Found => new GroupCommand.Found(Title, Description, Access, Callers);

    internal GroupCommand Change => new GroupCommand.Change(Title, Description, Access, Callers);

    internal static GroupDraft Of(GroupView group) =>
        new(group.Slug, group.Title, group.Description, group.Access, group.Callers);

    internal static GroupDraft Of(IFormCollection form) => new(
        "", form["title"].ToString().Trim(), form["description"].ToString(),
        Enum.TryParse<GroupAccess>(form["access"], out var access) ? access : GroupAccess.Open,
        Enum.TryParse<GroupCallers>(form["callers"], out var callers) ? callers : GroupCallers.Everybody);
}
