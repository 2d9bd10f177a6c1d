namespace Communities.Web;

// Reading: who is here, feeds, and pages without a network.
internal sealed partial class French
{
    public override string PresenceLabel => "Présence";
    public override string PresenceShown => "Les membres voient quand je lis ou écris";
    public override string PresenceUnseen => "Personne ne le voit";
    public override string HereNow => "Ici en ce moment\u00a0:";
    public override string MorePresentPattern => "et {0} de plus";
    public override string OneVisitorPattern => "1 visiteur";
    public override string VisitorsPattern => "{0} visiteurs";
    public override string OneWritesPattern => "{0} écrit …";
    public override string TwoWritePattern => "{0} et {1} écrivent …";
    public override string SeveralWritePattern => "{0} membres écrivent …";
}
