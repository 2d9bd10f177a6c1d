using Communities.Suites;
using Microsoft.Playwright;
using SkiaSharp;

namespace Communities.Web.Tests;

/// <summary>Pictures go into a post by the button, by drop and by paste; without script through one's files.</summary>
public sealed class UploadsWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static readonly FilePayload Lake = new()
    {
        Name = "lake.png", MimeType = "image/png", Buffer = SampleFiles.Picture(SKEncodedImageFormat.Png, 600, 400),
    };

    private static readonly FilePayload Lie = new()
    {
        Name = "photo.png", MimeType = "image/png", Buffer = SampleFiles.Html,
    };

    // What a drop or a paste brings, made where it comes from.
    private const string Bring = """
        ([target, kind, name, base64]) => {
            const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], name, { type: "image/png" }));
            const event = kind === "paste"
                ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
                : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector(target).dispatchEvent(event);
        }
        """;

    [Theory]
    [InlineData("en", "cannot", "Take away"), InlineData("fr", "abîmé", "Retirer")]
    public async Task Pictures_are_sent_shown_and_taken_away(string language, string refused, string takeAway)
    {
        var (_, _, page, faults) = await browser.Person("painter", language);
        await page.GotoAsync($"/c/repair/threads/{await browser.Site.Open("repair", "mia", "Lakes")}?reply=1#compose");
        var text = page.Locator("#compose textarea[name=text]");
        await text.FillAsync("Look at these:\n\n");

        await page.Locator("#compose [data-upload] input[type=file]").SetInputFilesAsync(Lake);
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(
            @"!\[lake\]\(/files/repair/\w{16}/lake\.webp#600x400\)"));
        foreach (var kind in (string[])["drop", "paste"])
            await page.EvaluateAsync(
                Bring,
                (object[])["#compose textarea[name=text]", kind, $"{kind}.png", Convert.ToBase64String(Lake.Buffer)]);
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("drop.webp"));
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("paste.webp"));

        await page.Locator("#compose [data-upload] input[type=file]").SetInputFilesAsync(Lie);
        await Assertions.Expect(page.Locator(".sending .bad")).ToBeVisibleAsync();
        if (language == "fr") await Assertions.Expect(page.Locator(".sending .bad")).ToContainTextAsync(refused);
        Assert.DoesNotContain("photo", await text.InputValueAsync());
        await page.Locator("#compose button[value=post]").ClickAsync();

        var pictures = page.Locator(".post:last-of-type .body .gallery a.picture");
        await Assertions.Expect(pictures).ToHaveCountAsync(3);
        await Assertions.Expect(pictures.First.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 600);
        await pictures.First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog.lightbox img")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("dialog.lightbox p")).ToHaveTextAsync("drop");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.lightbox")).ToBeHiddenAsync();

        await page.GotoAsync("/c/repair/files");
        var files = page.Locator(".files > li");
        await Assertions.Expect(files).ToHaveCountAsync(3);
        await files.First.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(files).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".files button").First).ToContainTextAsync(takeAway);
        Assert.All(faults, fault => Assert.Contains("422", fault));
    }

    [Theory, InlineData("en"), InlineData("fr")]
    public async Task Files_are_sent_without_script_too(string language)
    {
        var (_, _, page, faults) = await browser.Person("plain", language, hasScript: false);
        await page.GotoAsync("/c/repair/files");
        var before = await page.Locator(".files > li").CountAsync();
        await page.Locator("#files").SetInputFilesAsync([Lake, Lake]);
        await page.Locator("form.send button").ClickAsync();
        await Assertions.Expect(page.Locator(".note.good")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".files > li")).ToHaveCountAsync(before + 2);
        await page.Locator("#files").SetInputFilesAsync(Lie);
        await page.Locator("form.send button").ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad")).ToBeVisibleAsync();
        Assert.DoesNotContain(faults, fault => !fault.Contains("422", StringComparison.Ordinal));
    }
}
