using System.IO.Compression;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>What a host says to serve Communities: two lines, and the steps behind them.</summary>
public static class WebExtensions
{
    /// <summary>
    /// Registers the web. The host registers <see cref="IActors"/>, <see cref="Feeds"/>, <see cref="IViews"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddCommunitiesWeb(this IServiceCollection services, WebOptions options) => services
        .AddSingleton(options)
        .AddLimits()
        .AddRateLimits(options)
        .AddSingleton<SlowRefusals>()
        .AddSingleton<Newcomers>()
        .AddSessionsAndTokens(options)
        .AddEntrance(options)
        .AddFaults()
        .AddCompression()
        .AddCaching()
        .AddLive()
        .AddLinkCards()
        .AddEngagement()
        .AddOperations()
        .AddMembers()
        .AddAutomod()
        .AddUploads(options)
        .AddMail()
        .AddApi()
        .AddPages();

    /// <summary>
    /// Puts the steps that every request goes through in their order, and maps API, pages and assets.
    /// </summary>
    public static WebApplication MapCommunities(this WebApplication app)
    {
        var services = app.Services;
        var options = services.GetRequiredService<WebOptions>();
        _ = services.GetRequiredService<Freshness>(); // Before live pages are told: they read anew at once.
        _ = services.GetRequiredService<Condition>(); // It counts from here how long the program runs.
        app.UseRequestSpans();
        app.UseTrustedProxies(options);
        app.UseSecurityHeaders();
        app.UseAnswerToEverything();
        app.UseExceptionHandler();
        app.UseOneHost(options);
        app.UseCrawlerGate(services.GetRequiredService<IActors>(), options);
        app.UseKeptPages(services.GetRequiredService<PageCache>(), services.GetRequiredService<ViewCounter>());
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseCallersLanguage();
        app.UseSlowRefusals();
        app.UseCrossSiteDefence();
        app.UseRateLimiter();
        app.UseAtLeast(
            services.GetRequiredService<IViews>(),
            options.AtLeastPatience,
            services.GetRequiredService<TimeProvider>());
        app.UsePageKeeping(services.GetRequiredService<PageCache>());
        app.UseAntiforgery();
        app.MapApi();
        app.MapAssets();
        app.MapPages();
        _ = services.GetRequiredService<WebInstruments>(); // They measure from here.
        return app;
    }

