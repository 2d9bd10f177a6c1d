using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>All pages, and what they need.</summary>
internal static class PagesExtensions
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddRazorComponents().Services;

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").WithMetadata(new ExcludeFromDescriptionAttribute());
        pages.MapHomePages();
        pages.MapEntrancePages();
        pages.MapRecoveryPages();
        pages.MapSecurityPages();
        pages.MapFactorPages();
        pages.MapOutsidePages();
        pages.MapResetForOthersPages();
        pages.MapAccountPages();
        pages.MapSearchPages();
        pages.MapFeedPages();
        pages.MapOfflinePages();
        pages.MapRobotPages();
        pages.MapCommunityPages();
        pages.MapSettingsPages();
        pages.MapStudioPages();
        pages.MapQuestionPages();
        pages.MapRevivalPages();
        pages.MapTargetPages();
        pages.MapDomainPages();
        pages.MapKnowledgePages();
        pages.MapRecognitionPages();
        pages.MapRecognitionStudio();
        pages.MapGatheringPages();
        pages.MapContestPages();
        pages.MapModerationSettingsPages();
        pages.MapReportPages();
        pages.MapPolicyPages();
        pages.MapDecisionPages();
        pages.MapNudgePages();
        pages.MapMemberPages();
        pages.MapJoiningPages();
        pages.MapInvitationPages();
        pages.MapTrustPages();
        pages.MapWelcomePages();
        pages.MapIntroductionPages();
        pages.MapWelcomeStudioPages();
        pages.MapCategoryKeeperPages();
        pages.MapUploadPages();
        pages.MapWritingPages();
        pages.MapGroupPages();
        pages.MapFacePages();
        pages.MapThreadPages();
        pages.MapMovingPages();
        pages.MapInboxPages();
        pages.MapReadingPages();
        pages.MapLabelPages();
        pages.MapAutomodPages();
        pages.MapThreadForms();
        pages.MapPollPages();
        pages.MapCalendarPages();
        pages.MapInterviewPages();
        pages.MapMessagePages();
        pages.MapLogPages();
        pages.MapTransparencyPages();
        pages.MapQueuePages();
        pages.MapCasePages();
        pages.MapMailPages();
        pages.MapNewsletterPages();
        pages.MapNewsletterStudio();
        pages.MapOperationsPages();
    }
}
