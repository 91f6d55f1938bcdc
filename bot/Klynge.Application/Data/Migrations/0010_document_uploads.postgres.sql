-- Documents on their way to the library, large uploads that are half-way, and the PDF beside approved minutes.
CREATE TABLE "DocumentUploads" (
    "MeetingId" uuid NOT NULL,
    "Task" integer NOT NULL,
    "ForumId" uuid NOT NULL,
    "Path" text NOT NULL,
    "Content" bytea,
    "TextHash" text,
    "Seen" text,
    "RequestedBy" uuid,
    "State" integer NOT NULL,
    "Revision" integer NOT NULL,
    "CreatedAt" timestamptz NOT NULL,
    "DueAt" timestamptz NOT NULL,
    "Attempts" integer NOT NULL,
    "Failure" text,
    CONSTRAINT "PK_DocumentUploads" PRIMARY KEY ("MeetingId", "Task"),
    CONSTRAINT "FK_DocumentUploads_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_DocumentUploads_DueAt" ON "DocumentUploads" ("DueAt") WHERE "State" = 1;

CREATE TABLE "UploadSessions" (
    "Key" text NOT NULL,
    "ProtectedUrl" text NOT NULL,
    "ExpiresAt" timestamptz NOT NULL,
    "Sent" bigint NOT NULL,
    CONSTRAINT "PK_UploadSessions" PRIMARY KEY ("Key")
);

ALTER TABLE "Minutes" ADD COLUMN "PdfPath" text, ADD COLUMN "PdfUrl" text;
