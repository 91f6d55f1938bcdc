-- Documents on their way to the library, large uploads that are half-way, and the PDF beside approved minutes.
CREATE TABLE "DocumentUploads" (
    "MeetingId" TEXT NOT NULL,
    "Task" INTEGER NOT NULL,
    "ForumId" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "Content" BLOB NULL,
    "TextHash" TEXT NULL,
    "Seen" TEXT NULL,
    "RequestedBy" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Failure" TEXT NULL,
    CONSTRAINT "PK_DocumentUploads" PRIMARY KEY ("MeetingId", "Task"),
    CONSTRAINT "FK_DocumentUploads_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_DocumentUploads_DueAt" ON "DocumentUploads" ("DueAt") WHERE "State" = 1;

CREATE TABLE "UploadSessions" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_UploadSessions" PRIMARY KEY,
    "ProtectedUrl" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "Sent" INTEGER NOT NULL
);

ALTER TABLE "Minutes" ADD COLUMN "PdfPath" TEXT NULL;
ALTER TABLE "Minutes" ADD COLUMN "PdfUrl" TEXT NULL;
