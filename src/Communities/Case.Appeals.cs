using Communities.Actors;
using static Communities.CaseCommand;
using static Communities.CaseEvent;

namespace Communities;

/// <content>Whom a decision concerns may object to it, once, and somebody else than who decided answers.</content>
public sealed partial record Case
{
    private Decision<CaseEvent> Appealing(Appeal c, Turn turn)
    {
        if (turn.By.Length == 0 || Find(c.Number) is not { } decision || decision.Author != turn.By)
            return NoSuchDecision;
        if (decision.Measures is [{ Kind: MeasureKind.Keep }])
            return new Refusal("decision.harmless", "This decision left everything as it was.");
        if (decision.Appeal != AppealState.None)
            return new Refusal("appeal.exists", "One can object to a decision once.");
        if (!decision.Stands)
            return new Refusal("decision.undone", "This decision does not stand any more.");
        if (turn.At >= decision.At.AddDays(AppealDays))
            return new Refusal("appeal.late", $"One can object to a decision for {AppealDays} days.");
        return Text.Fault("text", c.Text, TextMax) ?? (Decision<CaseEvent>)[new Appealed(c.Number, c.Text, Category)];
    }

    private Decision<CaseEvent> Answering(AnswerAppeal c, Turn turn)
    {
        if (Find(c.Number) is not { } decision) return NoSuchDecision;
        if (decision.Appeal != AppealState.Waiting)
            return new Refusal("appeal.missing", "No appeal waits there.");
        if (turn.By == decision.Author) return OwnDecision;
        if (turn.By == decision.By && !c.IsAlone)
            return new Refusal("appeal.own", "An appeal is answered by somebody else than who decided.");
        if (!decision.Measures.All(measure => MayUse(measure, turn))) return Refusals.ModeratorsOnly;
        if (Text.Fault("text", c.Text, TextMax) is { } fault) return fault;
        if (Other(turn) is { } other) return ClaimedBy(other);
        var answered = new Answered(c.Number, c.IsOverturned, c.Text, decision.Author);
        return c.IsOverturned && decision.Stands
            ? [answered, Undoing(decision, turn.By, c.Text, turn, isAppeal: true)]
            : [answered];
    }
}
