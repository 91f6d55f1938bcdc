-- Each row of the audit log carries the hash of the one before and its own; the head says how many there are and what the last one is.
-- The rows that are there already are chained by the program right after this script, so the refusal of updates is away meanwhile.
DROP TRIGGER "Audit_NoUpdate";
ALTER TABLE "Audit" ADD COLUMN "PreviousHash" BLOB NOT NULL DEFAULT x'';
ALTER TABLE "Audit" ADD COLUMN "Hash" BLOB NOT NULL DEFAULT x'';

CREATE TABLE "AuditHead" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditHead" PRIMARY KEY,
    "Sequence" INTEGER NOT NULL,
    "Hash" BLOB NOT NULL
);
INSERT INTO "AuditHead" ("Id", "Sequence", "Hash") VALUES (1, 0, zeroblob(32));