    private static IServiceCollection AddLimits(this IServiceCollection services) => services
        .Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Api.BodyMax;
        })
        .Configure<FormOptions>(form =>
        {
            form.BufferBodyLengthLimit = Api.BodyMax;
            form.MultipartBodyLengthLimit = Api.BodyMax;
            form.ValueLengthLimit = Api.BodyMax;
            form.ValueCountLimit = 100; // The largest form of ours has a dozen fields.
        });

    private static IServiceCollection AddEntrance(
        this IServiceCollection services, WebOptions options) => services
        .AddSigning(options)
        .AddLogging(log => log.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None)) // A stack per odd cookie.
        .AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "form";
            forms.FormFieldName = "_form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.SuppressXFrameOptionsHeader = true; // The Content-Security-Policy says it already.
        });

    private static IServiceCollection AddFaults(this IServiceCollection services) => services
        .AddExceptionHandler<Faults>()
        .AddProblemDetails()
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

    private static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            // Safe with TLS, too: form tokens differ on each page, and no page holds another secret.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes =
                [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

    private static IServiceCollection AddCaching(this IServiceCollection services) => services
        .AddSingleton<FeedKeys>()
        .AddSingleton<Freshness>()
        .AddSingleton<PageCache>();

    private static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton(provider => new Presence(
            provider.GetRequiredService<TimeProvider>(), provider.GetService<IGossip>()))
        .AddSingleton<LiveConnections>()
        .AddSingleton<LiveStream>()
        .AddSingleton<BellStream>()
        .AddSingleton<DeskStream>()
        .AddSingleton<PushKeys>()
        .AddSingleton<PushClient>()
        .AddHostedService<PushSender>();

    private static IServiceCollection AddLinkCards(this IServiceCollection services) => services
        .AddSingleton<SafeFetcher>()
        .AddSingleton<Func<string, CancellationToken, Task<FetchedPage?>>>(
            provider => provider.GetRequiredService<SafeFetcher>().Fetch)
        .AddSingleton<LinkFetching>()
        .AddHostedService(provider => provider.GetRequiredService<LinkFetching>());

    private static IServiceCollection AddEngagement(this IServiceCollection services) => services
        .AddSingleton<ViewCounter>()
        .AddSingleton<Visits>()
        .AddSingleton<SitePolicies>()
        .AddSingleton<Counting>()
        .AddHostedService(provider => provider.GetRequiredService<Counting>());

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<Rebuilding>()
        .AddSingleton<Readiness>()
        .AddSingleton<WebInstruments>()
        .AddSingleton<Measuring>()
        .AddSingleton<Condition>();

    private static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<InvitationLinks>()
        .AddSingleton<ILetterSource, StepLetters>()
        .AddSingleton<Invitations>();

    private static IServiceCollection AddAutomod(this IServiceCollection services) => services
        .AddSingleton(provider => new Screener(
            provider.GetRequiredService<WebOptions>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new Trials(
            provider.GetService<Past>() ?? Past.Of(provider.GetRequiredService<Feeds>()),
            provider.GetRequiredService<Feeds>(), provider.GetRequiredService<Screener>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddHostedService(provider => provider.GetRequiredService<Trials>());

    // Who writes letters of a kind is added here: a line an ILetterSource.
    private static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton<LetterKeys>()
        .AddSingleton<Correspondence>()
        .AddSingleton<Subscribing>()
        .AddSingleton<NewsletterIssue>()
        .AddSingleton<ILetterSource, ConfirmationLetters>()
        .AddSingleton<ILetterSource, DigestLetters>()
        .AddSingleton<ILetterSource>(provider => NewsletterOf(LetterKind.Newsletter, provider))
        .AddSingleton<ILetterSource>(provider => NewsletterOf(LetterKind.Trial, provider))
        .AddHostedService<NewsletterRounds>()
        .AddSingleton<ILetterSource, ReminderLetters>()
        .AddSingleton<ILetterSource, DecisionLetters>()
        .AddHostedService<Mailer>();

    private static NewsletterLetters NewsletterOf(LetterKind kind, IServiceProvider provider) => new(
        kind, provider.GetRequiredService<IViews>(), provider.GetRequiredService<NewsletterIssue>());

    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json => WebJson.Configure(json.SerializerOptions))
        .AddApiDescription();

    private static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Api.Root).RequireWellFormedAddresses().FollowMovedPosts();
        api.MapAccountEndpoints();
        api.MapSessionEndpoints();
        api.MapTokenEndpoints();
        api.MapSecurityEndpoints();
        api.MapFactorEndpoints();
        api.MapPasskeyEndpoints();
        api.MapCommunityEndpoints();
        api.MapCategoryEndpoints();
        api.MapPolicyEndpoints();
        api.MapPurposeEndpoints();
        api.MapKnowledgeEndpoints();
        api.MapNudgeEndpoints();
        api.MapQuestionEndpoints();
        api.MapThreadEndpoints();
        api.MapPostEndpoints();
        api.MapPollEndpoints();
        api.MapRecognitionEndpoints();
        api.MapSlotEndpoints();
        api.MapInterviewEndpoints();
        api.MapContestEndpoints();
        api.MapDraftEndpoints();
        api.MapConversationEndpoints();
        api.MapOrderEndpoints();
        api.MapMovingEndpoints();
        api.MapLabelEndpoints();
        api.MapAutomodEndpoints();
        api.MapMemberEndpoints();
        api.MapJoiningEndpoints();
        api.MapTrustEndpoints();
        api.MapJourneyEndpoints();
        api.MapCategoryKeepers();
        api.MapModerationSettingsEndpoints();
        api.MapGroupEndpoints();
        api.MapGatheringEndpoints();
        api.MapSearchEndpoints();
        api.MapUploadEndpoints();
        api.MapFaceEndpoints();
        api.MapLiveEndpoints();
        api.MapInboxEndpoints();
        api.MapReadingEndpoints();
        api.MapPushEndpoints();
        api.MapLogEndpoints();
        DeskStream.Map(api);
        api.MapReportEndpoints();
        api.MapCaseEndpoints();
        api.MapMailEndpoints();
        api.MapNewsletterEndpoints();
        api.MapOperationsEndpoints();
        app.MapFileEndpoints();
        app.MapHealthEndpoints();
        app.MapOpenApi();
    }

    private static void UseTrustedProxies(this WebApplication app, WebOptions options)
    {
        if (options.TrustedProxies.Count == 0) return;
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.TrustedProxies)
            if (proxy.Contains('/', StringComparison.Ordinal))
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        app.UseForwardedHeaders(forwarded);
    }

    // A site that has a name for good answers to no other: links in what it sends cannot be turned elsewhere.
    private static void UseOneHost(this WebApplication app, WebOptions options)
    {
        if (options.BaseUrl is not { } ours) return;
        app.Use((http, next) => http.Request.Host.Host.Equals(ours.Host, StringComparison.OrdinalIgnoreCase)
            || http.Request.Path.StartsWithSegments("/health")
            ? next(http)
            : throw new RequestFault(
                StatusCodes.Status421MisdirectedRequest,
                new Refusal("host.foreign", "This is not the site you asked for.")));
    }

    private static void UseCallersLanguage(this WebApplication app) => app.Use((http, next) =>
    {
        var culture = System.Globalization.CultureInfo.GetCultureInfo(Caller.Of(http).Language);
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture = culture;
        return next(http);
    });
}
