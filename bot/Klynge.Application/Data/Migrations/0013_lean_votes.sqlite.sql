-- A vote writes to as few pages as it can: nothing looks votes up by their place on the roll, and the numbers of the audit log come
-- from its head, so the database's own counter is one write more for nothing.
DROP INDEX "IX_Votes_RollEntryId";

CREATE TABLE "Audit_New" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "UseCase" TEXT NOT NULL,
    "ActorId" TEXT NULL,
    "ForumId" TEXT NULL,
    "SubjectId" TEXT NULL,
    "ActivityKey" TEXT NULL,
    "Refusal" TEXT NULL,
    "Changes" TEXT NOT NULL,
    "PreviousHash" BLOB NOT NULL,
    "Hash" BLOB NOT NULL
);
INSERT INTO "Audit_New" ("Sequence", "At", "UseCase", "ActorId", "ForumId", "SubjectId", "ActivityKey", "Refusal", "Changes", "PreviousHash", "Hash")
SELECT "Sequence", "At", "UseCase", "ActorId", "ForumId", "SubjectId", "ActivityKey", "Refusal", "Changes", "PreviousHash", "Hash"
FROM "Audit" ORDER BY "Sequence";
DROP TABLE "Audit";
ALTER TABLE "Audit_New" RENAME TO "Audit";
CREATE INDEX "IX_Audit_ForumId_Sequence" ON "Audit" ("ForumId", "Sequence");
CREATE INDEX "IX_Audit_SubjectId_Sequence" ON "Audit" ("SubjectId", "Sequence") WHERE "SubjectId" IS NOT NULL;
CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
CREATE TRIGGER "Audit_NoDelete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
