-- Counts up whenever somebody is another, or a chat belongs to another forum: what a process keeps in memory of them holds for one number.
CREATE TABLE "DirectoryVersion" (
    "Id" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT "PK_DirectoryVersion" PRIMARY KEY ("Id")
);

INSERT INTO "DirectoryVersion" ("Id", "Version") VALUES (1, 1);

CREATE FUNCTION "CountDirectoryVersion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "DirectoryVersion" SET "Version" = "Version" + 1;
    PERFORM pg_notify('klynge_directory', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER "TR_People_DirectoryVersion" AFTER UPDATE OF "EntraObjectId", "Name" ON "People" FOR EACH ROW
WHEN (OLD."EntraObjectId" IS DISTINCT FROM NEW."EntraObjectId" OR OLD."Name" IS DISTINCT FROM NEW."Name")
EXECUTE FUNCTION "CountDirectoryVersion"();

CREATE TRIGGER "TR_Forums_DirectoryVersion" AFTER UPDATE OF "Name" ON "Forums" FOR EACH ROW
WHEN (OLD."Name" IS DISTINCT FROM NEW."Name")
EXECUTE FUNCTION "CountDirectoryVersion"();

CREATE TRIGGER "TR_Conversations_DirectoryVersion" AFTER UPDATE OF "ForumId", "PersonId", "IsGone" ON "Conversations" FOR EACH ROW
WHEN (OLD."ForumId" IS DISTINCT FROM NEW."ForumId" OR OLD."PersonId" IS DISTINCT FROM NEW."PersonId" OR OLD."IsGone" IS DISTINCT FROM NEW."IsGone")
EXECUTE FUNCTION "CountDirectoryVersion"();

-- The secretariat is told once that somebody on an open roll has left.
ALTER TABLE "RollEntries" ADD COLUMN "LeaverToldAt" timestamptz;
