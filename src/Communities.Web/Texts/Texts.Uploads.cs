#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Files that members send.
public partial class Texts
{
    public virtual string MyFiles => "My files";
    public virtual string FilesHint => "What you have sent here. A file is seen by others where a text shows it.";
    public virtual string ChooseFiles => "Choose files";
    public virtual string SendFiles => "Send";
    public virtual string FilesSent => "Your files are here. Copy what stands under one into your text to show it.";
    public virtual string FileRemoved => "The file is gone.";
    public virtual string NoFiles => "No files yet";
    public virtual string NoFilesHint => "Pictures and files that you send will be here.";
    public virtual string FileNotShown => "not shown anywhere";
    public virtual string FileMarkdown => "Copy this into your text";
    public virtual string RemoveFile => "Take away";
    public virtual string MoreFiles => "More files";
    public virtual string PicturesAndFiles => "Pictures and files";
    public virtual string DropHint => "You can also drop or paste pictures and files into the text.";
    public virtual string FileNotSent => "It could not be sent. Nothing else was lost; please try again.";
    public virtual string Face => "Picture";
    public virtual string FaceHint =>
        "A square of its middle is kept, and nothing else that is in the file. Without one, you have your initials.";
    public virtual string ChooseFace => "Choose a picture";
    public virtual string SetFace => "Use this picture";
    public virtual string RemoveFace => "Take the picture away";
    public virtual string FaceSet => "Your picture is changed.";
    public virtual string FaceRemoved => "The picture is gone.";

    public virtual string FilesKinds =>
        "Pictures, PDF, text, CSV, ZIP, office documents, sound and films. Pictures lose what they tell of place and "
        + "device; documents keep what their program wrote into them.";

    public virtual string FilesOf(string account) => $"Files of {account}";

    public virtual string RemoveFileNamed(string name) => $"Take {name} away";

    public virtual string SendingFile(string name) => $"Sending {name} …";

    public string FilesLeft(int pictures, int others, long bytes) =>
        string.Format(Culture, FilesLeftPattern, Number(pictures), Number(others), Bytes(bytes));

    protected virtual string FilesLeftPattern =>
        "Today you can send {0} more pictures and {1} other files, {2} in all.";
}
