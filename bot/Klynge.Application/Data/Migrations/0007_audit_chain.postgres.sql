-- Each row of the audit log carries the hash of the one before and its own; the head says how many there are and what the last one is.
-- The rows that are there already are chained by the program right after this script, so the refusal of updates is away meanwhile.
DROP TRIGGER "Audit_NoChange" ON "Audit";
ALTER TABLE "Audit" ADD COLUMN "PreviousHash" bytea NOT NULL DEFAULT '', ADD COLUMN "Hash" bytea NOT NULL DEFAULT '';

CREATE TABLE "AuditHead" (
    "Id" integer NOT NULL,
    "Sequence" bigint NOT NULL,
    "Hash" bytea NOT NULL,
    CONSTRAINT "PK_AuditHead" PRIMARY KEY ("Id")
);
INSERT INTO "AuditHead" ("Id", "Sequence", "Hash") VALUES (1, 0, decode(repeat('00', 32), 'hex'));
