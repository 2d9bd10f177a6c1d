using Communities.Actors;

namespace Communities;

/// <summary>A face that nobody is shown with any more is taken away.</summary>
internal static class Portraying
{
    /// <summary>Takes the face before away.</summary>
    public static Reactor Reactor { get; } = new(
        "portraying",
        new HashSet<string> { Domain.EventName<MemberEvent.Portrayed>() },
        (happened, key, _) => happened is MemberEvent.Portrayed { Before: { } before }
            ? [Reaction.Send(Keys.OfUpload(Keys.CommunityOf(key), before), new UploadCommand.Remove())]
            : []);
}
