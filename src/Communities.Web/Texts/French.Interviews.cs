using Communities.Views;

namespace Communities.Web;

// Interviews.
internal sealed partial class French
{
    protected override string InterviewNotice(string what) => what switch
    {
        "guest" => "Vous êtes l’invité ou l’invitée de",
        "soon" => "Bientôt en direct\u00A0:",
        "over" => "Le temps des réponses est écoulé\u00A0; merci de résumer",
        _ => "N’aura pas lieu\u00A0:",
    };
}
