-- Counts up whenever somebody is another, or a chat belongs to another forum: what a process keeps in memory of them holds for one number.
CREATE TABLE "DirectoryVersion" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DirectoryVersion" PRIMARY KEY,
    "Version" INTEGER NOT NULL
);

INSERT INTO "DirectoryVersion" ("Id", "Version") VALUES (1, 1);

CREATE TRIGGER "TR_People_DirectoryVersion" AFTER UPDATE OF "EntraObjectId", "Name" ON "People"
WHEN OLD."EntraObjectId" IS NOT NEW."EntraObjectId" OR OLD."Name" IS NOT NEW."Name"
BEGIN
    UPDATE "DirectoryVersion" SET "Version" = "Version" + 1;
END;

CREATE TRIGGER "TR_Forums_DirectoryVersion" AFTER UPDATE OF "Name" ON "Forums"
WHEN OLD."Name" IS NOT NEW."Name"
BEGIN
    UPDATE "DirectoryVersion" SET "Version" = "Version" + 1;
END;

CREATE TRIGGER "TR_Conversations_DirectoryVersion" AFTER UPDATE OF "ForumId", "PersonId", "IsGone" ON "Conversations"
WHEN OLD."ForumId" IS NOT NEW."ForumId" OR OLD."PersonId" IS NOT NEW."PersonId" OR OLD."IsGone" IS NOT NEW."IsGone"
BEGIN
    UPDATE "DirectoryVersion" SET "Version" = "Version" + 1;
END;

-- The secretariat is told once that somebody on an open roll has left.
ALTER TABLE "RollEntries" ADD COLUMN "LeaverToldAt" TEXT NULL;
