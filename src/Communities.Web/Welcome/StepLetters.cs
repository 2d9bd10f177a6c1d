using Communities.Actors;

namespace Communities.Web;

/// <summary>Writes the messages of a journey that come by e-mail, too.</summary>
internal sealed class StepLetters(IActors actors) : ILetterSource
{
    /// <inheritdoc/>
    public LetterKind Kind => LetterKind.Step;

    /// <inheritdoc/>
    /// <remarks>What was done since the message came need not be asked for any more.</remarks>
    public async ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct)
    {
        if (order.Account is not { } account) return null;
        var member = await actors.See<Member>(Keys.OfMember(order.Community, account), ct);
        if (member.Walk is not { IsEnded: false } walk
            || walk.Steps.FirstOrDefault(step => step.Id == order.Of) is not { } step || walk.Done.Contains(step.Id))
            return null;
        var said = FirstSteps.Say(
            order.Place.Journey.Step(step.Id), step.Kind, order.Texts, order.Name, order.CommunityName);
        return new LetterBody(said.Title) { IsGreeting = false }
            .Markdown(said.Text)
            .Action(order.Texts.StepDo(step.Kind), FirstSteps.Href(order.Community, step.Kind));
    }
}
