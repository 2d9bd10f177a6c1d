namespace Communities.Web;

/// <summary>What a notice of the calendar says, as its subject holds it: <c>returned 01k… Title</c>.</summary>
/// <param name="What">What became of the slot.</param>
/// <param name="Slot">Its id.</param>
/// <param name="Title">What it is called.</param>
internal readonly record struct SlotNotice(string What, string Slot, string Title)
{
    /// <summary>The parts of a subject.</summary>
    public static SlotNotice Of(string subject) => subject.Split(' ', 3) is [var what, var slot, var title]
        ? new(what, slot, title)
        : new(subject, "", "");
}
