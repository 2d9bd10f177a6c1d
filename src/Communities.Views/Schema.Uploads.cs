namespace Communities.Views;

internal static partial class Schema
{
    // Where an upload is shown: place says what kind of text it is (UploadPlace), n which one.
    private const string Uploads = """
        CREATE TABLE uploads (community TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL,
            name TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, digest TEXT NOT NULL,
            width INTEGER NOT NULL, height INTEGER NOT NULL, small INTEGER NOT NULL, removed INTEGER NOT NULL,
            PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX uploads_by ON uploads (community, account, at, id) WHERE removed = 0;
        CREATE TABLE upload_uses (community TEXT NOT NULL, upload TEXT NOT NULL, place INTEGER NOT NULL,
            n INTEGER NOT NULL, PRIMARY KEY (community, upload, place, n)) WITHOUT ROWID;
        CREATE INDEX upload_uses_in ON upload_uses (place, n);

        """;
}
