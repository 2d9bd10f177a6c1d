#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// What stands around every page, and what any page may say.
public partial class Texts
{
    public virtual string SiteName => "Communities";
    public virtual string SkipToContent => "Skip to the content";
    public virtual string MainNavigation => "Main navigation";
    public virtual string QuickNavigation => "Quick navigation";
    public virtual string Sections => "Sections";
    public virtual string About => "About this place";
    public virtual string Home => "Home";
    public virtual string Search => "Search";
    public virtual string New => "New";
    public virtual string Me => "Me";
    public virtual string SignIn => "Sign in";
    public virtual string SignUp => "Create an account";
    public virtual string SignOut => "Sign out";
    public virtual string Cancel => "Cancel";
    public virtual string AndMore(int count) => $"and {Number(count)} more";
    public virtual string CannotBeUndone => "This cannot be undone.";
    public virtual string SaveChanges => "Save changes";
    public virtual string Apply => "Apply";
    public virtual string Go => "Go";
    public virtual string Find => "Find";
    public virtual string Edit => "Edit";
    public virtual string Preview => "Preview";
    public virtual string Settings => "Settings";
    public virtual string Language => "Language";
    public virtual string Keyboard => "Keyboard";
    public virtual string ReadingSettings => "Language and appearance";
    public virtual string ReadingHint => "These choices are kept in this browser.";
    public virtual string Colours => "Colours";
    public virtual string Typeface => "Typeface of posts";
    public virtual string Serif => "Serif, for reading";
    public virtual string Sans => "Sans serif, as elsewhere";
    public virtual string Saved => "Your changes are saved.";
    public virtual string GoneAuthor => "somebody who is gone";
    public virtual string TryAgain => "Try again";
    public virtual string ToHome => "Go to the home page";
    public virtual string KeyboardHint => "On pages with lists and posts, without leaving the keyboard:";
    public virtual string KeyNext => "Next thread or post";
    public virtual string KeyPrevious => "Previous thread or post";
    public virtual string KeyOpen => "Open the chosen one";
    public virtual string KeySearch => "Search";
    public virtual string KeyReply => "Reply, or open a thread";
    public virtual string KeySend => "Send what is written";
    public virtual string KeyEscape => "Leave a field, close what is open";
    public virtual string KeyHelp => "This help";
    public virtual string Formatting => "Formatting";
    public virtual string Bold => "Bold";
    public virtual string Italic => "Italic";
    public virtual string CodeText => "Code";
    public virtual string List => "List";
    public virtual string Link => "Link";
    public virtual string MarkdownHint => "Markdown works: **bold**, _italic_, > quote, - list, `code`.";
    public virtual string SavedPattern => "Draft saved at {0}";
}
